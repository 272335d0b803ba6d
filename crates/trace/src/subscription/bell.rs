//! What wakes whoever hands events on.

use tokio::sync::Notify;

/// Rung when events come and when subscriptions change; on the ground's shelf.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    /// For the one who empties the outbox.
    pub outbox: Notify,
    /// For all open sockets: something may wait for them.
    pub sockets: Notify,
}
