//! The projection: one row a lot.

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Change, Instant, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use super::Card;
use crate::item::{self, ItemCode, TradeItemId};
use crate::lot::{self, LotCode, LotId};
use crate::recall;

/// A lot as scans read it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "lot_page")]
pub struct Model {
    /// The lot.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lot_id: LotId,
    /// What it is of.
    pub trade_item_id: TradeItemId,
    /// Its number.
    pub code: LotCode,
    /// The [`Card`], JSON.
    pub card: String,
    /// When it was built.
    pub built_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "lot-page";
    const PRIVATE: &'static [&'static str] = &["card", "built_at"];
    fn key(row: &Model) -> String {
        row.lot_id.to_string()
    }
}

/// A lot by what stands on its label, its card, and whether a recall may reach it.
pub(super) type Labelled = (LotId, String, bool);

/// The lot with this on its label: one read by indexes.
///
/// # Errors
/// The records are away.
pub(super) async fn by_label(
    reader: &Reader<'_>,
    item: &ItemCode,
    lot: &LotCode,
) -> Result<Option<Labelled>> {
    let of = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(item::Column::Code.eq(item.clone()))
        .to_owned();
    let found = Entity::find()
        .select_only()
        .columns([Column::LotId, Column::Card])
        .expr_as(Expr::exists(recall::reaches(Expr::col((Entity, Column::LotId)))), "is_reached")
        .filter(Column::Code.eq(lot.clone()))
        .filter(Column::TradeItemId.in_subquery(of));
    Ok(found.into_tuple::<Labelled>().one(reader).await?)
}

/// How many of some lots have their page.
///
/// # Errors
/// The records are away.
pub async fn kept(reader: &Reader<'_>, lots: &[LotId]) -> Result<u64> {
    Ok(Entity::find().filter(Column::LotId.is_in(lots.iter().copied())).count(reader).await?)
}

/// Writes a card; says whether it is another than before.
///
/// # Errors
/// The records are away.
pub(super) async fn keep(change: &mut Change, card: &Card) -> Result<bool> {
    let row = Model {
        lot_id: card.lot_id,
        trade_item_id: card.trade_item_id,
        code: card.code.clone(),
        card: serde_json::to_string(card)?,
        built_at: change.at(),
    };
    match Entity::find_by_id(card.lot_id).one(&change.reader()).await? {
        Some(before) if before.card == row.card => return Ok(false),
        Some(before) => change.update(&before, row.into_active_model().reset_all()).await?,
        None => change.insert(row.into_active_model().reset_all()).await?,
    };
    Ok(true)
}

/// The cards of a producer's lots, the newest first.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId, most: u64) -> Result<Vec<Card>> {
    let newest = lot::Entity::find()
        .select_only()
        .column(lot::Column::Id)
        .filter(lot::Column::ProducerId.eq(producer))
        .order_by_desc(lot::Column::CreatedAt)
        .limit(most)
        .into_tuple::<LotId>();
    let ids = newest.all(reader).await?;
    let mut cards = Vec::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let rows: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Card)
            .filter(Column::LotId.is_in(some.iter().copied()))
            .into_tuple()
            .all(reader)
            .await?;
        for row in rows {
            cards.push(serde_json::from_str(&row)?);
        }
    }
    Ok(cards)
}
