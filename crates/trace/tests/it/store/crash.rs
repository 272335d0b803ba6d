//! Killed in the middle of writing: what was acknowledged is there, and no batch is there by half.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use trace::store::{Batch, Outcome, Scan, Scope, Store};

use super::cast::{TEA, event, lot, with};
use super::everywhere;
use super::ground::Place;
use trace::store::Role;

/// Events of a batch.
const SIZE: u64 = 25;
/// Where the child writes.
const ADDRESS: &str = "TRACE_TEST_ADDRESS";

everywhere! { what_was_acknowledged_survives_a_kill }

async fn what_was_acknowledged_survives_a_kill(place: &Place) {
    let mut acknowledged = std::collections::BTreeSet::new();
    for round in 0..3 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::crash::writes_until_it_is_killed", "--nocapture"])
            .env(ADDRESS, &place.address)
            .env("TRACE_TEST_FROM", (round * 100_000).to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut met = 0;
        while met < 30 + round * 7 {
            let line = lines.next().expect("the child writes").unwrap();
            if let Some(batch) = line.strip_prefix("stored ") {
                acknowledged.insert(batch.parse::<u64>().unwrap());
                met += 1;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(
            lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("stored ")?.parse::<u64>().ok()),
        );
    }
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let mut counted = std::collections::BTreeMap::<u64, u64>::new();
    let mut scan = Scan::of(Scope::Party(tenant), 10_000);
    loop {
        let page = store.scan(scan.clone()).await.unwrap();
        let Some(last) = page.last() else { break };
        scan.after = Some(scan.after(last));
        for event in &page {
            let number = u64::from_be_bytes(event.id.0[8..].try_into().unwrap()) & 0xFFFF_FFFF;
            *counted.entry(number / SIZE).or_default() += 1;
        }
    }
    let lost: Vec<_> = acknowledged.iter().filter(|batch| !counted.contains_key(batch)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert!(counted.values().all(|events| *events == SIZE), "a batch is there by half: {counted:?}");
    for batch in counted.keys() {
        let hops = store.hops(&[lot(TEA, &format!("B{batch}"))], &Role::ALL, 100).await.unwrap();
        assert_eq!(hops.len() as u64, SIZE, "items of batch {batch}");
    }
}

/// The child, which does nothing in a run of all tests: four writers at once, each batch told when it is acknowledged.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writes_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let first: u64 = std::env::var("TRACE_TEST_FROM").unwrap().parse().unwrap();
    let store = Store::open(&address).await.unwrap();
    let tenant = store.tenant_of("a", "").await.unwrap();
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let store = store.clone();
            tokio::spawn(async move {
                for batch in (first + writer..).step_by(4) {
                    let item = lot(TEA, &format!("B{batch}"));
                    let events = batch * SIZE..(batch + 1) * SIZE;
                    let events =
                        events.map(|number| with(event(number), &[(item.clone(), Role::Epc)])).collect();
                    let outcomes = store.append(Batch::of(tenant, events)).await.unwrap();
                    assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Stored));
                    let mut out = std::io::stdout().lock();
                    std::io::Write::write_all(&mut out, format!("stored {batch}\n").as_bytes()).unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
}
