//! One step of a trace: where items were, and what stood on the other side.

use super::value::Row;
use super::{EventKey, ItemKey, Micros, Result, Role, Store, StoreError, Tenant, Visibility, links};

/// Hops of one step.
pub const MAX_HOPS: usize = 100_000;

/// An item in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Hop {
    /// The item.
    pub item: ItemKey,
    /// When it was there.
    pub event_time: Micros,
    /// The event.
    pub id: EventKey,
    /// Who captured it.
    pub tenant: Tenant,
    /// Who may see it.
    pub visibility: Visibility,
    /// What the item is in it.
    pub role: Role,
    /// Items on the other side: outputs beside an input, the parent beside a child. None when there are more than
    /// [`links::MAX_LINKS`]: then the document has them.
    pub links: Option<Vec<ItemKey>>,
}

/// A step, for either engine.
pub(crate) struct Hops {
    pub items: Vec<ItemKey>,
    pub roles: Vec<Role>,
    pub limit: usize,
}

impl Store {
    /// Where these items were in one of these roles: by item, then by event time. When there are as many as the limit,
    /// there may be more.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn hops(&self, items: &[ItemKey], roles: &[Role], limit: usize) -> Result<Vec<Hop>> {
        let hops = Hops::of(items, roles, limit);
        if hops.items.is_empty() || hops.roles.is_empty() {
            return Ok(Vec::new());
        }
        self.engine().hops(hops).await
    }
}

impl Hops {
    /// Each item once, in order.
    pub(crate) fn of(items: &[ItemKey], roles: &[Role], limit: usize) -> Self {
        let mut items = items.to_vec();
        items.sort_unstable();
        items.dedup();
        Self { items, roles: roles.to_vec(), limit: limit.min(MAX_HOPS) }
    }
}

impl Hop {
    /// Of a row with the columns of [`COLUMNS`] in front of them the item.
    pub(crate) fn read(item: ItemKey, mut row: Row, from: usize) -> Result<Self> {
        let role: usize = row.small(from + 4)?;
        Ok(Self {
            item,
            event_time: row.time(from)?,
            id: row.event(from + 1)?,
            tenant: row.tenant(from + 2)?,
            visibility: row.visibility(from + 3)?,
            role: *Role::ALL.get(role).ok_or_else(|| StoreError::broken("role of an item"))?,
            links: row.maybe_bytes(from + 5)?.map(|bytes| links::part(&bytes)).transpose()?,
        })
    }
}

/// What a hop is read from.
pub(crate) const COLUMNS: &str = "event_time, id, tenant, visibility, role, links";
