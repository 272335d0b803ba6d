//! A paper of a producer's vault as stored.

use ground::actor::{ProducerId, UserId};
use ground::records::Recorded;
use ground::{Day, Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A paper.
    PaperId
}

/// A paper: stored once, cited many times.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "paper")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaperId,
    /// Whose.
    pub producer_id: ProducerId,
    /// Its row in the evidence table (`E01` to `E15`), or `free`.
    pub code: String,
    /// What it is.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When.
    pub issued_on: Option<Day>,
    /// Until when it holds.
    pub expires_on: Option<Day>,
    /// More.
    pub note: Option<String>,
    /// Who put it in.
    pub added_by: Option<UserId>,
    /// Who put it in, by name.
    pub added_by_name: String,
    /// When it was put in.
    pub added_at: Instant,
    /// When it was taken out.
    pub withdrawn_at: Option<Instant>,
    /// What a reader saw.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "paper";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
