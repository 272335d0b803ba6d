//! Ballots: what each member of a council marked, and what the council found.

mod fault;
mod read;

pub use fault::{Column, MarkFault, RowFault};
pub use read::{COUNCIL, Row, read};

use crate::points::Points;
use crate::sheet::{Case, Code, CriterionId, Part, Sheet};

/// One member's mark on one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The case chosen, where the sheet has two.
    pub case: Option<Case>,
    /// The points given: one of the options, or none of them is met.
    pub points: Points,
}

/// One member's marks on one product, checked against the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Who marked.
    pub member: String,
    /// A mark, or none, per criterion in the sheet's order.
    marks: Vec<Option<Mark>>,
}

/// A product before the council: its ballots and the codes found, checked against the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The product's name or number.
    pub product: String,
    /// The ballots, in the order their members first appear.
    pub ballots: Vec<Ballot>,
    /// What the council found, in the order of rows.
    pub codes: Vec<Code>,
}

impl Ballot {
    /// A ballot without a mark.
    #[must_use]
    pub fn blank(sheet: &Sheet, member: impl Into<String>) -> Self {
        Self { member: member.into(), marks: vec![None; sheet.criteria().len()] }
    }

    /// A ballot with these marks.
    ///
    /// # Errors
    /// Every mark that the sheet does not allow.
    pub fn new(
        sheet: &Sheet,
        member: impl Into<String>,
        marks: impl IntoIterator<Item = (CriterionId, Mark)>,
    ) -> Result<Self, Vec<(CriterionId, MarkFault)>> {
        let mut ballot = Self::blank(sheet, member);
        let mut faults = Vec::new();
        for (id, mark) in marks {
            if let Err(fault) = ballot.mark(sheet, &id, mark) {
                faults.push((id, fault));
            }
        }
        if faults.is_empty() { Ok(ballot) } else { Err(faults) }
    }

    /// Marks one criterion.
    ///
    /// # Errors
    /// When the sheet does not allow the mark, or the criterion is marked already.
    pub fn mark(&mut self, sheet: &Sheet, id: &CriterionId, mark: Mark) -> Result<(), MarkFault> {
        let (place, criterion) = sheet
            .criterion(id.as_str())
            .ok_or_else(|| MarkFault::UnknownCriterion { given: id.to_string() })?;
        match (criterion.has_cases(), mark.case) {
            (true, None) => return Err(MarkFault::CaseMissing),
            (false, Some(_)) => return Err(MarkFault::CaseUnexpected),
            _ => {}
        }
        if !criterion.allows(mark.case, mark.points) {
            let options = criterion.options_of(mark.case).map(|option| option.points).collect();
            return Err(MarkFault::NoOption { options });
        }
        match self.marks.get_mut(place) {
            Some(slot @ None) => {
                *slot = Some(mark);
                Ok(())
            }
            _ => Err(MarkFault::CriterionTwice { first: None }),
        }
    }

    /// The marks in the sheet's order.
    #[must_use]
    pub fn marks(&self) -> &[Option<Mark>] {
        &self.marks
    }

    /// The points on the criterion at that place of the sheet; an unmarked one counts 0.
    #[must_use]
    pub fn points_at(&self, place: usize) -> Points {
        self.marks.get(place).copied().flatten().map_or(Points::ZERO, |mark| mark.points)
    }

    /// The total of each part, in the order of [`Part::ALL`].
    #[must_use]
    pub fn parts(&self, sheet: &Sheet) -> [u16; 3] {
        let mut parts = [0; 3];
        for (place, criterion) in sheet.criteria().iter().enumerate() {
            if let Some(sum) = parts.get_mut(Part::place(criterion.part)) {
                *sum += u16::from(self.points_at(place).get());
            }
        }
        parts
    }
}
