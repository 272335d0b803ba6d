//! What makes a certificate checkable without this installation: a signed statement and the keys to check it with.
//!
//! The statement is a JSON Web Signature in compact form (RFC 7515) with Ed25519 (RFC 8037); the keys are a JSON Web
//! Key Set at `/.well-known/sen-keys.json`, so that any library for these checks it too.

mod key;
mod publish;
mod statement;
mod verify;

pub use key::{Signer, ensure, published, rotate};
pub use statement::{DecisionCited, Statement};
pub use verify::{KeySet, NotVerified, SIGNED, Verified, verify};

pub(crate) use publish::routes;
