//! Durable capture of documents over HTTP, against the store alone with the same events: read, checked and hashed
//! beforehand. In turns, each into a store of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use trace::store::{Batch, Outcome, Store};
use trace::testing::admitted;

use super::event::{DOCUMENT, documents};
use super::repository::{Database, Repository, post};
use crate::line::{Line, Report};
use crate::wire::{Wire, p99, rate};

const TURNS: u64 = 6;
/// Documents of a turn.
const TURN: u64 = 24;
/// Documents before the first turn: words get their numbers, documents their dictionary.
const WARM: u64 = 12;
/// Who captures at once.
const CLIENTS: usize = 4;

pub(super) async fn measure(report: &Report, database: Database) {
    let Some(whole) = Repository::on(database).await else { return };
    let Some(alone) = Repository::on(database).await else { return };
    turn(&whole, &alone, 0..WARM).await;
    let (mut over_http, mut appended, mut spent) = (0.0, 0.0, Vec::new());
    for number in 0..TURNS {
        let from = WARM + number * TURN;
        let (one, other, waited) = turn(&whole, &alone, from..from + TURN).await;
        over_http += one;
        appended += other;
        spent.extend(waited);
    }
    let events = usize::try_from(TURNS * TURN * DOCUMENT).unwrap();
    let line = Line {
        bench: "capture_batch",
        database: whole.engine(),
        value: rate(events, over_http),
        unit: "1/s",
        p99_ms: Some(p99(&mut spent)),
        size: Some(usize::try_from(DOCUMENT).unwrap()),
        wanted: "≥ 10000, ≥ 0.6",
        ..Line::default()
    };
    report.add(line.against("the store without HTTP", rate(events, appended)));
    whole.clear().await;
    alone.clear().await;
}

// Seconds over HTTP, seconds of the store alone, and the milliseconds that each document was waited for.
async fn turn(whole: &Repository, alone: &Repository, numbers: std::ops::Range<u64>) -> (f64, f64, Vec<f64>) {
    let (mut requests, mut batches) = (Vec::new(), Vec::new());
    for number in numbers {
        let document = documents(number);
        let party = usize::try_from(number).unwrap() % whole.parties.len();
        requests.push(post(&whole.parties[party], "/epcis/capture", &document));
        batches.push(admitted(&alone.ground.clock, alone.parties[party].tenant, document.as_bytes()));
    }
    let (over_http, spent) = captured(whole, requests).await;
    (over_http, appended(&alone.store, batches).await, spent)
}

async fn captured(whole: &Repository, requests: Vec<Vec<u8>>) -> (f64, Vec<f64>) {
    let mut wires = Vec::new();
    for _ in 0..CLIENTS {
        wires.push(Wire::to(whole.address).await);
    }
    let (requests, next) = (Arc::new(requests), Arc::new(AtomicUsize::new(0)));
    let begun = Instant::now();
    let clients = wires.into_iter().map(|mut wire| {
        let (requests, next) = (requests.clone(), next.clone());
        tokio::spawn(async move {
            let mut spent = Vec::new();
            while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                spent.push(wire.ask(request).await);
            }
            spent
        })
    });
    let spent = futures::future::join_all(clients.collect::<Vec<_>>()).await;
    (begun.elapsed().as_secs_f64(), spent.into_iter().flat_map(Result::unwrap).collect())
}

async fn appended(store: &Store, batches: Vec<Batch>) -> f64 {
    let mut shares: Vec<Vec<Batch>> = vec![Vec::new(); CLIENTS];
    for (place, batch) in batches.into_iter().enumerate() {
        shares[place % CLIENTS].push(batch);
    }
    let begun = Instant::now();
    let callers = shares.into_iter().map(|batches| {
        let store = store.clone();
        tokio::spawn(async move {
            for batch in batches {
                let outcomes = store.append(batch).await.unwrap();
                assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Stored));
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.unwrap();
    }
    begun.elapsed().as_secs_f64()
}
