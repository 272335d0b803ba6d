//! A page from SQLite: stream after stream, each no further than the page still has room.
//!
//! SQLite has no statistics to choose an index by, so the index is named. Where an index other than that of the page's
//! order may give few rows, they are counted first, no further than would pay.

use rusqlite::Connection;

use super::{fault, snapshot, sql};
use crate::store::occurs::Place;
use crate::store::scan::{Drive, EVENT_COLUMNS, Found, Merged, Order, Pick, Scan, Stream, Wanted, Who};
use crate::store::value::{Row, Statement};
use crate::store::{EventKey, Micros, Result, Tenant};

/// Rows that are rather sorted than looked for in the page's order.
const SORTED: usize = 2_000;

/// Reads a page.
pub(super) fn scan(connection: &mut Connection, wanted: &Wanted) -> Result<Vec<Found>> {
    // One snapshot for all streams and the documents.
    let snapshot = snapshot(connection)?;
    let mut merged = Merged::new();
    for stream in &wanted.streams {
        let statement = page(&snapshot, &wanted.scan, stream, merged.bound(&wanted.scan))?;
        merged.add(&wanted.scan, sql::query(&snapshot, &statement)?)?;
    }
    let found = merged.finish(&wanted.scan);
    found.into_iter().map(|found| with_document(&snapshot, found)).collect()
}

/// Columns of some events.
pub(crate) fn of_events(
    connection: &Connection,
    columns: &str,
    places: &[(Tenant, EventKey)],
) -> Result<Vec<Row>> {
    // Names the parties' index, because the planner may think those of the public as good.
    let sql = format!("SELECT {columns} FROM event INDEXED BY event_key WHERE tenant = ?1 AND id = ?2");
    let mut ready = connection.prepare_cached(&sql).map_err(fault)?;
    let mut found = Vec::with_capacity(places.len());
    for &(tenant, id) in places {
        found.extend(sql::rows(&mut ready, &[tenant.into(), id.into()])?);
    }
    Ok(found)
}

/// The steps of each stream, in SQLite's words.
pub(super) fn explain(connection: &Connection, wanted: &Wanted) -> Result<Vec<String>> {
    let mut steps = Vec::new();
    for stream in &wanted.streams {
        let page = page(connection, &wanted.scan, stream, None)?;
        let explain = Statement::new(format!("EXPLAIN QUERY PLAN {}", page.sql), page.values);
        for mut row in sql::query(connection, &explain)? {
            steps.push(row.text(3)?);
        }
    }
    Ok(steps)
}

/// The statement of a stream, with its index.
fn page(
    snapshot: &Connection,
    scan: &Scan,
    stream: &Stream,
    bound: Option<(Micros, EventKey)>,
) -> Result<Statement> {
    let index = match stream.pick {
        Pick::Items(..) | Pick::Range(..) => String::new(),
        Pick::Identities(..) => " INDEXED BY event_identity".to_owned(),
        Pick::Keys(_) => " INDEXED BY event_key".to_owned(),
        Pick::Any | Pick::Word(..) | Pick::Words(..) => index(stream, drive(snapshot, scan, stream)?),
    };
    Ok(stream.page(scan, bound, &index))
}

/// The order's own index, unless another has few rows.
fn drive(snapshot: &Connection, scan: &Scan, stream: &Stream) -> Result<Drive> {
    let word =
        matches!(stream.pick, Pick::Word(..)) && !matches!(stream.who, Who::Public | Who::PublicBut(_));
    let own = match scan.order {
        Order::EventTime if word => Drive::Word,
        Order::EventTime => Drive::EventTime,
        Order::RecordTime => Drive::RecordTime,
    };
    let others = [
        (Drive::RecordTime, scan.record_time.from.is_some()),
        (Drive::Word, word),
        (Drive::EventTime, scan.event_time.from.is_some() && !word),
    ];
    for (other, narrows) in others {
        if other == own || !narrows {
            continue;
        }
        let count = stream.count(scan, other, &index(stream, other), SORTED + 1);
        let rows = sql::query(snapshot, &count)?.into_iter().next().map(|mut row| row.int(0)).transpose()?;
        if rows.is_some_and(|rows| usize::try_from(rows).unwrap_or(usize::MAX) <= SORTED) {
            return Ok(other);
        }
    }
    Ok(own)
}

fn index(stream: &Stream, drive: Drive) -> String {
    let public = matches!(stream.who, Who::Public | Who::PublicBut(_));
    let name = match (drive, &stream.pick) {
        (Drive::EventTime, _) if public => "event_public_time",
        (Drive::RecordTime, _) if public => "event_public_key",
        (Drive::EventTime, _) => "event_content",
        (Drive::RecordTime, _) => "event_key",
        (Drive::Word, Pick::Word(Place::BizStep, _)) => "event_biz_step",
        (Drive::Word, Pick::Word(Place::ReadPoint, _)) => "event_read_point",
        (Drive::Word, _) => "event_biz_location",
    };
    format!(" INDEXED BY {name}")
}

fn with_document(snapshot: &Connection, found: Found) -> Result<Found> {
    if found.rest.is_some() {
        return Ok(found);
    }
    match of_events(snapshot, EVENT_COLUMNS, &[(found.tenant, found.id)])?.pop() {
        Some(row) => Found::read(row),
        None => Ok(found),
    }
}
