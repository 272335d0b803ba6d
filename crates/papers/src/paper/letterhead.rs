//! What every official letter has at its head and foot (Decree 30/2020, Annex I, part II).

use jiff::civil::Date;
use serde::Serialize;

/// The head of an official letter: who issues it, its number, place and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    /// The body above the issuing one, where it has one.
    pub superior: Option<String>,
    /// The issuing body, in capitals as on its seal.
    pub agency: String,
    /// The running number of the year; not yet given, the paper leaves room for it.
    pub number: Option<u32>,
    /// The symbol after the number, such as `QĐ-UBND`.
    pub symbol: String,
    /// The place of issue: the name of the province or commune alone.
    pub place: String,
    /// The date of issue; not yet given, the paper leaves room for it.
    pub date: Option<Date>,
}

/// Who signs, and by what authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// The lines above the name, such as `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    pub authority: Vec<String>,
    /// The name of who signs; empty leaves it to the hand.
    pub name: Option<String>,
}

/// Another official document, as it is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentReference {
    /// Number and symbol, such as `1850/QĐ-UBND`.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// The body that issued it, as in a sentence: `Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp`.
    pub issuer: String,
}

/// The legal representative of a producer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Representative {
    /// Full name.
    pub name: String,
    /// `Nam` or `Nữ`.
    pub sex: Option<String>,
    /// Ethnic group.
    pub ethnicity: Option<String>,
    /// Permanent address.
    pub address: Option<String>,
}
