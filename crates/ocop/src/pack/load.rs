//! From texts to proven packs.

use std::collections::{BTreeMap, HashSet};

use serde::de::DeserializeOwned;

use super::fault::{Defect, Fault};
use super::library::{Library, Report};
use super::written::WrittenPack;
use super::{DeclaredDefect, Pack, Vocabulary};
use crate::calendar::Calendar;
use crate::points::Star;
use crate::procedure::Procedure;
use crate::sheet::{Effect, Sheet, WrittenSheet, prove as prove_sheet};

/// The file of public holidays, beside the packs' folders.
const HOLIDAYS: &str = "holidays.yaml";
/// The header of a pack.
const PACK: &str = "pack.yaml";
/// Levels, steps and clocks of a pack.
const PROCEDURE: &str = "procedure.yaml";
/// The place of a fault that concerns a whole file.
const WHOLE_FILE: &str = "-";

/// A pack's files, by their name below its folder.
type Folder<T> = BTreeMap<String, T>;

pub(crate) fn prove<P, T>(files: impl IntoIterator<Item = (P, T)>) -> (Library, Vec<Report>, Vec<Defect>)
where
    P: Into<String>,
    T: AsRef<str>,
{
    let mut defects = Vec::new();
    let mut calendar = Calendar::default();
    let mut folders: BTreeMap<String, Folder<T>> = BTreeMap::new();
    for (path, text) in files {
        let path = path.into();
        if path == HOLIDAYS {
            calendar = read(&path, text.as_ref(), &mut defects).unwrap_or_default();
        } else if let Some((folder, name)) = path.split_once('/') {
            folders.entry(folder.to_owned()).or_default().insert(name.to_owned(), text);
        } else if path.ends_with(".yaml") {
            defects.push(at(&path, WHOLE_FILE, Fault::StrayFile));
        }
    }
    let mut packs = Vec::new();
    let mut reports = Vec::new();
    for (folder, files) in folders {
        if let Some((pack, report)) = prove_pack(&folder, &files, &mut defects) {
            packs.push(pack);
            reports.push(report);
        }
    }
    packs.sort_by_key(|pack: &Pack| pack.decision().effective_from);
    (Library { packs, calendar }, reports, defects)
}

pub(super) fn at(file: &str, place: impl Into<String>, fault: Fault) -> Defect {
    Defect { file: file.to_owned(), place: place.into(), fault }
}

fn read<T: DeserializeOwned>(file: &str, text: &str, defects: &mut Vec<Defect>) -> Option<T> {
    match serde_saphyr::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let error = error.without_snippet();
            let place = error.location().map_or_else(
                || WHOLE_FILE.to_owned(),
                |location| format!("line {}, column {}", location.line(), location.column()),
            );
            defects.push(at(file, place, Fault::Unreadable { reason: error.to_string() }));
            None
        }
    }
}

fn prove_pack<T: AsRef<str>>(
    folder: &str,
    files: &Folder<T>,
    defects: &mut Vec<Defect>,
) -> Option<(Pack, Report)> {
    let path = |name: &str| format!("{folder}/{name}");
    let Some(text) = files.get(PACK) else {
        defects.push(at(&path(PACK), WHOLE_FILE, Fault::NoPack));
        return None;
    };
    let head: WrittenPack = read(&path(PACK), text.as_ref(), defects)?;
    let vocabulary = Vocabulary::of(&head);
    super::head::prove(&head, folder, &path(PACK), defects);
    let procedure = match files.get(PROCEDURE) {
        Some(text) => read(&path(PROCEDURE), text.as_ref(), defects).unwrap_or_default(),
        None => Procedure::default(),
    };
    for (place, fault) in procedure.faults(&vocabulary) {
        defects.push(at(&path(PROCEDURE), place, fault));
    }
    let mut sheets = Vec::new();
    let mut faulty = HashSet::new();
    for (name, text) in files {
        let Some(file) = name.strip_prefix("sheets/") else {
            if name.ends_with(".yaml") && name != PACK && name != PROCEDURE && !name.starts_with("cases/") {
                defects.push(at(&path(name), WHOLE_FILE, Fault::StrayFile));
            }
            continue;
        };
        let Some(written) = read::<WrittenSheet>(&path(name), text.as_ref(), defects) else { continue };
        let (sheet, found) = prove_sheet(written, &vocabulary);
        if !found.is_empty() {
            faulty.insert(sheet.set);
        }
        defects.extend(
            undeclared(&head, &sheet, found).into_iter().map(|(place, fault)| at(&path(name), place, fault)),
        );
        let wanted = format!("{:02}-{}.yaml", sheet.set.get(), sheet.code);
        if file != wanted {
            defects.push(at(&path(name), WHOLE_FILE, Fault::FileName { wanted }));
        }
        sheets.push(sheet);
    }
    sheets.sort_by_key(|sheet: &Sheet| sheet.set);
    whole(&head, &sheets, &path(PACK), defects);
    let report = report(&head, &sheets, faulty.len());
    Some((Pack { head, sheets, procedure }, report))
}

