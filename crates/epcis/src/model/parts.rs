//! What several types of event have in common (sections 7.3 and 7.4).

use super::{Extension, Number, Time, Uri};
use crate::cbv::{BizTransactionType, Disposition, ErrorReason, SourceDestType};

/// A unit of measure: a code of UN/ECE Recommendation 20.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uom(Box<str>);

impl Uom {
    /// Reads a code of two or three capital letters and digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let fits = matches!(text.len(), 2 | 3)
            && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        fits.then(|| Self(text.into()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How much of a class of objects (7.3.3.3).
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityElement {
    /// The class: a product, a lot.
    pub epc_class: Uri,
    /// How many, or how much in the unit.
    pub quantity: Option<Number>,
    /// The unit; without it, a count.
    pub uom: Option<Uom>,
}

/// A read point or a business location (7.3.5).
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    /// Its identifier.
    pub id: Uri,
    /// What else is said of it.
    pub extensions: Vec<Extension>,
}

/// A business transaction that the event belongs to (7.3.5.3).
#[derive(Debug, Clone, PartialEq)]
pub struct BizTransaction {
    /// What kind of document it is.
    pub kind: Option<BizTransactionType>,
    /// Its identifier.
    pub id: Uri,
}

/// Where objects come from (7.3.5.4).
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What the party or place is in the transfer.
    pub kind: SourceDestType,
    /// Its identifier.
    pub id: Uri,
}

/// Where objects go to (7.3.5.4).
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    /// What the party or place is in the transfer.
    pub kind: SourceDestType,
    /// Its identifier.
    pub id: Uri,
}

/// Dispositions that stay beside the changing one (7.3.5.5); one of the two lists has an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct PersistentDisposition {
    /// From now on true.
    pub set: Vec<Disposition>,
    /// No longer true.
    pub unset: Vec<Disposition>,
}

/// The event with this identifier was wrong (7.4.1.2).
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorDeclaration {
    /// When it was declared.
    pub declaration_time: Time,
    /// Why.
    pub reason: Option<ErrorReason>,
    /// The events that stand in its place.
    pub corrective_event_ids: Vec<Uri>,
    /// What else is said of it.
    pub extensions: Vec<Extension>,
}
