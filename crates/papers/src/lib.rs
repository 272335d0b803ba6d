//! Official papers and labels as PDF, typeset from templates that an office may adapt.
//!
//! A paper is a struct of facts ([`paper`]); a template of the same name lays it out after Decree 30/2020
//! ([`Templates`]); the [`Engine`] puts the two together. [`dossier`] binds many papers into one file; [`label`]
//! puts many labels on sheets.

pub mod dossier;
mod engine;
mod error;
pub mod label;
pub mod paper;
mod pdf;
mod points;
mod qr;
mod template;
#[cfg(feature = "testing")]
pub mod testing;

pub use engine::{Attachment, DATA, Engine};
pub use error::PaperError;
pub use paper::Paper;
pub use pdf::Pdf;
pub use points::Points;
pub use qr::{QUIET_ZONE, qr_svg};
pub use template::{BUILT_IN, Templates};
