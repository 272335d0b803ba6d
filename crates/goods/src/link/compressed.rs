//! Compressed links, whole or behind their key: followed, because they were printed; never written.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, Uri};
use axum::response::{IntoResponse, Response};
use ground::Refusal;
use gs1::link::compressed::decompress;
use web::{App, Stop};

use super::asked::{LONGEST, STEM};
use super::resolve::resolve;

/// `GET /{packed}`: a link compressed whole; another address of one segment is nobody's.
pub(super) async fn packed(State(app): State<App>, request: Request) -> Response {
    match unpacked(request.uri()) {
        Some(_) => resolve(State(app), request).await,
        None => Stop(Refusal::not_found()).into_response(),
    }
}

/// The uncompressed link of one that is compressed.
pub(super) fn unpacked(asked: &Uri) -> Option<Uri> {
    let text = asked.path_and_query()?.as_str();
    if text.len() > LONGEST {
        return None;
    }
    decompress(&format!("{STEM}{text}")).ok()?.strip_prefix(STEM)?.parse().ok()
}

/// Says in the header `Link` what was compressed (section 2.3).
pub(super) fn same_as(app: &App, uncompressed: &Uri) -> Option<HeaderValue> {
    let root = app.ground.config.public_url.trim_end_matches('/');
    HeaderValue::try_from(format!("<{root}{uncompressed}>; rel=\"owl:sameAs\"")).ok()
}
