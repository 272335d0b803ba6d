//! `sen trace export`.

use std::fs::File;
use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use ground::Day;
use trace::export::{Exported, Format, export};
use trace::store::{Micros, Span};

use super::Where;
use crate::command::{Lang, Outcome, complain, runtime};
use crate::house;

/// Which events, and how.
///
/// Example: sen trace export --from 2026-10-01 --to 2026-10-31 --format epcis --out events.json
#[derive(Debug, Args)]
#[command(
    after_help = "Example: sen trace export --from 2026-10-01 --to 2026-10-31 --format epcis --out events.json"
)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    at: Where,
    /// The first day on which the events happened, as in Vietnam.
    #[arg(long, value_name = "DATE")]
    from: String,
    /// The last day, included.
    #[arg(long, value_name = "DATE")]
    to: String,
    /// An EPCIS document in JSON-LD, or a line for each item of each event.
    #[arg(long, value_enum)]
    format: Written,
    /// The file to write (default: standard output).
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Written {
    Epcis,
    Csv,
}

/// Writes the events; how many goes to standard error.
pub(super) fn run(args: &ExportArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let (from, to) = (day(&args.from, "--from", lang)?, day(&args.to, "--to", lang)?);
    if to < from {
        bail!(house::text(lang, "trace-export-days", &[])?);
    }
    let micros = |day: Day| Some(Micros(day.start().micros()));
    let span = Span { from: micros(from), until: micros(to.plus_days(1)) };
    let format = match args.format {
        Written::Epcis => Format::Epcis,
        Written::Csv => Format::Csv,
    };
    let exported = runtime()?.block_on(async {
        let store = args.at.open(lang).await?;
        let exported = match &args.out {
            Some(path) => {
                let file = File::create(path).with_context(|| path.display().to_string())?;
                let mut out = BufWriter::new(&file);
                let exported = export(&store, span, format, &mut out).await?;
                out.flush()?;
                file.sync_all()?;
                exported
            }
            None => export(&store, span, format, &mut BufWriter::new(stdout().lock())).await?,
        };
        store.close().await;
        anyhow::Ok(exported)
    })?;
    let Exported { events } = exported;
    complain(&house::text(lang, "trace-export-done", &[("events", events.to_string())])?);
    Ok(Outcome::Done)
}

fn day(text: &str, flag: &str, lang: Lang) -> anyhow::Result<Day> {
    match Day::parse(text) {
        Some(day) => Ok(day),
        None => bail!(house::text(
            lang,
            "trace-export-day",
            &[("flag", flag.to_owned()), ("found", text.to_owned())]
        )?),
    }
}
