//! Running a query: the store narrows, each event is looked at, a page goes out.

use epcis::query::{Direction as Sequence, Limit, OrderBy, Query};
use ground::Ground;

use super::plan::{narrow, span};
use crate::caller::Sight;
use crate::event::{Found, found, redacted};
use crate::master::Known;
use crate::page::{Asked, Cursor};
use crate::problem::{Kind, Problem};
use crate::store::{Direction, EventKey, Micros, Order, Scan, Store};

/// Most events that one request looks at; a page that comes to this end is short and has a next one.
const MAX_LOOKED_AT: usize = 20_000;
/// Most results that are put in an order of what they say, and that `maxEventCount` counts.
const MAX_COUNTED: usize = 10_000;
/// Most events read at once.
const CHUNK: usize = 500;
/// How many times as many are read at once after too few of the events before were what was asked for.
const MORE: usize = 4;

/// Who asks what, of what.
#[derive(Clone, Copy)]
pub(crate) struct Asking<'a> {
    pub ground: &'a Ground,
    pub store: &'a Store,
    pub caller: &'a Sight,
    pub query: &'a Query,
    pub master: &'a Known,
}

/// A page of results.
#[derive(Debug)]
pub(crate) struct Results {
    /// The events.
    pub found: Vec<Found>,
    /// Where the next page begins, and how many results are still to come of a limited query.
    pub next: Option<(Cursor, Option<u64>)>,
}

/// Runs a query for a caller.
///
/// # Errors
/// More results than `maxEventCount`; more work than a query may make; the store is away.
pub(crate) async fn run(asking: Asking<'_>, asked: &Asked) -> Result<Results, Problem> {
    let Asking { caller, query, .. } = asking;
    let hint = query.hint();
    let mut scan = Scan::of(caller.scope(), CHUNK);
    scan.narrow = narrow(&hint);
    scan.event_time = span(hint.event_time);
    scan.record_time = span(hint.record_time);
    if let Some(order) = hint.order {
        scan.direction = match order.direction {
            Sequence::Ascending => Direction::Asc,
            Sequence::Descending => Direction::Desc,
        };
        match &order.by {
            OrderBy::EventTime => scan.order = Order::EventTime,
            OrderBy::RecordTime => scan.order = Order::RecordTime,
            OrderBy::Own(_) => return sorted(asking, scan, asked).await,
        }
    }
    if let (Some(Limit::AtMost(most)), None) = (query.limit(), &asked.cursor) {
        bounded(asking, scan.clone(), most).await?;
    }
    let remaining = match (query.limit(), asked.remaining) {
        (Some(Limit::First(first)), None) => Some(first),
        (Some(Limit::First(_)), left) => left,
        _ => None,
    };
    let wanted = remaining
        .map_or(asked.per_page, |left| asked.per_page.min(usize::try_from(left).unwrap_or(usize::MAX)));
    scan.after =
        asked.cursor.as_ref().and_then(Cursor::time_and_key).map(|(time, key)| (Micros(time), EventKey(key)));
    // Mostly the store gives what was asked for and nothing else; one more tells whether that is all.
    scan.limit = CHUNK.min(wanted.saturating_add(1));
    let mut walk = Walk::new(asking, scan);
    let mut results = Vec::new();
    while results.len() < wanted {
        match walk.next().await? {
            Some(found) => results.push(found),
            None => break,
        }
    }
    let left = remaining.map(|left| left.saturating_sub(results.len() as u64));
    let ends = left == Some(0) || walk.is_over().await?;
    let next = walk.cursor().filter(|_| !ends).map(|cursor| (cursor, left));
    Ok(Results { found: results, next })
}

