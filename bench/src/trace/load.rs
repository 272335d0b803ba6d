//! Filling a store with chains: admitted as a capture does, without HTTP.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use trace::store::Outcome;
use trace::testing::admitted;

use super::chain::batch;
use super::event::DOCUMENT;
use super::repository::Repository;

/// Batches that are made, admitted and written side by side.
const TASKS: usize = 4;

/// Stores so many events; bytes of their JSON.
pub(super) async fn fill(repository: &Repository, events: usize) -> usize {
    let until = events as u64 / DOCUMENT;
    let next = Arc::new(AtomicU64::new(0));
    let tasks: Vec<_> =
        (0..TASKS).map(|_| tokio::spawn(task(repository.into(), next.clone(), until))).collect();
    let mut bytes = 0;
    for task in tasks {
        bytes += task.await.unwrap();
    }
    repository.settle().await;
    bytes
}

struct Place {
    store: trace::store::Store,
    clock: ground::Clock,
    parties: Arc<[trace::testing::Party]>,
}

impl From<&Repository> for Place {
    fn from(repository: &Repository) -> Self {
        Self {
            store: repository.store.clone(),
            clock: repository.ground.clock.clone(),
            parties: repository.parties.clone().into(),
        }
    }
}

async fn task(place: Place, next: Arc<AtomicU64>, until: u64) -> usize {
    let mut bytes = 0;
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= until {
            return bytes;
        }
        let (clock, parties) = (place.clock.clone(), place.parties.clone());
        let make = move || {
            let (party, document, bytes) = batch(number);
            (admitted(&clock, parties[usize::try_from(party).unwrap()].tenant, document.as_bytes()), bytes)
        };
        let (batch, captured) = tokio::task::spawn_blocking(make).await.unwrap();
        let outcomes = place.store.append(batch).await.unwrap();
        assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Stored), "batch {number} was not stored");
        bytes += captured;
    }
}
