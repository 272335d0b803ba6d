//! The parts of the self-assessment report that are told, not marked.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id, words_enum};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A told part.
    NarrativeId
}

words_enum! {
    /// The told parts of Mẫu 02, in its order.
    Topic {
        /// Make-up, packing and standard of the product (part I.6).
        Description = "description",
        /// How the producer came about (part I.8).
        History = "history",
        /// How it is organised (part I.9).
        Structure = "structure",
        /// Raw-material area and technology (part II).
        Production = "production",
        /// Changes in quality, packaging, label (part II).
        Quality = "quality",
        /// Where it is sold (part II).
        Market = "market",
        /// Turnover and profit (part II).
        Outcome = "outcome",
        /// What changed since the last recognition (upgrade, re-evaluation).
        Changes = "changes",
        /// The plan (part IV).
        Plan = "plan",
    }
}

/// One told part.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "narrative")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NarrativeId,
    /// The application.
    pub application_id: ApplicationId,
    /// Which part.
    pub topic: Topic,
    /// The text.
    pub body: String,
    /// Who wrote it.
    pub written_by: Option<UserId>,
    /// Who, by name.
    pub written_by_name: String,
    /// When.
    pub written_at: Instant,
    /// The application's version after this writing.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "narrative";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
