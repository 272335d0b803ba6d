//! The submission (tờ trình) of a council to who decides.

use serde::Serialize;

use super::{DocumentReference, Letterhead, Paper, Signature};
use crate::points::Points;

/// A council asks for the recognition of products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Submission {
    /// Head of the letter.
    pub letterhead: Letterhead,
    /// What it is about.
    pub subject: String,
    /// To whom.
    pub addressees: Vec<String>,
    /// The grounds, each a full line beginning with `Căn cứ`, without the closing mark.
    pub grounds: Vec<String>,
    /// The council as in a sentence.
    pub council: String,
    /// The minutes it rests on.
    pub minutes: DocumentReference,
    /// Dossiers heard.
    pub heard: u32,
    /// Products proposed.
    pub products: Vec<ProposedProduct>,
    /// What is enclosed.
    pub enclosures: Vec<String>,
    /// Who gets a copy.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// A product proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposedProduct {
    /// The product.
    pub product: String,
    /// The producer.
    pub producer: String,
    /// The commune it comes from.
    pub commune: String,
    /// Mean of the ballots.
    pub mean: Points,
    /// Star proposed.
    pub star: u8,
}

impl Paper for Submission {
    const TEMPLATE: &'static str = "submission.typ";
}
