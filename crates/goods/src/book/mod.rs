//! A producer's logbook as a whole: who may see it and write in it.

mod list;
mod overview;

use axum::routing::get;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Refusal, Resource, Result};
use register::place;
use register::producer::{self, Producer};

/// A logbook that the actor may see.
#[derive(Clone, Debug)]
pub struct Book {
    /// Whose it is.
    pub producer: Producer,
    /// What policies are asked about.
    pub resource: Resource,
}

impl Book {
    /// The logbook of a producer.
    ///
    /// # Errors
    /// There is no such producer, or the actor may not know of its goods: both look the same.
    pub async fn of(ground: &Ground, actor: &Actor, producer: ProducerId) -> Result<Self> {
        let reader = ground.reader();
        let producer = producer::load(&reader, producer).await?;
        let scope = place::scope(&reader, producer.place_id, ground.clock.today()).await?;
        let resource = Resource::new("logbook", producer.id).places(scope).producer(producer.id);
        if !ground.access.allows(actor, "see-logbook", &resource) {
            return Err(Refusal::not_found());
        }
        Ok(Self { producer, resource })
    }

    /// Its address.
    pub fn href(&self) -> String {
        href(self.producer.id)
    }
}

/// The address of a producer's logbook.
pub fn href(producer: ProducerId) -> String {
    format!("/goods/{producer}")
}

/// `/goods`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods", get(list::show))
        .route("/goods/overview", get(overview::show))
        .route("/goods/overview.csv", get(overview::as_csv))
        .route("/goods/overview.xlsx", get(overview::as_xlsx))
}
