//! The tables of links that producers added, and of trade items that another resolver answers for; and the one read by
//! which a request finds what it asks for.

use ground::records::Recorded;
use ground::{Reader, Refusal, Result, id};
use register::product::ProductId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, JoinType, Query};
use sea_orm::{ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};

use super::asked::Key;
use crate::item::{self, ItemCode, TradeItemId};
use crate::lot::{self, LotCode, LotId};

id! {
    /// A link that a producer added.
    ItemLinkId
}

/// A link that a producer added to a trade item, or to one lot of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "item_link")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ItemLinkId,
    /// Of what.
    pub trade_item_id: TradeItemId,
    /// Of this lot alone.
    pub lot_id: Option<LotId>,
    /// The link type, by its name in the GS1 Web Vocabulary.
    pub link_type: String,
    /// Where it leads.
    pub href: String,
    /// What a person reads.
    pub title: String,
    /// Language tags of what it leads to, a space between.
    pub hreflang: Option<String>,
    /// The media type of what it leads to.
    pub media_type: Option<String>,
    /// Markets or groups of readers, a space between.
    pub context: Option<String>,
    /// Whether it stands in for the default link where a request asks for its language, media type or context.
    pub is_default: bool,
    /// Its place among the links of the trade item.
    pub ordinal: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "item-link";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

pub mod handover {
    //! That another resolver answers for a trade item.

    use super::{Deserialize, Recorded, Serialize, TradeItemId};
    use ground::Instant;
    use sea_orm::entity::prelude::*;

    /// A handover.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "item_handover")]
    pub struct Model {
        /// The trade item.
        #[sea_orm(primary_key, auto_increment = false)]
        pub trade_item_id: TradeItemId,
        /// The root of the other resolver, without a slash at its end.
        pub resolver_root: String,
        /// Since when.
        pub since: Instant,
        /// Who said so.
        pub by_name: String,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "item-handover";
        fn key(row: &Model) -> String {
            row.trade_item_id.to_string()
        }
    }
}

/// What is known of an entity that was asked for.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Known {
    /// The trade item.
    pub id: TradeItemId,
    /// Sen's own key of it.
    pub code: ItemCode,
    /// Its name.
    pub name: String,
    /// The product that it is.
    pub product_id: Option<ProductId>,
    /// The lot, where it is known.
    pub lot_id: Option<LotId>,
    /// The lot's number.
    pub lot_code: Option<LotCode>,
    /// What events call the lot.
    pub lot_uri: Option<String>,
    /// The resolver that answers instead.
    pub resolver_root: Option<String>,
    /// Whether there are links that stand in for the default.
    pub has_defaults: bool,
}

/// The trade item of a key with a lot of it: one read by indexes.
///
/// # Errors
/// The records are away.
pub async fn known(reader: &Reader<'_>, key: &Key, lot: Option<&LotCode>) -> Result<Option<Known>> {
    use item::Column as Item;
    let by = match key {
        Key::Gtin(gtin) => Item::Gtin.eq(gtin.as_str()),
        Key::Code(code) => Item::Code.eq(code.clone()),
        Key::Other => return Ok(None),
    };
    let of_item = |column: Expr| column.equals((item::Entity, Item::Id));
    let defaults = Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(of_item(Expr::col((Entity, Column::TradeItemId))))
        .and_where(Expr::col((Entity, Column::IsDefault)).eq(true))
        .to_owned();
    let mut found = item::Entity::find()
        .select_only()
        .columns([Item::Id, Item::Code, Item::Name, Item::ProductId])
        .expr_as(Expr::col((lot::Entity, lot::Column::Id)), "lot_id")
        .expr_as(Expr::col((lot::Entity, lot::Column::Code)), "lot_code")
        .expr_as(Expr::col((lot::Entity, lot::Column::Uri)), "lot_uri")
        .expr_as(Expr::col((handover::Entity, handover::Column::ResolverRoot)), "resolver_root")
        .expr_as(Expr::exists(defaults), "has_defaults")
        .filter(by);
    // A number that no lot has stands for "no lot".
    let number = lot.map(LotCode::as_str).unwrap_or_default();
    QueryTrait::query(&mut found)
        .join(
            JoinType::LeftJoin,
            handover::Entity,
            of_item(Expr::col((handover::Entity, handover::Column::TradeItemId))),
        )
        .join(
            JoinType::LeftJoin,
            lot::Entity,
            of_item(Expr::col((lot::Entity, lot::Column::TradeItemId)))
                .and(Expr::col((lot::Entity, lot::Column::Code)).eq(number)),
        );
    Ok(found.into_model().one(reader).await?)
}

/// The links of a trade item and of its lots, in order.
///
/// # Errors
/// The records are away.
pub async fn of_item(reader: &Reader<'_>, item: TradeItemId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::TradeItemId.eq(item));
    Ok(rows.order_by_asc(Column::Ordinal).order_by_asc(Column::Id).all(reader).await?)
}

/// The links of a trade item as such, and those of one lot of it.
///
/// # Errors
/// The records are away.
pub async fn for_request(reader: &Reader<'_>, item: TradeItemId, lot: Option<LotId>) -> Result<Vec<Model>> {
    let of_lot = match lot {
        Some(lot) => Column::LotId.is_null().or(Column::LotId.eq(lot)),
        None => Column::LotId.is_null(),
    };
    let rows = Entity::find().filter(Column::TradeItemId.eq(item)).filter(of_lot);
    Ok(rows.order_by_asc(Column::Ordinal).order_by_asc(Column::Id).all(reader).await?)
}

/// One link of a trade item.
///
/// # Errors
/// It has none of that key.
pub async fn load(reader: &Reader<'_>, item: TradeItemId, id: ItemLinkId) -> Result<Model> {
    let found = Entity::find_by_id(id).one(reader).await?;
    found.filter(|row| row.trade_item_id == item).ok_or_else(Refusal::not_found)
}

/// Who answers for a trade item, where it is not this installation.
///
/// # Errors
/// The records are away.
pub async fn handed_over(reader: &Reader<'_>, item: TradeItemId) -> Result<Option<handover::Model>> {
    Ok(handover::Entity::find_by_id(item).one(reader).await?)
}
