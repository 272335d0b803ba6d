//! The certificate (giấy chứng nhận sản phẩm OCOP).

use jiff::civil::Date;
use serde::Serialize;

use super::{DocumentReference, Paper, Signature};
use crate::engine::Attachment;
use crate::error::PaperError;
use crate::qr::qr_svg;

/// A certificate for one product. Decision 26/2026/QĐ-TTg fixes no layout; an office lays down its own by
/// replacing the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Who certifies, in capitals.
    pub authority: String,
    /// Number of the certificate, such as `12/GCN-OCOP`.
    pub number: String,
    /// The decision behind it.
    pub decision: DocumentReference,
    /// The product.
    pub product: String,
    /// Its code.
    pub code: String,
    /// The producer.
    pub producer: String,
    /// Its address.
    pub address: String,
    /// Star, 3 to 5.
    pub star: u8,
    /// Months of validity.
    pub months: u32,
    /// The day it was issued.
    pub issued: Date,
    /// The last day it is valid.
    pub expires: Date,
    /// Place of issue.
    pub place: String,
    /// Who signs.
    pub signature: Signature,
    /// The address the QR code opens: the public verdict on this certificate.
    pub verdict_url: String,
}

impl Paper for Certificate {
    const TEMPLATE: &'static str = "certificate.typ";

    fn attachments(&self) -> Result<Vec<Attachment>, PaperError> {
        let bytes = qr_svg(&self.verdict_url)?.into_bytes();
        Ok(vec![Attachment { name: "qr.svg", bytes }])
    }
}
