//! Application identifiers: what each number means, the format of its value, and what goes with what
//! (GS1 General Specifications, section 3).

mod associations;
mod identifier;
mod part;
mod set;
mod span;
mod table;
mod test;

use std::fmt;

pub use associations::check_associations;
pub(crate) use identifier::Component;
pub use identifier::Identifier;
pub(crate) use set::value_in_set82;

/// A known application identifier.
#[derive(Clone, Copy)]
pub struct Ai {
    number: u16,
    identifier: &'static Identifier,
}

impl Ai {
    /// The application identifier written as this text, such as `01` or `8003`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        table::exact(text.as_bytes())
    }

    /// The application identifier of this number: 1 is `01`.
    #[must_use]
    pub fn of(number: u16) -> Option<Self> {
        table::of(number)
    }

    /// The application identifier that an element string goes on with.
    #[must_use]
    pub fn at_start_of(text: &str) -> Option<Self> {
        table::at_start_of(text.as_bytes())
    }

    /// How many digits the identifiers have that begin with these two.
    pub(crate) fn digits_after(first_two: usize) -> Option<usize> {
        table::digits_after(first_two)
    }

    /// All application identifiers in the order of the General Specifications.
    pub fn all() -> impl Iterator<Item = Self> {
        table::all()
    }

    /// Its number: 1 for `01`.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number
    }

    /// How many digits it is written with.
    #[must_use]
    pub const fn digits(self) -> usize {
        match self.number {
            0..100 => 2,
            100..1000 => 3,
            _ => 4,
        }
    }

    /// What is known of it.
    #[must_use]
    pub const fn identifier(self) -> &'static Identifier {
        self.identifier
    }

    /// Appends its digits.
    pub(crate) fn push_digits(self, out: &mut String) {
        let digits = [1000, 100, 10, 1].map(|divisor| b'0' + (self.number / divisor % 10) as u8);
        out.push_str(str::from_utf8(&digits[digits.len() - self.digits()..]).unwrap_or_default());
    }

    /// Checks a value by the identifier's format.
    ///
    /// # Errors
    /// The first thing that does not hold; offsets count from the value's start.
    pub fn check(self, value: &str) -> Result<(), crate::Gs1Error> {
        self.identifier.check(value).map_err(|fault| fault.at(&self.to_string(), 0, value))
    }
}

impl PartialEq for Ai {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Ai {}

impl fmt::Display for Ai {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}", self.number)
    }
}

impl fmt::Debug for Ai {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Ai({self})")
    }
}

/// The numbers of the identifiers that this crate treats by name.
pub mod number {
    /// Serial Shipping Container Code.
    pub const SSCC: u16 = 0;
    /// Global Trade Item Number.
    pub const GTIN: u16 = 1;
    /// Batch or lot.
    pub const LOT: u16 = 10;
    /// Serial number.
    pub const SERIAL: u16 = 21;
    /// Consumer product variant.
    pub const VARIANT: u16 = 22;
    /// Third-party controlled serial number.
    pub const TPX: u16 = 235;
    /// Global Document Type Identifier.
    pub const GDTI: u16 = 253;
    /// GLN extension component.
    pub const GLN_EXTENSION: u16 = 254;
    /// Global Coupon Number.
    pub const GCN: u16 = 255;
    /// Global Identification Number for Consignment.
    pub const GINC: u16 = 401;
    /// Global Shipment Identification Number.
    pub const GSIN: u16 = 402;
    /// GLN of a location.
    pub const LOCATION: u16 = 414;
    /// GLN of a party.
    pub const PARTY: u16 = 417;
    /// Global Returnable Asset Identifier.
    pub const GRAI: u16 = 8003;
    /// Global Individual Asset Identifier.
    pub const GIAI: u16 = 8004;
    /// Individual Trade Item Piece.
    pub const ITIP: u16 = 8006;
    /// Component/Part Identifier.
    pub const CPID: u16 = 8010;
    /// Serial number of a component or part.
    pub const CPID_SERIAL: u16 = 8011;
    /// Global Model Number.
    pub const GMN: u16 = 8013;
    /// Global Service Relation Number of a provider.
    pub const GSRN_PROVIDER: u16 = 8017;
    /// Global Service Relation Number of a recipient.
    pub const GSRN: u16 = 8018;
    /// GS1 UIC digital signature.
    pub const SIGNATURE: u16 = 8030;
}
