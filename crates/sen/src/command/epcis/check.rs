//! `sen epcis check`: validates EPCIS documents, questions and bare events.

use std::path::{Path, PathBuf};

use clap::Args;
use epcis::check::{Finding, Report};
use serde::Serialize;

use super::grade::{self, Grade};
use super::{read, sentences, worse};
use crate::command::{Lang, Outcome, complain, say};

/// Example: sen epcis check shipment.json harvest.jsonld --json
#[derive(Debug, Args)]
#[command(after_help = "Example: sen epcis check shipment.json harvest.jsonld --json")]
pub(crate) struct CheckArgs {
    /// EPCIS documents, query documents, questions or bare events.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Tells of each event whether it is CBV-Compliant or CBV-Compatible, and why not more.
    #[arg(long)]
    grade: bool,
    /// One JSON object a file on stdout.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    ok: bool,
    errors: Vec<Said<'a>>,
    warnings: Vec<Said<'a>>,
    // Asked for: the line without it is a contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    grades: Option<Vec<Grade>>,
}

/// A finding, as a program reads it.
#[derive(Serialize)]
pub(super) struct Said<'a> {
    pub(super) at: &'a str,
    pub(super) code: &'a str,
    pub(super) message: String,
}

pub(super) fn said(finding: &Finding, lang: Lang) -> Said<'_> {
    Said { at: &finding.at, code: finding.rule.code(), message: finding.text(sentences(lang)) }
}

pub(super) fn run(args: &CheckArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Done;
    for path in &args.files {
        outcome = worse(outcome, one(path, args, lang)?);
    }
    Ok(outcome)
}

fn one(path: &Path, args: &CheckArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let file = path.display().to_string();
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            if args.json {
                let said = Said { at: "", code: "unreadable", message: error.to_string() };
                let answer =
                    Answer { file: &file, ok: false, errors: vec![said], warnings: Vec::new(), grades: None };
                say(&serde_json::to_string(&answer)?)?;
            }
            return Ok(Outcome::Unusable);
        }
    };
    let (content, report) = epcis::check_source(&bytes);
    let grades = args.grade.then(|| grade::of(content.as_ref(), lang));
    if args.json {
        say(&serde_json::to_string(&answer(&file, &report, grades, lang))?)?;
    } else {
        people(&file, &report, lang)?;
        grade::people(&file, &grades.unwrap_or_default(), lang)?;
    }
    Ok(if report.is_ok() { Outcome::Done } else { Outcome::No })
}

fn answer<'a>(file: &'a str, report: &'a Report, grades: Option<Vec<Grade>>, lang: Lang) -> Answer<'a> {
    let said = |finding| said(finding, lang);
    Answer {
        file,
        ok: report.is_ok(),
        errors: report.errors.iter().map(said).collect(),
        warnings: report.warnings.iter().map(said).collect(),
        grades,
    }
}

fn people(file: &str, report: &Report, lang: Lang) -> anyhow::Result<()> {
    let line = |finding: &Finding, kind: &str| {
        complain(&format!("{file}: {kind} {}: {}", finding.at, finding.text(sentences(lang))));
    };
    report.errors.iter().for_each(|finding| line(finding, lang.pick("lỗi", "error")));
    report.warnings.iter().for_each(|finding| line(finding, lang.pick("lưu ý", "warning")));
    if report.left_out > 0 {
        complain(&format!("{file}: {} {}", report.left_out, lang.pick("điều khác", "more")));
    }
    if report.is_ok() {
        say(&format!("{file}: {}", lang.pick("hợp lệ", "valid")))?;
    }
    Ok(())
}
