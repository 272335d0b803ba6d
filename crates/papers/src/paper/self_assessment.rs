//! Form 02 (Mẫu số 02): the producer's report on its own product.

use jiff::civil::Date;
use serde::Serialize;

use super::{Paper, Representative};
use crate::points::Points;

/// Form 02 of Annex III, Decision 26/2026/QĐ-TTg.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SelfAssessment {
    /// The producer.
    pub producer: String,
    /// Kind of organisation.
    pub organisation: String,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Legal representative.
    pub representative: Representative,
    /// Day of founding or of business registration.
    pub founded: Option<Date>,
    /// Number of the business registration.
    pub registration_number: Option<String>,
    /// The product or service.
    pub product: String,
    /// How it is made up and packed, and the standard it follows.
    pub description: String,
    /// The boxes of item 7.
    pub held: HeldPapers,
    /// How the producer came about.
    pub history: String,
    /// How the producer is organised.
    pub structure: String,
    /// Part II.
    pub results: BusinessResults,
    /// Part III, in the order of the score sheet.
    pub criteria: Vec<AssessedCriterion>,
    /// The producer's own total.
    pub total: Points,
    /// What changed since the last recognition, for a re-evaluation or upgrade.
    pub changes: Option<String>,
    /// Part IV.
    pub plan: String,
    /// The table of evidence; the template knows the fifteen headings of the form by their code.
    pub evidence: Vec<EvidenceRow>,
    /// Place of signing.
    pub place: Option<String>,
    /// Date of signing.
    pub date: Option<Date>,
}

/// Boxes of item 7: what the producer holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct HeldPapers {
    /// a) Business registration.
    pub registration: bool,
    /// b) Declaration of quality.
    pub declaration: bool,
    /// c) Food-safety certificate of the facility.
    pub food_safety: bool,
    /// c) Another certificate that is compulsory for this product.
    pub production: bool,
    /// d) Intellectual property.
    pub property: IntellectualProperty,
}

/// The six kinds of intellectual property of item 7 d).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct IntellectualProperty {
    /// Trademark certificate.
    pub trademark: bool,
    /// Right to use a geographical indication, collective or certification mark.
    pub shared_mark: bool,
    /// Patent.
    pub patent: bool,
    /// Industrial design.
    pub design: bool,
    /// Copyright certificate.
    pub copyright: bool,
    /// Another, in words.
    pub other: Option<String>,
}

/// Part II: what came of the business plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BusinessResults {
    /// Raw-material area and technology.
    pub production: String,
    /// Changes in quality, packaging, label.
    pub quality: String,
    /// Where the product is sold.
    pub market: String,
    /// Turnover and profit.
    pub outcome: String,
}

/// One criterion of the score sheet as the producer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AssessedCriterion {
    /// Number in the sheet, such as `1.4`.
    pub number: String,
    /// Its wording.
    pub title: String,
    /// Most points it can give.
    pub maximum: Points,
    /// Points the producer gives itself.
    pub points: Points,
    /// What is described and proved.
    pub description: String,
    /// The papers that prove it, as they are called in the annex.
    pub evidence: Vec<String>,
}

/// A row of the table of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceRow {
    /// Code of the row, `E01` to `E15`.
    pub code: String,
    /// The papers handed in under it; empty says so.
    pub papers: Vec<String>,
}

impl Paper for SelfAssessment {
    const TEMPLATE: &'static str = "self-assessment.typ";
}
