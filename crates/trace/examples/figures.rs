//! What the event store does on this machine: `cargo run --release -p trace --example figures -- ADDRESS EVENTS [CALLERS]`.
//!
//! The load: parties that take lots through six stages. A chain has twelve events of 1 kB with six items, every other
//! one a transformation of three lots into three; batches have 500 events of one party, and the chains of a party grow
//! side by side.

#![allow(clippy::print_stdout, reason = "figures are read on a terminal")]

use std::collections::HashSet;
use std::time::{Duration, Instant};

use trace::store::{
    Batch, EventKey, Item, ItemKey, Micros, Narrow, NewEvent, Outcome, Role, Scan, Scope, Store, Tenant,
    Visibility,
};

const BATCH: u64 = 500;
const CHAIN: u64 = 12;
const PARTIES: u64 = 50;
const START: i64 = 1_767_225_600_000_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(address), Some(events)) = (args.next(), args.next()) else {
        return Err("ADDRESS EVENTS [CALLERS]".into());
    };
    let events: u64 = events.parse()?;
    let callers: u64 = args.next().map_or(Ok(4), |callers| callers.parse())?;
    let store = Store::open(&address).await?;
    let mut tenants = Vec::new();
    for party in 0..PARTIES {
        tenants.push(store.tenant_of(&format!("party {party}"), "").await?);
    }
    let from = store.counts().await?.events / BATCH;
    made(&tenants, 40)?;
    ingest(&store, &tenants, from..from + events / BATCH, callers).await?;
    let counts = store.counts().await?;
    let bytes = counts.bytes as f64 / counts.events.max(1) as f64;
    println!("{} events, {bytes:.0} bytes an event, dictionary {}", counts.events, counts.dictionary);
    singles(&store, &tenants).await?;
    reads(&store, &tenants, from + events / BATCH).await?;
    let closing = Instant::now();
    store.close().await;
    println!("closed in {:.1} s", closing.elapsed().as_secs_f64());
    Ok(())
}

/// What making the load costs, which is in the figures below.
fn made(tenants: &[Tenant], batches: u64) -> Result<(), trace::store::KeyFault> {
    let start = Instant::now();
    for number in 0..batches {
        std::hint::black_box(batch(tenants, number)?);
    }
    let each = start.elapsed() / u32::try_from(batches * BATCH).unwrap_or(1);
    println!("making the load: {:.1} us an event", each.as_nanos() as f64 / 1000.0);
    Ok(())
}

async fn ingest(
    store: &Store,
    tenants: &[Tenant],
    batches: std::ops::Range<u64>,
    callers: u64,
) -> Result<(), Box<dyn std::error::Error>> {
    const STRETCH: u64 = 400;
    let mut from = batches.start;
    while from < batches.end {
        let until = (from + STRETCH).min(batches.end);
        let start = Instant::now();
        let tasks: Vec<_> = (0..callers)
            .map(|caller| {
                let (store, tenants) = (store.clone(), tenants.to_vec());
                tokio::spawn(async move {
                    let mut slowest = Duration::ZERO;
                    for number in (from + caller..until).step_by(usize::try_from(callers).unwrap_or(1)) {
                        let batch = batch(&tenants, number).map_err(|fault| fault.to_string())?;
                        let sent = Instant::now();
                        let outcomes = store.append(batch).await.map_err(|error| error.to_string())?;
                        slowest = slowest.max(sent.elapsed());
                        if outcomes.iter().any(|outcome| *outcome != Outcome::Stored) {
                            return Err(format!("batch {number} was not stored"));
                        }
                    }
                    Ok::<_, String>(slowest)
                })
            })
            .collect();
        let mut slowest = Duration::ZERO;
        for task in tasks {
            slowest = slowest.max(task.await??);
        }
        let rate = ((until - from) * BATCH) as f64 / start.elapsed().as_secs_f64();
        println!("{:>9} events: {rate:>7.0} a second, slowest batch {slowest:.0?}", until * BATCH);
        from = until;
    }
    Ok(())
}

