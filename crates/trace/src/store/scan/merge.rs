//! What several streams found, in one order.

use std::collections::BTreeMap;

use super::{Direction, Scan, Stream};
use crate::store::pack::{Pack, Version};
use crate::store::value::Row;
use crate::store::{EventKey, Micros, Result, Tenant, Visibility};

/// A scan in terms of indexes, for either engine.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub scan: Scan,
    /// Disjoint, or nearly so; merged by the order.
    pub streams: Vec<Stream>,
}

/// A row of a scan; of streams of items, the document comes afterwards.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub tenant: Tenant,
    pub id: EventKey,
    pub event_time: Micros,
    pub rest: Option<(Visibility, bool, Version, Vec<u8>)>,
}

impl Found {
    /// Of a row with the columns of [`stream::EVENT_COLUMNS`] or [`stream::ITEM_COLUMNS`].
    pub fn read(mut row: Row) -> Result<Self> {
        let rest = if row.0.len() > 3 {
            Some((row.visibility(3)?, row.flag(4)?, row.int(5)?, row.bytes(6)?))
        } else {
            None
        };
        Ok(Self { tenant: row.tenant(0)?, id: row.event(1)?, event_time: row.time(2)?, rest })
    }

    /// Whether the dictionary of its document is known.
    pub fn is_opened_by(&self, pack: &Pack) -> bool {
        self.rest.as_ref().is_none_or(|rest| pack.has(rest.2))
    }
}

/// The first of what several streams found.
pub(crate) struct Merged {
    found: BTreeMap<(Micros, EventKey, Tenant), Found>,
}

impl Merged {
    pub fn new() -> Self {
        Self { found: BTreeMap::new() }
    }

    pub fn add(&mut self, scan: &Scan, rows: Vec<Row>) -> Result<()> {
        for row in rows {
            let found = Found::read(row)?;
            let (time, id) = scan.place(found.event_time, found.id);
            self.found.insert((time, id, found.tenant), found);
        }
        while self.found.len() > scan.limit {
            match scan.direction {
                Direction::Asc => self.found.pop_last(),
                Direction::Desc => self.found.pop_first(),
            };
        }
        Ok(())
    }

    /// The last place that still has a place, when the page is full.
    pub fn bound(&self, scan: &Scan) -> Option<(Micros, EventKey)> {
        let full = self.found.len() >= scan.limit;
        let last = match scan.direction {
            Direction::Asc => self.found.last_key_value(),
            Direction::Desc => self.found.first_key_value(),
        };
        last.filter(|_| full).map(|((time, id, _), _)| (*time, *id))
    }

    pub fn finish(self, scan: &Scan) -> Vec<Found> {
        let found = self.found.into_values();
        if scan.direction == Direction::Asc { found.collect() } else { found.rev().collect() }
    }
}
