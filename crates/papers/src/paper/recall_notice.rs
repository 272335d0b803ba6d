//! The notice of a recall (TT 23/2018/TT-BYT): what must come back, why, and what whoever holds it is to do.

use jiff::civil::Date;
use serde::Serialize;

use super::{Letterhead, Paper, Signature};

/// A notice to everyone who received goods of a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecallNotice {
    /// Head of the notice.
    pub letterhead: Letterhead,
    /// What it is about.
    pub subject: String,
    /// To whom.
    pub addressees: Vec<String>,
    /// It is practised: the paper says so on every page.
    pub is_drill: bool,
    /// Who owns the goods, and the address.
    pub owner: String,
    /// The owner's address.
    pub owner_address: String,
    /// How to reach the owner.
    pub owner_contact: Option<String>,
    /// The goods.
    pub product: String,
    /// How they are packed.
    pub packing: Option<String>,
    /// The lots, the bad one first.
    pub lots: Vec<RecalledLot>,
    /// Lots beyond those listed.
    pub more_lots: usize,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// The day and time of the decision, `2026-10-14T07:30`.
    pub decided_at: String,
    /// Who gets a copy.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// A lot of the notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecalledLot {
    /// The goods.
    pub product: String,
    /// Its number.
    pub lot: String,
    /// The day it was made.
    pub made: Option<Date>,
    /// The day it expires.
    pub expires: Option<Date>,
    /// How much was made, with its unit.
    pub quantity: Option<String>,
}

impl Paper for RecallNotice {
    const TEMPLATE: &'static str = "recall-notice.typ";
}
