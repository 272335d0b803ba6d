//! The commune's letter (công văn) that asks for evaluation.

use serde::Serialize;

use super::{Letterhead, Paper, Signature};

/// A commune sends dossiers up and asks for their evaluation and ranking (Article 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestLetter {
    /// Head of the letter.
    pub letterhead: Letterhead,
    /// What it is about, after `V/v`.
    pub subject: String,
    /// To whom.
    pub addressees: Vec<String>,
    /// The asking body as in a sentence: `Ủy ban nhân dân phường Sa Đéc`.
    pub sender: String,
    /// The round, such as `đợt 2 năm 2026`.
    pub round: String,
    /// The products.
    pub products: Vec<RequestedProduct>,
    /// What is enclosed.
    pub enclosures: Vec<String>,
    /// Who gets a copy.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// A product in the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestedProduct {
    /// The product.
    pub product: String,
    /// Its code.
    pub code: String,
    /// The producer.
    pub producer: String,
    /// `Lần đầu`, `Nâng hạng` or `Đánh giá lại`.
    pub kind: String,
    /// Samples sent with it; none for tourism.
    pub samples: Option<u32>,
}

impl Paper for RequestLetter {
    const TEMPLATE: &'static str = "request-letter.typ";
}
