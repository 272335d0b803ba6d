//! The result letter to a producer (thông báo kết quả): where points were lost and how to win them.

use jiff::civil::Date;
use serde::Serialize;

use super::{DocumentReference, Letterhead, Paper, Signature};
use crate::points::Points;

/// A letter that tells one producer the result of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultLetter {
    /// Head of the letter.
    pub letterhead: Letterhead,
    /// What it is about, after `V/v`.
    pub subject: String,
    /// To whom.
    pub addressees: Vec<String>,
    /// The council as in a sentence.
    pub council: String,
    /// The product.
    pub product: String,
    /// Its code.
    pub code: String,
    /// The producer.
    pub producer: String,
    /// Mean of the ballots.
    pub total: Points,
    /// Star reached, 1 to 5.
    pub star: u8,
    /// The decision, when the product was recognised.
    pub decision: Option<DocumentReference>,
    /// The last day of validity, when the product was recognised.
    pub expires: Option<Date>,
    /// Points by part.
    pub parts: Vec<PartResult>,
    /// Gates that held the star down.
    pub gates: Vec<FailedGate>,
    /// Where points were lost, the cheapest to win first.
    pub lost: Vec<LostPoints>,
    /// Who helps, and how to reach them.
    pub contact: Option<String>,
    /// Who gets a copy.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// Points of one part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartResult {
    /// The part's heading.
    pub heading: String,
    /// Points reached.
    pub points: Points,
    /// Most points.
    pub maximum: Points,
}

/// A minimum that was not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FailedGate {
    /// The star that asks for it.
    pub star: u8,
    /// Number and wording of the criterion.
    pub criterion: String,
    /// What was reached.
    pub reached: String,
    /// What is needed.
    pub needed: String,
}

/// A criterion where points were lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LostPoints {
    /// Number and wording of the criterion.
    pub criterion: String,
    /// Points reached.
    pub points: Points,
    /// Most points.
    pub maximum: Points,
    /// What to do to win more.
    pub advice: String,
}

impl Paper for ResultLetter {
    const TEMPLATE: &'static str = "result-letter.typ";
}
