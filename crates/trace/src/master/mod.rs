//! Master data: what places, products and parties are. Each party's own, as its documents bring it ([`own`]), and what the
//! register knows, for all ([`register`]).

mod known;
mod name;
mod own;
mod register;

pub(crate) use known::{Known, for_query, of};
pub(crate) use name::{name, name_or_class};
pub(crate) use own::keep;
