//! Trade items: what is logged by lots. A producer's own product, or a material it takes in.

mod code;
mod store;
mod unit;

pub use code::ItemCode;
pub use store::{
    ActiveModel, Column, Entity, Model as TradeItem, TradeItemId, by_code, by_gtin, load, load_all,
    of_producer,
};
pub use unit::{Measure, Unit};
