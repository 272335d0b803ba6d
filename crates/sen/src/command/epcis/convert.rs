//! `sen epcis convert`: from one binding to another.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use epcis::check::{Finding, Rule};
use epcis::model::Content;
use epcis::tree::Field;
use epcis::xml::{Step, Unwritable, Version};
use serde::Serialize;

use super::check::{Said, said};
use super::{read, worse};
use crate::command::{Lang, Outcome, complain, say};

/// Example: sen epcis convert shipment.xml harvest.jsonld --to json --out converted
#[derive(Debug, Args)]
#[command(after_help = "Example: sen epcis convert shipment.xml harvest.jsonld --to json --out converted")]
pub(crate) struct ConvertArgs {
    /// EPCIS documents, results of queries or bare events; without --out a single one.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The binding that is wanted.
    #[arg(long, value_enum)]
    to: Binding,
    /// An existing folder that the converted files are put into; without it they go to stdout.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// One JSON object a file on stdout.
    #[arg(long)]
    json: bool,
}

/// A binding of EPCIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Binding {
    /// JSON-LD of EPCIS 2.0.
    Json,
    /// XML of EPCIS 2.0.
    Xml,
    /// XML of EPCIS 1.2.
    #[value(name = "xml-1.2")]
    XmlOld,
}

#[derive(Serialize)]
struct Done<'a> {
    file: &'a str,
    out: &'a str,
}

#[derive(Serialize)]
struct Refused<'a> {
    file: &'a str,
    errors: Vec<Said<'a>>,
}

pub(super) fn run(args: &ConvertArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let Some(folder) = &args.out else {
        let [file] = args.files.as_slice() else {
            complain(lang.pick(
                "nhiều tệp: hãy chỉ thư mục nhận bằng --out DIR",
                "several files: name the folder they go to with --out DIR",
            ));
            return Ok(Outcome::Unusable);
        };
        return match converted(file, args.to) {
            Ok(text) => say(&text).map(|()| Outcome::Done).map_err(Into::into),
            Err(failed) => failed.tell(file, args.json, lang),
        };
    };
    if !folder.is_dir() {
        let problem = lang.pick("không có thư mục này", "there is no such folder");
        complain(&format!("{}: {problem}", folder.display()));
        return Ok(Outcome::Unusable);
    }
    let (mut outcome, mut taken) = (Outcome::Done, HashSet::new());
    for file in &args.files {
        outcome = worse(outcome, one(file, folder, args, &mut taken, lang)?);
    }
    Ok(outcome)
}

fn one(
    file: &Path,
    folder: &Path,
    args: &ConvertArgs,
    taken: &mut HashSet<OsString>,
    lang: Lang,
) -> anyhow::Result<Outcome> {
    let put = converted(file, args.to).and_then(|text| put(&text, file, folder, args, taken, lang));
    let out = match put {
        Ok(out) => out.display().to_string(),
        Err(failed) => return failed.tell(file, args.json, lang),
    };
    let file = file.display().to_string();
    if args.json {
        say(&serde_json::to_string(&Done { file: &file, out: &out })?)?;
    } else {
        say(&format!("{file} → {out}"))?;
    }
    Ok(Outcome::Done)
}

// Writes beside what was written before, never over a file of the same call.
fn put(
    text: &str,
    file: &Path,
    folder: &Path,
    args: &ConvertArgs,
    taken: &mut HashSet<OsString>,
    lang: Lang,
) -> Result<PathBuf, Failed> {
    let ending = if args.to == Binding::Json { "json" } else { "xml" };
    let mut name = file.file_stem().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    let out = folder.join(&name);
    let place = out.canonicalize().ok();
    let given = |other: &PathBuf| place.is_some() && other.canonicalize().ok() == place;
    if taken.contains(&name) || args.files.iter().any(given) {
        let problem = lang.pick(
            "tên này là của một tệp khác trong cùng lần gọi; hãy dùng thư mục khác",
            "the name belongs to another file of this call; use another folder",
        );
        return Err(Failed::Unwritable(format!("{}: {problem}", out.display())));
    }
    let mut line = text.to_owned();
    if !line.ends_with('\n') {
        line.push('\n');
    }
    fs::write(&out, line).map_err(|error| Failed::Unwritable(format!("{}: {error}", out.display())))?;
    taken.insert(name);
    Ok(out)
}

// Why there is nothing to put out.
enum Failed {
    // A file cannot be read; that was said.
    Unreadable(String),
    // A file cannot be written.
    Unwritable(String),
    // The source does not hold, or the binding cannot carry it.
    Refused(Vec<Finding>),
}

impl Failed {
    fn tell(&self, file: &Path, json: bool, lang: Lang) -> anyhow::Result<Outcome> {
        let file = file.display().to_string();
        let errors: Vec<Said<'_>> = match self {
            Self::Unreadable(problem) => vec![Said { at: "", code: "unreadable", message: problem.clone() }],
            Self::Unwritable(problem) => {
                complain(problem);
                vec![Said { at: "", code: "unwritable", message: problem.clone() }]
            }
            Self::Refused(findings) => findings.iter().map(|finding| said(finding, lang)).collect(),
        };
        if json {
            say(&serde_json::to_string(&Refused { file: &file, errors })?)?;
        } else if let Self::Refused(_) = self {
            errors.iter().for_each(|error| complain(&format!("{file}: {}: {}", error.at, error.message)));
        }
        Ok(match self {
            Self::Unreadable(_) | Self::Unwritable(_) => Outcome::Unusable,
            Self::Refused(_) => Outcome::No,
        })
    }
}

fn converted(file: &Path, to: Binding) -> Result<String, Failed> {
    let bytes = read(file).map_err(|error| Failed::Unreadable(error.to_string()))?;
    let tree = epcis::lower(&bytes).map_err(|fault| Failed::Refused(vec![Finding::of_fault(&fault)]))?;
    let (content, report) = epcis::check_tree(&tree);
    let Some(content) = content else { return Err(Failed::Refused(report.errors)) };
    let version = match to {
        Binding::Json => {
            let path = [Field::EpcisBody, Field::Poll].map(Step::Field).to_vec();
            let question = || Unwritable { rule: Rule::NoResults, path }.finding_in(&tree);
            return epcis::json::write(&of_two(content)).ok_or_else(|| Failed::Refused(vec![question()]));
        }
        Binding::Xml => Version::Two,
        Binding::XmlOld => Version::OneTwo,
    };
    epcis::xml::write(&content, version)
        .map_err(|refused| Failed::Refused(refused.iter().map(|one| one.finding_in(&tree)).collect()))
}

// JSON came with 2.0: a document of an older version becomes one of that.
fn of_two(mut content: Content) -> Content {
    let version = match &mut content {
        Content::Document(document) => Some(&mut document.schema_version),
        Content::QueryDocument(document) => document.schema_version.as_mut(),
        Content::Event(..) => None,
    };
    if let Some(version) = version.filter(|version| version.starts_with('1')) {
        *version = "2.0".into();
    }
    content
}
