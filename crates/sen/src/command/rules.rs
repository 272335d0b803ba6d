//! `sen rules check`: loads every rule pack and proves it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use ocop::{Defect, Library, Report};
use serde::Serialize;

use super::{Lang, Outcome, complain, say};

/// The rule packs of the program: path below `rules/`, text.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The largest file of a rule pack that is read, in bytes.
const MAX_RULE_FILE_BYTES: u64 = 4 * 1024 * 1024;
/// The most files a folder of rule packs may hold.
const MAX_RULE_FILES: usize = 10_000;
/// How deep folders of rule packs may lie in each other.
const MAX_RULE_DEPTH: usize = 8;

/// What can be done with rule packs.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCall {
    /// Loads every rule pack and proves it; exit 1 on a defect that no pack declares.
    Check(CheckArgs),
}

/// Example: sen rules check --json
#[derive(Debug, Args)]
#[command(after_help = "Example: sen rules check --dir rules --json")]
pub(crate) struct CheckArgs {
    /// Proves the packs of this folder instead of the program's.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// One JSON object on stdout.
    #[arg(long)]
    json: bool,
}

/// The library of one pack the program carries; empty where there is none of that name.
pub(crate) fn embedded(pack: &str) -> std::result::Result<Library, Vec<Defect>> {
    Library::load(EMBEDDED.iter().copied().filter(|(path, _)| folder(path) == Some(pack)))
}

/// Every pack the program carries.
pub(crate) fn all_embedded() -> std::result::Result<Library, Vec<Defect>> {
    Library::load(EMBEDDED.iter().copied())
}

/// The names of the packs the program carries.
pub(crate) fn embedded_packs() -> Vec<&'static str> {
    let mut packs: Vec<&str> = EMBEDDED.iter().filter_map(|(path, _)| folder(path)).collect();
    packs.dedup();
    packs
}

fn folder(path: &str) -> Option<&str> {
    path.split_once('/').map(|(folder, _)| folder)
}

/// Does the call.
pub(crate) fn run(call: &RulesCall, lang: Lang) -> Result<Outcome> {
    let RulesCall::Check(args) = call;
    let (_, reports, defects) = match &args.dir {
        None => Library::prove(EMBEDDED.iter().copied()),
        Some(dir) => Library::prove(read_folder(dir, lang)?),
    };
    if reports.is_empty() && defects.is_empty() {
        bail!("{}", lang.pick("không có bộ quy định nào", "there is no rule pack"));
    }
    if args.json {
        say(&serde_json::to_string(&Answer::of(&reports, &defects, args.dir.as_deref(), lang))?)?;
    } else {
        say(&table(&reports, lang))?;
        for defect in &defects {
            complain(&format!(
                "{}: {}: {}",
                shown(args.dir.as_deref(), &defect.file),
                defect.place,
                defect.fault
            ));
        }
    }
    Ok(if defects.is_empty() { Outcome::Done } else { Outcome::No })
}

#[derive(Serialize)]
struct Answer {
    packs: Vec<PackAnswer>,
    undeclared: Vec<DefectAnswer>,
}

#[derive(Serialize)]
struct PackAnswer {
    rules: String,
    sheets: usize,
    proved: usize,
    criteria: usize,
    options: usize,
    gates: usize,
    defects: Vec<DeclaredAnswer>,
}

#[derive(Serialize)]
struct DeclaredAnswer {
    set: u8,
    what: String,
}

#[derive(Serialize)]
struct DefectAnswer {
    file: String,
    place: String,
    what: String,
}

impl Answer {
    fn of(reports: &[Report], defects: &[Defect], dir: Option<&Path>, lang: Lang) -> Self {
        let packs = reports.iter().map(|report| PackAnswer {
            rules: report.pack.to_string(),
            sheets: report.sheets,
            proved: report.proved,
            criteria: report.criteria,
            options: report.options,
            gates: report.gates,
            defects: report
                .declared
                .iter()
                .map(|defect| DeclaredAnswer {
                    set: defect.set.get(),
                    what: lang.words(&defect.what).to_owned(),
                })
                .collect(),
        });
        let undeclared = defects.iter().map(|defect| DefectAnswer {
            file: shown(dir, &defect.file),
            place: defect.place.clone(),
            what: defect.fault.to_string(),
        });
        Self { packs: packs.collect(), undeclared: undeclared.collect() }
    }
}

fn shown(dir: Option<&Path>, file: &str) -> String {
    dir.map_or_else(|| format!("rules/{file}"), |dir| dir.join(file).display().to_string())
}

fn table(reports: &[Report], lang: Lang) -> String {
    let mut out = String::new();
    for report in reports {
        let Report { pack, sheets, proved, criteria, options, gates, declared } = report;
        out.push_str(&match lang {
            Lang::Vi => format!(
                "{pack}: {proved}/{sheets} phiếu khớp điểm, {criteria} tiêu chí, {options} mức điểm, {gates} dấu sao\n"
            ),
            Lang::En => format!(
                "{pack}: {proved} of {sheets} sheets add up, {criteria} criteria, {options} options, {gates} gates\n"
            ),
        });
        for defect in declared {
            let set = lang.pick("bộ", "set");
            out.push_str(&format!("  {set} {}: {}\n", defect.set, lang.words(&defect.what)));
        }
    }
    out
}

/// Every YAML file below a folder, by its path below it.
fn read_folder(dir: &Path, lang: Lang) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    gather(dir, dir, 0, &mut files)?;
    if files.is_empty() {
        bail!("{}: {}", dir.display(), lang.pick("không có tệp YAML nào", "no YAML file"));
    }
    files.sort();
    Ok(files)
}

fn gather(root: &Path, folder: &Path, depth: usize, files: &mut Vec<(String, String)>) -> Result<()> {
    if depth > MAX_RULE_DEPTH {
        bail!("{}: more than {MAX_RULE_DEPTH} folders deep", folder.display());
    }
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry.with_context(|| folder.display().to_string())?.path();
        if path.is_dir() {
            gather(root, &path, depth + 1, files)?;
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            let size = fs::metadata(&path).with_context(|| path.display().to_string())?.len();
            if size > MAX_RULE_FILE_BYTES || files.len() >= MAX_RULE_FILES {
                bail!("{}: more than {MAX_RULE_FILE_BYTES} bytes or {MAX_RULE_FILES} files", path.display());
            }
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, text));
        }
    }
    Ok(())
}
