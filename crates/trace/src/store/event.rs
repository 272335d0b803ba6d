//! An event as the store keeps it: what is asked for in columns, the whole in a document.

use super::ItemKey;

/// Bytes of the longest document.
pub const MAX_DOCUMENT: usize = 8 << 20;
/// Items of one event.
pub const MAX_ITEMS: usize = 100_000;
/// Bytes of the longest word: a URI of the core business vocabulary, of a place, or of one's own.
pub const MAX_WORD: usize = 2_000;

/// The party that captured an event; see [`super::Store::tenant_of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenant(pub i32);

/// Microseconds since 1970, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Micros(pub i64);

/// The key of an event: a UUID of version 7, whose order is the order of record time to the microsecond (RFC 9562
/// §6.2, method 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventKey(pub [u8; 16]);

impl EventKey {
    /// The key of an event recorded at this time, with random bytes. Times before 1970 count as 1970.
    pub fn at(recorded: Micros, random: [u8; 8]) -> Self {
        let mut key = Self::first_at(recorded);
        key.0[8..].copy_from_slice(&random);
        key.0[8] = 0x80 | (random[0] & 0x3F);
        key
    }

    /// When the event was recorded.
    pub fn record_time(self) -> Micros {
        let mut eight = [0; 8];
        eight[2..].copy_from_slice(&self.0[..6]);
        let fraction = u64::from(u16::from_be_bytes([self.0[6] & 0x0F, self.0[7]]));
        Micros(i64::try_from(u64::from_be_bytes(eight) * 1000 + fraction * 1000 / 4096).unwrap_or(i64::MAX))
    }

    /// The first of all keys of this time or a later one.
    pub(crate) fn first_at(recorded: Micros) -> Self {
        let micros = u64::try_from(recorded.0).unwrap_or(0);
        let fraction = ((micros % 1000) * 4096).div_ceil(1000);
        let mut key = [0; 16];
        key[..6].copy_from_slice(&(micros / 1000).to_be_bytes()[2..]);
        key[6] = 0x70 | u8::try_from(fraction >> 8).unwrap_or(0x0F);
        key[7] = fraction.to_be_bytes()[7];
        key[8] = 0x80;
        Self(key)
    }
}

/// Who may see an event besides the party that captured it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Nobody.
    Private = 0,
    /// Whoever the rules of a chain admit; to the store, nobody.
    Chain = 1,
    /// Everybody.
    Public = 2,
}

/// What an item is in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// In epcList or quantityList of an object, transaction or association event.
    Epc = 0,
    /// Consumed by a transformation.
    Input = 1,
    /// Made by a transformation.
    Output = 2,
    /// Holds the children.
    Parent = 3,
    /// Held by the parent.
    Child = 4,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 5] = [Self::Epc, Self::Input, Self::Output, Self::Parent, Self::Child];

    /// The role whose items are linked to items of this one.
    pub(crate) fn other_side(self) -> Option<Self> {
        match self {
            Self::Epc => None,
            Self::Input => Some(Self::Output),
            Self::Output => Some(Self::Input),
            Self::Parent => Some(Self::Child),
            Self::Child => Some(Self::Parent),
        }
    }
}

/// An item in an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub key: ItemKey,
    /// What it is in the event.
    pub role: Role,
}

/// An event to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEvent {
    /// Its key, which says when it was recorded.
    pub id: EventKey,
    /// When it happened.
    pub event_time: Micros,
    /// Its type, as a number of the caller's.
    pub kind: u8,
    /// Its action, as a number of the caller's.
    pub action: Option<u8>,
    /// Business step, as URI.
    pub biz_step: Option<String>,
    /// Disposition, as URI.
    pub disposition: Option<String>,
    /// Read point, as URI.
    pub read_point: Option<String>,
    /// Business location, as URI.
    pub biz_location: Option<String>,
    /// Of what must be unique for the party: a hash over its eventID and what sets an error declaration apart from
    /// the event it withdraws.
    pub identity: Option<[u8; 16]>,
    /// A hash over what it says: of two events of the party with the same, one is stored.
    pub content: [u8; 16],
    /// It declares another in error.
    pub in_error: bool,
    /// How far it keeps to the standard's vocabulary, as a number of the caller's.
    pub grade: u8,
    /// Who may see it.
    pub visibility: Visibility,
    /// The whole event, in the caller's form.
    pub doc: Vec<u8>,
    /// Items in it. How much of each there is stands in the document alone.
    pub items: Vec<Item>,
}

/// An event as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    /// Who captured it.
    pub tenant: Tenant,
    /// Its key.
    pub id: EventKey,
    /// When it happened.
    pub event_time: Micros,
    /// When it was recorded.
    pub record_time: Micros,
    /// Who may see it.
    pub visibility: Visibility,
    /// It declares another in error.
    pub in_error: bool,
    /// The whole event, as it was given.
    pub doc: Vec<u8>,
}
