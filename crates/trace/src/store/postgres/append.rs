//! Writing a group of batches in one transaction.
//!
//! Nearly always everything is new: so the events are written first. Only when some were there already, or conflict
//! with each other, it is asked what the database has, and each event decided on with that.

use std::pin::pin;

use futures::future::try_join_all;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use uuid::Uuid;

use super::classify::Known;
use super::link::{Link, Live, fault};
use crate::store::batch::Outcome;
use crate::store::prepare::{Prepared, Ready, ReadyItem};
use crate::store::value::{Statement, Value};
use crate::store::{EventKey, FIRST_LISTENER, Micros, Result, Shelf, StoreError, Tenant, job};

/// Tries when others store the same events at the same time.
const TRIES: usize = 10;

type Stored<'a> = Vec<(&'a Prepared, &'a Ready)>;

/// Writes the batches; what became of each event, when it is durable.
pub(super) async fn group(link: &Link, batches: &[Prepared], shelf: &Shelf) -> Result<Vec<Vec<Outcome>>> {
    let live = link.live().await?;
    let mut known = Known::default();
    for attempt in 0..TRIES {
        let outcomes = known.classify(batches)?;
        let plain = |outcome: &Outcome| matches!(outcome, Outcome::Stored | Outcome::Same(_));
        let decided = attempt > 0 || outcomes.iter().flatten().all(plain);
        if decided && transaction(&live, batches, &outcomes, shelf).await? {
            return Ok(outcomes);
        }
        known = existing(&live, batches).await?;
    }
    Err(StoreError::Away("others store the same events".to_owned()))
}

/// False when some of what is to be stored is there already; then nothing happened.
async fn transaction(
    live: &Live,
    batches: &[Prepared],
    outcomes: &[Vec<Outcome>],
    shelf: &Shelf,
) -> Result<bool> {
    let pairs = batches.iter().zip(outcomes);
    let mut stored: Stored<'_> = pairs.flat_map(|(batch, outcomes)| batch.stored(outcomes)).collect();
    // In the order of the index, which is the same for all writers.
    stored.sort_unstable_by_key(|(batch, event)| (batch.tenant, event.event_time, event.content));
    live.batch("BEGIN").await?;
    match write(live, batches, outcomes, &stored, shelf).await {
        Ok(Some(news)) => {
            live.batch("COMMIT").await?;
            shelf.occurs.learn(&news);
            Ok(true)
        }
        Ok(None) => live.batch("ROLLBACK").await.map(|()| false),
        Err(error) => {
            let _ = live.batch("ROLLBACK").await;
            Err(error)
        }
    }
}

async fn write(
    live: &Live,
    batches: &[Prepared],
    outcomes: &[Vec<Outcome>],
    stored: &Stored<'_>,
    shelf: &Shelf,
) -> Result<Option<crate::store::occurs::News>> {
    if !stored.is_empty() {
        if events(live, stored).await? < stored.len() {
            return Ok(None);
        }
        items(live, stored).await?;
    }
    let news = shelf.occurs.news(stored.iter().map(|(batch, event)| (batch.tenant, *event)));
    let mut beside = news.statements();
    for (batch, outcomes) in batches.iter().zip(outcomes) {
        if !batch.is_withheld(outcomes) {
            beside.extend(batch.job.as_ref().map(|job| job::put(batch.tenant, job)));
            beside.extend(
                batch
                    .names
                    .iter()
                    .map(|(item, uri)| Statement::new(NAME, vec![item.into(), uri.as_str().into()])),
            );
        }
    }
    if !stored.is_empty() {
        let tenants = stored.iter().map(|(batch, _)| i64::from(batch.tenant.0)).collect();
        let ids = stored.iter().map(|(_, event)| event.id.0).collect();
        beside
            .push(Statement::new(OUTBOX, vec![Value::Ints(tenants), Value::Ids(ids), FIRST_LISTENER.into()]));
    }
    try_join_all(beside.iter().map(|statement| live.query(statement))).await?;
    Ok(Some(news))
}

/// Writes the events that are not there; how many that were.
async fn events(live: &Live, stored: &Stored<'_>) -> Result<usize> {
    fn all<'a, T>(stored: &Stored<'a>, field: impl Fn(&'a Prepared, &'a Ready) -> T) -> Vec<T> {
        stored.iter().map(|(batch, event)| field(batch, event)).collect()
    }
    let small = |number: u8| i16::from(number);
    let columns: [&(dyn ToSql + Sync); 16] = [
        &all(stored, |_, event| event.event_time.0),
        &all(stored, |batch, _| batch.tenant.0),
        &all(stored, |_, event| event.words[0]),
        &all(stored, |_, event| event.words[1]),
        &all(stored, |_, event| event.words[2]),
        &all(stored, |_, event| event.words[3]),
        &all(stored, |_, event| small(event.kind)),
        &all(stored, |_, event| event.action.map(small)),
        &all(stored, |_, event| i16::from(event.in_error)),
        &all(stored, |_, event| event.visibility as i16),
        &all(stored, |_, event| i32::try_from(event.dict).unwrap_or(0)),
        &all(stored, |_, event| Uuid::from_bytes(event.id.0)),
        &all(stored, |_, event| Uuid::from_bytes(event.content)),
        &all(stored, |_, event| event.identity.map(Uuid::from_bytes)),
        &all(stored, |_, event| event.doc.as_slice()),
        &all(stored, |_, event| small(event.grade)),
    ];
    let ready = live.ready(EVENTS).await?;
    let written = live.client.execute(&ready, &columns).await.map_err(fault)?;
    usize::try_from(written).map_err(StoreError::broken)
}

