//! Producers ("chủ thể"): who makes the products, how they are registered and who represents them.

mod consents;
mod details;
mod edit;
mod form;
pub(crate) mod likeness;
mod list;
pub mod member;
mod model;
mod register;
mod show;
pub(crate) mod store;

use axum::Router;
use axum::routing::{get, post};
pub use details::Details;
pub use edit::edit;
use ground::actor::PlaceId;
pub use ground::actor::ProducerId;
use ground::facts::News;
use ground::{Actor, Ground, Refusal, Resource, Result};
pub use likeness::{Likeness, alike};
pub(crate) use list::{matching, signed_in, within};
pub(crate) use model::folded;
pub use model::{Disability, MemberKind, ProducerKind, Sex};
pub(crate) use register::insert;
pub use register::register;
pub use store::{Model as Producer, in_reach, load, load_all};

use crate::place;

/// A producer as policies see it; `scope` is that of its place ([`place::scope`]).
pub fn resource(producer: &Producer, scope: &[PlaceId]) -> Resource {
    resource_of(producer.id, scope)
}

pub(crate) fn resource_of(producer: ProducerId, scope: &[PlaceId]) -> Resource {
    Resource::new("producer", producer).places(scope.iter().copied()).producer(producer)
}

/// A producer that the actor may see, with the resource that policies are asked about.
///
/// # Errors
/// There is none, or the actor may not know of it: both look the same.
pub async fn visible(ground: &Ground, actor: &Actor, id: ProducerId) -> Result<(Producer, Resource)> {
    let reader = ground.reader();
    let producer = load(&reader, id).await?;
    let scope = place::scope(&reader, producer.place_id, ground.clock.today()).await?;
    let resource = resource(&producer, &scope);
    if !ground.access.allows(actor, "see-producer", &resource) {
        return Err(Refusal::not_found());
    }
    Ok((producer, resource))
}

/// The address of a producer's page.
pub fn href(id: ProducerId) -> String {
    format!("/register/producers/{id}")
}

// The fact that a producer's record changed.
fn changed(producer: &Producer) -> Result<News> {
    News::new("ProducerChanged", producer.id, &())
}

pub(crate) fn routes() -> Router<web::App> {
    Router::new()
        .route("/register/producers", get(list::list))
        .route("/register/producers.csv", get(list::as_csv))
        .route("/register/producers.xlsx", get(list::as_xlsx))
        .route("/register/producers/new", get(register::offer).post(register::submit))
        .route("/register/producers/{id}", get(show::show))
        .route("/register/producers/{id}/edit", get(edit::offer).post(edit::submit))
        .route("/register/producers/{id}/consents/new", get(consents::offer).post(consents::receive))
        .route("/register/producers/{id}/members/new", get(member::offer).post(member::submit))
        .route("/register/producers/{id}/members/{member}/leave", post(member::leave))
}
