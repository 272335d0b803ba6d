//! `rounds.yaml` and `certificates.yaml`.

use std::collections::BTreeMap;

use certificate::state::State;
use council::council::model::Basis;
use council::interest::InterestKind;
use ground::Day;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::PlaceOn;

/// What each member gave otherwise than the council agreed: points by criterion, by login.
pub(in crate::demo) type Deviations = BTreeMap<String, BTreeMap<String, u8>>;

#[derive(Debug, Deserialize)]
pub(super) struct Rounds {
    pub(super) today: Day,
    pub(super) councils: Vec<Council>,
    pub(super) sittings: Vec<Sitting>,
}

/// A council.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Council {
    pub(in crate::demo) key: String,
    pub(in crate::demo) name: String,
    pub(in crate::demo) place: PlaceOn,
    pub(in crate::demo) decision: Mandate,
    pub(in crate::demo) chair: String,
    pub(in crate::demo) secretary: String,
    pub(in crate::demo) members: Vec<String>,
    pub(in crate::demo) terms: Terms,
}

/// The decision that set a council up.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Mandate {
    pub(in crate::demo) number: String,
    pub(in crate::demo) on: Day,
}

/// What its rules of procedure settle.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Terms {
    pub(in crate::demo) quorum_percent: i32,
    pub(in crate::demo) quorum_with_chair: bool,
    pub(in crate::demo) spread_limit: i32,
    pub(in crate::demo) gate_basis: Basis,
}

/// A sitting.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Sitting {
    pub(in crate::demo) key: String,
    pub(in crate::demo) council: String,
    pub(in crate::demo) held_on: Day,
    pub(in crate::demo) at: String,
    /// `decided`, `open` or `planned`.
    pub(in crate::demo) state: String,
    #[serde(default)]
    pub(in crate::demo) absent: Vec<String>,
    pub(in crate::demo) decision: Option<Decision>,
    pub(in crate::demo) cases: Vec<Case>,
}

/// The decision on a sitting.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Decision {
    pub(in crate::demo) key: String,
    pub(in crate::demo) number: String,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) authority: String,
    pub(in crate::demo) signer: String,
    pub(in crate::demo) signer_title: Vec<String>,
}

/// A dossier on an agenda.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Case {
    pub(in crate::demo) dossier: String,
    /// `ready`, `marking`, `second-round`, `decided`, `sent-up` or `refused`.
    pub(in crate::demo) state: String,
    pub(in crate::demo) case: Option<String>,
    #[serde(default)]
    pub(in crate::demo) recusals: Vec<Tie>,
    #[serde(default)]
    pub(in crate::demo) interests: Vec<Tie>,
    #[serde(default)]
    pub(in crate::demo) agreed: BTreeMap<String, u8>,
    #[serde(default)]
    pub(in crate::demo) deviations: Deviations,
    #[serde(default)]
    pub(in crate::demo) remarks: Vec<Remark>,
    #[serde(default)]
    pub(in crate::demo) findings: Vec<Code>,
    /// Who handed in, where not everyone has.
    pub(in crate::demo) finished: Option<Vec<String>>,
    /// How many criteria those marked who have begun and not handed in.
    #[serde(default)]
    pub(in crate::demo) begun: BTreeMap<String, usize>,
    pub(in crate::demo) expected: Option<Expected>,
    pub(in crate::demo) second_round: Option<SecondRound>,
}

/// What ties a member to a producer.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Tie {
    pub(in crate::demo) member: String,
    pub(in crate::demo) ground: InterestKind,
    pub(in crate::demo) reason: String,
}

/// A member's remark on a criterion.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Remark {
    pub(in crate::demo) member: String,
    pub(in crate::demo) criterion: String,
    pub(in crate::demo) text: String,
}

/// A code the council found.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Code {
    pub(in crate::demo) code: String,
    pub(in crate::demo) reason: String,
}

/// The ballots after the second round.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct SecondRound {
    pub(in crate::demo) finished: Option<Vec<String>>,
    pub(in crate::demo) deviations: Deviations,
    pub(in crate::demo) expected: Option<Expected>,
}

/// What a case comes to.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Expected {
    /// The exact mean: `674/9`.
    pub(in crate::demo) mean_exact: String,
    pub(in crate::demo) star: Option<u8>,
    pub(in crate::demo) spread: u16,
    pub(in crate::demo) recognised: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Certificates {
    pub(super) certificates: Vec<Certificate>,
}

/// A certificate.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Certificate {
    pub(in crate::demo) key: String,
    pub(in crate::demo) product: String,
    /// Whether it comes of a decision of the demo or was taken over from paper.
    #[serde(rename = "decision")]
    pub(in crate::demo) origin: Origin,
    pub(in crate::demo) place: Option<PlaceOn>,
    pub(in crate::demo) rules: String,
    pub(in crate::demo) stars: i32,
    pub(in crate::demo) issued_on: Day,
    #[serde(default)]
    pub(in crate::demo) events: Vec<CertificateEvent>,
    pub(in crate::demo) expected: Worth,
}

/// What a certificate is worth on the day of the demo.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Worth {
    pub(in crate::demo) state: State,
    pub(in crate::demo) expires_on: Day,
}

/// Where a certificate comes from.
#[derive(Debug)]
pub(in crate::demo) enum Origin {
    /// A decision of `rounds.yaml`, by its key.
    Round(String),
    /// An older decision.
    Paper(PaperDecision),
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OriginVisitor)
    }
}

// By hand: serde's own way over untagged values would read a field named `on` as a yes.
struct OriginVisitor;

impl<'de> Visitor<'de> for OriginVisitor {
    type Value = Origin;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the key of a decision, or a decision")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Origin, E> {
        Ok(Origin::Round(key.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Origin, A::Error> {
        PaperDecision::deserialize(MapAccessDeserializer::new(map)).map(Origin::Paper)
    }
}

/// A decision without a dossier here.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct PaperDecision {
    pub(in crate::demo) number: Option<String>,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) authority: String,
    pub(in crate::demo) place: PlaceOn,
    pub(in crate::demo) signer_title: Vec<String>,
    pub(in crate::demo) signer_name: Option<String>,
}

/// What was decided later.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct CertificateEvent {
    pub(in crate::demo) kind: String,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) act_number: Option<String>,
    pub(in crate::demo) authority: Option<String>,
    pub(in crate::demo) ground: Option<String>,
    pub(in crate::demo) concluded_on: Option<Day>,
    pub(in crate::demo) by: Option<String>,
    pub(in crate::demo) reason: Option<String>,
}
