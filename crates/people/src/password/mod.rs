//! Passwords: hashed with Argon2id, judged by rules that a person can keep, given out once by an administrator.

mod change;
mod hash;
mod one_time;
mod rule;

use axum::routing::get;
pub use change::change;
pub(crate) use hash::verify;
pub use hash::{Hashed, hash};
pub(crate) use one_time::OneTime;
pub use rule::check;

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new().route("/me/password", get(change::show).post(change::receive))
}