// All matches, in the order of what they say.
async fn sorted(asking: Asking<'_>, scan: Scan, asked: &Asked) -> Result<Results, Problem> {
    let query = asking.query;
    let mut all = matches(asking, scan, MAX_COUNTED).await?;
    all.sort_by(|one, two| query.order_of(&one.event, &two.event));
    match query.limit() {
        Some(Limit::AtMost(most)) if all.len() as u64 > most => return Err(too_large(most)),
        Some(Limit::First(first)) => all.truncate(usize::try_from(first).unwrap_or(usize::MAX)),
        _ => {}
    }
    let skip = match &asked.cursor {
        Some(Cursor::Skip(skip)) => *skip,
        _ => 0,
    };
    let more = all.len() > skip + asked.per_page;
    let found = all.into_iter().skip(skip).take(asked.per_page).collect();
    Ok(Results { found, next: more.then_some((Cursor::Skip(skip + asked.per_page), None)) })
}

async fn bounded(asking: Asking<'_>, scan: Scan, most: u64) -> Result<(), Problem> {
    let most_counted = usize::try_from(most).unwrap_or(usize::MAX).min(MAX_COUNTED);
    let mut walk = Walk::new(asking, scan);
    let mut count = 0;
    while walk.next().await?.is_some() {
        count += 1;
        if count > most_counted {
            return Err(too_large(most));
        }
    }
    if walk.is_over().await? { Ok(()) } else { Err(too_complex()) }
}

async fn matches(asking: Asking<'_>, scan: Scan, most: usize) -> Result<Vec<Found>, Problem> {
    let mut walk = Walk::new(asking, scan);
    let mut all = Vec::new();
    while let Some(found) = walk.next().await? {
        if all.len() >= most {
            return Err(too_complex());
        }
        all.push(found);
    }
    if walk.is_over().await? { Ok(all) } else { Err(too_complex()) }
}

fn too_large(most: u64) -> Problem {
    Problem::new(Kind::QueryTooLarge, "trace-query-too-large").with("most", most.to_string())
}

fn too_complex() -> Problem {
    Problem::new(Kind::QueryTooComplex, "trace-query-too-complex").with("most", MAX_LOOKED_AT.to_string())
}

/// A walk over the events that the store narrows to, one match after the other.
struct Walk<'a> {
    asking: Asking<'a>,
    scan: Scan,
    read: std::vec::IntoIter<crate::store::StoredEvent>,
    last_chunk: bool,
    looked_at: usize,
}

impl<'a> Walk<'a> {
    fn new(asking: Asking<'a>, scan: Scan) -> Self {
        Self { asking, scan, read: Vec::new().into_iter(), last_chunk: false, looked_at: 0 }
    }

    // None at the end, or where enough was looked at.
    async fn next(&mut self) -> Result<Option<Found>, Problem> {
        loop {
            if self.looked_at >= MAX_LOOKED_AT || (self.read.len() == 0 && !self.fill().await?) {
                return Ok(None);
            }
            let Some(stored) = self.read.next() else { return Ok(None) };
            self.looked_at += 1;
            self.scan.after = Some(self.scan.after(&stored));
            let Asking { ground, store, caller, .. } = self.asking;
            let Some(found) = redacted(ground, store, found(stored)?, caller).await? else { continue };
            if found.fits(self.asking.query, self.asking.master) {
                return Ok(Some(found));
            }
        }
    }

    async fn fill(&mut self) -> Result<bool, Problem> {
        if self.last_chunk {
            return Ok(false);
        }
        let chunk = self.asking.store.scan(self.scan.clone()).await?;
        self.last_chunk = chunk.len() < self.scan.limit;
        self.scan.limit = CHUNK.min(self.scan.limit * MORE);
        self.read = chunk.into_iter();
        Ok(self.read.len() > 0)
    }

    // Whether nothing is left to look at.
    async fn is_over(&mut self) -> Result<bool, Problem> {
        Ok(self.read.len() == 0 && !self.fill().await?)
    }

    // After the last event that was looked at.
    fn cursor(&self) -> Option<Cursor> {
        self.scan.after.map(|(time, key)| Cursor::at(time.0, key.0))
    }
}
