//! The commune's report as issued.

use ground::records::Recorded;
use ground::{Day, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A commune's report.
    CommuneReportId
}

/// The commune's report: number, day, signer, samples.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "commune_report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommuneReportId,
    /// The application.
    pub application_id: ApplicationId,
    /// Its running number.
    pub number: Option<i32>,
    /// Its day.
    pub issued_on: Day,
    /// Who signs.
    pub signer: Option<String>,
    /// Samples that go with it.
    pub samples: Option<i32>,
    /// What a reader saw.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "commune-report";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
