//! A product's page in the register.

use askama::Template;
use axum::extract::Path;
use ground::{Refusal, Resource, Result, journal};
use serde::Serialize;
use web::parts::{Moment, history};
use web::{Answer, Field, FormData, Frame, Here, Wrong, wrongs};

use super::photo::{self, PhotoId};
use super::{Product, ProductId, href, sets, visible};
use crate::{place, producer};

/// A photo.
#[derive(Serialize)]
struct Picture {
    id: PhotoId,
    href: String,
    caption: String,
    is_published: bool,
}

/// A product's page.
#[derive(Template, Serialize)]
#[template(path = "product/show.html")]
pub(super) struct ProductPage {
    #[serde(skip)]
    frame: Frame,
    id: ProductId,
    name: String,
    set_number: i32,
    set: String,
    product_code: Option<String>,
    unit: Option<String>,
    story: Option<String>,
    producer: String,
    producer_href: String,
    place: String,
    /// What the commune of registration became, when it is no more.
    place_today: Option<String>,
    #[serde(skip)]
    place_href: String,
    photos: Vec<Picture>,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    upload: Field,
    #[serde(skip)]
    caption: Field,
    #[serde(skip)]
    max_bytes: u64,
    #[serde(skip)]
    may_edit: bool,
    #[serde(skip)]
    may_edit_photos: bool,
    #[serde(skip)]
    history: Vec<Moment>,
}

/// `GET /register/products/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<ProductId>) -> Answer {
    here.show(&page(&here, id, &FormData::default(), None).await?)
}

/// Builds the page; `form` and `refusal` are those of photos that were not taken.
pub(super) async fn page(
    here: &Here,
    id: ProductId,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<ProductPage> {
    let (product, resource) = visible(here.ground(), &here.actor, id).await?;
    let reader = here.reader();
    let owner = producer::load(&reader, product.producer_id).await?;
    let (place, place_today) = places(here, &product).await?;
    let photos = photo::of_product(&reader, id).await?;
    let lines = journal::of_record(&reader, &here.actor, "product", &id.to_string()).await?;
    let mut upload = Field::new(here, "photos", "reg-photos-add", form, refusal);
    upload.multiple = true;
    let may = |intent: &str, resource: &Resource| here.may(intent, resource);
    Ok(ProductPage {
        set: sets::name(here.ground(), product.set_number, here.lang),
        producer: owner.name,
        producer_href: producer::href(product.producer_id),
        place,
        place_today,
        place_href: format!("/places/{}", product.place_id),
        photos: photos.into_iter().map(|photo| picture(&product, photo)).collect(),
        errors: wrongs(here, refusal),
        upload: upload.accept("image/jpeg,image/png,image/webp"),
        caption: Field::new(here, "caption", "reg-photo-caption", form, refusal).optional(),
        max_bytes: here.ground().config.upload_megabytes * 1_000_000,
        may_edit: may("edit-product", &resource),
        may_edit_photos: may("edit-photos", &resource),
        history: history(here, &lines),
        id,
        name: product.name,
        set_number: product.set_number,
        product_code: product.product_code,
        unit: product.unit,
        story: product.story,
        frame: people::consent::framed(here, owner.id),
    })
}

async fn places(here: &Here, product: &Product) -> Result<(String, Option<String>)> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let place = place::full_name(&reader, product.place_id, here.lang).await?;
    let home = place::home_today(&reader, product.place_id, today).await?;
    if home.id == product.place_id {
        return Ok((place, None));
    }
    Ok((place, Some(place::full_name(&reader, home.id, here.lang).await?)))
}

fn picture(product: &Product, photo: photo::Photo) -> Picture {
    Picture {
        href: format!("{}/photos/{}", href(product.id), photo.id),
        id: photo.id,
        caption: photo.caption.unwrap_or_else(|| product.name.clone()),
        is_published: photo.is_published,
    }
}

impl ProductPage {
    fn page_href(&self) -> String {
        href(self.id)
    }

    fn state(&self) -> String {
        format!("{} · {}", self.set, self.place)
    }
}