/// The faults no declaration covers, and the declarations that cover nothing.
fn undeclared(head: &WrittenPack, sheet: &Sheet, found: Vec<(String, Fault)>) -> Vec<(String, Fault)> {
    let Some(declared) = head.defects.iter().find(|defect| defect.set == sheet.set) else { return found };
    let mut open: Vec<_> = declared.faults.iter().collect();
    let mut rest = Vec::new();
    for (place, fault) in found {
        let covers = open.iter().position(|d| d.place == place && fault.is_declared_by(d.kind, d.is));
        match covers {
            Some(position) => drop(open.swap_remove(position)),
            None => rest.push((place, fault)),
        }
    }
    rest.extend(open.into_iter().map(|declared| (declared.place.clone(), Fault::DeclaredInVain)));
    rest
}

/// What concerns the pack as a whole: the number of sheets, each set once, no declaration for no sheet.
fn whole(head: &WrittenPack, sheets: &[Sheet], file: &str, defects: &mut Vec<Defect>) {
    if sheets.len() != usize::from(head.sheets) {
        defects.push(at(file, "sheets", Fault::SheetCount { is: sheets.len(), wanted: head.sheets }));
    }
    for pair in sheets.windows(2) {
        if let [one, other] = pair
            && one.set == other.set
        {
            defects.push(at(file, format!("set {}", one.set), Fault::Twice { name: one.set.to_string() }));
        }
    }
    let known: HashSet<_> = sheets.iter().map(|sheet| sheet.set).collect();
    for DeclaredDefect { set, .. } in head.defects.iter().filter(|defect| !known.contains(&defect.set)) {
        defects.push(at(file, format!("set {set}"), Fault::DeclaredInVain));
    }
}

fn report(head: &WrittenPack, sheets: &[Sheet], faulty: usize) -> Report {
    let criteria = || sheets.iter().flat_map(Sheet::criteria);
    let mut declared = head.defects.clone();
    declared.sort_by_key(|defect| defect.set);
    Report {
        pack: head.id.clone(),
        sheets: sheets.len(),
        proved: sheets.len() - faulty,
        criteria: criteria().count(),
        options: criteria().map(|criterion| criterion.options.len()).sum(),
        gates: sheets.iter().map(|sheet| sheet.gates().len()).sum(),
        declared,
    }
}

impl Vocabulary {
    fn of(head: &WrittenPack) -> Self {
        Self {
            parts: head.parts.iter().map(|(part, scale)| (*part, scale.max)).collect(),
            total_max: head.total_max,
            groups: head.groups.keys().cloned().collect(),
            ministries: head.ministries.keys().cloned().collect(),
            sources: head.sources.keys().cloned().collect(),
            keys: head.criterion_keys.keys().cloned().collect(),
            general_codes: head.general_codes.clone(),
            disqualify_codes: head.disqualify_codes.keys().cloned().collect(),
            rule_codes: head
                .rule_codes
                .iter()
                .map(|(code, written)| (code.clone(), written.effect))
                .collect::<std::collections::HashMap<_, Effect>>(),
            recognised: head
                .bands
                .value
                .iter()
                .filter(|b| b.certificate)
                .map(|b| b.star)
                .collect::<Vec<Star>>(),
        }
    }
}
