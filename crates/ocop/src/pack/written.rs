//! The shape of `pack.yaml`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use super::fault::FaultKind;
use crate::points::{Points, SetNumber, Star};
use crate::sheet::{Case, Code, CriterionId, CriterionKey, Effect, Part};
use crate::words::Words;

/// The short name of a pack: its folder and the name people call it by on the command line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct PackId(Arc<str>);

impl PackId {
    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for PackId {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl fmt::Display for PackId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A figure with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cited<T> {
    /// The figure.
    pub value: T,
    /// The article of the decision, where known.
    #[serde(default)]
    pub article: Option<String>,
    /// Key of the source in the pack.
    pub source: String,
    /// Why it is not sure, where it is a reading of ours or not printed.
    #[serde(default)]
    pub unsure: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenPack {
    pub(crate) id: PackId,
    pub(crate) decision: Decision,
    pub(crate) sources: BTreeMap<String, Source>,
    pub(crate) sheets: u8,
    pub(crate) parts: BTreeMap<Part, PartScale>,
    pub(crate) total_max: u16,
    pub(crate) bands: Cited<Vec<Band>>,
    pub(crate) gates: Cited<Words>,
    pub(crate) validity_months: Cited<u16>,
    #[serde(default)]
    pub(crate) re_evaluation: Option<ReEvaluation>,
    #[serde(default)]
    pub(crate) revocation: Option<Revocation>,
    #[serde(default)]
    pub(crate) transition: Option<Transition>,
    #[serde(default)]
    pub(crate) samples: Option<Cited<u8>>,
    #[serde(default)]
    pub(crate) copies: Option<Cited<Copies>>,
    pub(crate) ministries: BTreeMap<String, Ministry>,
    pub(crate) groups: BTreeMap<String, Group>,
    pub(crate) cases: BTreeMap<Case, Words>,
    /// Codes every sheet carries, whatever it prints.
    pub(crate) general_codes: Vec<Code>,
    pub(crate) disqualify_codes: BTreeMap<Code, Words>,
    pub(crate) rule_codes: BTreeMap<Code, WrittenRuleCode>,
    pub(crate) evidence: BTreeMap<String, Evidence>,
    pub(crate) criterion_keys: BTreeMap<CriterionKey, Words>,
    #[serde(default)]
    pub(crate) corrections: Vec<Correction>,
    #[serde(default)]
    pub(crate) defects: Vec<DeclaredDefect>,
    #[serde(default)]
    pub(crate) verify: Vec<Unverified>,
    #[serde(default)]
    pub(crate) left_open: Vec<Words>,
}

/// The decision a pack writes down.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: Words,
    /// When it was signed.
    pub signed: Date,
    /// The first day it is in force.
    pub effective_from: Date,
    /// The decisions it replaces.
    pub replaces: Vec<String>,
    /// The decisions that amend it.
    #[serde(default)]
    pub amended_by: Vec<String>,
    /// The area "local" means in its sheets.
    pub local_scope: Words,
    /// The article that puts it in force.
    #[serde(default)]
    pub article: Option<String>,
    /// Key of the source.
    pub source: String,
}

/// Where facts of a pack come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is.
    pub title: String,
    /// Where it was read.
    pub at: String,
    /// What kind of text it is.
    pub kind: String,
    /// How far it can be trusted.
    pub confidence: String,
}

/// A part's name and scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartScale {
    /// What it is called.
    pub name: Words,
    /// The most points it gives.
    pub max: Points,
}

/// The totals that give a star: from `from` up to the next band, exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The star.
    pub star: Star,
    /// The least mean, inclusive.
    pub from: u16,
    /// Whether there is a decision and a certificate.
    pub certificate: bool,
}

/// When a certificate is evaluated again; days are calendar days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReEvaluation {
    /// The window opens this many days before expiry.
    pub opens_days_before_expiry: u16,
    /// The window closes this many days before expiry.
    pub closes_days_before_expiry: u16,
    /// Days from the full dossier to the result.
    pub result_days: u16,
    /// How the council works.
    pub mode: Words,
    /// The article.
    pub article: String,
    /// Key of the source.
    pub source: String,
}

/// When and by whom a certificate is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// Days from the conclusion to the decision.
    pub days_from_conclusion: u16,
    /// Level id per star.
    pub authority: BTreeMap<Star, String>,
    /// What leads to it.
    pub grounds: Vec<RevocationGround>,
    /// The article.
    pub article: String,
    /// Key of the source.
    pub source: String,
}

/// A reason to withdraw a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevocationGround {
    /// Stable name.
    pub id: String,
    /// In words.
    pub name: Words,
}

/// How files under the decisions before it end; days are calendar days from its first day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// The decisions it replaces lapse after so many days.
    pub old_lapses_days: Cited<u16>,
    /// A pending first application or upgrade finishes under the old rules within so many days.
    pub first_or_upgrade_days: Cited<u16>,
    /// A pending re-evaluation finishes under the old rules within so many days.
    pub re_evaluation_days: Cited<u16>,
    /// A product that missed the window keeps its certificate at most so many days past expiry.
    pub late_re_evaluation_days: Cited<u16>,
}

/// How many copies of a dossier are filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copies {
    /// On paper.
    pub paper: u8,
    /// Electronic, of the same legal value.
    pub electronic: u8,
}

/// A ministry in charge of product sets.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ministry {
    /// What it is called.
    pub name: Words,
    /// What it was called before.
    #[serde(default)]
    pub formerly: Option<String>,
}

/// A product group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What it is called.
    pub name: Words,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenRuleCode {
    pub(crate) effect: Effect,
    pub(crate) name: Words,
}

/// A row of the evidence table of the self-assessment report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it is.
    pub name: Words,
    /// What lies in the dossier.
    pub form: EvidenceForm,
    /// The criteria it supports: a reading of ours.
    pub supports: Vec<CriterionKey>,
}

/// What kind of paper an evidence row asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceForm {
    /// One copy.
    Copy,
    /// Copies.
    Copies,
    /// Copies and photographs.
    CopiesAndPhotos,
    /// A list the producer confirms.
    ListConfirmedByProducer,
    /// Any documents.
    Documents,
}

/// A misprint that the sheets repair.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The sets it concerns.
    pub sets: Vec<SetNumber>,
    /// The criterion in those sheets.
    pub criterion: CriterionId,
    /// Which option, from 1; the criterion itself where absent.
    #[serde(default)]
    pub option: Option<u8>,
    /// As printed.
    pub printed: String,
    /// As used.
    pub used: String,
    /// Why it is not sure.
    #[serde(default)]
    pub unsure: Option<String>,
}

/// A defect of a printed sheet: it is graded as it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredDefect {
    /// The set.
    pub set: SetNumber,
    /// In words.
    pub what: Words,
    /// The faults the proof finds because of it, exactly.
    pub(crate) faults: Vec<DeclaredFault>,
}

/// One fault the proof will find.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredFault {
    pub(crate) place: String,
    pub(crate) kind: FaultKind,
    #[serde(default)]
    pub(crate) is: Option<u16>,
}

/// Something to compare with the official print.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unverified {
    /// The sets it concerns.
    pub sets: Vec<SetNumber>,
    /// The criterion in those sheets.
    pub criterion: CriterionId,
    /// What is odd.
    pub why: Words,
}
