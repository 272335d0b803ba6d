//! Link types: what a link leads to, in the terms of the GS1 Web Vocabulary 1.16.

use std::fmt;
use std::str::FromStr;

/// The namespace of the vocabulary (GS1-Conformant Resolver 1.2.0, section 2.14).
pub const NAMESPACE: &str = "https://ref.gs1.org/voc/";
/// The prefix that stands for it.
pub const PREFIX: &str = "gs1:";
/// The names it had before: whoever asks by them means the same.
const FORMER: [&str; 6] = [
    "https://gs1.org/voc/",
    "https://www.gs1.org/voc/",
    "http://ref.gs1.org/voc/",
    "http://gs1.org/voc/",
    "http://www.gs1.org/voc/",
    "https://www.gs1.org/voc#",
];

/// The link types of the vocabulary, in the order of their names.
const NAMES: &str = include_str!("types.txt");

/// A link type of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkType(&'static str);

impl LinkType {
    /// The one default link.
    pub const DEFAULT: Self = Self("defaultLink");
    /// Defaults among which the request decides.
    pub const DEFAULT_MULTI: Self = Self("defaultLinkMulti");
    /// Another resolver answers.
    pub const HANDLED_BY: Self = Self("handledBy");
    /// Product information.
    pub const PIP: Self = Self("pip");
    /// Where it came from and went.
    pub const TRACEABILITY: Self = Self("traceability");
    /// Certificates.
    pub const CERTIFICATION: Self = Self("certificationInfo");
    /// Whether it was recalled.
    pub const RECALL: Self = Self("recallStatus");
    /// Events.
    pub const EPCIS: Self = Self("epcis");

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.lines().map(Self)
    }

    /// Those that a producer may give a link: not those by which the resolver itself speaks, nor whether goods were
    /// recalled, which is never the producer's alone to say.
    pub fn for_producers() -> impl Iterator<Item = Self> {
        Self::all().filter(|kind| !kind.is_own())
    }

    fn is_own(self) -> bool {
        [Self::DEFAULT, Self::DEFAULT_MULTI, Self::HANDLED_BY, Self::RECALL].contains(&self)
    }

    /// What a request calls it: `gs1:pip`, or the whole URI.
    pub fn asked(text: &str) -> Option<Self> {
        let named = [NAMESPACE, PREFIX].into_iter().chain(FORMER).find_map(|start| text.strip_prefix(start));
        named?.parse().ok()
    }

    /// Its name in the vocabulary.
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// Its URI.
    pub fn uri(self) -> String {
        format!("{NAMESPACE}{}", self.0)
    }
}

impl fmt::Display for LinkType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A text that names no link type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no link type of the vocabulary")]
pub struct NoLinkType;

impl FromStr for LinkType {
    type Err = NoLinkType;

    fn from_str(name: &str) -> Result<Self, NoLinkType> {
        Self::all().find(|known| known.0 == name).ok_or(NoLinkType)
    }
}
