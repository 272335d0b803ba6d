//! A decision signed on the results of a sitting.

use crate::council::CouncilId;
use crate::sitting::SittingId;
use ground::actor::{PlaceId, UserId};
use ground::records::Recorded;
use ground::{Day, Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A signed decision.
    DecisionId
}

/// A decision signed on the results of a sitting.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "decision")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecisionId,
    /// The sitting whose results it decides on.
    pub sitting_id: SittingId,
    /// The council.
    pub council_id: CouncilId,
    /// The place that decides.
    pub place_id: PlaceId,
    /// The running number of the year.
    pub number: i32,
    /// The symbol after the number: `QĐ-UBND`.
    pub symbol: String,
    /// Who decides, as in a sentence.
    pub authority: String,
    /// The day on the paper.
    pub signed_on: Day,
    /// The lines above the name, one a line.
    pub signer_lines: String,
    /// Who signed.
    pub signer_name: String,
    /// When it was entered.
    pub signed_at: Instant,
    /// Who entered it.
    pub signed_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "decision";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
