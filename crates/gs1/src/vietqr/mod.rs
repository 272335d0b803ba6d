//! VietQR payment payloads (EMVCo merchant-presented mode, as NAPAS 1.5.2 fills it).

mod build;
mod checksum;
mod field;
mod parse;

pub use checksum::checksum;

/// The application that a VietQR transfer names.
const NAPAS: &str = "A000000727";
/// The numeric code of the đồng (ISO 4217).
const DONG: &str = "704";
const VIETNAM: &str = "VN";
/// Digits of a bank's identification number.
const BANK_DIGITS: usize = 6;
/// Most characters of an account or card number.
const LONGEST_ACCOUNT: usize = 19;

/// The tags of fields, as EMVCo numbers them.
mod tag {
    pub(super) const VERSION: &str = "00";
    pub(super) const METHOD: &str = "01";
    pub(super) const TRANSFER: &str = "38";
    pub(super) const CATEGORY: &str = "52";
    pub(super) const CURRENCY: &str = "53";
    pub(super) const AMOUNT: &str = "54";
    pub(super) const COUNTRY: &str = "58";
    pub(super) const NAME: &str = "59";
    pub(super) const CITY: &str = "60";
    pub(super) const MORE: &str = "62";
    pub(super) const CHECKSUM: &str = "63";
    /// Inside the transfer.
    pub(super) const APPLICATION: &str = "00";
    pub(super) const BENEFICIARY: &str = "01";
    pub(super) const SERVICE: &str = "02";
    pub(super) const BANK: &str = "00";
    pub(super) const ACCOUNT: &str = "01";
    /// Inside the additional data.
    pub(super) const BILL: &str = "01";
    pub(super) const PURPOSE: &str = "08";
}

/// Where the money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Service {
    /// To an account: `QRIBFTTA`.
    Account,
    /// To a card: `QRIBFTTC`.
    Card,
}

impl Service {
    const ALL: [Self; 2] = [Self::Account, Self::Card];

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Account => "QRIBFTTA",
            Self::Card => "QRIBFTTC",
        }
    }
}

/// A transfer that a payload asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// The bank's identification number, six digits.
    pub bank: String,
    /// The number of the account or card, up to 19 characters.
    pub account: String,
    /// Which of the two it is.
    pub service: Service,
    /// In đồng; open where none is given.
    pub amount: Option<u64>,
    /// The merchant's category, four digits.
    pub category: Option<String>,
    /// The receiver's name, up to 25 characters.
    pub name: Option<String>,
    /// The receiver's city, up to 15 characters.
    pub city: Option<String>,
    /// The bill's number, up to 25 characters.
    pub bill: Option<String>,
    /// What it is for, up to 25 characters.
    pub purpose: Option<String>,
}

impl Payment {
    /// A transfer to an account, everything else open.
    #[must_use]
    pub fn to_account(bank: impl Into<String>, account: impl Into<String>) -> Self {
        Self {
            bank: bank.into(),
            account: account.into(),
            service: Service::Account,
            amount: None,
            category: None,
            name: None,
            city: None,
            bill: None,
            purpose: None,
        }
    }
}
