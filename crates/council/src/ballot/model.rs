//! What a mark may be, which criteria apply, which are next. No I/O.

use std::collections::BTreeMap;

use ground::{Refusal, Result};
use ocop::sheet::Rule;
use ocop::{Case, Criterion, Points, Sheet};

use super::Mark;
use crate::case_file::CaseFileId;

/// In place of a criterion: the member's opinion at the foot of the sheet.
pub const OPINION: &str = "opinion";
/// Characters of a remark or an opinion.
pub const NOTE: usize = 2_000;

/// A member's own marks by criterion, the newest round on top.
pub type Marks = BTreeMap<String, Mark>;

/// The seal over every mark of a case.
pub fn seal(case: CaseFileId) -> String {
    format!("case/{case}")
}

/// Lays the marks of later rounds over those of earlier ones.
pub fn overlaid(marks: impl IntoIterator<Item = Mark>, round: i32) -> Marks {
    let mut known = Marks::new();
    for mark in marks.into_iter().filter(|mark| mark.round <= round) {
        let newer = known.get(&mark.criterion).is_none_or(|other| other.round < mark.round);
        if newer {
            known.insert(mark.criterion.clone(), mark);
        }
    }
    known
}

/// Whether a member marks a criterion at all: some depend on the points of another.
pub fn applies(sheet: &Sheet, criterion: &Criterion, points: impl Fn(&str) -> Option<i32>) -> bool {
    criterion.rules.iter().all(|rule| match rule {
        Rule::AppliesIf { key, above } => sheet
            .criteria()
            .iter()
            .filter(|other| other.key == *key)
            .any(|other| points(other.id.as_str()).is_some_and(|points| points > i32::from(above.get()))),
        _ => true,
    })
}

/// The criteria that another one's points switch on, by number.
pub fn depends_on<'a>(sheet: &'a Sheet, criterion: &'a Criterion) -> impl Iterator<Item = &'a str> {
    let keys = criterion.rules.iter().filter_map(|rule| match rule {
        Rule::AppliesIf { key, .. } => Some(key),
        _ => None,
    });
    keys.flat_map(|key| {
        sheet.criteria().iter().filter(move |other| other.key == *key).map(|other| other.id.as_str())
    })
}

/// The criteria that apply and are not marked, in the sheet's order.
pub fn unmarked<'a>(sheet: &'a Sheet, marks: &Marks) -> Vec<&'a Criterion> {
    let points = |id: &str| marks.get(id).and_then(|mark| mark.points);
    let open = sheet.criteria().iter().filter(|criterion| points(criterion.id.as_str()).is_none());
    open.filter(|criterion| applies(sheet, criterion, points)).collect()
}

/// The points of a form, checked against the options.
///
/// # Errors
/// `not-an-option` with what the options give.
pub fn points(criterion: &Criterion, case: Option<Case>, text: &str) -> Result<Points> {
    let points = text.trim().parse().ok().map(Points::new).filter(|points| criterion.allows(case, *points));
    points.ok_or_else(|| {
        let mut options: Vec<String> =
            criterion.options_of(case).map(|option| option.points.to_string()).collect();
        if !options.iter().any(|points| points == "0") {
            options.insert(0, "0".to_owned());
        }
        Refusal::invalid(vec![
            ground::FieldProblem::new("points", "not-an-option").with("options", options.join(", ")),
        ])
    })
}

/// Where a criterion is on the sheet, and its neighbours among those that are shown.
pub fn around<'a>(
    shown: &[&'a Criterion],
    id: &str,
) -> Option<(usize, Option<&'a Criterion>, Option<&'a Criterion>)> {
    let place = shown.iter().position(|criterion| criterion.id.as_str() == id)?;
    let before = place.checked_sub(1).and_then(|place| shown.get(place).copied());
    Some((place, before, shown.get(place + 1).copied()))
}
