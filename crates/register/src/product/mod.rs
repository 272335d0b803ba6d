//! Products: what a producer makes, in which of the decrees' sets, where, and how it looks.

mod code;
pub mod photo;
pub(crate) mod store;

pub use code::assign_code;
use ground::actor::PlaceId;
use ground::facts::News;
use ground::{Actor, Ground, Refusal, Resource, Result};
pub use photo::{cover_photo, cover_photos};
pub use store::{Model as Product, ProductId, load, load_all, of_producer};

use crate::place;

/// A product as policies see it; `scope` is that of its place ([`place::scope`]).
pub fn resource(product: &Product, scope: &[PlaceId]) -> Resource {
    Resource::new("product", product.id).places(scope.iter().copied()).producer(product.producer_id)
}

/// A product that the actor may see, with the resource that policies are asked about.
///
/// # Errors
/// There is none, or the actor may not know of it: both look the same.
pub async fn visible(ground: &Ground, actor: &Actor, id: ProductId) -> Result<(Product, Resource)> {
    let reader = ground.reader();
    let product = load(&reader, id).await?;
    let scope = place::scope(&reader, product.place_id, ground.clock.today()).await?;
    let resource = resource(&product, &scope);
    if !ground.access.allows(actor, "see-product", &resource) {
        return Err(Refusal::not_found());
    }
    Ok((product, resource))
}

/// The fact that a product's record changed.
pub(crate) fn changed(product: &Product) -> Result<News> {
    News::new("ProductChanged", product.id, &product.producer_id)
}
