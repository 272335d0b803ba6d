//! A producer's vault: papers with their dates, stored once and cited many times.

mod add;
pub(crate) mod file_row;
mod list;
mod model;
mod pages;
pub(crate) mod row;
mod show;
mod store;
mod vouch;
pub(crate) mod vouching_row;
mod withdraw;

use axum::Router;
use axum::routing::{get, post};
use web::App;

pub use add::{NewPaper, add};
pub(crate) use list::in_a_line;
pub use model::{FREE, Standing, standing};
pub use row::{Model as Paper, PaperId};
pub use store::{files, load, of_producer, resource};
pub(crate) use store::{page_count, sees_cited, vault_href};

/// `/papers` and what is done with one. The limits of an upload are the form's own.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/papers", get(list::show).post(add::post))
        .route("/papers/new", get(add::show))
        .route("/papers/{id}", get(show::show))
        .route("/papers/{id}/files", post(add::post_file))
        .route("/papers/{id}/pages/{n}", get(pages::show))
        .route("/papers/{id}/vouch", post(vouch::post))
        .route("/papers/{id}/withdraw", post(withdraw::post))
}
