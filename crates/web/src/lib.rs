//! How every room shows itself: frame, words, forms, tables, answers, refusals as pages and as problem+json.
//!
//! The web knows nothing of producers, dossiers or councils, and nothing of how anyone signs in: a room above it puts
//! the [`ground::Actor`] and the [`Visit`] of a request into its extensions.

mod answer;
mod app;
pub mod assets;
mod field;
mod form;
mod frame;
mod here;
pub mod hours;
pub mod parts;
mod refused;
pub mod security;
pub mod table;
#[cfg(feature = "testing")]
pub mod testing;
mod upload;
mod words;

pub use answer::{Answer, Stop, see_other};
pub use app::{App, NavEntry};
pub use field::{Choice, DateField, Field, Wrong, wrongs};
pub use form::{FormData, Posted, Reading};
pub use frame::{Behalf, Frame, Me, Named, NavItem};
pub use here::{Here, Visit};
pub use refused::show_refusals;
pub use upload::{Upload, Uploaded};
pub use words::{Words, WordsError};

/// Texts of the frame and of the components.
pub const WORDS: (&str, &str) = (
    concat!(include_str!("../words/vi.ftl"), include_str!("../words/answer-vi.ftl")),
    concat!(include_str!("../words/en.ftl"), include_str!("../words/answer-en.ftl")),
);
