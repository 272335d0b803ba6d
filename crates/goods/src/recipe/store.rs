//! The tables of recipes.

use ground::records::Recorded;
use ground::{Reader, Result};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::entry::Quantity;
use crate::item::{TradeItemId, Unit};

/// A recipe: one a trade item.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "recipe")]
pub struct Model {
    /// What comes out.
    #[sea_orm(primary_key, auto_increment = false)]
    pub trade_item_id: TradeItemId,
    /// How much comes out.
    pub quantity: Quantity,
    /// Of what unit.
    pub unit: Unit,
    /// By how many percent more may come out.
    pub tolerance: i32,
    /// Rises with every edit.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "recipe";
    fn key(row: &Model) -> String {
        row.trade_item_id.to_string()
    }
}

pub mod input {
    //! What goes in.

    use super::{Deserialize, Quantity, Recorded, Serialize, TradeItemId, Unit};
    use sea_orm::entity::prelude::*;

    /// What goes in.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "recipe_input")]
    pub struct Model {
        /// Key.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Of which recipe.
        pub recipe_id: TradeItemId,
        /// The goods.
        pub trade_item_id: TradeItemId,
        /// How much.
        pub quantity: Quantity,
        /// Of what unit.
        pub unit: Unit,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "recipe-input";
        fn key(row: &Model) -> String {
            format!("{}/{}", row.recipe_id, row.trade_item_id)
        }
    }
}

/// The recipe of a trade item with what goes in, where there is one.
///
/// # Errors
/// The records are away.
pub async fn of_item(reader: &Reader<'_>, item: TradeItemId) -> Result<Option<(Model, Vec<input::Model>)>> {
    let Some(recipe) = Entity::find_by_id(item).one(reader).await? else { return Ok(None) };
    let inputs = input::Entity::find().filter(input::Column::RecipeId.eq(item)).all(reader).await?;
    Ok(Some((recipe, inputs)))
}
