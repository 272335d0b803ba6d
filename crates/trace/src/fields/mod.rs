//! What a party tells others of its events, field by field: a setting of its own.

mod kept;
mod rules;
mod set;
mod show;

use axum::Router;
use axum::routing::get;
use web::App;

pub(crate) use kept::of;
pub(crate) use rules::{FieldRules, Seen};

/// `/trace/visibility`.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/trace/visibility", get(show::show).put(set::set).options(crate::discover::settable))
}
