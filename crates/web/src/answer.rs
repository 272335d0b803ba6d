//! Answers: a page or the same as JSON, a way on, a refusal.

use askama::Template;
use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ground::{Refusal, RefusalKind};
use serde::Serialize;

use crate::Here;
use crate::here::{LANG_COOKIE, SAID_COOKIE};

/// What a handler returns.
pub type Answer = Result<Response, Stop>;

/// A refusal on its way out; [`crate::show_refusals`] makes a page or a problem+json of it.
#[derive(Debug)]
pub struct Stop(pub Refusal);

impl<E: Into<Refusal>> From<E> for Stop {
    fn from(refusal: E) -> Self {
        Self(refusal.into())
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        let mut response = status(self.0.kind).into_response();
        response.extensions_mut().insert(self.0);
        response
    }
}

pub(crate) fn status(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::NotFound => StatusCode::NOT_FOUND,
        RefusalKind::NotSignedIn => StatusCode::UNAUTHORIZED,
        RefusalKind::NotAllowed => StatusCode::FORBIDDEN,
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::WrongState | RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        RefusalKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        RefusalKind::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl Here {
    /// A page, or its struct as JSON at the same address.
    ///
    /// # Errors
    /// The template fails.
    pub fn show(&self, page: &(impl Template + Serialize)) -> Answer {
        self.show_with(StatusCode::OK, page)
    }

    /// The page of a form that came back: what was typed stands in it, and each problem at its field.
    ///
    /// # Errors
    /// The refusal is none of a form, or JSON is wanted: then it goes out as a problem.
    pub fn show_again(&self, page: &(impl Template + Serialize), refusal: Refusal) -> Answer {
        let shown = matches!(
            refusal.kind,
            RefusalKind::Invalid | RefusalKind::TooLarge | RefusalKind::WrongState | RefusalKind::Conflict
        );
        if self.wants_json || !shown {
            return Err(Stop(refusal));
        }
        self.show_with(status(refusal.kind), page)
    }

    fn show_with(&self, status: StatusCode, page: &(impl Template + Serialize)) -> Answer {
        if self.wants_json {
            return Ok((status, Json(page)).into_response());
        }
        let html = page.render().map_err(Refusal::unexpected)?;
        let head = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "private, no-cache"),
        ];
        let mut response = (status, head, html).into_response();
        let headers = response.headers_mut();
        headers.append(header::VARY, HeaderValue::from_static("accept, accept-language, cookie"));
        if self.said.is_some() {
            cookie(headers, SAID_COOKIE, "", 0);
        }
        if self.lang_chosen {
            cookie(headers, LANG_COOKIE, self.lang.tag(), 31_536_000);
        }
        Ok(response)
    }

    /// After an action: the next page says `said-<key>`; with JSON, the address of what came of it.
    ///
    /// # Errors
    /// None.
    pub fn done(&self, next: &str, said: &str) -> Answer {
        if self.wants_json {
            return Ok(Json(serde_json::json!({ "location": next })).into_response());
        }
        let mut response = see_other(next);
        cookie(response.headers_mut(), SAID_COOKIE, said, 60);
        Ok(response)
    }
}

/// 303 to an address of this installation.
pub fn see_other(next: &str) -> Response {
    // Only a path of our own: never another host, whatever a form says.
    let own = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    let next = HeaderValue::from_str(if own { next } else { "/" });
    (StatusCode::SEE_OTHER, [(header::LOCATION, next.unwrap_or(HeaderValue::from_static("/")))])
        .into_response()
}

fn cookie(headers: &mut HeaderMap, name: &str, value: &str, seconds: u32) {
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax");
    if let Ok(text) = HeaderValue::from_str(&text) {
        headers.append(header::SET_COOKIE, text);
    }
}
