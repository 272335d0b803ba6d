//! The ballot (phiếu đánh giá): a score sheet with one member's ticks.

use jiff::civil::Date;
use serde::Serialize;

use super::Paper;
use crate::points::Points;

/// A score sheet of Annex II that is also the ballot of one member for one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreSheet {
    /// The set, such as `Rượu trắng`.
    pub set: String,
    /// Branch and group, as the sheet prints them under its title.
    pub classification: String,
    /// The product.
    pub product: String,
    /// Its code.
    pub code: String,
    /// The producer.
    pub producer: String,
    /// Phone.
    pub phone: Option<String>,
    /// Address.
    pub address: String,
    /// Lines on what has a dossier rejected.
    pub rejection: Vec<String>,
    /// Parts A, B, C.
    pub parts: Vec<SheetPart>,
    /// Most points of the sheet.
    pub maximum: Points,
    /// Total of the ticks; an empty ballot has none.
    pub total: Option<Points>,
    /// The member's opinion in words.
    pub opinion: Option<String>,
    /// Place of signing.
    pub place: Option<String>,
    /// Date of signing.
    pub date: Option<Date>,
    /// The member.
    pub name: Option<String>,
}

/// A part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetPart {
    /// `Phần A: …`.
    pub heading: String,
    /// Most points.
    pub maximum: Points,
    /// Its sections.
    pub sections: Vec<SheetSection>,
}

/// A section of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetSection {
    /// Number and heading.
    pub heading: String,
    /// Most points.
    pub maximum: Points,
    /// Its criteria.
    pub criteria: Vec<SheetCriterion>,
}

/// A criterion with all its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetCriterion {
    /// Number and wording.
    pub title: String,
    /// Most points.
    pub maximum: Points,
    /// Notes printed under it.
    pub notes: Vec<String>,
    /// The options in order.
    pub options: Vec<SheetOption>,
}

/// An option of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetOption {
    /// Its wording.
    pub text: String,
    /// Points it gives.
    pub points: Points,
    /// The star for which this is the least needed, 3 to 5.
    pub star: Option<u8>,
    /// Whether the member ticked it.
    pub ticked: bool,
}

impl Paper for ScoreSheet {
    const TEMPLATE: &'static str = "score-sheet.typ";
}
