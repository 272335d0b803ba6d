//! The producer's own assessment: marks in plain words, papers cited beside them, told parts, comments, and what it
//! would come to today.

mod changes;
pub(crate) mod citation_row;
mod cite;
mod comment;
mod comment_row;
mod criterion;
mod gaps;
mod mark;
mod mark_row;
mod merge;
mod model;
mod narrative_row;
mod show;
mod store;
mod verdict;

use axum::Router;
use axum::routing::{get, post};
use web::App;

pub(crate) use changes::copy;
pub use citation_row::{CitationId, Model as Citation};
pub use cite::{NewCitation, cite, drop_citation};
pub use comment::comment;
pub use gaps::{Gaps, gaps};
pub use mark::{Marked, Wanted, mark};
pub use model::{Marks, applies, ballot, sheet_of, unmarked};
pub use narrative_row::Topic;
pub use store::{CitedPaper, all_citations, citations, marks};
pub(crate) use store::{mark_rows, narrative};

/// `/dossiers/{id}` and what is written in it.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/dossiers/{id}", get(show::show))
        .route("/dossiers/{id}/marks", post(mark::post))
        .route("/dossiers/{id}/merge", get(merge::show))
        .route("/dossiers/{id}/cite", get(cite::show).post(cite::post))
        .route("/dossiers/{id}/citations/{citation}/drop", post(cite::drop_post))
        .route("/dossiers/{id}/comments", post(comment::post))
}
pub(crate) use show::{frame, stage_tag};
