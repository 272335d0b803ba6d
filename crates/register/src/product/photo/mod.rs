//! Photos of a product: kept as received, shown to the public only re-encoded and only when published.

mod add;
mod publish;
mod serve;
pub(crate) mod store;

pub use add::add;
pub(super) use add::submit;
pub use publish::{Step, take};
pub(super) use publish::{publish, remove, withdraw};
pub(super) use serve::{kept, published};
pub use store::{Model as Photo, PhotoId, cover_photo, cover_photos, is_public, of_product};
