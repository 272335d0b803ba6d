//! A seat: who sits in a council, in which office, and whether they mark.

pub(crate) mod give;
mod model;
pub(crate) mod row;
mod vacate;

use axum::Router;
use axum::routing::post;
use ground::{Reader, Result};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use web::App;

pub use give::{NewSeat, give};
pub use model::{Office, nobody, people};
pub use row::{Model as Seat, SeatId};
pub use vacate::vacate;

use crate::council::CouncilId;

/// The seats of a council, those left included, in the order members are named.
///
/// # Errors
/// The records are away.
pub async fn of_council(reader: &Reader<'_>, council: CouncilId) -> Result<Vec<Seat>> {
    let seats = row::Entity::find().filter(row::Column::CouncilId.eq(council)).order_by_asc(row::Column::N);
    Ok(seats.all(reader).await?)
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/councils/{id}/seats", post(give::post))
        .route("/councils/{id}/seats/{seat}/vacate", post(vacate::post))
}
