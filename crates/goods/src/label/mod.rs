//! Labels of a lot: what stands on them, on which sheets or rolls, proved before anything is printed.
//!
//! What is chosen ([`Design`]) and what the records say make the contents ([`Content`]); [`plans`] lays them out by the
//! rules for codes at a till; `typeset` makes the PDF. A run of labels is one row, with serials one row more.

mod codes;
mod content;
mod design;
mod file;
mod gather;
mod plan;
mod print;
mod show;
mod stock;
mod store;
mod typeset;

use axum::routing::get;
use ground::actor::ProducerId;

pub use content::Content;
pub use design::{Design, MOST_LABELS, MOST_OF_FILE};
pub use plan::{EAN_MODULE, MOST_APART, Plan, QR_MODULE, plans};
pub use print::add;
pub use stock::{STOCKS, Stock};
pub use store::{LabelRunId, Model as LabelRun, of_lot};
pub use typeset::{pdf, printed};

use crate::lot::LotId;

/// The address of the labels of a lot.
pub fn href(producer: ProducerId, lot: LotId) -> String {
    format!("/goods/{producer}/lots/{lot}/labels")
}

/// `/goods/{producer}/lots/{lot}/labels`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/lots/{lot}/labels", get(show::show).post(print::submit))
        .route("/goods/{producer}/lots/{lot}/labels/{run}/{file}", get(file::show))
}
