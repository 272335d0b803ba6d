//! The decision (quyết định) that recognises products, or withdraws a recognition.

use serde::Serialize;

use super::{Letterhead, Paper, Signature};
use crate::points::Points;

/// A decision with its list of products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Head of the letter.
    pub letterhead: Letterhead,
    /// Who decides, in capitals: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP`.
    pub authority: String,
    /// The same as in a sentence: `Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp`.
    pub issuer: String,
    /// What it is about.
    pub subject: String,
    /// The grounds, each a full line beginning with `Căn cứ` or `Theo đề nghị`, without the closing mark.
    pub grounds: Vec<String>,
    /// What is decided.
    pub ruling: Ruling,
    /// Who carries it out, as in the last article.
    pub executors: String,
    /// The products, printed as an annex.
    pub products: Vec<DecidedProduct>,
    /// Who gets a copy.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// What a decision does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ruling {
    /// Recognises the listed products (Article 7).
    Recognition {
        /// Months the recognition is valid from the day of issue.
        months: u32,
    },
    /// Withdraws the recognition of the listed products (Article 8).
    Revocation {
        /// Why, as in a sentence.
        reason: String,
    },
    /// Anything else, article by article, without the words `Điều 1.`.
    Articles {
        /// The articles in order.
        articles: Vec<String>,
    },
}

/// A product in the annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecidedProduct {
    /// The product.
    pub product: String,
    /// Its code.
    pub code: String,
    /// The producer.
    pub producer: String,
    /// Its address.
    pub address: String,
    /// Mean of the ballots.
    pub mean: Option<Points>,
    /// Star.
    pub star: u8,
}

impl Paper for Decision {
    const TEMPLATE: &'static str = "decision.typ";
}