/// Single events from 64 callers.
async fn singles(store: &Store, tenants: &[Tenant]) -> Result<(), Box<dyn std::error::Error>> {
    const CALLERS: usize = 64;
    const EACH: usize = 50;
    let mut events = Vec::new();
    for number in 0..CALLERS * EACH / 500 + 1 {
        events.extend(batch(tenants, 40_000_000 + number as u64)?.events);
    }
    let start = Instant::now();
    let tasks: Vec<_> = events
        .chunks(EACH)
        .take(CALLERS)
        .map(|events| {
            let (store, tenant, events) = (store.clone(), tenants[0], events.to_vec());
            tokio::spawn(async move {
                for event in events {
                    store.append(Batch::of(tenant, vec![event])).await?;
                }
                Ok::<_, trace::store::StoreError>(())
            })
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    let rate = (CALLERS * EACH) as f64 / start.elapsed().as_secs_f64();
    println!("single events from {CALLERS} callers: {rate:.0} a second");
    Ok(())
}

async fn reads(store: &Store, tenants: &[Tenant], batches: u64) -> Result<(), Box<dyn std::error::Error>> {
    const ROUNDS: u64 = 1000;
    let chains = batches / (CHAIN * PARTIES) * PARTIES * BATCH;
    if chains == 0 {
        return Ok(());
    }
    let mut traces = Vec::new();
    let mut timelines = Vec::new();
    let mut pages = Vec::new();
    let mut nodes = 0;
    for round in 0..ROUNDS {
        let chain = spread(round) % chains;
        let party = chain / BATCH % PARTIES;
        let start = Instant::now();
        nodes = trace_back(store, lot(party, chain, 6, 0)?).await?;
        traces.push(start.elapsed());
        let start = Instant::now();
        store.hops(&[lot(party, chain, 3, 1)?], &Role::ALL, 100).await?;
        timelines.push(start.elapsed());
        let start = Instant::now();
        let narrow = Narrow::Steps(vec![STEPS[usize::try_from(round % 6)?].to_owned()]);
        let from = Some(Micros(START + i64::try_from(spread(round) % (batches * BATCH))? * 1000));
        let scope = Scope::Party(tenants[usize::try_from(party)?]);
        let span = trace::store::Span { from, until: None };
        store.scan(Scan { narrow, event_time: span, ..Scan::of(scope, 30) }).await?;
        pages.push(start.elapsed());
    }
    for (what, times) in
        [("trace back", &mut traces), ("timeline", &mut timelines), ("page of 30", &mut pages)]
    {
        times.sort_unstable();
        let at = |part: usize| times[times.len() * part / 100];
        println!("{what}: p50 {:.3?}, p99 {:.3?}", at(50), at(99));
    }
    println!("a trace has {nodes} nodes");
    Ok(())
}

async fn trace_back(store: &Store, start: ItemKey) -> Result<usize, trace::store::StoreError> {
    let mut seen = HashSet::from([start.clone()]);
    let mut level = vec![start];
    while !level.is_empty() {
        let hops = store.hops(&level, &[Role::Output], 10_000).await?;
        level = hops.into_iter().flat_map(|hop| hop.links.unwrap_or_default()).collect();
        level.retain(|key| seen.insert(key.clone()));
    }
    Ok(seen.len())
}

/// The n-th batch: the next event of 500 chains of one party.
fn batch(tenants: &[Tenant], number: u64) -> Result<Batch, trace::store::KeyFault> {
    let party = number % PARTIES;
    let at = number / PARTIES % CHAIN;
    let first = (number / (PARTIES * CHAIN) * PARTIES + party) * BATCH;
    let events = (first..first + BATCH).map(|chain| event(party, chain, at, number));
    Ok(Batch::of(tenants[usize::try_from(party).unwrap_or(0)], events.collect::<Result<_, _>>()?))
}

const STEPS: [&str; 6] = ["harvesting", "commissioning", "packing", "storing", "shipping", "receiving"];

fn event(party: u64, chain: u64, at: u64, batch: u64) -> Result<NewEvent, trace::store::KeyFault> {
    let number = batch * BATCH + chain % BATCH;
    let time = Micros(START + i64::try_from(number).unwrap_or(0) * 1000);
    let stage = at / 2;
    let (kind, roles) =
        if at.is_multiple_of(2) { (1, [Role::Epc, Role::Epc]) } else { (3, [Role::Input, Role::Output]) };
    let mut items = Vec::with_capacity(6);
    for (side, role) in roles.into_iter().enumerate() {
        for which in 0..3 {
            let key = lot(party, chain, stage + side as u64, which)?;
            items.push(Item { key, role });
        }
    }
    Ok(NewEvent {
        id: EventKey::at(time, spread(number).to_be_bytes()),
        event_time: time,
        kind,
        action: Some(0),
        biz_step: Some(STEPS[usize::try_from(stage).unwrap_or(0)].to_owned()),
        disposition: Some("https://ref.gs1.org/cbv/Disp-active".to_owned()),
        read_point: Some(format!("https://id.gs1.org/414/{:013}", 8_930_000_000_000 + party * 10)),
        biz_location: Some(format!("https://id.gs1.org/414/{:013}", 8_930_000_000_000 + party * 10 + stage)),
        identity: Some(hash(number ^ 0xFFFF_0000_0000)),
        content: hash(number),
        in_error: false,
        grade: 1,
        visibility: Visibility::Chain,
        doc: document(party, chain, stage, number, &items),
        items,
    })
}

fn lot(party: u64, chain: u64, stage: u64, which: u64) -> Result<ItemKey, trace::store::KeyFault> {
    ItemKey::trade_item(
        8_930_000_000_000 + party * 10_000 + stage * 10,
        Some(&format!("26-{chain:07}{which}")),
        None,
    )
}

/// About 1,000 bytes of JSON-LD.
fn document(party: u64, chain: u64, stage: u64, number: u64, items: &[Item]) -> Vec<u8> {
    let quantities: Vec<String> = (0..items.len())
        .map(|which| {
            format!(
                r#"{{"epcClass":"https://id.gs1.org/01/{:014}/10/26-{chain:07}{which}","quantity":12.5,"uom":"KGM"}}"#,
                8_930_000_000_000 + party * 10_000 + stage * 10
            )
        })
        .collect();
    format!(
        r#"{{"type":"ObjectEvent","eventID":"urn:uuid:{:032x}","eventTime":"2026-01-01T{:02}:{:02}:{:02}.{:03}+07:00","eventTimeZoneOffset":"+07:00","action":"ADD","bizStep":"{}","disposition":"active","readPoint":{{"id":"https://id.gs1.org/414/{party:013}"}},"bizLocation":{{"id":"https://id.gs1.org/414/{party:013}/254/{stage}"}},"quantityList":[{}],"ilmd":{{"vn:harvester":"Hộ {}","vn:plot":"{:x}"}}}}"#,
        u128::from_be_bytes(hash(number)),
        number / 3_600_000 % 24,
        number / 60_000 % 60,
        number / 1000 % 60,
        number % 1000,
        STEPS[usize::try_from(stage).unwrap_or(0)],
        quantities.join(","),
        spread(chain) % 400,
        spread(chain)
    )
    .into_bytes()
}

fn hash(number: u64) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&spread(number).to_be_bytes());
    bytes[8..].copy_from_slice(&spread(number ^ 0x5555_5555).to_be_bytes());
    bytes
}

/// SplitMix64: different numbers for different numbers, without order.
fn spread(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
