//! A sitting: one meeting of a council with an agenda. It opens when enough members are there with one who may lead,
//! and closes when every case is released.

mod attend;
mod attendance_row;
pub(crate) mod call;
mod event_row;
mod minutes;
mod minutes_row;
pub mod model;
mod open;
mod papers;
pub(crate) mod row;
mod show;
pub(crate) mod store;

use axum::Router;
use axum::routing::{get, post};
use web::App;

pub use attend::{Noted, attend};
pub use attendance_row::Model as Attendance;
pub use call::{NewSitting, call};
pub use event_row::{Model as SittingEvent, SittingEventId};
pub use minutes::{Written, write_minutes};
pub use minutes_row::Model as Minutes;
pub use model::{Convened, Moment, Quorum};
pub use open::{close, open};
pub use papers::minutes_paper;
pub use row::{Model as Sitting, SittingId};
pub use store::{convened, of_council};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/councils/{id}/sittings", post(call::post))
        .route("/sittings/{id}", get(show::show))
        .route("/sittings/{id}/attendance", post(attend::post))
        .route("/sittings/{id}/open", post(open::post))
        .route("/sittings/{id}/close", post(open::post_close))
        .route("/sittings/{id}/minutes", get(minutes::show).post(minutes::post))
        .route("/sittings/{id}/minutes.pdf", get(papers::minutes_pdf))
        .route("/sittings/{id}/submission.pdf", get(papers::submission_pdf))
}
