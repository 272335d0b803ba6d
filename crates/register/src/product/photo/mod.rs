//! Photos of a product: kept as received, shown to the public only re-encoded and only when published.

pub(crate) mod store;

pub use store::{Model as Photo, PhotoId, cover_photo, cover_photos, is_public, of_product};
