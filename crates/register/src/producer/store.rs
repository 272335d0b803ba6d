//! The table of producers.

use std::collections::HashMap;

use ground::actor::{PlaceId, ProducerId};
use ground::records::Recorded;
use ground::{Day, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use super::{Disability, ProducerKind, Sex};

/// A producer ("chủ thể"); it needs no account.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "producer")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProducerId,
    /// What it is.
    pub kind: ProducerKind,
    /// Name.
    pub name: String,
    /// The name folded for search.
    pub folded: String,
    /// Number of the business registration.
    pub registration_number: Option<String>,
    /// The number without what people write differently.
    pub registration_key: Option<String>,
    /// Day of the registration.
    pub registered_on: Option<Day>,
    /// Who registered it.
    pub registered_by: Option<String>,
    /// Phone. Public only where `is_public_phone`.
    pub phone: Option<String>,
    /// The phone as digits.
    pub phone_key: Option<String>,
    /// The producer agreed that buyers see the phone.
    pub is_public_phone: bool,
    /// E-mail.
    pub email: Option<String>,
    /// Address below the commune: house, road, hamlet.
    pub address: String,
    /// The commune of the time of registration.
    pub place_id: PlaceId,
    /// Legal representative.
    pub representative_name: String,
    /// Title of the legal representative.
    pub representative_title: Option<String>,
    /// Address of the legal representative; private.
    pub representative_address: Option<String>,
    /// Sex of the legal representative; private.
    pub representative_sex: Option<Sex>,
    /// Ethnicity of the legal representative; private.
    pub representative_ethnicity: Option<String>,
    /// Whether the legal representative has a disability; private.
    pub representative_disability: Option<Disability>,
    /// Rises with every edit.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "producer";
    const PRIVATE: &'static [&'static str] = &[
        "phone",
        "phone_key",
        "email",
        "representative_address",
        "representative_sex",
        "representative_ethnicity",
        "representative_disability",
    ];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// One producer, whoever asks: for rooms that have checked access by their own record.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: ProducerId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Several producers by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[ProducerId]) -> Result<HashMap<ProducerId, Model>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Producers within reach, by name.
///
/// # Errors
/// The records are away.
pub async fn in_reach(reader: &Reader<'_>, reach: &crate::Reach, most: u64) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(reach.condition(Column::PlaceId, Column::Id));
    Ok(rows.order_by_asc(Column::Folded).limit(most).all(reader).await?)
}
