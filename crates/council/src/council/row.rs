//! A council as stored.

use ground::actor::{PlaceId, UserId};
use ground::records::Recorded;
use ground::{Day, Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A council.
    CouncilId
}

/// A council as stored.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "council")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CouncilId,
    /// The place whose council it is.
    pub place_id: PlaceId,
    /// The place as in a sentence, when the council was set up: `tỉnh Đồng Tháp`.
    pub place_name: String,
    /// The level of the decree's procedure it scores at.
    pub level: String,
    /// The council as in a sentence.
    pub name: String,
    /// The decision that set it up.
    pub mandate_number: String,
    /// Its date.
    pub mandate_on: Day,
    /// Who issued it.
    pub mandate_issuer: String,
    /// When it was entered.
    pub founded_at: Instant,
    /// Who entered it.
    pub founded_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "council";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
