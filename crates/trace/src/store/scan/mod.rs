//! Reading events page by page: what may be seen, narrowed, in an order that new events do not disturb.

mod draft;
mod merge;
mod plan;
mod read;
mod stream;

pub(crate) use self::merge::{Found, Merged, Wanted};
pub(crate) use self::read::opened;
pub(crate) use self::stream::{Drive, EVENT_COLUMNS, Pick, Stream, Who};
use super::occurs::Place;
use super::{EventKey, KeyRange, Micros, Role, StoredEvent, Tenant};

/// Events of one page.
pub const MAX_PAGE: usize = 10_000;

/// Whose events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those a party captured.
    Party(Tenant),
    /// Those, and the public ones of all others.
    PartyAndPublic(Tenant),
    /// The public ones.
    Public,
    /// All.
    All,
}

/// Which events. Within a list one is enough.
#[derive(Clone, Debug, PartialEq)]
pub enum Narrow {
    /// All of them.
    Nothing,
    /// With one of these business steps, as URIs.
    Steps(Vec<String>),
    /// At one of these business locations, as URIs.
    Places(Vec<String>),
    /// At one of these read points, as URIs.
    ReadPoints(Vec<String>),
    /// With one of these items in one of these roles.
    Items {
        /// The items.
        ranges: Vec<KeyRange>,
        /// The roles.
        roles: Vec<Role>,
    },
    /// With one of these identities.
    Identities(Vec<[u8; 16]>),
    /// These events.
    Keys(Vec<(Tenant, EventKey)>),
}

/// A stretch of time: from, included, until, excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first moment in it; without, it has no beginning.
    pub from: Option<Micros>,
    /// The first moment after it; without, it has no end.
    pub until: Option<Micros>,
}

/// Which time the order follows; events of the same time follow their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// When it happened.
    EventTime,
    /// When it was recorded.
    RecordTime,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The earliest first.
    Asc,
    /// The latest first.
    Desc,
}

/// A page of events.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// Whose.
    pub scope: Scope,
    /// Which.
    pub narrow: Narrow,
    /// When they happened.
    pub event_time: Span,
    /// When they were recorded.
    pub record_time: Span,
    /// In which order.
    pub order: Order,
    /// Which way.
    pub direction: Direction,
    /// The time, in the order's sense, and the key of the last event of the page before.
    pub after: Option<(Micros, EventKey)>,
    /// How many at most; no more than [`MAX_PAGE`].
    pub limit: usize,
}

impl Scan {
    /// All events of a scope by event time, the earliest first.
    pub fn of(scope: Scope, limit: usize) -> Self {
        Self {
            scope,
            narrow: Narrow::Nothing,
            event_time: Span::default(),
            record_time: Span::default(),
            order: Order::EventTime,
            direction: Direction::Asc,
            after: None,
            limit,
        }
    }

    /// The cursor that goes on after this event.
    pub fn after(&self, event: &StoredEvent) -> (Micros, EventKey) {
        match self.order {
            Order::EventTime => (event.event_time, event.id),
            Order::RecordTime => (event.record_time, event.id),
        }
    }

    /// Where an event stands in the order.
    pub(crate) fn place(&self, event_time: Micros, id: EventKey) -> (Micros, EventKey) {
        (if self.order == Order::EventTime { event_time } else { Micros(0) }, id)
    }
}

impl Narrow {
    /// The place in an event and the words, when words narrow it.
    pub(crate) fn words(&self) -> Option<(Place, &[String])> {
        match self {
            Self::Steps(uris) => Some((Place::BizStep, uris)),
            Self::Places(uris) => Some((Place::BizLocation, uris)),
            Self::ReadPoints(uris) => Some((Place::ReadPoint, uris)),
            _ => None,
        }
    }
}
