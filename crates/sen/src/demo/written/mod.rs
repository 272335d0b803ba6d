//! The demo province as it is written in `demo/`: what its files hold, read and nothing more.

mod dossiers;
mod logbooks;
mod people;
mod register;
mod rounds;

use std::collections::BTreeMap;
use std::str::FromStr;

use anyhow::{Context, anyhow};
use ground::Day;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

pub(super) use dossiers::{Advice, Comment, Dossier, Item, Return, SelfVerdict};
pub(super) use logbooks::{Goods, Labels, Logbook, Lots, Partner, Practised, Routine, Step, Withdrawn};
pub(super) use people::{Account, RoleHeld};
pub(super) use register::{Consent, Paper, Producer, Product};
pub(super) use rounds::{
    Case, Certificate, CertificateEvent, Council, Decision, Deviations, Expected, Origin, PaperDecision,
    Sitting,
};

/// Every file of `demo/` with its text.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/demo.rs"));

/// The unit that bore a code on a day: `29920@2023-03-10`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PlaceOn {
    /// The code.
    pub(super) code: String,
    /// The day.
    pub(super) day: Day,
}

impl<'de> Deserialize<'de> for PlaceOn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let read = text
            .split_once('@')
            .and_then(|(code, day)| Some(Self { code: code.to_owned(), day: Day::from_str(day).ok()? }));
        read.ok_or_else(|| serde::de::Error::custom(format!("“{text}” is no CODE@DAY")))
    }
}

/// Everything.
#[derive(Debug)]
pub(super) struct Province {
    pub(super) accounts: Vec<Account>,
    pub(super) producers: Vec<Producer>,
    pub(super) products: Vec<Product>,
    /// Papers with the key of the producer in whose vault they are.
    pub(super) papers: Vec<(String, Paper)>,
    pub(super) dossiers: Vec<Dossier>,
    /// The day on which the demo stands.
    pub(super) today: Day,
    pub(super) councils: Vec<Council>,
    pub(super) sittings: Vec<Sitting>,
    pub(super) certificates: Vec<Certificate>,
    /// Who buys and supplies, by key.
    pub(super) partners: BTreeMap<String, Partner>,
    pub(super) logbooks: Vec<Logbook>,
    pub(super) practised: Practised,
}

impl Province {
    /// Reads the files that the program carries.
    ///
    /// # Errors
    /// A file that is not as its head says, with the place in it.
    pub(super) fn read() -> anyhow::Result<Self> {
        let vaults = folder::<register::Vaults>("papers/")?.into_iter().flat_map(|file| file.vaults);
        let papers = vaults.flat_map(|vault| {
            let producer = vault.producer;
            vault.papers.into_iter().map(move |paper| (producer.clone(), paper))
        });
        let rounds: rounds::Rounds = file("rounds.yaml")?;
        let books: logbooks::Logbooks = file("logbooks.yaml")?;
        Ok(Self {
            accounts: file::<people::Cast>("cast.yaml")?.accounts,
            producers: file::<register::Producers>("producers.yaml")?.producers,
            products: file::<register::Products>("products.yaml")?.products,
            papers: papers.collect(),
            dossiers: folder::<dossiers::Dossiers>("dossiers/")?
                .into_iter()
                .flat_map(|file| file.dossiers)
                .collect(),
            today: rounds.today,
            councils: rounds.councils,
            sittings: rounds.sittings,
            certificates: file::<rounds::Certificates>("certificates.yaml")?.certificates,
            partners: books.partners,
            logbooks: books.logbooks,
            practised: books.practised,
        })
    }
}

/// Documents of events: the key of the producer that captured each, and its text.
pub(super) fn events() -> impl Iterator<Item = (&'static str, &'static str)> {
    let key = |name: &'static str| name.strip_prefix("events/")?.strip_suffix(".json");
    FILES.iter().filter_map(move |(name, text)| Some((key(name)?, *text)))
}

/// The text of one file.
///
/// # Errors
/// There is none of that name.
pub(super) fn text(name: &str) -> anyhow::Result<&'static str> {
    let found = FILES.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text).ok_or_else(|| anyhow!("demo/{name} is missing"))
}

fn file<T: DeserializeOwned>(name: &str) -> anyhow::Result<T> {
    parse(name, text(name)?)
}

fn folder<T: DeserializeOwned>(folder: &str) -> anyhow::Result<Vec<T>> {
    let files = FILES.iter().filter(|(name, _)| name.starts_with(folder));
    files.map(|(name, text)| parse(name, text)).collect()
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<T> {
    serde_saphyr::from_str(text).with_context(|| format!("demo/{name}"))
}
