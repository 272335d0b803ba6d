//! A filled-in sample of every paper: Sa Đéc Tửu on its way to a star.

mod applicant;
mod council;
mod drawn;
mod outcome;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

pub use applicant::{commune_report, registration_form, request_letter, self_assessment};
pub use council::{minutes, score_sheet, submission};
pub use drawn::Drawn;
pub use outcome::{certificate, decision, numbered_certificate, result_letter};

use crate::engine::Attachment;
use crate::error::PaperError;
use crate::paper::{Letterhead, Paper, Signature};

/// The moment written into the samples.
pub const PRINTED: Timestamp = Timestamp::constant(1_796_688_000, 0);

/// A sample made ready for the engine: its template, its facts, its drawings.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Template.
    pub template: &'static str,
    /// Facts.
    pub facts: Value,
    /// Drawings.
    pub attachments: Vec<Attachment>,
}

impl Sample {
    fn of<P: Paper>(paper: &P) -> Result<Self, PaperError> {
        Ok(Self {
            template: P::TEMPLATE,
            facts: serde_json::to_value(paper)?,
            attachments: paper.attachments()?,
        })
    }
}

/// A sample of every paper.
///
/// # Errors
///
/// None in practice: the samples can be written as facts.
pub fn samples() -> Result<Vec<Sample>, PaperError> {
    Ok(vec![
        Sample::of(&registration_form())?,
        Sample::of(&self_assessment())?,
        Sample::of(&commune_report())?,
        Sample::of(&request_letter())?,
        Sample::of(&score_sheet())?,
        Sample::of(&minutes())?,
        Sample::of(&submission())?,
        Sample::of(&decision())?,
        Sample::of(&certificate())?,
        Sample::of(&result_letter())?,
    ])
}

const PRODUCER: &str = "Hợp tác xã nông nghiệp Tân Tây";
const PRODUCT: &str = "Sa Đéc Tửu";
const CODE: &str = "82-30001-01-2026";
const ADDRESS: &str = "Khóm Tân Hòa, phường Sa Đéc, tỉnh Đồng Tháp";
const CHAIR: &str = "Nguyễn Văn Mẫu";

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::ZERO)
}

fn province(number: u32, symbol: &str, date: Date) -> Letterhead {
    Letterhead {
        superior: None,
        agency: "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP".into(),
        number: Some(number),
        symbol: symbol.into(),
        place: "Đồng Tháp".into(),
        date: Some(date),
    }
}

fn council_head(number: u32, symbol: &str, date: Date) -> Letterhead {
    Letterhead {
        superior: Some("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP".into()),
        agency: "HỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP".into(),
        ..province(number, symbol, date)
    }
}

fn ward(number: u32, symbol: &str, date: Date) -> Letterhead {
    Letterhead {
        superior: None,
        agency: "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC".into(),
        number: Some(number),
        symbol: symbol.into(),
        place: "Sa Đéc".into(),
        date: Some(date),
    }
}

fn signed(authority: &[&str], name: &str) -> Signature {
    Signature { authority: texts(authority), name: Some(name.into()) }
}

fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
