//! The official papers of a dossier as PDF, and all of it bound into one file.

mod bind;
pub(crate) mod bundle_row;
mod commune_report;
mod registration;
mod self_assessment;

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use ground::{Instant, Refusal, Result};
use papers::{Engine, Paper, PaperError, Pdf, Templates};
use web::{Answer, App, Here};

pub use bind::{BINDER, BundleLine};
pub(crate) use bind::bundles;

use crate::application::{self, Application, ApplicationId};

/// Forms 01 to 03, and the bound dossier.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/dossiers/{id}/forms/{form}", get(show))
        .route("/dossiers/{id}/bundle", post(bind::post))
        .route("/dossiers/{id}/bundles/{bundle}", get(bind::download))
}

static ENGINE: LazyLock<Result<Engine, PaperError>> = LazyLock::new(|| Templates::built_in().map(Engine::new));

pub(crate) fn engine() -> Result<&'static Engine> {
    ENGINE.as_ref().map_err(Refusal::unexpected)
}

pub(crate) fn timestamp(at: Instant) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

// Typesetting takes the processor for a while, so it runs beside the requests.
async fn typeset<P: Paper + Send + 'static>(paper: P, at: Instant) -> Result<Pdf> {
    let set = tokio::task::spawn_blocking(move || engine()?.typeset(&paper, timestamp(at)).map_err(Refusal::unexpected));
    set.await.map_err(Refusal::unexpected)?
}

/// One of the forms; none of another name, or before there is anything to print.
pub(crate) async fn form(ground: &ground::Ground, application: &Application, name: &str) -> Result<Pdf> {
    let reader = ground.reader();
    let at = ground.clock.now();
    match name {
        "01.pdf" => typeset(registration::paper(ground, &reader, application).await?, at).await,
        "02.pdf" => typeset(self_assessment::paper(ground, &reader, application).await?, at).await,
        "03.pdf" => typeset(commune_report::paper(&reader, application).await?, at).await,
        _ => Err(Refusal::not_found()),
    }
}

/// `GET /dossiers/{id}/forms/02.pdf`.
async fn show(here: Here, Path((id, name)): Path<(ApplicationId, String)>) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let pdf = form(here.ground(), &seen.application, &name).await?;
    Ok(pdf_response(&format!("mau-{name}"), pdf.bytes().to_vec()))
}

pub(crate) fn pdf_response(name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("inline; filename=\"{name}\"");
    let head = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    (head, bytes).into_response()
}
