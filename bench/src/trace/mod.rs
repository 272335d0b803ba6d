//! Events: how many are captured, how fast they are traced and asked for, and what they cost.

mod bytes_per_event;
mod capture_batch;
mod capture_single;
mod chain;
mod core;
mod digital_link;
mod event;
mod event_check;
mod event_hash;
mod lineage;
mod load;
mod query_30;
mod repository;

pub(crate) use core::beside;

use crate::line::Report;
use repository::{Database, Repository};

/// Events in the store when it is read.
const SIZES: [usize; 2] = [100_000, 1_000_000];
const LARGE: usize = 5_000_000;
/// The figures that are taken from one filled store.
const READ: [&str; 5] = ["bytes_per_event", "trace_back", "trace_forward", "trace_recall", "query_30"];

pub(crate) async fn run(report: &Report, large: bool) {
    if report.wants(&["event_hash"]) {
        event_hash::measure(report);
    }
    if report.wants(&["digital_link"]) {
        digital_link::measure(report);
    }
    if report.wants(&["event_check"]) {
        event_check::measure(report);
    }
    for database in Database::ALL {
        if report.wants(&["capture_batch"]) {
            capture_batch::measure(report, database).await;
        }
        if report.wants(&["capture_single"]) {
            capture_single::measure(report, database).await;
        }
    }
    if report.wants(&READ) {
        for size in SIZES.into_iter().chain(large.then_some(LARGE)) {
            for database in Database::ALL {
                read(report, database, size).await;
            }
        }
    }
}

// One filled store for all that is read from it; gone afterwards.
async fn read(report: &Report, database: Database, size: usize) {
    let Some(repository) = Repository::on(database).await else { return };
    let captured = load::fill(&repository, size).await;
    if report.wants(&["bytes_per_event"]) {
        bytes_per_event::measure(report, &repository, size, captured).await;
    }
    lineage::measure(report, &repository, size).await;
    if report.wants(&["query_30"]) {
        query_30::measure(report, &repository, size).await;
    }
    repository.clear().await;
}
