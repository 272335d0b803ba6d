//! An application as stored. `stage`, `next_step` and `since` are a projection of the step rows
//! ([`super::steps::project`] rebuilds it), kept so that lists and inboxes need not walk every history.

use ground::actor::{PlaceId, ProducerId};
use ground::records::Recorded;
use ground::{Day, id};
use register::product::ProductId;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::model::{Kind, Stage};

id! {
    /// An application of one product.
    ApplicationId
}

/// An application of one product: first, upgrade or re-evaluation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "application")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationId,
    /// The product.
    pub product_id: ProductId,
    /// Its producer.
    pub producer_id: ProducerId,
    /// The commune of its time.
    pub place_id: PlaceId,
    /// The product's name when it was opened.
    pub product_name: String,
    /// The producer's name when it was opened.
    pub producer_name: String,
    /// Both names folded, for search.
    pub folded: String,
    /// First, upgrade or re-evaluation.
    pub kind: Kind,
    /// The rule pack it goes by.
    pub rules: String,
    /// The product set, whose sheet applies.
    pub set_number: i32,
    /// The application whose marks and citations it started from.
    pub previous_id: Option<ApplicationId>,
    /// The day it was opened.
    pub opened_on: Day,
    /// The day the commune took it in.
    pub received_on: Option<Day>,
    /// Who took it in.
    pub received_by_name: Option<String>,
    /// `01/PĐK-82-29905-2026`.
    pub registration_number: Option<String>,
    /// The day the province took it in.
    pub accepted_on: Option<Day>,
    /// Who took it in there.
    pub accepted_by_name: Option<String>,
    /// The round it is in time for: `2/2026`.
    pub round: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// The step that comes next; none at the end.
    pub next_step: Option<String>,
    /// The day of the last step.
    pub since: Day,
    /// Counts every change of marks and narrative; what a reader saw.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "dossier";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
