//! `sen places import`: lists of units and of mergers, with a dry run.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use ground::{Actor, Clock, Day, Ground};
use register::grid::Grid;
use register::place::import::{Plan, import, plan};

use super::settings::Common;
use super::{Lang, Outcome, complain, runtime, say};
use crate::house;

/// Most bytes of a list; the whole country has 180,000.
const LIST_BYTES: u64 = 20 * 1024 * 1024;

/// Places.
#[derive(Debug, Subcommand)]
pub(crate) enum PlacesCall {
    /// Imports a list of units, of mergers or of former units; all rows or none.
    Import(ImportArgs),
}

/// Example: sen places import units.csv --on 2025-07-01 --dry-run
#[derive(Debug, Args)]
#[command(after_help = "Example: sen places import units.csv --on 2025-07-01 --dry-run")]
pub(crate) struct ImportArgs {
    /// The list, as CSV or XLSX.
    file: PathBuf,
    /// The day on which the list came into force (default: today).
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Says what would be added, changed and closed, and writes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    common: Common,
}

/// Does the call.
pub(crate) fn run(call: &PlacesCall, lang: Lang) -> anyhow::Result<Outcome> {
    let PlacesCall::Import(args) = call;
    let size = std::fs::metadata(&args.file).with_context(|| args.file.display().to_string())?.len();
    if size > LIST_BYTES {
        bail!("{}: {}", args.file.display(), lang.pick("tệp lớn quá 20 MB", "larger than 20 MB"));
    }
    let bytes = std::fs::read(&args.file).with_context(|| args.file.display().to_string())?;
    let clock = Clock::real();
    let on = match &args.on {
        None => clock.today(),
        Some(text) => Day::parse(text).with_context(|| format!("--on {text}"))?,
    };
    let config = args.common.config(None, |_| {})?;
    runtime()?.block_on(async {
        let ground = house::open(config, clock).await?;
        let outcome = do_import(&ground, args, &bytes, on, lang).await;
        ground.records.close().await;
        outcome
    })
}

async fn do_import(
    ground: &Ground,
    args: &ImportArgs,
    bytes: &[u8],
    on: Day,
    lang: Lang,
) -> anyhow::Result<Outcome> {
    let grid = match Grid::read(bytes) {
        Ok(grid) => grid,
        Err(refusal) => {
            bail!("{}: {}", args.file.display(), house::refusal_lines(&refusal, lang)?.join("; "))
        }
    };
    let planned = match plan(&ground.reader(), &grid, on).await {
        Ok(planned) => planned,
        Err(refusal) => {
            bail!("{}: {}", args.file.display(), house::refusal_lines(&refusal, lang)?.join("; "))
        }
    };
    if !planned.problems.is_empty() {
        for bad in &planned.problems {
            let what = house::problem_line(&bad.problem, lang)?;
            complain(&format!("{}:{} {}: {what}", args.file.display(), bad.row, bad.problem.field));
        }
        return Ok(Outcome::No);
    }
    if args.dry_run {
        let words = lang.pick(["thêm", "đổi", "kết thúc"], ["add", "change", "close"]);
        for (word, lines) in words.into_iter().zip(planned.lines(language(lang))) {
            for line in lines {
                say(&format!("{word} {line}"))?;
            }
        }
        say(&summary(&planned, lang))?;
        return Ok(Outcome::Done);
    }
    match import(ground, &Actor::system("sen places import"), &grid, on).await {
        Ok(done) => {
            say(&summary(&done, lang))?;
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            for line in house::refusal_lines(&refusal, lang)? {
                complain(&line);
            }
            Ok(Outcome::No)
        }
    }
}

fn summary(plan: &Plan, lang: Lang) -> String {
    let (added, changed, closed, linked) = (plan.added(), plan.changed(), plan.closed(), plan.linked());
    match lang {
        Lang::Vi => {
            format!("thêm {added}, đổi {changed}, kết thúc {closed}, nối {linked}; đã có {}", plan.unchanged)
        }
        Lang::En => format!(
            "{added} added, {changed} changed, {closed} closed, {linked} linked; {} known",
            plan.unchanged
        ),
    }
}

fn language(lang: Lang) -> ground::Lang {
    lang.pick(ground::Lang::Vi, ground::Lang::En)
}
