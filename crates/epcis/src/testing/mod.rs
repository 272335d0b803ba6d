//! Random events and queries, and a slow evaluator to hold quick ones against.

mod ask;
mod event;
pub mod reference;
mod seed;
mod values;

pub use ask::query;
pub use event::{event, event_id, read, vocabularies};
pub use seed::Seed;
pub use values::NAMESPACE;
