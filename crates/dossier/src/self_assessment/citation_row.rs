//! A citation: these pages of this paper prove this criterion.

use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;
use crate::paper::PaperId;

id! {
    /// A citation.
    CitationId
}

/// These pages of this paper prove this criterion.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "citation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CitationId,
    /// The application.
    pub application_id: ApplicationId,
    /// The criterion's number in the sheet.
    pub criterion: String,
    /// The paper.
    pub paper_id: PaperId,
    /// First page, from 1.
    pub first_page: i32,
    /// Last page.
    pub last_page: i32,
    /// What it shows there.
    pub note: Option<String>,
    /// Who cited it.
    pub cited_by_name: String,
    /// When.
    pub cited_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "citation";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
