//! Everything the public verdict shows of a certificate, in one piece: a projection, rebuilt from the certificate, its
//! events and the register ([`super::rebuild`]).

use ground::actor::{PlaceId, ProducerId};
use ground::files::FileHash;
use ground::{Day, Lang};
use serde::{Deserialize, Serialize};

use crate::certificate::CertificateId;
use crate::code::Code;
use crate::near::{Both, PlaceFacts, ProductId};
use crate::seal::{DecisionCited, Statement};
use crate::state::{Life, Standing};

/// The level id of the centre in the packs (QĐ 26/2026, Art. 8).
const CENTRE: &str = "central";

/// What the verdict shows. Nothing stands here that may not be public, but the offices and places that policies ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The certificate.
    pub id: CertificateId,
    /// Its code.
    pub code: Code,
    /// Its number.
    pub number: String,
    /// The product's key.
    pub product_id: ProductId,
    /// The product's name on the certificate.
    pub product: String,
    /// The product's code.
    pub product_code: Option<String>,
    /// The unit.
    pub unit: String,
    /// The set's number.
    pub set: i32,
    /// The set's name.
    pub set_name: Both,
    /// The key of its group.
    pub group: String,
    /// The drawing of its set, for want of a photo.
    pub art: String,
    /// Stars.
    pub stars: i32,
    /// The producer's key.
    pub producer_id: ProducerId,
    /// The producer's name on the certificate.
    pub producer: String,
    /// The producer's phone, where it agreed to show it.
    pub phone: Option<String>,
    /// A photo of the product.
    pub photo: Option<FileHash>,
    /// Where it was made then, where that is now.
    pub place: PlaceFacts,
    /// The level that decides on its revocation, as the pack names it.
    pub decided_by: String,
    /// Who certified.
    pub authority: String,
    /// The decision's number.
    pub decision_number: String,
    /// The decision's date.
    pub decision_on: Day,
    /// The rule pack.
    pub rules: String,
    /// The number of the decree it was graded by.
    pub decree: String,
    /// The day the decree was signed.
    pub decree_on: Day,
    /// Months of validity.
    pub months: i32,
    /// The day of issue.
    pub issued_on: Day,
    /// The last day.
    pub expires_on: Day,
    /// The first day to file for re-evaluation.
    pub opens_on: Option<Day>,
    /// The last day to file in time.
    pub closes_on: Option<Day>,
    /// The last day a late re-evaluation may keep it alive.
    pub late_until: Option<Day>,
    /// Whether a re-evaluation is pending.
    pub is_pending: bool,
    /// What was decided about it.
    pub standing: Standing,
    /// The decision behind that.
    pub act: Option<Act>,
    /// The code of the certificate that took its place.
    pub successor: Option<Code>,
}

/// A decision about a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Its number.
    pub number: Option<String>,
    /// From which day on.
    pub on: Day,
    /// Who decided.
    pub authority: Option<String>,
    /// The ground.
    pub ground: Option<Both>,
    /// The day of the conclusion.
    pub concluded_on: Option<Day>,
}

impl Card {
    /// The days of its life.
    pub fn life(&self) -> Life {
        Life {
            issued_on: self.issued_on,
            expires_on: self.expires_on,
            opens_on: self.opens_on,
            closes_on: self.closes_on,
            late_until: self.late_until,
            is_pending: self.is_pending,
            standing: self.standing,
        }
    }

    /// The places whose offices decide about it: the province's, and for what the centre decides the centre's alone.
    pub fn offices(&self) -> &[PlaceId] {
        if self.decided_by == CENTRE { &self.place.centre } else { &self.place.offices }
    }

    /// The name of its set.
    pub fn set_name(&self, lang: Lang) -> &str {
        self.set_name.of(lang)
    }

    /// What is signed about it on a day.
    pub fn statement(&self, public_url: &str, today: Day) -> Statement {
        Statement {
            v: 1,
            code: self.code.clone(),
            url: format!("{}/c/{}", public_url.trim_end_matches('/'), self.code),
            number: self.number.clone(),
            product: self.product.clone(),
            product_code: self.product_code.clone(),
            producer: self.producer.clone(),
            set: self.set,
            stars: self.stars,
            place: self.place.then.vi.clone(),
            decision: DecisionCited {
                number: self.decision_number.clone(),
                date: self.decision_on,
                authority: self.authority.clone(),
            },
            rules: self.rules.clone(),
            issued: self.issued_on,
            expires: self.expires_on,
            opens: self.opens_on,
            closes: self.closes_on,
            late_until: self.late_until,
            pending: self.is_pending,
            standing: self.standing,
            since: self.act.as_ref().map(|act| act.on),
            on: today,
            state: self.life().on(today),
        }
    }
}
