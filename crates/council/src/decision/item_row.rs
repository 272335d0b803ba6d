//! What a decision says of one case.

use super::DecisionId;
use super::model::Ruling;
use crate::case_file::CaseFileId;
use crate::subject::{ApplicationId, ProductId};
use ground::actor::ProducerId;
use ground::id;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// What a decision says of one case.
    DecisionItemId
}

/// What a decision says of one case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "decision_item")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecisionItemId,
    /// The decision.
    pub decision_id: DecisionId,
    /// The case.
    pub case_file_id: CaseFileId,
    /// The application.
    pub application_id: ApplicationId,
    /// The product.
    pub product_id: ProductId,
    /// The producer.
    pub producer_id: ProducerId,
    /// What is decided.
    pub ruling: Ruling,
    /// The star; none where the dossier was turned down.
    pub stars: Option<i32>,
    /// The sum of the totals of the ballots that count.
    pub mean_sum: i64,
    /// How many ballots count.
    pub mean_count: i64,
    /// The rule pack.
    pub rules: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "decision-item";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
