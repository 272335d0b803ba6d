//! The keys whose value is written as one application identifier says.

use std::fmt;
use std::str::FromStr;

use crate::ai::{Ai, number};
use crate::{Code, Gs1Error};

/// Checks a value as that of an identifier which the table holds.
pub(super) fn checked(number: u16, value: &str) -> Result<Box<str>, Gs1Error> {
    let Some(ai) = Ai::of(number) else {
        return Err(Gs1Error::new(Code::UnknownAi, &number.to_string(), 0, value));
    };
    ai.check(value)?;
    Ok(value.into())
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $number:expr,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The number of its application identifier.
            pub const AI: u16 = $number;

            /// Reads the value as it stands behind its application identifier.
            ///
            /// # Errors
            /// The first thing that does not hold.
            pub fn new(value: &str) -> Result<Self, Gs1Error> {
                checked($number, value).map(Self)
            }

            /// The value.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Gs1Error;

            fn from_str(value: &str) -> Result<Self, Gs1Error> {
                Self::new(value)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

keys! {
    /// Global Location Number: 13 digits, for a place (AI 414) or a party (AI 417).
    Gln = number::LOCATION,
    /// Serial Shipping Container Code: 18 digits.
    Sscc = number::SSCC,
    /// Global Returnable Asset Identifier: a zero, 13 digits, a serial number of up to 16 characters or none.
    Grai = number::GRAI,
    /// Global Individual Asset Identifier: a company prefix and a reference, up to 30 characters.
    Giai = number::GIAI,
    /// Global Service Relation Number: 18 digits, of a recipient (AI 8018) or a provider (AI 8017).
    Gsrn = number::GSRN,
    /// Global Document Type Identifier: 13 digits, a serial number of up to 17 characters or none.
    Gdti = number::GDTI,
    /// Global Coupon Number: 13 digits, a serial number of up to 12 digits or none.
    Gcn = number::GCN,
    /// Global Identification Number for Consignment: a company prefix and a reference, up to 30 characters.
    Ginc = number::GINC,
    /// Global Shipment Identification Number: 17 digits.
    Gsin = number::GSIN,
    /// Individual Trade Item Piece: a GTIN of 14 digits, the piece, the total of pieces.
    Itip = number::ITIP,
    /// Component/Part Identifier: a company prefix and a reference, up to 30 characters of set 39.
    Cpid = number::CPID,
    /// Global Model Number: a company prefix, a reference and a check character pair, up to 25 characters.
    Gmn = number::GMN,
}

/// Unit Pack Unique Identifier: a GTIN and a third-party controlled serial number (AI 235).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Upui {
    gtin: super::Gtin,
    serial: Box<str>,
}

impl Upui {
    /// Puts the two together.
    ///
    /// # Errors
    /// What does not hold in the serial number.
    pub fn new(gtin: super::Gtin, serial: &str) -> Result<Self, Gs1Error> {
        Ok(Self { gtin, serial: checked(number::TPX, serial)? })
    }

    /// The trade item.
    #[must_use]
    pub const fn gtin(&self) -> &super::Gtin {
        &self.gtin
    }

    /// The serial number.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }
}
