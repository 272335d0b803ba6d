//! One index read in the order of the page: the only statements that read events.

use super::draft::Draft;
use super::{Direction, Order, Scan};
use crate::store::occurs::Place;
use crate::store::value::Statement;
use crate::store::{EventKey, ItemKey, KeyRange, Micros, Role, Tenant};

/// Columns of streams of events.
pub(crate) const EVENT_COLUMNS: &str = "tenant, id, event_time, visibility, in_error, dict, doc";
/// Columns of streams of items.
pub(crate) const ITEM_COLUMNS: &str = "tenant, id, event_time";

/// A part of a scan that one index gives.
#[derive(Clone, Debug)]
pub(crate) struct Stream {
    pub who: Who,
    pub pick: Pick,
}

/// Whose events.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Who {
    /// A party's.
    Tenant(Tenant),
    /// The public ones of a party.
    PublicOf(Tenant),
    /// A party's, and the public ones; for streams whose index begins otherwise.
    TenantOrPublic(Tenant),
    /// The public ones.
    Public,
    /// The public ones of all but this party.
    PublicBut(Tenant),
    /// All.
    All,
}

/// Which of them.
#[derive(Clone, Debug)]
pub(crate) enum Pick {
    Any,
    Word(Place, i32),
    Words(Place, Vec<i32>),
    /// Of any of these parties: the index begins with the party, so that what one captures lies together.
    Identities(Vec<Tenant>, Vec<[u8; 16]>),
    Keys(Vec<EventKey>),
    Items(Vec<ItemKey>, Vec<Role>),
    Range(KeyRange, Vec<Role>),
}

/// The index that a stream of events is read by, where several would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drive {
    EventTime,
    RecordTime,
    Word,
}

impl Stream {
    /// The rows of a page, not beyond the bound; `index` is said after the table's name.
    pub fn page(&self, scan: &Scan, bound: Option<(Micros, EventKey)>, index: &str) -> Statement {
        let mut draft = match &self.pick {
            Pick::Items(..) | Pick::Range(..) => {
                Draft::new(format!("SELECT DISTINCT {ITEM_COLUMNS} FROM item_event{index}"))
            }
            _ => Draft::new(format!("SELECT {EVENT_COLUMNS} FROM event{index}")),
        };
        self.tests(scan, &mut draft);
        draft.cursor(scan, scan.after, false);
        draft.cursor(scan, bound, true);
        let way = if scan.direction == Direction::Asc { "ASC" } else { "DESC" };
        match scan.order {
            Order::EventTime => draft.sql.push_str(&format!(" ORDER BY event_time {way}, id {way}")),
            Order::RecordTime => draft.sql.push_str(&format!(" ORDER BY id {way}")),
        }
        let limit = draft.add(scan.limit.into());
        draft.sql.push_str(&format!(" LIMIT {limit}"));
        Statement::new(draft.sql, draft.values)
    }

    /// How many rows an index would give, counted no further than `most`.
    pub fn count(&self, scan: &Scan, drive: Drive, index: &str, most: usize) -> Statement {
        let mut draft = Draft::new(format!("SELECT count(*) FROM (SELECT 1 FROM event{index}"));
        draft.who(self.who);
        match drive {
            Drive::EventTime => draft.event_time(scan),
            Drive::RecordTime => draft.record_time(scan),
            Drive::Word => {
                draft.pick(&self.pick);
                draft.event_time(scan);
            }
        }
        let most = draft.add(most.into());
        draft.sql.push_str(&format!(" LIMIT {most})"));
        Statement::new(draft.sql, draft.values)
    }

    fn tests(&self, scan: &Scan, draft: &mut Draft) {
        draft.who(self.who);
        draft.pick(&self.pick);
        draft.event_time(scan);
        draft.record_time(scan);
    }
}
