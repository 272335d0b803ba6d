//! What is wrong with a row of marks, without any text of ours around it.

use crate::points::Points;
use crate::sheet::Case;

/// The columns of a table of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The product.
    Product,
    /// The council member.
    Member,
    /// The criterion, or a code.
    Criterion,
    /// The case.
    Case,
    /// The points.
    Points,
}

impl Column {
    /// All columns in the order of the table.
    pub const ALL: [Self; 5] = [Self::Product, Self::Member, Self::Criterion, Self::Case, Self::Points];

    /// The column's name in the header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Member => "member",
            Self::Criterion => "criterion",
            Self::Case => "case",
            Self::Points => "points",
        }
    }
}

/// What is wrong with one mark or finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkFault {
    /// The row names no product.
    ProductMissing,
    /// The row names no member.
    MemberMissing,
    /// Neither a criterion nor a code of this sheet.
    UnknownCriterion {
        /// As given.
        given: String,
    },
    /// Only codes are the council's; marks are its members'.
    MarkByCouncil,
    /// A code is found by the council, not by a member.
    CodeByMember,
    /// A code row has no case.
    CodeWithCase,
    /// A code row has no points.
    CodeWithPoints,
    /// The same code twice for one product.
    CodeTwice {
        /// The row it stands in first.
        first: u32,
    },
    /// The same criterion twice in one ballot.
    CriterionTwice {
        /// The row it stands in first, where rows are known.
        first: Option<u32>,
    },
    /// The sheet has two cases here and none is chosen.
    CaseMissing,
    /// The sheet has no cases here.
    CaseUnexpected,
    /// No case of that name.
    CaseUnknown {
        /// As given.
        given: String,
    },
    /// Another member chose the other case.
    CaseDiffers {
        /// The row that chose it.
        first: u32,
        /// What it chose.
        chosen: Case,
    },
    /// The points are no whole number.
    NoInteger {
        /// As given.
        given: String,
    },
    /// No option of the criterion and case gives these points.
    NoOption {
        /// What the options give.
        options: Vec<Points>,
    },
}

impl MarkFault {
    /// The column to mend.
    #[must_use]
    pub const fn column(&self) -> Column {
        match self {
            Self::ProductMissing => Column::Product,
            Self::MemberMissing | Self::MarkByCouncil | Self::CodeByMember => Column::Member,
            Self::UnknownCriterion { .. } | Self::CodeTwice { .. } | Self::CriterionTwice { .. } => {
                Column::Criterion
            }
            Self::CodeWithCase
            | Self::CaseMissing
            | Self::CaseUnexpected
            | Self::CaseUnknown { .. }
            | Self::CaseDiffers { .. } => Column::Case,
            Self::CodeWithPoints | Self::NoInteger { .. } | Self::NoOption { .. } => Column::Points,
        }
    }
}

/// A bad row: at least one fault, the first in the order they are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The row's number, as its table shows it.
    pub row: u32,
    /// What is wrong with it.
    pub faults: Vec<MarkFault>,
}
