//! Photos of an entry, re-encoded, for those who may see the logbook.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::Refusal;
use ground::actor::ProducerId;
use ground::files::Photo as Size;
use sea_orm::entity::prelude::*;
use web::{Answer, Here};

use super::store::{EntryId, load, photo};
use crate::book::Book;

/// How long a browser keeps one.
const CACHE: &str = "private, max-age=3600";

/// `GET /goods/{producer}/entries/{entry}/photos/{photo}`.
pub(super) async fn show(
    here: Here,
    Path((producer, id, photo)): Path<(ProducerId, EntryId, Uuid)>,
) -> Answer {
    Book::of(here.ground(), &here.actor, producer).await?;
    let reader = here.reader();
    let entry = load(&reader, id).await?;
    let found = photo::Entity::find_by_id(photo).one(&reader).await?;
    let found = found.filter(|photo| photo.entry_id == id && entry.producer_id == producer);
    let found = found.ok_or_else(Refusal::not_found)?;
    let bytes = here.ground().files.photo(&found.hash, Size::Small).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, CACHE)], bytes).into_response())
}
