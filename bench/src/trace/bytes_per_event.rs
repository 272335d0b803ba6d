//! What an event takes on the disk, with all its indexes, against its JSON.

use super::repository::Repository;
use crate::line::{Line, Report};

pub(super) async fn measure(report: &Report, repository: &Repository, size: usize, captured: usize) {
    let counts = repository.store.counts().await.unwrap();
    let line = Line {
        bench: "bytes_per_event",
        database: repository.engine(),
        value: counts.bytes as f64 / size as f64,
        unit: "B",
        size: Some(size),
        wanted: if repository.engine() == "sqlite" { "< 1000" } else { "" },
        ..Line::default()
    };
    report.add(line.against("its JSON", captured as f64 / size as f64));
}
