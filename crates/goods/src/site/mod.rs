//! Sites: where a producer works beside its own premises, such as a field or a workshop.

mod store;

pub use store::{ActiveModel, Column, Entity, Model as Site, SiteId, load_all, of_producer};
