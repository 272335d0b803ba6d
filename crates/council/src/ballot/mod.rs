//! A ballot: one member's marks on one case, criterion by criterion. Until the chair releases the result nobody but
//! the member learns anything of them: not their number, not that there are any. That a member has finished is said by
//! handing in, never derived from marks.

mod crowd;
mod evidence;
pub(crate) mod mark;
mod mark_row;
pub(crate) mod model;
mod overview;
pub(crate) mod row;
mod show;
mod store;
mod submit;

use axum::Router;
use axum::routing::get;
use web::App;

pub use mark::{Saved, Wanted, save_mark};
pub use mark_row::Model as Mark;
pub use model::seal;
pub use row::Model as Ballot;
pub(crate) use store::{all, handed_in, handed_in_at, handed_in_of, own};
pub use submit::submit;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/ballots/{case}", get(overview::show).post(submit::post))
        .route("/ballots/{case}/opinion", axum::routing::post(mark::post_opinion))
        .route("/ballots/{case}/{criterion}", get(show::show).post(mark::post))
}
