//! Partners: from whom a producer buys and to whom it delivers, with how to reach them; its own affair.

mod store;

pub use store::{ActiveModel, Column, Entity, Model as Partner, PartnerId, load_all, of_producer};
