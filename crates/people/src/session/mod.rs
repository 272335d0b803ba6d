//! A session: opened by signing in, recognised by a token of which only the hash is kept, ended by signing out, by
//! revoking it, by time.

mod address;
mod back_off;
mod end;
mod keep;
mod layer;
mod line;
mod model;
mod sign_in;
mod sign_out;
mod store;
mod token;

pub use address::Origin;
use axum::routing::{get, post};
pub(crate) use back_off::{attempt, forgive};
pub use end::{end, end_others};
pub(crate) use layer::Known;
pub use layer::layer;
pub(crate) use line::{SessionLine, lines};
pub use model::{Model as SessionRow, SessionId};
pub(crate) use sign_in::{LANG_COOKIE, LANG_SECONDS, cookie};
pub use sign_in::{Opened, sign_in};
pub use sign_out::sign_out;
pub(crate) use store::{end_all, live_of};
pub(crate) use token::{Token, hash_of};

/// The cookie that carries the token.
pub const COOKIE: &str = "sen_session";
/// How long a session lives at most, however busy it is (NIST SP 800-63B-4, AAL2: one day).
pub const ABSOLUTE_SECONDS: i64 = 86_400;

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::receive))
        .route("/sign-out", post(sign_out::receive))
        .route("/session", post(keep::receive))
        .route("/me/sessions/{id}/end", post(end::receive))
        .route("/me/sessions/end-others", post(end::receive_others))
}
