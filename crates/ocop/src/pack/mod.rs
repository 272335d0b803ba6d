//! A rule pack: one decree as data, and the library of all of them.

pub mod fault;
mod head;
mod library;
mod load;
mod lookup;
mod written;

use std::collections::{HashMap, HashSet};

pub use fault::{Defect, Fault};
pub use library::{Library, Report};
pub use lookup::{ApplicationKind, Deadlines, NotInForce, RulesFor};
pub use written::{
    Band, Cited, Copies, Correction, Decision, DeclaredDefect, DeclaredFault, Evidence, EvidenceForm, Group,
    Ministry, PackId, PartScale, ReEvaluation, Revocation, RevocationGround, Source, Transition, Unverified,
};

use num_rational::Ratio;

use crate::points::{Points, SetNumber, Star};
use crate::procedure::Procedure;
use crate::sheet::{Code, CriterionKey, Effect, Part, Sheet};
use crate::words::Words;

/// A decree, proven: its header, its sheets, its procedure.
#[derive(Debug, Clone)]
pub struct Pack {
    pub(crate) head: written::WrittenPack,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) procedure: Procedure,
}

impl Pack {
    /// The pack's short name, also its folder's.
    #[must_use]
    pub fn id(&self) -> &PackId {
        &self.head.id
    }

    /// The decision behind it.
    #[must_use]
    pub fn decision(&self) -> &Decision {
        &self.head.decision
    }

    /// The sheets by number.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The sheet of one product set.
    #[must_use]
    pub fn sheet(&self, set: SetNumber) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.set == set)
    }

    /// Levels, steps, clocks, rounds.
    #[must_use]
    pub fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The star whose band a mean lies in: tested on the exact mean.
    #[must_use]
    pub fn band(&self, mean: Ratio<i64>) -> Star {
        self.head
            .bands
            .value
            .iter()
            .find(|band| mean >= Ratio::from_integer(i64::from(band.from)))
            .map_or(Star::One, |band| band.star)
    }

    /// The bands, highest star first.
    #[must_use]
    pub fn bands(&self) -> &Cited<Vec<Band>> {
        &self.head.bands
    }

    /// The least mean of a star's band.
    #[must_use]
    pub fn band_from(&self, star: Star) -> u16 {
        self.head.bands.value.iter().find(|band| band.star == star).map_or(0, |band| band.from)
    }

    /// Whether a star gets a decision and a certificate.
    #[must_use]
    pub fn recognises(&self, star: Star) -> bool {
        self.head.bands.value.iter().any(|band| band.star == star && band.certificate)
    }

    /// The stars that carry a certificate, lowest first.
    pub fn recognised_stars(&self) -> impl Iterator<Item = Star> + '_ {
        Star::ALL.into_iter().filter(|star| self.recognises(*star))
    }

    /// Where the star gates come from.
    #[must_use]
    pub fn gate_source(&self) -> &Cited<Words> {
        &self.head.gates
    }

    /// The defects of the printed sheets that the pack declares, by set.
    #[must_use]
    pub fn declared_defects(&self) -> &[DeclaredDefect] {
        &self.head.defects
    }

    /// The declared defect of one set.
    #[must_use]
    pub fn declared_defect(&self, set: SetNumber) -> Option<&DeclaredDefect> {
        self.head.defects.iter().find(|defect| defect.set == set)
    }

    /// Misprints that the sheets repair.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.head.corrections
    }

    /// What is to be compared with the official print.
    #[must_use]
    pub fn unverified(&self) -> &[Unverified] {
        &self.head.verify
    }

    /// What a part is called and its scale.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<&PartScale> {
        self.head.parts.get(&part)
    }

    /// What a criterion key is called.
    #[must_use]
    pub fn key_name(&self, key: &CriterionKey) -> Option<&Words> {
        self.head.criterion_keys.get(key)
    }

    /// What a code is called.
    #[must_use]
    pub fn code_name(&self, code: &Code) -> Option<&Words> {
        self.head
            .disqualify_codes
            .get(code)
            .or_else(|| self.head.rule_codes.get(code).map(|written| &written.name))
    }

    /// What a product group is called.
    #[must_use]
    pub fn group(&self, key: &str) -> Option<&Group> {
        self.head.groups.get(key)
    }

    /// What a ministry is called.
    #[must_use]
    pub fn ministry(&self, key: &str) -> Option<&Ministry> {
        self.head.ministries.get(key)
    }

    /// The rows of the evidence table, in order.
    pub fn evidence(&self) -> impl Iterator<Item = (&str, &Evidence)> {
        self.head.evidence.iter().map(|(code, row)| (code.as_str(), row))
    }

    /// The evidence rows that support a criterion, such as `E03`.
    pub fn evidence_for(&self, key: &CriterionKey) -> impl Iterator<Item = &str> {
        self.evidence().filter(move |(_, row)| row.supports.contains(key)).map(|(code, _)| code)
    }

    /// What the two cases of "choose one of two cases" are called.
    #[must_use]
    pub fn case_name(&self, case: crate::sheet::Case) -> Option<&Words> {
        self.head.cases.get(&case)
    }

    /// How many samples go with a dossier.
    #[must_use]
    pub fn samples(&self) -> Option<&Cited<u8>> {
        self.head.samples.as_ref()
    }

    /// How many copies of the dossier are filed.
    #[must_use]
    pub fn copies(&self) -> Option<&Cited<Copies>> {
        self.head.copies.as_ref()
    }

    /// Grounds, days and authority of revocation.
    #[must_use]
    pub fn revocation(&self) -> Option<&Revocation> {
        self.head.revocation.as_ref()
    }

    /// Re-evaluation windows.
    #[must_use]
    pub fn re_evaluation(&self) -> Option<&ReEvaluation> {
        self.head.re_evaluation.as_ref()
    }

    /// A source by its key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.head.sources.get(key)
    }

    /// What the decision leaves open, in words.
    #[must_use]
    pub fn left_open(&self) -> &[Words] {
        &self.head.left_open
    }
}

/// The names a sheet may use, and the scale it must fit.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) parts: HashMap<Part, Points>,
    pub(crate) total_max: u16,
    pub(crate) groups: HashSet<String>,
    pub(crate) ministries: HashSet<String>,
    pub(crate) sources: HashSet<String>,
    pub(crate) keys: HashSet<CriterionKey>,
    pub(crate) general_codes: Vec<Code>,
    pub(crate) disqualify_codes: HashSet<Code>,
    pub(crate) rule_codes: HashMap<Code, Effect>,
    pub(crate) recognised: Vec<Star>,
}

impl Vocabulary {
    pub(crate) fn part_max(&self, part: Part) -> Option<Points> {
        self.parts.get(&part).copied()
    }
}
