//! Form 01 (Mẫu số 01): registration for evaluation and ranking.

use jiff::civil::Date;
use serde::Serialize;

use super::Paper;

/// Form 01 of Annex III, Decision 26/2026/QĐ-TTg: the producer registers one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegistrationForm {
    /// The province whose programme it is.
    pub province: String,
    /// The year of evaluation.
    pub year: i16,
    /// The producer.
    pub producer: String,
    /// Full name of its legal representative.
    pub representative: String,
    /// The representative's title.
    pub position: Option<String>,
    /// Contact address.
    pub address: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// The product.
    pub product: String,
    /// Branch, group and sub-group of Annex I.
    pub classification: String,
    /// First time, upgrade or re-evaluation.
    pub kind: RegistrationKind,
    /// Number of product samples handed in; none for tourism.
    pub samples: Option<u32>,
    /// Papers attached besides the two the form prints.
    pub attachments: Vec<String>,
    /// Place of signing.
    pub place: Option<String>,
    /// Date of signing.
    pub date: Option<Date>,
    /// The commune's receipt.
    pub commune_receipt: Receipt,
    /// The provincial unit's receipt.
    pub province_receipt: Receipt,
}

/// Which kind of evaluation is asked for (Article 6.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RegistrationKind {
    /// `Lần đầu`.
    First,
    /// `Nâng hạng`.
    Upgrade,
    /// `Đánh giá lại`.
    Renewal,
}

/// The office part of the form; what is not known leaves room for the hand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Receipt {
    /// The whole number, such as `01/PĐK-87-30001-2026`.
    pub number: Option<String>,
    /// The day it came in.
    pub received: Option<Date>,
    /// Who took it in.
    pub receiver: Option<String>,
}

impl Paper for RegistrationForm {
    const TEMPLATE: &'static str = "registration-form.typ";
}
