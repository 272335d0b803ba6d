//! `GET /consents/{id}/evidence/{page}`: a page of the paper, as a picture, so that nothing active is shown.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::Refusal;
use ground::actor::ConsentId;
use ground::files::Files;
use web::{Answer, Here};

use super::show::visible;

pub(super) async fn show(here: Here, Path((id, page)): Path<(ConsentId, u32)>) -> Answer {
    let consent = visible(&here, id).await?;
    let hash = consent.evidence_hash.ok_or_else(Refusal::not_found)?;
    let file = Files::find(&here.reader(), &hash).await?;
    let picture = here.ground().files.page(&file, page).await?;
    let head = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, no-store")];
    Ok((head, picture).into_response())
}
