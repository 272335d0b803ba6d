//! The packs as they lie in the repository, and ways to make ballots.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ocop::{Ballot, Criterion, Library, Mark, Pack, Points, Sheet};
use proptest::prelude::*;

pub(crate) static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::load(files()).expect("the packs are proven"));

pub(crate) fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")
}

/// Every YAML file of the packs: path below `rules/`, text.
pub(crate) fn files() -> Vec<(String, String)> {
    fn gather(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("the packs are there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(root, &path, files);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                files.push((name, fs::read_to_string(&path).expect("readable")));
            }
        }
    }
    let mut files = Vec::new();
    gather(&rules(), &rules(), &mut files);
    files
}

pub(crate) fn pack(id: &str) -> &'static Pack {
    LIBRARY.pack(id).expect("a known pack")
}

pub(crate) fn sheet(pack: &'static Pack, set: u8) -> &'static Sheet {
    pack.sheet(set.try_into().expect("a set")).expect("a known set")
}

/// Every sheet with its pack.
pub(crate) fn sheets() -> impl Iterator<Item = (&'static Pack, &'static Sheet)> {
    LIBRARY.packs().iter().flat_map(|pack| pack.sheets().iter().map(move |sheet| (pack, sheet)))
}

pub(crate) fn any_sheet() -> impl Strategy<Value = (&'static Pack, &'static Sheet)> {
    prop::sample::select(sheets().collect::<Vec<_>>())
}

/// Every mark a criterion allows in the first case it has.
pub(crate) fn marks_of(criterion: &Criterion) -> Vec<Mark> {
    let case = criterion.options.first().and_then(|option| option.case);
    let points = std::iter::once(Points::ZERO).chain(criterion.options_of(case).map(|option| option.points));
    let mut marks: Vec<Mark> = points.map(|points| Mark { case, points }).collect();
    marks.dedup();
    marks
}

/// The ballot that ticks the best option everywhere.
pub(crate) fn best(sheet: &Sheet, member: &str) -> Ballot {
    let marks = sheet.criteria().iter().map(|criterion| {
        let mark = *marks_of(criterion).last().expect("an option");
        (criterion.id.clone(), mark)
    });
    Ballot::new(sheet, member, marks).expect("allowed marks")
}

/// A ballot with a mark, or none, on every criterion: `picks` are read as indexes.
pub(crate) fn ballot(sheet: &Sheet, member: &str, picks: &[usize]) -> Ballot {
    let marks = sheet.criteria().iter().zip(picks).filter_map(|(criterion, pick)| {
        let marks = marks_of(criterion);
        let mark = marks.get(pick % (marks.len() + 1))?;
        Some((criterion.id.clone(), *mark))
    });
    Ballot::new(sheet, member, marks).expect("allowed marks")
}

/// Picks for the criteria of any sheet; high ones are frequent, so that stars are reached.
pub(crate) fn picks() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(prop_oneof![0..60_usize, Just(59_usize)], 40)
}

/// Each ballot with one change: the criterion at `place` gets these points.
pub(crate) fn remarked(sheet: &Sheet, ballot: &Ballot, place: usize, points: Points) -> Ballot {
    let marks = sheet.criteria().iter().enumerate().filter_map(|(at, criterion)| {
        let mark = ballot.marks()[at];
        let mark = if at == place {
            let case = mark.and_then(|mark| mark.case).or(marks_of(criterion)[0].case);
            Some(Mark { case, points })
        } else {
            mark
        };
        Some((criterion.id.clone(), mark?))
    });
    Ballot::new(sheet, ballot.member.clone(), marks).expect("allowed marks")
}
