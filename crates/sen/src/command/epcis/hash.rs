//! `sen epcis hash`: the event hashes of CBV 2.0.

use std::path::{Path, PathBuf};

use clap::Args;
use epcis::check::Finding;
use epcis::hash::{Hasher, events};
use epcis::tree::{TreeFault, TreeFaultKind};
use serde::Serialize;

use super::{read, sentences, worse};
use crate::command::{Lang, Outcome, complain, say};

/// Example: sen epcis hash shipment.json --prehash
#[derive(Debug, Args)]
#[command(after_help = "Example: sen epcis hash shipment.json --prehash")]
pub(crate) struct HashArgs {
    /// EPCIS documents, query documents or bare events; they need not be valid.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The strings that are hashed.
    #[arg(long)]
    prehash: bool,
    /// One JSON object a file on stdout.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    hashes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prehashes: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Failed<'a> {
    file: &'a str,
    error: &'a str,
}

pub(super) fn run(args: &HashArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Done;
    for path in &args.files {
        outcome = worse(outcome, one(path, args, lang)?);
    }
    Ok(outcome)
}

fn one(path: &Path, args: &HashArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let file = path.display().to_string();
    let (error, outcome) = match read(path) {
        Err(error) => (error.to_string(), Outcome::Unusable),
        Ok(bytes) => match hashed(&bytes, args.prehash) {
            Ok((hashes, prehashes)) => {
                if args.json {
                    say(&serde_json::to_string(&Answer { file: &file, hashes, prehashes })?)?;
                } else {
                    for line in prehashes.unwrap_or(hashes) {
                        say(&line)?;
                    }
                }
                return Ok(Outcome::Done);
            }
            Err(fault) => {
                let error = Finding::of_fault(&fault).text(sentences(lang));
                complain(&format!("{file}: {error}"));
                (error, Outcome::No)
            }
        },
    };
    if args.json {
        say(&serde_json::to_string(&Failed { file: &file, error: &error })?)?;
    }
    Ok(outcome)
}

type Hashed = (Vec<String>, Option<Vec<String>>);

fn hashed(bytes: &[u8], prehash: bool) -> Result<Hashed, TreeFault> {
    let tree = epcis::lower(bytes)?;
    if !epcis::is_epcis(&tree) {
        let (kind, place, found) = (TreeFaultKind::Foreign, String::new(), String::new());
        return Err(TreeFault { kind, at: 0, place, found });
    }
    let mut hasher = Hasher::new(&tree);
    let hashes = events(&tree).map(|event| hasher.hash(event).to_string()).collect();
    let prehashes = prehash.then(|| events(&tree).map(|event| hasher.prehash(event).to_owned()).collect());
    Ok((hashes, prehashes))
}
