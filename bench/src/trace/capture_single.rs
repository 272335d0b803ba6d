//! Single events over HTTP that become durable, from many clients at once, against bare commits of the same database.

use std::time::Instant;

use super::event::single;
use super::repository::{Database, Repository, post};
use crate::line::{Line, Report};
use crate::wire::{Wire, p99, rate};

const CLIENTS: u64 = 64;
/// Events of one client; the first ones before the clock runs.
const EVENTS: u64 = 200;
const WARM: u64 = 40;

pub(super) async fn measure(report: &Report, database: Database) {
    let Some(repository) = Repository::on(database).await else { return };
    let raw = crate::raw::commits(repository.bed()).await;
    storm(&repository, 0..WARM).await;
    let begun = Instant::now();
    let mut spent = storm(&repository, WARM..EVENTS).await;
    let line = Line {
        bench: "capture_single",
        database: repository.engine(),
        value: rate(spent.len(), begun.elapsed().as_secs_f64()),
        unit: "1/s",
        p99_ms: Some(p99(&mut spent)),
        size: Some(usize::try_from(CLIENTS).unwrap()),
        wanted: "≥ 1000",
        ..Line::default()
    };
    report.add(line.against("raw commits", raw));
    repository.clear().await;
}

// The milliseconds that each event was waited for.
async fn storm(repository: &Repository, events: std::ops::Range<u64>) -> Vec<f64> {
    let clients = (0..CLIENTS).map(|client| {
        let party = repository.parties[usize::try_from(client).unwrap() % repository.parties.len()].clone();
        let (address, events) = (repository.address, events.clone());
        tokio::spawn(async move {
            let mut wire = Wire::to(address).await;
            let mut spent = Vec::new();
            for number in events {
                let request = post(&party, "/epcis/events", &single(number * CLIENTS + client));
                spent.push(wire.ask(&request).await);
            }
            spent
        })
    });
    let spent = futures::future::join_all(clients.collect::<Vec<_>>()).await;
    spent.into_iter().flat_map(Result::unwrap).collect()
}
