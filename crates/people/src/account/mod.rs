//! An account: a person who signs in, with a login and a password; what the person may do comes from the roles held
//! and the consents in force on the day.

pub mod add;
mod disable;
mod list;
mod model;
mod reset;
mod show;
mod standing;
mod store;

pub use add::{Added, NewAccount, add, create};
use axum::routing::{get, post};
pub use disable::{disable, enable};
pub(crate) use model::LOGIN_MOST;
pub use model::{Login, Model as AccountRow, resource};
pub use reset::reset;
pub use standing::actor_of;
pub(crate) use standing::{actor_of_row, me_of};
pub(crate) use store::{bump, set_language, set_password};
pub use store::{by_login, find, holders, name_of, names};

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/accounts", get(list::show).post(add::receive))
        .route("/accounts/new", get(add::show))
        .route("/accounts/{id}", get(show::show))
        .route("/accounts/{id}/disable", post(disable::receive))
        .route("/accounts/{id}/enable", post(disable::receive_enable))
        .route("/accounts/{id}/password", post(reset::receive))
}
