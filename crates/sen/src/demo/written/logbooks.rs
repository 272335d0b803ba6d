//! `logbooks.yaml`.

use std::collections::BTreeMap;

use goods::entry::EntryKind;
use goods::item::Unit;
use ground::Day;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Logbooks {
    pub(super) partners: BTreeMap<String, Partner>,
    pub(super) logbooks: Vec<Logbook>,
    pub(super) practised: Practised,
}

/// Who buys and supplies.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Partner {
    pub(in crate::demo) name: String,
    pub(in crate::demo) phone: Option<String>,
}

/// The logbook of a producer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Logbook {
    pub(in crate::demo) producer: String,
    /// The account that logs: the producer's own, or one that holds its consent.
    pub(in crate::demo) by: String,
    /// By the label with which the numbers of their lots begin.
    pub(in crate::demo) goods: BTreeMap<String, Goods>,
    pub(in crate::demo) routines: Vec<Routine>,
    /// How many entries stand in the end.
    pub(in crate::demo) entries: usize,
}

/// What lots are of: a product of the register, or something of a name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Goods {
    pub(in crate::demo) product: Option<String>,
    pub(in crate::demo) name: Option<String>,
    pub(in crate::demo) unit: Unit,
    pub(in crate::demo) gtin: Option<String>,
    /// For how many days they keep.
    pub(in crate::demo) keeps: Option<i32>,
    pub(in crate::demo) standards: Option<String>,
}

/// What is done again and again; the lots it begins bear their label and the day it starts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Routine {
    pub(in crate::demo) starts: Vec<Day>,
    pub(in crate::demo) steps: Vec<Step>,
    #[serde(default)]
    pub(in crate::demo) labels: Vec<Labels>,
}

/// Lots by their label, or by producer and label (`ben-sen/BX`), and how much of each.
pub(in crate::demo) type Lots = BTreeMap<String, String>;

/// A step: an entry of the logbook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Step {
    /// Days since the start.
    pub(in crate::demo) day: i64,
    #[serde(rename = "do")]
    pub(in crate::demo) kind: EntryKind,
    #[serde(default)]
    pub(in crate::demo) of: Lots,
    #[serde(default, rename = "in")]
    pub(in crate::demo) into: Lots,
    #[serde(default)]
    pub(in crate::demo) out: Lots,
    /// The key of a partner.
    pub(in crate::demo) with: Option<String>,
    pub(in crate::demo) note: Option<String>,
    /// It is withdrawn.
    pub(in crate::demo) withdrawn: Option<Withdrawn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Withdrawn {
    /// Days since the start.
    pub(in crate::demo) day: i64,
    pub(in crate::demo) reason: String,
}

/// Labels with serials that are printed of a lot.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Labels {
    /// Days since the start.
    pub(in crate::demo) day: i64,
    pub(in crate::demo) lot: String,
    /// The key of sheets or rolls.
    pub(in crate::demo) stock: String,
    pub(in crate::demo) count: u32,
}

/// A recall that is practised, and what it reaches.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Practised {
    pub(in crate::demo) producer: String,
    pub(in crate::demo) by: String,
    /// The number of the lot.
    pub(in crate::demo) lot: String,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) reason: String,
    pub(in crate::demo) outcome: String,
    /// How many lots it reaches.
    pub(in crate::demo) lots: usize,
    /// How many received any, each of one deliverer.
    pub(in crate::demo) receivers: usize,
}
