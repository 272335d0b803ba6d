//! Photos as pictures: to the public those published, to staff all of the products they may see; never as received.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::Refusal;
use ground::files::{FileHash, Photo as Size};
use web::{Answer, Here};

use super::store::{PhotoId, is_public, of_product};
use crate::product::{ProductId, visible};

/// How long a browser keeps a published photo: it may be withdrawn.
const PUBLIC_CACHE: &str = "public, max-age=3600";
/// How long a browser keeps an unpublished one.
const STAFF_CACHE: &str = "private, max-age=3600";

fn size(word: &str) -> Result<Size, Refusal> {
    match word {
        "small" => Ok(Size::Small),
        "large" => Ok(Size::Large),
        _ => Err(Refusal::not_found()),
    }
}

async fn picture(here: &Here, hash: &FileHash, size: Size, cache: &'static str) -> Answer {
    let bytes = here.ground().files.photo(hash, size).await?;
    let head = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, cache)];
    Ok((head, bytes).into_response())
}

/// `GET /photos/{hash}/{size}`.
pub(in crate::product) async fn published(here: Here, Path((hash, word)): Path<(String, String)>) -> Answer {
    let hash: FileHash = hash.parse().map_err(|_| Refusal::not_found())?;
    if !is_public(&here.reader(), &hash).await? {
        return Err(Refusal::not_found().into());
    }
    picture(&here, &hash, size(&word)?, PUBLIC_CACHE).await
}

/// `GET /register/products/{id}/photos/{photo}/{size}`.
pub(in crate::product) async fn kept(
    here: Here,
    Path((id, photo, word)): Path<(ProductId, PhotoId, String)>,
) -> Answer {
    visible(here.ground(), &here.actor, id).await?;
    let photos = of_product(&here.reader(), id).await?;
    let photo = photos.into_iter().find(|known| known.id == photo).ok_or_else(Refusal::not_found)?;
    picture(&here, &photo.hash, size(&word)?, STAFF_CACHE).await
}
