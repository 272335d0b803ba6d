//! What is signed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ground::Day;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::state::{Life, Standing, State};

/// The form of a statement; a later one gets another number.
pub const VERSION: u32 = 1;
/// The media type in the header of the signature.
pub(super) const TYPE: &str = "sen-certificate";

/// What an installation says of a certificate on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The form of the statement.
    pub v: u32,
    /// The code under the QR.
    pub code: Code,
    /// Where the verdict of any day stands.
    pub url: String,
    /// The certificate's number.
    pub number: String,
    /// The product.
    pub product: String,
    /// The product's code, where it has one.
    pub product_code: Option<String>,
    /// The producer.
    pub producer: String,
    /// The product set.
    pub set: i32,
    /// Stars.
    pub stars: i32,
    /// Where it was made when it was recognised, in Vietnamese.
    pub place: String,
    /// The decision it rests on.
    pub decision: DecisionCited,
    /// The rule pack it was graded by.
    pub rules: String,
    /// The day of issue.
    pub issued: Day,
    /// The last day it is valid.
    pub expires: Day,
    /// The first day to file for re-evaluation.
    pub opens: Option<Day>,
    /// The last day to file in time.
    pub closes: Option<Day>,
    /// The last day a late re-evaluation may keep it alive.
    pub late_until: Option<Day>,
    /// Whether a re-evaluation is pending.
    pub pending: bool,
    /// What was decided about it.
    pub standing: Standing,
    /// Since when.
    pub since: Option<Day>,
    /// The day of the statement.
    pub on: Day,
    /// What it is worth on that day.
    pub state: State,
}

/// A decision as cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionCited {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: Day,
    /// Who decided.
    pub authority: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) alg: String,
    pub(super) kid: String,
    pub(super) typ: String,
}

impl Statement {
    /// The days of its life.
    pub fn life(&self) -> Life {
        Life {
            issued_on: self.issued,
            expires_on: self.expires,
            opens_on: self.opens,
            closes_on: self.closes,
            late_until: self.late_until,
            is_pending: self.pending,
            standing: self.standing,
        }
    }
}

/// `header.payload`, both in base64url: what the signature is over (RFC 7515, section 5.1).
pub(super) fn signing_input(header: &Header, statement: &Statement) -> serde_json::Result<String> {
    let header = URL_SAFE_NO_PAD.encode(serde_json::to_vec(header)?);
    Ok(format!("{header}.{}", URL_SAFE_NO_PAD.encode(serde_json::to_vec(statement)?)))
}
