//! Marks, what they may be, and which criteria apply. No I/O.

use std::collections::HashMap;

use ground::Refusal;
use ocop::sheet::Rule;
use ocop::{Ballot, Case, Criterion, CriterionId, Mark, Pack, Points, Sheet};

use crate::application::Application;

/// The member a self-assessment's ballot belongs to.
const PRODUCER: &str = "producer";

/// The producer's marks by criterion.
pub type Marks = HashMap<CriterionId, Mark>;

/// The pack and the sheet of an application.
///
/// # Errors
/// The installation lacks them.
pub fn sheet_of<'a>(rules: &'a ocop::Library, application: &Application) -> ground::Result<(&'a Pack, &'a Sheet)> {
    let found = rules.pack(&application.rules).and_then(|pack| {
        let number = u8::try_from(application.set_number).ok()?;
        Some((pack, pack.sheets().iter().find(|sheet| sheet.set().get() == number)?))
    });
    found.ok_or_else(|| {
        Refusal::unexpected(format!("no sheet {} in {}", application.set_number, application.rules))
    })
}

/// Whether a criterion is marked at all: some depend on the points of another.
pub fn applies(sheet: &Sheet, criterion: &Criterion, marks: &Marks) -> bool {
    criterion.rules.iter().all(|rule| match rule {
        Rule::AppliesIf { key, above } => sheet
            .criteria()
            .iter()
            .filter(|other| other.key == *key)
            .any(|other| marks.get(&other.id).is_some_and(|mark| mark.points > *above)),
        _ => true,
    })
}

/// The marks as one ballot; those the sheet does not allow, or whose criterion does not apply, count as unmarked.
pub fn ballot(sheet: &Sheet, marks: &Marks) -> Ballot {
    let mut ballot = Ballot::blank(sheet, PRODUCER);
    for criterion in sheet.criteria() {
        if let Some(mark) = marks.get(&criterion.id)
            && applies(sheet, criterion, marks)
        {
            // A mark the sheet does not allow stays out.
            drop(ballot.mark(sheet, &criterion.id, *mark));
        }
    }
    ballot
}

/// The criteria that apply and have no mark yet, in the sheet's order.
pub fn unmarked<'a>(sheet: &'a Sheet, marks: &Marks) -> Vec<&'a Criterion> {
    let open = sheet.criteria().iter().filter(|criterion| !marks.contains_key(&criterion.id));
    open.filter(|criterion| applies(sheet, criterion, marks)).collect()
}

/// A mark as a form sends it: `2`, or `a-2` where the sheet has two cases. None when it is no option.
pub fn parse(criterion: &Criterion, text: &str) -> Option<Mark> {
    let (case, points) = match text.split_once('-') {
        Some((letter, points)) => (Some(Case::from_letter(letter)?), points),
        None => (None, text),
    };
    let points = Points::new(points.parse().ok()?);
    let fits = case.is_some() == criterion.has_cases() && criterion.allows(case, points);
    fits.then_some(Mark { case, points })
}

/// The value a form has for a mark.
pub fn value(mark: Mark) -> String {
    match mark.case {
        Some(case) => format!("{}-{}", case.letter(), mark.points),
        None => mark.points.to_string(),
    }
}

/// A criterion's number as part of an element's id: `1.đ` has letters that an id may carry, dots become dashes.
pub fn anchor(id: &CriterionId) -> String {
    format!("c-{}", id.as_str().replace('.', "-"))
}

#[cfg(test)]
mod tests {
    use ocop::SetNumber;

    use super::*;

    fn sheet(set: u8) -> Sheet {
        let rules = ground::testing::rules();
        let number = SetNumber::try_from(set).unwrap();
        let pack = rules.pack("qd26-2026").unwrap();
        pack.sheets().iter().find(|sheet| sheet.set() == number).unwrap().clone()
    }

    #[test]
    fn every_option_of_every_sheet_goes_through_a_form_and_back() {
        for set in 1..=26 {
            for criterion in sheet(set).criteria() {
                for option in &criterion.options {
                    let mark = Mark { case: option.case, points: option.points };
                    assert_eq!(parse(criterion, &value(mark)), Some(mark), "set {set}, {}", criterion.id);
                }
                assert_eq!(parse(criterion, "99"), None);
                assert_eq!(parse(criterion, ""), None);
            }
        }
    }

    #[test]
    fn a_criterion_that_does_not_apply_counts_nothing_whatever_was_marked() {
        let mut seen = 0;
        for set in 1..=26 {
            let sheet = sheet(set);
            for criterion in sheet.criteria() {
                let Some(Rule::AppliesIf { key, .. }) =
                    criterion.rules.iter().find(|rule| matches!(rule, Rule::AppliesIf { .. }))
                else {
                    continue;
                };
                seen += 1;
                let best = criterion.options.iter().map(|option| option.points).max().unwrap();
                let other = sheet.criteria().iter().find(|other| other.key == *key).unwrap();
                let top = other.options.iter().map(|option| option.points).max().unwrap();
                let with = |points| {
                    let of = |points| Mark { case: None, points };
                    let marks = Marks::from([(other.id.clone(), of(points)), (criterion.id.clone(), of(best))]);
                    ballot(&sheet, &marks).parts(&sheet).iter().sum::<u16>()
                };
                assert_eq!(with(Points::ZERO), 0);
                assert_eq!(with(top), u16::from(top.get()) + u16::from(best.get()));
            }
        }
        assert!(seen > 0, "no sheet has a criterion that depends on another");
    }
}
