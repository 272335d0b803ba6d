//! One page of a paper as an image: nothing of the file itself is served.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::Refusal;
use ground::files::Files;
use web::{Answer, Here};

use super::{PaperId, store};

/// `GET /papers/{id}/pages/{n}`: page n counted over all files of the paper, from 1.
pub(super) async fn show(here: Here, Path((id, n)): Path<(PaperId, i32)>) -> Answer {
    store::see(here.ground(), &here.actor, id).await?;
    let mut before = 0;
    for file in store::files(&here.reader(), id).await? {
        if n > before && n <= before + file.pages {
            let row = Files::find(&here.reader(), &file.file_hash).await?;
            let page = u32::try_from(n - before).map_err(|_| Refusal::not_found())?;
            let image = here.ground().files.page(&row, page).await?;
            let head = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=86400")];
            return Ok((head, image).into_response());
        }
        before += file.pages;
    }
    Err(Refusal::not_found().into())
}
