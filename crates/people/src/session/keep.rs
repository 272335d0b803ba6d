//! Staying: the session is used again before it ends.

use axum::Json;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use ground::{Refusal, RefusalKind};
use serde_json::json;
use web::{Answer, Here, Posted, see_other};

use super::{Known, model, store};

/// `POST /session`.
pub(super) async fn receive(
    here: Here,
    known: Option<Known>,
    headers: HeaderMap,
    Posted(_): Posted,
) -> Answer {
    let Some(known) = known else {
        return Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in").into());
    };
    let ground = here.ground();
    let now = ground.clock.now();
    store::touch(&ground.records, known.session.id, now).await?;
    if here.wants_json {
        let ends = model::ends_at(known.session.opened_at, now, ground.config.session_seconds);
        return Ok(Json(json!({ "session_ends": ends.rfc3339() })).into_response());
    }
    Ok(see_other(&came_from(&headers)))
}

// The path of the page on which the button stood.
fn came_from(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = referer.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    path.unwrap_or("/inbox").to_owned()
}
