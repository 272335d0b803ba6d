//! Refusals as people and machines meet them.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use ground::{Refusal, RefusalKind};
use serde_json::json;

use crate::{App, Frame, Here, see_other};

/// When to try again what is away for the moment, in seconds.
const RETRY_SECONDS: u16 = 10;

/// The page of a refusal.
#[derive(Template)]
#[template(path = "refused.html")]
struct RefusedPage {
    frame: Frame,
    title: String,
    sentence: String,
    way_out: Option<String>,
    sign_in: bool,
}

/// Turns every [`Refusal`] that a handler returned into a page, or into problem+json (RFC 9457).
pub async fn show_refusals(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let here = Here::of(&parts, &app);
    let (method, address) = (parts.method.clone(), parts.uri.to_string());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    // The path is not matched by any route, or by none for this method.
    let unmatched = matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED)
        && !response.headers().contains_key(header::CONTENT_TYPE);
    let refusal = match response.extensions_mut().remove::<Refusal>() {
        Some(refusal) => refusal,
        None if unmatched => Refusal::not_found(),
        None => return response,
    };
    // Whoever is not signed in signs in and comes back to where they wanted to go.
    if refusal.kind == RefusalKind::NotSignedIn && method == Method::GET && !here.wants_json {
        let next: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
        return see_other(&format!("/sign-in?next={next}"));
    }
    let away = refusal.kind == RefusalKind::Unavailable;
    let mut shown = here.refused(response.status(), refusal);
    if away {
        shown.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(RETRY_SECONDS));
    }
    shown
}

impl Here {
    fn refused(&self, status: StatusCode, mut refusal: Refusal) -> Response {
        let operation = self.app.ground.clock.new_id().simple().to_string();
        if matches!(refusal.kind, RefusalKind::Unexpected | RefusalKind::Unavailable) {
            tracing::error!(operation, path = self.path, refusal = %refusal, "refused");
        }
        refusal.params.push(("operation", operation.clone()));
        let sentence = self.app.words.refusal(self.lang, &refusal);
        if self.wants_json {
            return self.problem(status, &refusal, &sentence, &operation);
        }
        let page = RefusedPage {
            frame: self.frame(),
            title: self.t(&format!("refused-{}", status.as_u16())),
            sentence,
            way_out: refusal.way_out,
            sign_in: refusal.kind == RefusalKind::NotSignedIn,
        };
        match page.render() {
            Ok(html) => (status, [(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
            Err(error) => {
                tracing::error!(%error, "the page of a refusal");
                (StatusCode::INTERNAL_SERVER_ERROR, page.sentence).into_response()
            }
        }
    }

    fn problem(&self, status: StatusCode, refusal: &Refusal, sentence: &str, operation: &str) -> Response {
        let fields: Vec<_> = refusal
            .fields
            .iter()
            .map(|problem| {
                let message = self.app.words.problem(self.lang, problem);
                json!({ "field": problem.field, "code": problem.code, "message": message })
            })
            .collect();
        let body = json!({
            "type": format!("/problems/{}", refusal.code),
            "title": self.t(&format!("refused-{}", status.as_u16())),
            "status": status.as_u16(),
            "detail": sentence,
            "instance": operation,
            "fields": fields,
            "way_out": refusal.way_out,
        });
        let kind = HeaderValue::from_static("application/problem+json");
        (status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
    }
}
