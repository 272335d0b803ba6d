//! An application on a council's agenda.

use crate::sitting::SittingId;
use crate::subject::{ApplicationId, ProductId};
use ground::actor::ProducerId;
use ground::id;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A case: an application before a council.
    CaseFileId
}

/// An application on a council's agenda.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "case_file")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseFileId,
    /// The sitting.
    pub sitting_id: SittingId,
    /// Its place on the agenda, from 1.
    pub n: i32,
    /// The application.
    pub application_id: ApplicationId,
    /// Its product.
    pub product_id: ProductId,
    /// Its producer.
    pub producer_id: ProducerId,
    /// The product's name when it came on the agenda.
    pub product_name: String,
    /// Its code; empty where there is none.
    pub product_code: String,
    /// The producer's name.
    pub producer_name: String,
    /// The producer's address.
    pub address: String,
    /// The producer's phone.
    pub phone: Option<String>,
    /// The commune it comes from, as in a sentence.
    pub commune: String,
    /// The rule pack it is marked by.
    pub rules: String,
    /// The product set, whose sheet it is marked on.
    pub set_number: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "case-file";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
