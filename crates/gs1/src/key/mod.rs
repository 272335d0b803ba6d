//! GS1 identification keys: each a type of its own, made only from a value that holds.

mod check;
mod class;
mod gtin;
mod named;

pub use check::{check_digit, check_pair};
pub use class::names_class;
pub(crate) use gtin::padded as padded_gtin;
pub use gtin::{Gtin, GtinForm};
pub use named::{Cpid, Gcn, Gdti, Giai, Ginc, Gln, Gmn, Grai, Gsin, Gsrn, Itip, Sscc, Upui};
