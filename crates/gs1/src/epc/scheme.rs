//! The schemes of EPC URNs.

use super::Kind;
use crate::ai::number as n;

/// What a key of digits is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    /// Of company prefix and reference together.
    pub(super) together: usize,
    /// The reference's first digit goes before the company prefix.
    pub(super) indicator: bool,
    /// A zero goes before all.
    pub(super) zero: bool,
}

/// What follows company prefix and reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nothing.
    None,
    /// A serial number, as part of the key.
    InKey,
    /// A qualifier of this number.
    Qualifier(u16),
    /// A location's extension: 0 is none.
    Extension,
    /// Piece, total, and a serial number.
    Pieces,
}

macro_rules! schemes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A scheme of EPC URNs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Scheme { $($(#[$doc])* $name,)* }

        impl Scheme {
            /// All schemes.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in the URN.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

schemes! {
    /// Serialised trade item.
    Sgtin = "sgtin",
    /// Trade item of a batch or lot.
    Lgtin = "lgtin",
    /// Logistic unit.
    Sscc = "sscc",
    /// Location, with or without extension.
    Sgln = "sgln",
    /// Returnable asset.
    Grai = "grai",
    /// Individual asset.
    Giai = "giai",
    /// Recipient of a service.
    Gsrn = "gsrn",
    /// Provider of a service.
    Gsrnp = "gsrnp",
    /// Document.
    Gdti = "gdti",
    /// Component or part.
    Cpi = "cpi",
    /// Coupon.
    Sgcn = "sgcn",
    /// Consignment.
    Ginc = "ginc",
    /// Shipment.
    Gsin = "gsin",
    /// Trade item piece.
    Itip = "itip",
    /// Unit pack.
    Upui = "upui",
    /// Party.
    Pgln = "pgln",
    /// General identifier; not a GS1 key.
    Gid = "gid",
    /// United States Department of Defense; not a GS1 key.
    Usdod = "usdod",
    /// Aerospace and defence; not a GS1 key.
    Adi = "adi",
    /// Intermodal container; not a GS1 key.
    Bic = "bic",
    /// Vessel; not a GS1 key.
    Imovn = "imovn",
}

impl Scheme {
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scheme| scheme.name() == name)
    }

    /// Whether URNs of this kind bear the scheme.
    pub(super) fn has(self, kind: Kind) -> bool {
        (self == Self::Lgtin) == (kind == Kind::Class)
    }

    /// The number of the key's application identifier.
    #[must_use]
    pub const fn key(self) -> Option<u16> {
        Some(match self {
            Self::Sgtin | Self::Lgtin | Self::Upui => n::GTIN,
            Self::Sscc => n::SSCC,
            Self::Sgln => n::LOCATION,
            Self::Grai => n::GRAI,
            Self::Giai => n::GIAI,
            Self::Gsrn => n::GSRN,
            Self::Gsrnp => n::GSRN_PROVIDER,
            Self::Gdti => n::GDTI,
            Self::Cpi => n::CPID,
            Self::Sgcn => n::GCN,
            Self::Ginc => n::GINC,
            Self::Gsin => n::GSIN,
            Self::Itip => n::ITIP,
            Self::Pgln => n::PARTY,
            Self::Gid | Self::Usdod | Self::Adi | Self::Bic | Self::Imovn => return None,
        })
    }

    /// How its digits are made up; none for references that are text.
    pub(super) const fn digits(self) -> Option<Digits> {
        let (together, indicator, zero) = match self {
            Self::Sgtin | Self::Lgtin | Self::Upui | Self::Itip => (13, true, false),
            Self::Sscc => (17, true, false),
            Self::Grai => (12, false, true),
            Self::Sgln | Self::Pgln | Self::Gdti | Self::Sgcn => (12, false, false),
            Self::Gsrn | Self::Gsrnp => (17, false, false),
            Self::Gsin => (16, false, false),
            _ => return None,
        };
        Some(Digits { together, indicator, zero })
    }

    pub(super) const fn tail(self) -> Tail {
        match self {
            Self::Sgtin => Tail::Qualifier(n::SERIAL),
            Self::Lgtin => Tail::Qualifier(n::LOT),
            Self::Upui => Tail::Qualifier(n::TPX),
            Self::Cpi => Tail::Qualifier(n::CPID_SERIAL),
            Self::Sgln => Tail::Extension,
            Self::Itip => Tail::Pieces,
            Self::Grai | Self::Gdti | Self::Sgcn => Tail::InKey,
            _ => Tail::None,
        }
    }
}
