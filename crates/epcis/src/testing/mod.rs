//! Random events and queries, and a slow evaluator to hold quick ones against.

mod ask;
mod event;
pub mod reference;
mod seed;

pub use ask::query;
pub use event::{NAMESPACE, event, event_id, read, vocabularies};
pub use seed::Seed;
