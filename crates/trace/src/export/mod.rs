//! Everything of a stretch of time, for whoever takes it elsewhere.

mod csv;
mod epcis;

use std::io::{self, Write};

use crate::event::{Found, found};
use crate::problem::Problem;
use crate::store::{Scan, Scope, Span, Store, StoreError};

/// Events read at once.
const CHUNK: usize = 1_000;

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One EPCISDocument in JSON-LD, every event as it was captured.
    Epcis,
    /// One line for each item of each event.
    Csv,
}

/// What an export comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Events.
    pub events: u64,
}

/// Why an export ends early.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// It cannot be written.
    #[error(transparent)]
    Write(#[from] io::Error),
    /// The store is away.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored document is no event.
    #[error("a stored event cannot be read")]
    Event,
}

impl From<Problem> for ExportError {
    fn from(_: Problem) -> Self {
        Self::Event
    }
}

/// Writes the events that happened in a stretch of time, the earliest first.
///
/// # Errors
/// [`ExportError`].
pub async fn export(
    store: &Store,
    span: Span,
    format: Format,
    out: &mut impl Write,
) -> Result<Exported, ExportError> {
    match format {
        Format::Epcis => epcis::begin(out)?,
        Format::Csv => csv::begin(out)?,
    }
    let mut exported = Exported::default();
    let mut scan = Scan::of(Scope::All, CHUNK);
    scan.event_time = span;
    loop {
        let stored = store.scan(scan.clone()).await?;
        let ends = stored.len() < CHUNK;
        scan.after = stored.last().map(|last| scan.after(last));
        for one in stored {
            match format {
                Format::Epcis => epcis::event(out, &one.doc, exported.events == 0)?,
                Format::Csv => csv::event(out, &named(store, found(one)?).await?)?,
            }
            exported.events += 1;
        }
        if ends {
            break;
        }
    }
    if format == Format::Epcis {
        epcis::end(out)?;
    }
    out.flush()?;
    Ok(exported)
}

// An event with its items as links.
async fn named(store: &Store, found: Found) -> Result<csv::Line, ExportError> {
    let (objects, _) = crate::event::items::of_event(&found.event);
    let keys: Vec<_> = objects.iter().map(|object| object.item.key.clone()).collect();
    let hashed = store.names(&keys).await?;
    Ok(csv::Line { found, objects, hashed })
}
