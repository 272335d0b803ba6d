//! EPCIS 2.0 and CBV 2.0: events as types, JSON-LD and XML in and out, event hash, validation, vocabularies and units.
//!
//! Nothing here reads a file, a clock or a network: contexts are known, never fetched. Both bindings are lowered
//! into one [`tree`], from which the typed [`model`], the hash and the findings come.

pub mod cbv;
pub mod check;
mod coded;
pub mod grade;
pub mod hash;
pub mod json;
pub mod model;
pub mod query;
mod read;
mod source;
#[cfg(feature = "testing")]
pub mod testing;
pub mod tree;
pub mod unit;
pub mod xml;

pub use check::{WORDS, check, check_source, check_tree};
pub use source::{is_epcis, is_xml, lower};
