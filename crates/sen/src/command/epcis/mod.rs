//! `sen epcis`: EPCIS documents and events, several files a call.

mod check;
mod convert;
mod grade;
mod hash;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use clap::Subcommand;
use epcis::tree::MAX_SOURCE;

use super::{Lang, Outcome, complain};

/// What can be done with EPCIS.
#[derive(Debug, Subcommand)]
pub(crate) enum EpcisCall {
    /// Validates documents and bare events; exit 1 when one does not hold.
    Check(check::CheckArgs),
    /// Prints the event hashes of CBV 2.0, one line an event.
    Hash(hash::HashArgs),
    /// Writes documents, results and bare events in another binding.
    Convert(convert::ConvertArgs),
}

/// Does the call.
pub(crate) fn run(call: &EpcisCall, lang: Lang) -> anyhow::Result<Outcome> {
    match call {
        EpcisCall::Check(args) => check::run(args, lang),
        EpcisCall::Hash(args) => hash::run(args, lang),
        EpcisCall::Convert(args) => convert::run(args, lang),
    }
}

// The bytes of a file, one more than a source may have at most; what cannot be opened is said on stderr.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(MAX_SOURCE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    if let Err(error) = &read {
        complain(&format!("{}: {error}", path.display()));
    }
    read.map(|_| bytes)
}

// The worse of two outcomes.
fn worse(one: Outcome, other: Outcome) -> Outcome {
    if (one as u8) < (other as u8) { other } else { one }
}

fn sentences(lang: Lang) -> epcis::check::Lang {
    lang.pick(epcis::check::Lang::Vi, epcis::check::Lang::En)
}
