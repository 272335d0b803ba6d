//! Producers ("chủ thể"): who makes the products, how they are registered and who represents them.

pub mod member;
mod model;
pub(crate) mod store;

pub use ground::actor::ProducerId;
use ground::actor::PlaceId;
use ground::{Actor, Ground, Refusal, Resource, Result};
pub use model::{Disability, MemberKind, ProducerKind, Sex};
pub use store::{Model as Producer, load, load_all};

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
