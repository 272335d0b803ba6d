//! Who compared a copy with the original, and when.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::row::PaperId;

id! {
    /// A vouching.
    VouchingId
}

/// Someone compared the copy with the original.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "vouching")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VouchingId,
    /// The paper.
    pub paper_id: PaperId,
    /// Who.
    pub account_id: Option<UserId>,
    /// Who, by name.
    pub name: String,
    /// When.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "vouching";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
