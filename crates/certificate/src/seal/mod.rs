//! What makes a certificate checkable without this installation: a signed statement and the keys to check it with.
//!
//! The statement is a JSON Web Signature in compact form (RFC 7515) with Ed25519 (RFC 8037); the keys are a JSON Web
//! Key Set at `/.well-known/sen-keys.json`, so that any library for these checks it too.

mod key;
mod list;
mod publish;
mod statement;
mod verify;

pub use key::{Signer, ensure, published, rotate};
pub use statement::{DecisionCited, Statement};
pub use verify::{KeySet, NotVerified, SIGNED, Verified, verify};

/// `/.well-known/sen-keys.json`, `/signing-keys`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/.well-known/sen-keys.json", axum::routing::get(publish::show))
        .route("/signing-keys", axum::routing::get(list::show).post(list::receive))
}