/// Writes the items in the order of their keys, so that each page is touched once.
async fn items(live: &Live, stored: &Stored<'_>) -> Result<()> {
    let mut rows: Vec<(&ReadyItem, Tenant, &Ready)> = stored
        .iter()
        .flat_map(|(batch, event)| event.items.iter().map(|item| (item, batch.tenant, *event)))
        .collect();
    rows.sort_unstable_by(|(a, _, x), (b, _, y)| {
        (&a.key, x.event_time, x.id).cmp(&(&b.key, y.event_time, y.id))
    });
    let ready = live.ready(ITEMS).await?;
    let sink = live.client.copy_in(&ready).await.map_err(fault)?;
    let mut writer = pin!(BinaryCopyInWriter::new(sink, &ITEM_TYPES));
    for (item, tenant, event) in rows {
        let fields: [&(dyn ToSql + Sync); 8] = [
            &event.event_time.0,
            &item.key.part(),
            &tenant.0,
            &(event.visibility as i16),
            &(item.role as i16),
            &Uuid::from_bytes(event.id.0),
            &item.key.as_bytes(),
            &item.links.as_deref(),
        ];
        writer.as_mut().write(&fields).await.map_err(fault)?;
    }
    writer.finish().await.map_err(fault).map(drop)
}

/// What of the events' contents, identities and keys is in the database.
async fn existing(live: &Live, batches: &[Prepared]) -> Result<Known> {
    let events =
        || batches.iter().flat_map(|batch| batch.events.iter().map(move |event| (batch.tenant, event)));
    let ids = |field: fn(&Ready) -> [u8; 16]| Value::Ids(events().map(|(_, event)| field(event)).collect());
    let tenants = || Value::Ints(events().map(|(tenant, _)| i64::from(tenant.0)).collect());
    let times = Value::Ints(events().map(|(_, event)| event.event_time.0).collect());
    let identities = Value::Ids(events().filter_map(|(_, event)| event.identity).collect());
    let asked = [
        Statement::new(BY_CONTENT, vec![tenants(), times, ids(|event| event.content)]),
        Statement::new(BY_IDENTITY, vec![identities, tenants()]),
        Statement::new(BY_ID, vec![tenants(), ids(|event| event.id.0)]),
    ];
    let mut known = Known::default();
    for rows in try_join_all(asked.iter().map(|statement| live.query(statement))).await? {
        for mut row in rows {
            let identity = if matches!(row.0[3], Value::Null) { None } else { Some(row.id(3)?) };
            let (tenant, time, content): (Tenant, Micros, _) = (row.tenant(0)?, row.time(1)?, row.id(2)?);
            known.add(tenant, time, content, identity, EventKey(row.id(4)?));
        }
    }
    Ok(known)
}

const EVENTS: &str = "INSERT INTO event (event_time, tenant, biz_step, disposition, read_point, biz_location, kind, \
     action, in_error, visibility, dict, id, content, identity, doc, grade) \
     SELECT * FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::integer[], \
     $7::smallint[], $8::smallint[], $9::smallint[], $10::smallint[], $11::integer[], $12::uuid[], $13::uuid[], \
     $14::uuid[], $15::bytea[], $16::smallint[]) ON CONFLICT DO NOTHING";
const ITEMS: &str = "COPY item_event (event_time, part, tenant, visibility, role, id, item, links) \
     FROM STDIN (FORMAT binary)";
const ITEM_TYPES: [Type; 8] =
    [Type::INT8, Type::INT4, Type::INT4, Type::INT2, Type::INT2, Type::UUID, Type::BYTEA, Type::BYTEA];
const OUTBOX: &str = "INSERT INTO outbox (tenant, id) SELECT * FROM unnest($1::integer[], $2::uuid[]) \
     WHERE EXISTS (SELECT 1 FROM thing WHERE kind >= $3::smallint)";
const NAME: &str = "INSERT INTO item_name (item, uri) VALUES ($1, $2) ON CONFLICT DO NOTHING";
const BY_CONTENT: &str = "SELECT event.tenant, event.event_time, event.content, identity, id FROM event \
     JOIN unnest($1::integer[], $2::bigint[], $3::uuid[]) AS asked (tenant, event_time, content) \
     ON event.tenant = asked.tenant AND event.event_time = asked.event_time AND event.content = asked.content";
const BY_IDENTITY: &str = "SELECT tenant, event_time, content, identity, id FROM event \
     WHERE identity = ANY($1) AND tenant = ANY($2)";
const BY_ID: &str = "SELECT event.tenant, event_time, content, identity, event.id FROM event \
     JOIN unnest($1::integer[], $2::uuid[]) AS asked (tenant, id) \
     ON event.tenant = asked.tenant AND event.id = asked.id";
