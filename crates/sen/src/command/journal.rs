//! `sen journal verify`: walks the hash chain.

use clap::{Args, Subcommand};
use ground::Clock;
use ground::journal::{Broken, verify};
use serde_json::json;

use super::settings::Common;
use super::{Lang, Outcome, runtime, say};
use crate::house;

/// The journal.
#[derive(Debug, Subcommand)]
pub(crate) enum JournalCall {
    /// Proves that no entry was edited, removed or put in another order.
    ///
    /// Example: sen journal verify --data ./data
    Verify(VerifyArgs),
}

/// What to verify.
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    common: Common,
    /// Answers in JSON.
    #[arg(long)]
    json: bool,
}

/// Verifies; "no" names the first fault.
pub(crate) fn run(call: &JournalCall, lang: Lang) -> anyhow::Result<Outcome> {
    let JournalCall::Verify(args) = call;
    let config = args.common.config(None, |_| {})?;
    let verified = runtime()?.block_on(async {
        let ground = house::open(config, Clock::real()).await?;
        anyhow::Ok(verify(&ground.reader()).await?)
    })?;
    let fault = verified.broken.map(|broken| told(broken, lang));
    if args.json {
        let broken = fault.map(|(what, seq, _)| json!({ "entry": seq, "what": what }));
        say(&json!({ "entries": verified.entries, "broken": broken }).to_string())?;
    } else {
        match fault {
            None => say(&format!(
                "{} {}",
                verified.entries,
                lang.pick("mục, chuỗi nguyên vẹn", "entries, the chain holds")
            ))?,
            Some((_, seq, words)) => say(&format!("{} {seq} {words}", lang.pick("Mục", "Entry")))?,
        }
    }
    Ok(if fault.is_none() { Outcome::Done } else { Outcome::No })
}

/// A fault of the chain: its code, the entry, and what happened to it.
pub(crate) fn told(broken: Broken, lang: Lang) -> (&'static str, i64, &'static str) {
    match broken {
        Broken::Edited(seq) => ("edited", seq, lang.pick("bị sửa", "was edited")),
        Broken::Missing(seq) => ("missing", seq, lang.pick("bị mất", "is missing")),
        Broken::OutOfOrder(seq) => ("out-of-order", seq, lang.pick("sai thứ tự", "is out of order")),
        Broken::CutShort(seq) => {
            ("cut-short", seq, lang.pick("và trước đó bị mất", "or those before it are missing"))
        }
    }
}
