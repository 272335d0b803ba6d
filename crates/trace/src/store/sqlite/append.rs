//! Writing a batch.

use rusqlite::{Connection, OptionalExtension, params};

use super::{fault, sql};
use crate::store::batch::Outcome;
use crate::store::prepare::{Prepared, Ready};
use crate::store::{EventKey, FIRST_LISTENER, Result, StoreError, job};

/// Writes the events, and says what became of each.
pub(super) fn events(change: &Connection, batch: &Prepared) -> Result<Vec<Outcome>> {
    if !batch.all_or_nothing {
        return each(change, batch);
    }
    change.execute_batch("SAVEPOINT batch").map_err(fault)?;
    let mut outcomes = each(change, batch)?;
    if batch.is_withheld(&outcomes) {
        change.execute_batch("ROLLBACK TO batch").map_err(fault)?;
        batch.withhold(&mut outcomes);
    }
    change.execute_batch("RELEASE batch").map_err(fault)?;
    Ok(outcomes)
}

/// What goes with the events of a batch: its job, and the names of what is keyed by hash.
pub(super) fn beside(change: &Connection, batch: &Prepared) -> Result<()> {
    if let Some(job) = &batch.job {
        sql::query(change, &job::put(batch.tenant, job))?;
    }
    for (item, uri) in &batch.names {
        let mut put = change.prepare_cached(NAME).map_err(fault)?;
        put.execute(params![item.as_bytes(), uri]).map_err(fault)?;
    }
    Ok(())
}

/// Writes the items of a group of events, in the order of their keys, so that each page is touched once.
pub(super) fn items(change: &Connection, stored: &[(&Prepared, &Ready)]) -> Result<()> {
    let mut rows: Vec<_> = stored
        .iter()
        .flat_map(|(batch, event)| event.items.iter().map(move |item| (item, batch.tenant, *event)))
        .collect();
    rows.sort_unstable_by(|(a, _, x), (b, _, y)| {
        (&a.key, x.event_time, x.id, a.role).cmp(&(&b.key, y.event_time, y.id, b.role))
    });
    let mut put = change.prepare_cached(ITEM).map_err(fault)?;
    for (item, tenant, event) in rows {
        let values = params![
            item.key.as_bytes(),
            event.event_time.0,
            event.id.0,
            item.role as i64,
            tenant.0,
            event.visibility as i64,
            item.links.as_deref(),
        ];
        put.execute(values).map_err(fault)?;
    }
    let mut put = change.prepare_cached(OUTBOX).map_err(fault)?;
    let mut listened = change.prepare_cached(LISTENED).map_err(fault)?;
    if !listened.exists(params![FIRST_LISTENER]).map_err(fault)? {
        return Ok(());
    }
    for (batch, event) in stored {
        put.execute(params![event.id.0, batch.tenant.0]).map_err(fault)?;
    }
    Ok(())
}

fn each(change: &Connection, batch: &Prepared) -> Result<Vec<Outcome>> {
    let mut put = change.prepare_cached(EVENT).map_err(fault)?;
    batch.events.iter().enumerate().map(|(at, event)| one(change, &mut put, batch, at, event)).collect()
}

fn one(
    change: &Connection,
    put: &mut rusqlite::Statement<'_>,
    batch: &Prepared,
    at: usize,
    event: &Ready,
) -> Result<Outcome> {
    let [biz_step, disposition, read_point, biz_location] = event.words;
    let values = params![
        batch.tenant.0,
        event.id.0,
        event.event_time.0,
        event.kind,
        event.action,
        biz_step,
        disposition,
        read_point,
        biz_location,
        event.identity,
        event.content,
        event.in_error,
        event.visibility as i64,
        event.dict,
        event.doc,
        event.grade,
    ];
    if put.execute(values).map_err(fault)? == 1 {
        return Ok(Outcome::Stored);
    }
    let find = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> Result<Option<EventKey>> {
        let mut find = change.prepare_cached(sql).map_err(fault)?;
        find.query_row(values, |row| row.get(0)).optional().map(|key| key.map(EventKey)).map_err(fault)
    };
    if let Some(key) = find(SAME, params![batch.tenant.0, event.event_time.0, event.content])? {
        return Ok(Outcome::Same(key));
    }
    match find(CONFLICT, params![event.identity, batch.tenant.0])? {
        Some(key) => Ok(Outcome::Conflict(key)),
        None => Err(StoreError::Unfit { at, what: "id" }),
    }
}

const EVENT: &str = "INSERT INTO event (tenant, id, event_time, kind, action, biz_step, disposition, read_point, \
     biz_location, identity, content, in_error, visibility, dict, doc, grade) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT DO NOTHING";
const SAME: &str = "SELECT id FROM event WHERE tenant = ?1 AND event_time = ?2 AND content = ?3";
const CONFLICT: &str = "SELECT id FROM event WHERE identity = ?1 AND tenant = ?2";
const ITEM: &str = "INSERT INTO item_event (item, event_time, id, role, tenant, visibility, links) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const OUTBOX: &str = "INSERT INTO outbox (id, tenant) VALUES (?1, ?2)";
const LISTENED: &str = "SELECT 1 FROM thing WHERE kind >= ?1";
const NAME: &str = "INSERT INTO item_name (item, uri) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
