//! `sen grade`: the ballots of a council, graded by the rules of a decree.

mod answer;
mod csv;
mod report;
mod table;
mod words;
mod workbook;
mod xlsx;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use ocop::grade::USUAL_SPREAD_LIMIT;
use ocop::{GateBasis, Library, Pack, SetNumber, Sheet, Terms, Verdict};

use super::{Lang, Outcome, complain, rules, say};
use table::Refused;

/// Example: sen grade ballots.csv --rules qd26-2026 --set 14 --json
#[derive(Debug, Args)]
#[command(after_help = "Example: sen grade ballots.csv --rules qd26-2026 --set 14 --json\n\n\
    The table (UTF-8 CSV or .xlsx) has the columns product,member,criterion,case,points.")]
pub(crate) struct GradeArgs {
    /// The table of ballots: CSV (UTF-8) or .xlsx.
    #[arg(value_name = "BALLOTS")]
    ballots: PathBuf,
    /// The rule pack, such as qd26-2026.
    #[arg(long, value_name = "PACK")]
    rules: String,
    /// The product set, from 1.
    #[arg(long, value_name = "NUMBER")]
    set: u8,
    /// What a star gate is tested on.
    #[arg(long, value_enum, default_value_t = Basis::Agreed)]
    gate_basis: Basis,
    /// The largest spread of totals that is not exceeded, in points.
    #[arg(long, value_name = "POINTS", default_value_t = USUAL_SPREAD_LIMIT)]
    spread_limit: u32,
    /// One JSON array on stdout.
    #[arg(long, conflicts_with = "xlsx")]
    json: bool,
    /// Writes a workbook instead of printing.
    #[arg(long, value_name = "OUT.xlsx")]
    xlsx: Option<PathBuf>,
}

/// What a gate is tested on.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Basis {
    /// The most frequent points, the lowest where several are equally frequent.
    Agreed,
    /// Every ballot.
    Each,
    /// The exact mean.
    Mean,
}

impl From<Basis> for GateBasis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Agreed => Self::Agreed,
            Basis::Each => Self::Each,
            Basis::Mean => Self::Mean,
        }
    }
}

/// A graded product.
struct Graded {
    product: String,
    verdict: Verdict,
}

/// Everything a result is printed with.
struct Session<'a> {
    pack: &'a Pack,
    sheet: &'a Sheet,
    terms: Terms,
    graded: Vec<Graded>,
    lang: Lang,
}

/// Does the call.
pub(crate) fn run(args: &GradeArgs, lang: Lang) -> Result<Outcome> {
    let library = match rules::embedded(&args.rules) {
        Ok(library) => library,
        Err(defects) => {
            defects.iter().for_each(|defect| complain(&defect.to_string()));
            return Ok(Outcome::Unusable);
        }
    };
    let (pack, sheet) = sheet(&library, args, lang)?;
    let rows = match table::read(&args.ballots, lang)? {
        Ok(rows) => rows,
        Err(refused) => return refuse(&[refused], args.json),
    };
    let candidates = match ocop::ballot::read(sheet, rows.iter()) {
        Ok(candidates) if rows.surplus.is_empty() => candidates,
        marks => {
            let bad = marks.err().unwrap_or_default();
            let mut refused: Vec<Refused> = bad.iter().map(|row| words::row_refused(row, lang)).collect();
            refused.extend(rows.surplus);
            refused.sort_by_key(|refused| refused.row);
            return refuse(&refused, args.json);
        }
    };
    if let Some(defect) = pack.declared_defect(sheet.set()) {
        let (rules, set) = (pack.id(), sheet.set());
        complain(&words::declared_defect(rules.as_str(), set.get(), lang.words(&defect.what), lang));
    }
    let terms = Terms { gate_basis: args.gate_basis.into(), spread_limit: args.spread_limit };
    let graded = candidates
        .into_iter()
        .map(|candidate| Graded {
            verdict: ocop::grade(pack, sheet, &candidate, terms),
            product: candidate.product,
        })
        .collect();
    let session = Session { pack, sheet, terms, graded, lang };
    if args.json {
        say(&answer::json(&session)?)?;
    } else if let Some(out) = &args.xlsx {
        workbook::write(&session, out)?;
    } else {
        say(&report::text(&session))?;
    }
    Ok(Outcome::Done)
}

fn sheet<'a>(library: &'a Library, args: &GradeArgs, lang: Lang) -> Result<(&'a Pack, &'a Sheet)> {
    let Some(pack) = library.pack(&args.rules) else {
        bail!("{}", words::unknown_rules(&args.rules, &rules::embedded_packs(), lang));
    };
    let sheet = SetNumber::try_from(args.set).ok().and_then(|set| pack.sheet(set));
    match sheet {
        Some(sheet) => Ok((pack, sheet)),
        None => bail!("{}", words::unknown_set(args.set, &args.rules, pack.sheets().len(), lang)),
    }
}

/// Nothing is graded: every bad row is listed, on stdout as JSON or on stderr a line each.
fn refuse(refused: &[Refused], json: bool) -> Result<Outcome> {
    if json {
        say(&answer::refused(refused)?)?;
    } else {
        for row in refused {
            complain(&row.line());
        }
    }
    Ok(Outcome::Unusable)
}
