//! Form 03 (Mẫu số 03): the commune's report on four matters.

use serde::Serialize;

use super::{Letterhead, Paper, Representative, Signature};

/// Form 03 of Annex III, Decision 26/2026/QĐ-TTg. The commune judges four matters and gives no points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommuneReport {
    /// Head of the letter.
    pub letterhead: Letterhead,
    /// The producer.
    pub producer: String,
    /// Kind of organisation.
    pub organisation: String,
    /// Address.
    pub address: String,
    /// Legal representative.
    pub representative: Representative,
    /// The product.
    pub product: String,
    /// 1. Use of local material.
    pub material: Matter,
    /// 2. Use of local labour.
    pub labour: Matter,
    /// 3. Origin of the idea.
    pub idea: Matter,
    /// 4. Local identity and knowledge.
    pub identity: Matter,
    /// The reporting body as in a sentence: `Ủy ban nhân dân phường Sa Đéc`.
    pub reporter: String,
    /// The body asked, as in a sentence: `Ủy ban nhân dân tỉnh Đồng Tháp`.
    pub decider: String,
    /// Who gets a copy.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// One matter: what the producer says, and what the commune found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matter {
    /// The producer's description.
    pub declared: Option<String>,
    /// The commune's finding.
    pub found: String,
}

impl Paper for CommuneReport {
    const TEMPLATE: &'static str = "commune-report.typ";
}
