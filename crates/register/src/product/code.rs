//! The product code `(T)-(X)-(STT)-yyyy`.

use ground::{Change, Day, Lang, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::store::{ActiveModel, Column, Entity};
use super::{Product, ProductId, load};
use crate::place::{self, Level};

/// Digits of the running number; more where a commune has more products.
const DIGITS: usize = 2;

/// Gives a product its code for the year in which it is evaluated. It keeps its running number in the same commune
/// from then on; only the year changes. The number is drawn under a lock on the commune, so that two never get one.
///
/// # Errors
/// `register-no-commune-code` where the product's home of today is no commune with a code.
pub async fn assign_code(change: &mut Change, product: ProductId, year: i16) -> Result<Product> {
    let before = load(&change.reader(), product).await?;
    let home = place::home_today(&change.reader(), before.place_id, today(change)).await?;
    let chain = place::chain(&change.reader(), home.id).await?;
    let province = chain.iter().find(|place| place.level() == Level::Province);
    let Some(province) = province.filter(|_| home.level() == Level::Commune && !home.code.is_empty()) else {
        return Err(Refusal::wrong_state("register-no-commune-code").with("place", home.titled(Lang::Vi)));
    };
    let number = match (before.code_place_id, before.code_number) {
        (Some(place), Some(number)) if place == home.id => number,
        _ => next_number(change, home.id).await?,
    };
    let code = format!("{}-{}-{number:0DIGITS$}-{year}", province.code, home.code);
    if before.product_code.as_ref() == Some(&code) {
        return Ok(before);
    }
    let row = ActiveModel {
        id: Set(before.id),
        product_code: Set(Some(code)),
        code_place_id: Set(Some(home.id)),
        code_number: Set(Some(number)),
        version: Set(before.version + 1),
        ..Default::default()
    };
    let after = change.update(&before, row).await?;
    change.tell(super::changed(&after)?);
    Ok(after)
}

fn today(change: &Change) -> Day {
    change.at().day()
}

// The lock is on the commune's row, which is always there to be locked; SQLite has one writer anyway.
async fn next_number(change: &Change, commune: place::PlaceId) -> Result<i32> {
    let reader = change.reader();
    place::store::Entity::find_by_id(commune).lock_exclusive().one(&reader).await?;
    let last = Entity::find()
        .filter(Column::CodePlaceId.eq(commune))
        .order_by_desc(Column::CodeNumber)
        .one(&reader)
        .await?;
    Ok(last.and_then(|product| product.code_number).unwrap_or(0) + 1)
}
