//! Doubts: somebody saw a label that does not look right, and says so with a photo.

mod add;
mod list;
mod store;

pub use add::{NewReport, add};
use axum::routing::get;
pub use store::{Model as Report, ReportId, ReportKind};

/// `/l/…/report` for everybody, `/goods/{producer}/reports` for those who work with the goods.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/l/{item}/{lot}/report", get(add::offer).post(add::submit))
        .route("/goods/{producer}/reports", get(list::show))
        .route("/goods/{producer}/reports/{report}/photo", get(list::photo))
}
