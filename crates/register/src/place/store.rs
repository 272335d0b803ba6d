//! The table of places.

use ground::actor::PlaceId;
use ground::fold::fold;
use ground::records::Recorded;
use ground::{Day, Lang, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use super::{Level, PlaceKind};

/// Most places shown in one; the largest province has 168 communes.
const CHILDREN: u64 = 500;

/// A place of one time: what stood there before a merger is another place, even under the same code.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "place")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlaceId,
    /// Administrative code (QĐ 19/2025/QĐ-TTg, before it QĐ 124/2004/QĐ-TTg); empty where it is not known.
    pub code: String,
    /// What it is.
    pub kind: PlaceKind,
    /// The name without its kind: "Sa Đéc".
    pub name: String,
    /// Kind and name folded for search.
    #[serde(skip_deserializing)]
    pub folded: String,
    /// The place it belonged to in its time.
    pub parent_id: Option<PlaceId>,
    /// The first day it is known by this name.
    #[sea_orm(column_name = "from_day")]
    pub from: Day,
    /// The day on which it was no more.
    #[sea_orm(column_name = "until_day")]
    pub until: Option<Day>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "place";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

impl Model {
    /// Whether it stands on a day.
    pub fn stands_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// The level of government.
    pub fn level(&self) -> Level {
        self.kind.level()
    }

    /// "phường Sa Đéc", "Sa Đéc ward".
    pub fn titled(&self, lang: Lang) -> String {
        self.kind.named(&self.name, lang)
    }
}

/// What is folded for search: "phuong sa dec".
pub(crate) fn folded(kind: PlaceKind, name: &str) -> String {
    fold(&kind.named(name, Lang::Vi))
}

/// Those that stand on a day.
pub(crate) fn standing(day: Day) -> Condition {
    Condition::all()
        .add(Column::From.lte(day))
        .add(Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(day)))
}

/// One place.
///
/// # Errors
/// There is none of that key.
pub async fn find(reader: &Reader<'_>, id: PlaceId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Several places, in no particular order; keys without a place are left out.
///
/// # Errors
/// The records are away.
pub async fn find_all(reader: &Reader<'_>, ids: &[PlaceId]) -> Result<Vec<Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?)
}

/// The place that a code means on a day: one code has stood for different places.
///
/// # Errors
/// No place has that code on that day.
pub async fn by_code(reader: &Reader<'_>, code: &str, day: Day) -> Result<Model> {
    let found = Entity::find().filter(Column::Code.eq(code)).filter(standing(day)).one(reader).await?;
    found.ok_or_else(Refusal::not_found)
}

/// The country; none before places were imported.
///
/// # Errors
/// The records are away.
pub async fn country(reader: &Reader<'_>) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Kind.eq(PlaceKind::Country)).one(reader).await?)
}

/// What lies directly in a place on a day, by name.
///
/// # Errors
/// The records are away.
pub(crate) async fn children(reader: &Reader<'_>, parent: PlaceId, day: Day) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::ParentId.eq(parent))
        .filter(standing(day))
        .order_by_asc(Column::Folded)
        .limit(CHILDREN);
    Ok(rows.all(reader).await?)
}
