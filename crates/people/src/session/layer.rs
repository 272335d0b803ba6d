//! Recognising who calls: by the session's cookie, or by an API key.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use ground::{Actor, Instant, Lang, Result};
use serde_json::json;
use web::{App, Here, Stop, Visit};

use super::model::{Model, ends_at};
use super::token::csrf_of;
use super::{COOKIE, hash_of, store};
use crate::account::{self, AccountRow};
use crate::key;

/// A session's last use is written at most so often, so that reading does not write.
const TOUCH_SECONDS: i64 = 60;

/// The session in hand, also while its password is still the one-time password.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub session: Model,
    pub account: AccountRow,
}

impl Known {
    /// The account alone, without roles: enough for what is its own.
    pub fn actor(&self) -> Actor {
        Actor { user: Some(self.account.id), name: self.account.name.clone(), ..Actor::default() }
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Known {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}

/// Puts the [`Actor`] and the [`Visit`] of a request into its extensions: by the cookie `sen_session`, by
/// `Authorization: Bearer`, or nobody. A wrong key is 401. Lay [`web::show_refusals`] both inside and outside of it,
/// so that its own refusals are shown too.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let bearer = bearer.and_then(|value| value.strip_prefix("Bearer ")).map(|token| token.trim().to_owned());
    let recognised = match bearer {
        Some(token) => match key::recognise(&app.ground, &token, parts.method.is_safe()).await {
            Ok(Some(caller)) => {
                parts.extensions.insert(caller.actor);
                parts.extensions.insert(caller.scopes);
                parts.extensions.insert(Visit { by_key: true, ..Visit::default() });
                Ok(())
            }
            Ok(None) => return wrong_key(&app, lang_of(&app, &mut parts).await),
            Err(refusal) => Err(refusal),
        },
        None => by_cookie(&app, &mut parts).await,
    };
    match recognised {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refusal) => Stop(refusal).into_response(),
    }
}

async fn lang_of(app: &App, parts: &mut Parts) -> Lang {
    Here::from_request_parts(parts, app).await.map_or_else(|_| Lang::default(), |here| here.lang)
}

fn wrong_key(app: &App, lang: Lang) -> Response {
    let body = json!({
        "type": "/problems/key-unknown",
        "title": app.words.text(lang, "refused-401", &[]),
        "status": StatusCode::UNAUTHORIZED.as_u16(),
        "detail": app.words.text(lang, "refusal-key-unknown", &[]),
    });
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
        (header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
    ];
    (StatusCode::UNAUTHORIZED, head, body.to_string()).into_response()
}

async fn by_cookie(app: &App, parts: &mut Parts) -> Result<()> {
    let jar = CookieJar::from_headers(&parts.headers);
    let Some(token) = jar.get(COOKIE).map(|cookie| cookie.value().to_owned()).filter(|t| !t.is_empty())
    else {
        return Ok(());
    };
    let ground = &app.ground;
    let (now, idle) = (ground.clock.now(), ground.config.session_seconds);
    let found = store::by_hash(&ground.reader(), &hash_of(&token)).await?;
    let Some((live, account)) = found else { return Ok(()) };
    if !live.is_live(now, idle) || account.disabled_at.is_some() {
        return Ok(());
    }
    let seen_at = touched(app, &live, now).await;
    // Until the one-time password is changed, the account is nobody but to its own page.
    let is_free = !account.must_change_password() || parts.uri.path() == "/me/password";
    if is_free {
        parts.extensions.insert(account::actor_of_row(ground, &account).await?);
    }
    let lang = lang_of(app, parts).await;
    parts.extensions.insert(Visit {
        csrf: csrf_of(&token),
        session_ends: Some(ends_at(live.session.opened_at, seen_at, idle).rfc3339()),
        me: Some(Arc::new(account::me_of(app, lang, &account).await?)),
        waiting: None,
        by_key: false,
    });
    parts.extensions.insert(Known { session: live.session, account });
    Ok(())
}

// That the last use cannot be noted is no reason to refuse a page that only reads.
async fn touched(app: &App, live: &store::Live, now: Instant) -> Instant {
    if now < live.seen_at.plus_seconds(TOUCH_SECONDS) {
        return live.seen_at;
    }
    if let Err(refusal) = store::touch(&app.ground.records, live.session.id, now).await {
        tracing::warn!(%refusal, "a session's last use was not noted");
        return live.seen_at;
    }
    now
}
