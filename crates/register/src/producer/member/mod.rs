//! Members of a producer: who joined, who left, and when.

mod join;
mod leave;
mod store;

pub use join::{NewMember, join};
pub(super) use join::{offer, submit};
pub use leave::leave as end_membership;
pub(super) use leave::submit as leave;
pub use store::{MemberId, Model as Member, of_producer};
