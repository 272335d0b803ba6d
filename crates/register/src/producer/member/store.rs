//! The table of members.

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Day, Reader, Result, id};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::producer::MemberKind;

id! {
    /// A member of a producer.
    MemberId
}

/// A member of a producer; one who leaves stays in the list with the day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "producer_member")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MemberId,
    /// Of which producer.
    pub producer_id: ProducerId,
    /// How they belong to it.
    pub kind: MemberKind,
    /// Name.
    pub name: String,
    /// What they do there.
    pub title: Option<String>,
    /// Phone; private.
    pub phone: Option<String>,
    /// Since when.
    pub joined_on: Option<Day>,
    /// Until when.
    pub left_on: Option<Day>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "producer-member";
    const PRIVATE: &'static [&'static str] = &["phone"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// The members of a producer, those who left last.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let mut rows =
        Entity::find().filter(Column::ProducerId.eq(producer)).order_by_asc(Column::Id).all(reader).await?;
    rows.sort_by_key(|member| member.left_on.is_some());
    Ok(rows)
}
