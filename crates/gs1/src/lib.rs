//! GS1 identifiers: keys, application identifiers, element strings, Digital Link, EPC URIs; VietQR payloads.
//!
//! Nothing here reads a file, a clock or the network. What does not hold is a [`Gs1Error`]: the identifier, the
//! place, a stable reason. Its sentences stand in [`WORDS`].

pub mod ai;
mod check;
pub mod element;
pub mod epc;
pub mod key;
pub mod link;
pub mod percent;
mod refusal;
pub mod vietqr;

pub use ai::Ai;
pub use check::{Answer, check, check_with};
pub use element::Element;
pub use refusal::{Code, Gs1Error};

/// The word files: Vietnamese, English.
pub const WORDS: (&str, &str) = (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl"));
