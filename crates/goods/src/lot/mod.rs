//! Lots: goods of one kind made or taken in together, by their number.

mod code;
mod store;
mod uri;

pub use code::{LotCode, MOST};
pub use store::{ActiveModel, Column, Entity, LotId, Model as Lot, by_code, by_uri, by_uris, load, load_all};
pub use uri::{OWN, escaped, label_link, uri_of};
