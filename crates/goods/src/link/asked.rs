//! A request for a Digital Link below this installation: which entity, and which of its links.

use gs1::Gs1Error;
use gs1::link::DigitalLink;
use gs1::percent::escaped;

use super::LinkType;
use crate::item::ItemCode;
use crate::lot::{LotCode, OWN};

/// Most bytes of a path and its query.
pub const LONGEST: usize = 8 * 1024;

/// The keys that this resolver answers for (GS1 Digital Link: URI Syntax, section 4.3).
pub const KEYS: [&str; 16] = [
    "01", "8006", "8013", "8010", "414", "415", "417", "8017", "8018", "255", "00", "253", "401", "402",
    "8003", "8004",
];

/// The identifier of a lot.
const LOT: u16 = 10;
/// The identifier of a serial number.
const SERIAL: u16 = 21;
// An item of Sen's own key takes the qualifiers of a GTIN, so they are read behind one.
const IN_PLACE: &str = "https://id.gs1.org/01/09506000134352";
/// What stands before the path where a link is read.
pub(super) const STEM: &str = "https://id.gs1.org";

/// Which trade item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// By a GTIN of 14 digits.
    Gtin(String),
    /// By Sen's own key.
    Code(ItemCode),
    /// A key of things that Sen does not keep links for, such as an SSCC; well-formed.
    Other,
}

/// An entity that was asked for, proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The trade item.
    pub key: Key,
    /// The lot.
    pub lot: Option<LotCode>,
    /// The package of that lot.
    pub serial: Option<String>,
    /// The path of the trade item.
    pub item_path: String,
    /// The path of the lot, with what stands before it.
    pub lot_path: String,
    /// The path of all that was asked for.
    pub path: String,
}

/// Why a path is no Digital Link of this installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// It breaks a rule of GS1's.
    Gs1(Gs1Error),
    /// Sen's own key was mistyped.
    Code,
    /// A key behind a key: what stands before the last one is no way of this installation.
    TwoKeys,
    /// Longer than [`LONGEST`].
    TooLong,
}

impl NoLink {
    /// The key of its sentence in the word files, with what it names.
    pub fn words(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Gs1(error) => {
                let at = if error.at.is_empty() { "–".to_owned() } else { error.at.clone() };
                let found = error.found.clone();
                (
                    error.code.word(),
                    vec![("at", at), ("found", found), ("expects", error.expects.to_string())],
                )
            }
            Self::Code | Self::TwoKeys => (self.code(), Vec::new()),
            Self::TooLong => (self.code(), vec![("most", LONGEST.to_string())]),
        }
    }

    /// Its stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Gs1(error) => error.code.word(),
            Self::Code => "link-no-code",
            Self::TwoKeys => "link-two-keys",
            Self::TooLong => "link-too-long",
        }
    }

    /// Where it is: bytes from the beginning of the path.
    pub fn offset(&self) -> usize {
        match self {
            Self::Gs1(error) => error.offset,
            Self::Code | Self::TwoKeys => 0,
            Self::TooLong => LONGEST,
        }
    }
}

impl Entity {
    /// Reads a path and its query; a slash at the end is forgiven (section 2.13).
    ///
    /// # Errors
    /// What GS1's syntax, a check digit or a check character says against it.
    pub fn read(path: &str, query: Option<&str>) -> Result<Self, NoLink> {
        if path.len() + query.map_or(0, str::len) > LONGEST {
            return Err(NoLink::TooLong);
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        match path.strip_prefix('/').and_then(|path| path.strip_prefix(OWN)?.strip_prefix('/')) {
            Some(own) => Self::read_own(own, &query),
            None => Self::read_gs1(path, &query),
        }
    }

    fn read_gs1(path: &str, query: &str) -> Result<Self, NoLink> {
        let text = format!("{STEM}{path}{query}");
        let moved = |error: Gs1Error| {
            NoLink::Gs1(Gs1Error { offset: error.offset.saturating_sub(STEM.len()), ..error })
        };
        let link = DigitalLink::parse(&text).map_err(moved)?;
        if link.stem() != STEM {
            return Err(NoLink::TwoKeys);
        }
        let key = link.gtin().map_or(Key::Other, |gtin| Key::Gtin(gtin.to_owned()));
        Self::of(&link, key, "")
    }

    fn read_own(own: &str, query: &str) -> Result<Self, NoLink> {
        let (code, tail) = own.split_at(own.find('/').unwrap_or(own.len()));
        let code = ItemCode::parse(code).map_err(|_| NoLink::Code)?;
        let text = format!("{IN_PLACE}{tail}{query}");
        let before = format!("/{OWN}/{code}");
        let moved = |error: Gs1Error| {
            let offset = (error.offset + before.len()).saturating_sub(IN_PLACE.len());
            NoLink::Gs1(Gs1Error { offset, ..error })
        };
        let link = DigitalLink::parse(&text).map_err(moved)?;
        if link.stem() != STEM {
            return Err(NoLink::TwoKeys);
        }
        Self::of(&link, Key::Code(code), &before)
    }

    // The paths as they are written anew: the same entity has one anchor, however its link was escaped.
    fn of(link: &DigitalLink<'_>, key: Key, own: &str) -> Result<Self, NoLink> {
        let mut entity = Self {
            key,
            lot: None,
            serial: None,
            item_path: String::new(),
            lot_path: String::new(),
            path: String::new(),
        };
        for (place, element) in link.path().iter().enumerate() {
            if place == 0 && !own.is_empty() {
                entity.path.push_str(own);
            } else {
                entity.path.push_str(&format!("/{}/{}", element.ai, escaped(&element.value)));
            }
            match element.ai.number() {
                _ if place == 0 => entity.item_path.clone_from(&entity.path),
                LOT => {
                    entity.lot = Some(LotCode::exact(&element.value).map_err(NoLink::Gs1)?);
                    entity.lot_path.clone_from(&entity.path);
                }
                SERIAL => entity.serial = Some(element.value.to_string()),
                _ => {}
            }
        }
        Ok(entity)
    }
}

/// Which link of the entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The default link.
    Default,
    /// One of a type.
    Kind(LinkType),
    /// One of a type that the vocabulary does not have: there is none.
    Unknown,
    /// The linkset.
    Linkset,
}

impl Wanted {
    /// What the parameter `linkType` asks for; `all` is what `linkset` was called before.
    pub fn of(parameters: &[(String, String)]) -> Self {
        let asked = parameters.iter().find(|(name, _)| name == "linkType").map(|(_, value)| value.as_str());
        match asked.unwrap_or_default() {
            "" => Self::Default,
            "linkset" | "all" => Self::Linkset,
            name => LinkType::asked(name).map_or(Self::Unknown, Self::Kind),
        }
    }
}
