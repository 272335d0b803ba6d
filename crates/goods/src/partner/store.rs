//! The table of partners.

use std::collections::HashMap;

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Reader, Result, id};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A partner.
    PartnerId
}

/// A partner of one producer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "partner")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartnerId,
    /// Whose.
    pub producer_id: ProducerId,
    /// Name.
    pub name: String,
    /// The name folded.
    pub folded: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// The producer of the register that it is, where it is one.
    pub known_producer_id: Option<ProducerId>,
    /// Rises with every edit.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "partner";
    const PRIVATE: &'static [&'static str] = &["phone", "email", "address"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// Several by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[PartnerId]) -> Result<HashMap<PartnerId, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Those of a producer, by name.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::ProducerId.eq(producer)).order_by_asc(Column::Folded);
    Ok(rows.all(reader).await?)
}
