//! A role held: by whom, in which place or organisation, from when until when.

mod end;
mod find;
mod give;
mod line;
mod model;
mod store;

use axum::routing::{get, post};
pub use end::end;
pub use find::{ScopeFound, ScopeSearch, no_scopes};
pub use give::{NewRole, enter, give};
pub(crate) use line::RoleLine;
pub use model::{Model as RoleRow, RoleHeldId};
pub use store::{held_in, of_account, of_accounts};

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/accounts/{id}/roles", get(give::show).post(give::receive))
        .route("/accounts/{id}/roles/{role}/end", post(end::receive))
}
