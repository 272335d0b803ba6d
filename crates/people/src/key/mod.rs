//! API keys: what a program shows instead of a person's session. A key has scopes; with an account, it lends the
//! account's rights within them.

mod add;
mod list;
mod model;
mod recognise;
mod revoke;
mod store;

pub use add::{Created, NewKey, create};
use axum::routing::{get, post};
pub use model::{KeyId, KeyScopes, Model as KeyRow, READ, SCOPES, WRITE};
pub(crate) use recognise::recognise;
pub use recognise::{Caller, actor_of_key, caller_of};
pub use revoke::revoke;

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/keys", get(list::show).post(add::receive))
        .route("/keys/{id}/revoke", post(revoke::receive))
}
