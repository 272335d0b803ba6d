//! Counting.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::HeaderMap;
use ground::{Actor, Config, Day, Ground, Resource, Result};
use tokio::sync::watch;

use super::store;
use crate::lot::LotId;
use crate::serial::is_province;

/// Between two times of adding up.
const EVERY: Duration = Duration::from_secs(5);
/// Most counts held at once; what comes beyond is not counted.
const MOST: usize = 100_000;

/// Which scans: of a lot, from a province, on a day.
pub(super) type Which = (LotId, String, Day);

#[derive(Default)]
struct Held(Mutex<HashMap<Which, i64>>);

/// Counts a scan.
pub(crate) fn note(ground: &Ground, lot: LotId, province: Option<&str>) {
    let held = ground.shelf.get::<Held>();
    let mut held = held.0.lock().unwrap_or_else(PoisonError::into_inner);
    let which = (lot, province.unwrap_or_default().to_owned(), ground.clock.today());
    if held.len() < MOST || held.contains_key(&which) {
        *held.entry(which).or_insert(0) += 1;
    }
}

/// The code of the province that the reverse proxy says a visitor comes from, where one does.
pub(crate) fn province_of(config: &Config, headers: &HeaderMap) -> Option<String> {
    if config.province_header.is_empty() {
        return None;
    }
    let told = headers.get(config.province_header.as_str())?.to_str().ok()?.trim();
    is_province(told).then(|| told.to_owned())
}

/// Adds what is held to the records.
///
/// # Errors
/// The records are away; then it is held on.
pub async fn flush(ground: &Ground) -> Result<()> {
    let held = ground.shelf.get::<Held>();
    let counts = std::mem::take(&mut *held.0.lock().unwrap_or_else(PoisonError::into_inner));
    if counts.is_empty() {
        return Ok(());
    }
    let written = added(ground, &counts).await;
    if written.is_err() {
        let mut held = held.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (which, count) in counts {
            *held.entry(which).or_insert(0) += count;
        }
    }
    written
}

async fn added(ground: &Ground, counts: &HashMap<Which, i64>) -> Result<()> {
    let mut change = ground.change(&Actor::system("sen"), "note-scan", &Resource::installation()).await?;
    for (which, count) in counts {
        store::add(&mut change, which, *count).await?;
    }
    change.say("count", counts.values().sum::<i64>());
    change.commit().await
}

/// Adds up every few seconds until told to stop, and once more then.
pub async fn run(ground: Ground, mut stop: watch::Receiver<bool>) {
    loop {
        let stopping = *stop.borrow();
        if let Err(fault) = flush(&ground).await {
            tracing::warn!(%fault, "counting scans");
        }
        if stopping {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}
