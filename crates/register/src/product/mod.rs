//! Products: what a producer makes, in which of the decrees' sets, where, and how it looks.

mod add;
mod code;
mod details;
mod edit;
mod form;
pub(crate) mod likeness;
mod list;
pub mod photo;
pub mod sets;
mod show;
pub(crate) mod store;

pub use add::add;
pub(crate) use add::insert;
use axum::Router;
use axum::routing::{get, post};
pub use code::assign_code;
pub use details::Details;
pub use edit::edit;
use ground::actor::PlaceId;
use ground::facts::News;
use ground::{Actor, Ground, Refusal, Resource, Result};
pub use photo::{cover_photo, cover_photos};
pub(crate) use store::counts;
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

/// The address of a product's page in the register.
pub fn href(id: ProductId) -> String {
    format!("/register/products/{id}")
}

// The fact that a product's record changed.
fn changed(product: &Product) -> Result<News> {
    News::new("ProductChanged", product.id, &product.producer_id)
}

pub(crate) fn routes() -> Router<web::App> {
    Router::new()
        .route("/register/products", get(list::list))
        .route("/register/products.csv", get(list::as_csv))
        .route("/register/products.xlsx", get(list::as_xlsx))
        .route("/register/products/new", get(add::offer).post(add::submit))
        .route("/register/products/{id}", get(show::show))
        .route("/register/products/{id}/edit", get(edit::offer).post(edit::submit))
        .route("/register/products/{id}/photos", post(photo::submit))
        .route("/register/products/{id}/photos/{photo}/publish", post(photo::publish))
        .route("/register/products/{id}/photos/{photo}/withdraw", post(photo::withdraw))
        .route("/register/products/{id}/photos/{photo}/remove", post(photo::remove))
        .route("/register/products/{id}/photos/{photo}/{size}", get(photo::kept))
        .route("/photos/{hash}/{size}", get(photo::published))
}
