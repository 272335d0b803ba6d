//! `dossiers/`.

use std::collections::BTreeMap;

use dossier::application::{Kind, Stage};
use dossier::procedure::AdviceKind;
use dossier::self_assessment::Topic;
use ground::Day;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Dossiers {
    pub(super) dossiers: Vec<Dossier>,
}

/// A dossier.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Dossier {
    pub(in crate::demo) key: String,
    pub(in crate::demo) product: String,
    pub(in crate::demo) kind: Kind,
    pub(in crate::demo) rules: String,
    /// The case of criteria that have two.
    pub(in crate::demo) case: Option<String>,
    /// Who acts: the owner, or an officer or volunteer under a consent.
    pub(in crate::demo) by: String,
    /// Where it stands on the day of the demo.
    pub(in crate::demo) stage: Stage,
    pub(in crate::demo) dates: Dates,
    #[serde(default)]
    pub(in crate::demo) narrative: BTreeMap<Topic, String>,
    /// Points by criterion.
    #[serde(rename = "self", default)]
    pub(in crate::demo) marks: BTreeMap<String, u8>,
    /// Papers by criterion.
    #[serde(default)]
    pub(in crate::demo) citations: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(in crate::demo) comments: Vec<Comment>,
    #[serde(default)]
    pub(in crate::demo) returns: Vec<Return>,
    pub(in crate::demo) commune: Option<Commune>,
    #[serde(default)]
    pub(in crate::demo) advice: Vec<Advice>,
    pub(in crate::demo) report: Option<Report>,
    /// The verdict if the self-assessment were the only ballot.
    pub(in crate::demo) expected_self: Option<SelfVerdict>,
    /// The last day of the step at hand.
    pub(in crate::demo) due: Option<Day>,
}

/// What a self-assessment comes to.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(in crate::demo) struct SelfVerdict {
    pub(in crate::demo) total: u16,
    pub(in crate::demo) band: u8,
    pub(in crate::demo) star: u8,
}

/// The days of its steps, as far as it came.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Dates {
    pub(in crate::demo) opened: Day,
    pub(in crate::demo) submitted: Option<Day>,
    pub(in crate::demo) received: Option<Day>,
    pub(in crate::demo) forwarded: Option<Day>,
    pub(in crate::demo) accepted: Option<Day>,
    pub(in crate::demo) reported: Option<Day>,
}

/// A comment beside a criterion.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Comment {
    pub(in crate::demo) criterion: Option<String>,
    pub(in crate::demo) by: String,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) body: String,
}

/// The dossier was sent back.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Return {
    pub(in crate::demo) on: Day,
    pub(in crate::demo) by: String,
    pub(in crate::demo) items: Vec<Item>,
}

/// One thing to mend.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Item {
    pub(in crate::demo) subject: String,
    pub(in crate::demo) reason: String,
}

/// What the commune found and how it sent the dossier up.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Commune {
    pub(in crate::demo) report: CommuneReport,
    #[serde(default)]
    pub(in crate::demo) findings: Vec<Finding>,
}

/// The commune's report.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct CommuneReport {
    pub(in crate::demo) number: i32,
    pub(in crate::demo) issued_on: Day,
    pub(in crate::demo) signer: String,
    pub(in crate::demo) samples: Option<i32>,
}

/// What the commune found on one of the decree's matters.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Finding {
    pub(in crate::demo) declared: Option<String>,
    pub(in crate::demo) found: String,
}

/// A note of the advisory team.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Advice {
    pub(in crate::demo) kind: AdviceKind,
    pub(in crate::demo) by: String,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) criterion: Option<String>,
    pub(in crate::demo) agrees: Option<bool>,
    pub(in crate::demo) body: String,
    pub(in crate::demo) outcome: Option<String>,
}

/// The advisory team's report.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Report {
    pub(in crate::demo) by: String,
    pub(in crate::demo) body: String,
}
