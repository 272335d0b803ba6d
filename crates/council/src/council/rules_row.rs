//! One version of a council's rules of procedure (Quy chế hoạt động); the newest counts for new sittings.

use super::CouncilId;
use super::model::Basis;
use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A version of a council's rules of procedure.
    CouncilRulesId
}

/// One version of a council's rules of procedure (Quy chế hoạt động); the newest counts for new sittings.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "council_rules")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CouncilRulesId,
    /// Whose.
    pub council_id: CouncilId,
    /// The version, from 1.
    pub n: i32,
    /// The least share of members present, in per cent.
    pub quorum_percent: i32,
    /// Whether the chair, or a vice-chair in the chair's place, must be there.
    pub chair_required: bool,
    /// The largest difference between two totals that is not discussed, in points.
    pub spread_limit: i32,
    /// What a star gate is tested on.
    pub gate_basis: Basis,
    /// Whether members see, without names, how marks differ before the second round.
    pub shows_spread: bool,
    /// When it was set.
    pub set_at: Instant,
    /// Who set it.
    pub set_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "council-rules";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
