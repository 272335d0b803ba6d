//! The records of other rooms that a case is about.

pub use dossier::application::ApplicationId;
pub use register::product::ProductId;
