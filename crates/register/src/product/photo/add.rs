//! `add`: photos of a product; nobody but its staff sees them until they are published.

use axum::extract::Path;
use ground::files::{FileKind, Files};
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, FormData, Here, Upload, Uploaded};

use super::store::{ActiveModel, of_product};
use crate::product::{ProductId, changed, href, show, visible};

/// Most photos of one product.
const PHOTOS: usize = 40;
/// Most characters of a caption.
const CAPTION: usize = 200;

/// Adds photos to a product.
///
/// # Errors
/// `not-found`, `not-allowed`; `register-not-a-photo`, `register-too-many-photos` or `file-empty` at
/// `photos`.
pub async fn add(
    ground: &Ground,
    actor: &Actor,
    product: ProductId,
    caption: Option<&str>,
    photos: &[Uploaded],
) -> Result<()> {
    let (product, resource) = visible(ground, actor, product).await?;
    if photos.is_empty() {
        return Err(Refusal::field("photos", "file-empty"));
    }
    if let Some(other) = photos.iter().find(|photo| photo.file.kind == FileKind::Pdf) {
        let problem = FieldProblem::new("photos", "register-not-a-photo").with("name", &other.name);
        return Err(Refusal::invalid(vec![problem]));
    }
    let mut change = ground.change(actor, "edit-photos", &resource).await?;
    let there = of_product(&change.reader(), product.id).await?;
    if there.len() + photos.len() > PHOTOS {
        let problem = FieldProblem::new("photos", "register-too-many-photos").with("most", PHOTOS);
        return Err(Refusal::invalid(vec![problem]));
    }
    for photo in photos.iter().filter(|photo| there.iter().all(|known| known.hash != photo.file.hash)) {
        let hash = Files::enter(&mut change, &photo.file).await?;
        let row = ActiveModel {
            id: Set(change.new_id()),
            product_id: Set(product.id),
            hash: Set(hash),
            caption: Set(caption.map(str::to_owned)),
            added_at: Set(change.at()),
            is_published: Set(false),
            removed_at: Set(None),
        };
        change.insert(row).await?;
    }
    change.say("step", "added");
    change.say("count", photos.len());
    change.tell(changed(&product)?);
    change.commit().await
}

/// `POST /register/products/{id}/photos`.
pub(in crate::product) async fn submit(here: Here, Path(id): Path<ProductId>, upload: Upload) -> Answer {
    let (_, resource) = visible(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "edit-photos", &resource)?;
    let mut form = FormData::default();
    let added = async {
        let files = upload.receive("photos", &mut form).await?;
        let mut read = form.read();
        let caption = read.optional("caption", CAPTION);
        let caption = read.done(|| caption)?;
        add(here.ground(), &here.actor, id, caption.as_deref(), &files).await
    };
    match added.await {
        Ok(()) => here.done(&href(id), "photos-added"),
        Err(refusal) => {
            let page = show::page(&here, id, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}
