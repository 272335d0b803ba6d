//! From rows of a table to checked ballots.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::fault::{MarkFault, RowFault};
use super::{Ballot, Candidate, Mark};
use crate::points::Points;
use crate::sheet::{Case, Code, Criterion, Sheet};

/// The member that finds codes.
pub const COUNCIL: &str = "council";

/// A row of a table of marks: one member's mark on one criterion, or one finding of the council.
/// Spaces around values do not count; values are compared in Unicode NFC.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The row's number, as its table shows it.
    pub number: u32,
    /// The product.
    pub product: &'a str,
    /// The member, or [`COUNCIL`].
    pub member: &'a str,
    /// A criterion's number in the sheet, or a code.
    pub criterion: &'a str,
    /// `a`, `b` or nothing.
    pub case: &'a str,
    /// A whole number, or nothing beside a code.
    pub points: &'a str,
}

/// Checks every row against the sheet and gathers the ballots by product and member, both in the order
/// they first appear.
///
/// # Errors
/// Every bad row, in order.
pub fn read<'a>(
    sheet: &Sheet,
    rows: impl IntoIterator<Item = Row<'a>>,
) -> Result<Vec<Candidate>, Vec<RowFault>> {
    let mut gathered = Gathered { sheet, candidates: Vec::new(), places: HashMap::new() };
    let mut bad = Vec::new();
    for row in rows {
        let faults = gathered.take(&row);
        if !faults.is_empty() {
            bad.push(RowFault { row: row.number, faults });
        }
    }
    if !bad.is_empty() {
        return Err(bad);
    }
    Ok(gathered.candidates.into_iter().map(|open| open.candidate).collect())
}

struct Gathered<'s> {
    sheet: &'s Sheet,
    candidates: Vec<Open>,
    places: HashMap<String, usize>,
}

/// A candidate while its rows come in, with the rows that said something first.
struct Open {
    candidate: Candidate,
    members: HashMap<String, usize>,
    marked: Vec<Vec<u32>>,
    cases: HashMap<usize, (u32, Case)>,
    found: HashMap<Code, u32>,
}

fn tidy(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

impl Gathered<'_> {
    fn take(&mut self, row: &Row<'_>) -> Vec<MarkFault> {
        let mut faults = Vec::new();
        let (product, member, criterion) = (tidy(row.product), tidy(row.member), tidy(row.criterion));
        if product.is_empty() {
            faults.push(MarkFault::ProductMissing);
        }
        if member.is_empty() {
            faults.push(MarkFault::MemberMissing);
        }
        let code = self.sheet.codes().iter().find(|entry| entry.code.as_str() == criterion);
        if let Some(entry) = code {
            let code = entry.code.clone();
            self.find(row, &product, &member, code, &mut faults);
        } else if let Some((place, known)) = self.sheet.criterion(&criterion) {
            self.mark(row, (&product, &member), (place, known), &mut faults);
        } else {
            faults.push(MarkFault::UnknownCriterion { given: criterion.into_owned() });
        }
        faults
    }

    fn find(&mut self, row: &Row<'_>, product: &str, member: &str, code: Code, faults: &mut Vec<MarkFault>) {
        if !member.is_empty() && member != COUNCIL {
            faults.push(MarkFault::CodeByMember);
        }
        if !row.case.trim().is_empty() {
            faults.push(MarkFault::CodeWithCase);
        }
        if !row.points.trim().is_empty() {
            faults.push(MarkFault::CodeWithPoints);
        }
        if product.is_empty() || member != COUNCIL {
            return;
        }
        let open = self.open(product);
        if let Some(&first) = open.found.get(&code) {
            faults.push(MarkFault::CodeTwice { first });
        } else {
            open.found.insert(code.clone(), row.number);
            open.candidate.codes.push(code);
        }
    }

    fn mark(
        &mut self,
        row: &Row<'_>,
        (product, member): (&str, &str),
        (place, criterion): (usize, &Criterion),
        faults: &mut Vec<MarkFault>,
    ) {
        if member == COUNCIL {
            faults.push(MarkFault::MarkByCouncil);
        }
        let case = case_of(row, criterion, faults);
        let points = points_of(row, criterion, case, faults);
        if product.is_empty() || member.is_empty() {
            return;
        }
        let number = row.number;
        let sheet = self.sheet;
        let open = self.open(product);
        let ballot = open.ballot(sheet, member);
        if let (Some(ballot), Some(rows)) =
            (open.candidate.ballots.get_mut(ballot), open.marked.get_mut(ballot))
        {
            match rows.get_mut(place) {
                Some(first) if *first == 0 => *first = number,
                Some(first) => faults.push(MarkFault::CriterionTwice { first: Some(*first) }),
                None => {}
            }
            if faults.is_empty()
                && let (Some(points), Some(slot)) = (points, ballot.marks.get_mut(place))
            {
                *slot = Some(Mark { case, points });
            }
        }
        if let Some(case) = case {
            let (first, chosen) = *open.cases.entry(place).or_insert((number, case));
            if chosen != case {
                faults.push(MarkFault::CaseDiffers { first, chosen });
            }
        }
    }

    fn open(&mut self, product: &str) -> &mut Open {
        let place = match self.places.get(product) {
            Some(&place) => place,
            None => {
                self.places.insert(product.to_owned(), self.candidates.len());
                self.candidates.push(Open::new(product));
                self.candidates.len() - 1
            }
        };
        &mut self.candidates[place]
    }
}

impl Open {
    fn new(product: &str) -> Self {
        Self {
            candidate: Candidate { product: product.to_owned(), ballots: Vec::new(), codes: Vec::new() },
            members: HashMap::new(),
            marked: Vec::new(),
            cases: HashMap::new(),
            found: HashMap::new(),
        }
    }

    /// The place of the member's ballot.
    fn ballot(&mut self, sheet: &Sheet, member: &str) -> usize {
        if let Some(&place) = self.members.get(member) {
            return place;
        }
        let place = self.candidate.ballots.len();
        self.members.insert(member.to_owned(), place);
        self.candidate.ballots.push(Ballot::blank(sheet, member));
        self.marked.push(vec![0; sheet.criteria().len()]);
        place
    }
}

fn case_of(row: &Row<'_>, criterion: &Criterion, faults: &mut Vec<MarkFault>) -> Option<Case> {
    let given = row.case.trim();
    match (criterion.has_cases(), given.is_empty()) {
        (true, true) => faults.push(MarkFault::CaseMissing),
        (false, false) => faults.push(MarkFault::CaseUnexpected),
        (true, false) => {
            let case = Case::from_letter(given);
            if case.is_none() {
                faults.push(MarkFault::CaseUnknown { given: given.to_owned() });
            }
            return case;
        }
        (false, true) => {}
    }
    None
}

fn points_of(
    row: &Row<'_>,
    criterion: &Criterion,
    case: Option<Case>,
    faults: &mut Vec<MarkFault>,
) -> Option<Points> {
    let given = row.points.trim();
    if !is_integer(given) {
        faults.push(MarkFault::NoInteger { given: given.to_owned() });
        return None;
    }
    if criterion.has_cases() && case.is_none() {
        return None;
    }
    let points = given.parse::<u8>().ok().map(Points::new);
    let allowed = points.filter(|points| criterion.allows(case, *points));
    if allowed.is_none() {
        let options = criterion.options_of(case).map(|option| option.points).collect();
        faults.push(MarkFault::NoOption { options });
    }
    allowed
}

/// Digits, after a minus or not: what is too large or negative is an integer and no option.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
