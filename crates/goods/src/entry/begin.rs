//! What begins with an entry: lots, trade items, partners, sites.

use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Change, Ground, Reader, Refusal, Result};
use register::product;
use sea_orm::Set;
use sea_orm::entity::prelude::*;

use super::new::{NewEntry, NewLine, NumberedLot, WhichItem, WhichLot, WhichPartner, WhichSite};
use super::stock;
use crate::item::{self, ItemCode, TradeItem, Unit};
use crate::lot::{self, Lot, LotId};
use crate::partner::{self, PartnerId};
use crate::site::{self, SiteId};

/// The lot of a line: one that the producer has had, or a new one.
///
/// # Errors
/// `goods-no-such-lot` at `of`; `goods-not-yours` at `item`.
pub(super) async fn lot(
    change: &mut Change,
    ground: &Ground,
    producer: ProducerId,
    new: &NewEntry,
    line: &NewLine,
) -> Result<Lot> {
    match &line.lot {
        WhichLot::Known(id) => known_lot(&change.reader(), producer, new, *id).await,
        WhichLot::Numbered(numbered) => numbered_lot(change, ground, producer, new, line, numbered).await,
    }
}

// Others' lots come in by being received; before that they are none of one's own.
async fn known_lot(reader: &Reader<'_>, producer: ProducerId, new: &NewEntry, id: LotId) -> Result<Lot> {
    let strange = || Refusal::field("of", "goods-no-such-lot");
    let lot = lot::load(reader, id).await.map_err(|_| strange())?;
    let receives = new.kind == super::EntryKind::Receive;
    if lot.producer_id == producer || receives || !stock::of_lots(reader, producer, &[id]).await?.is_empty() {
        return Ok(lot);
    }
    Err(strange())
}

async fn numbered_lot(
    change: &mut Change,
    ground: &Ground,
    producer: ProducerId,
    new: &NewEntry,
    line: &NewLine,
    numbered: &NumberedLot,
) -> Result<Lot> {
    let item = trade_item(change, ground, producer, &numbered.item, line.unit).await?;
    if let Some(known) = lot::by_code(&change.reader(), item.id, &numbered.code).await? {
        return Ok(known);
    }
    let made_on = numbered.made_on.unwrap_or_else(|| new.happened_at.day());
    let keeps = item.shelf_life_days.map(|days| made_on.plus_days(i64::from(days)));
    let row = lot::ActiveModel {
        id: Set(LotId(ground.clock.new_id())),
        trade_item_id: Set(item.id),
        producer_id: Set(producer),
        uri: Set(lot::uri_of(&ground.config.public_url, &item, &numbered.code)),
        code: Set(numbered.code.clone()),
        made_on: Set((new.kind != super::EntryKind::Buy).then_some(made_on).or(numbered.made_on)),
        expires_on: Set(numbered.expires_on.or(keeps)),
        created_at: Set(change.at()),
    };
    change.insert(row).await
}

/// The trade item that is meant.
///
/// # Errors
/// `goods-not-yours` at `item`.
pub(crate) async fn trade_item(
    change: &mut Change,
    ground: &Ground,
    producer: ProducerId,
    which: &WhichItem,
    unit: Unit,
) -> Result<TradeItem> {
    let (name, product) = match which {
        WhichItem::Known(id) => {
            let item = item::load(&change.reader(), *id).await;
            let own = item.ok().filter(|item| item.producer_id == producer);
            return own.ok_or_else(|| Refusal::field("item", "goods-not-yours"));
        }
        WhichItem::Product(id) => {
            let product = product::load(&change.reader(), *id).await;
            let own = product.ok().filter(|product| product.producer_id == producer);
            let own = own.ok_or_else(|| Refusal::field("item", "goods-not-yours"))?;
            (own.name, Some(own.id))
        }
        WhichItem::Named(name) => (name.clone(), None),
    };
    let folded = fold(&name);
    let known = item::Entity::find()
        .filter(item::Column::ProducerId.eq(producer))
        .filter(item::Column::Folded.eq(&folded))
        .one(&change.reader())
        .await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let row = item::ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer),
        product_id: Set(product),
        name: Set(name),
        folded: Set(folded),
        unit: Set(unit),
        code: Set(ItemCode::of_random(ground.clock.random()?)),
        gtin: Set(None),
        shelf_life_days: Set(None),
        standards: Set(None),
        version: Set(1),
    };
    change.insert(row).await
}

/// The partner that is meant.
///
/// # Errors
/// `goods-no-such-partner` at `partner`.
pub(super) async fn partner(
    change: &mut Change,
    producer: ProducerId,
    new: &NewEntry,
) -> Result<Option<PartnerId>> {
    let Some(which) = new.partner.as_ref().filter(|_| new.kind.has_partner()) else { return Ok(None) };
    let own = partner::Entity::find().filter(partner::Column::ProducerId.eq(producer));
    let (name, phone) = match which {
        WhichPartner::Known(id) => {
            let known = own.filter(partner::Column::Id.eq(*id)).one(&change.reader()).await?;
            let known = known.ok_or_else(|| Refusal::field("partner", "goods-no-such-partner"))?;
            return Ok(Some(known.id));
        }
        WhichPartner::Named(name, phone) => (name, phone),
    };
    let folded = fold(name);
    if let Some(known) = own.filter(partner::Column::Folded.eq(&folded)).one(&change.reader()).await? {
        return Ok(Some(known.id));
    }
    let row = partner::ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer),
        name: Set(name.clone()),
        folded: Set(folded),
        phone: Set(phone.clone()),
        email: Set(None),
        address: Set(None),
        known_producer_id: Set(None),
        version: Set(1),
    };
    Ok(Some(change.insert(row).await?.id))
}

/// The site that is meant.
///
/// # Errors
/// `goods-no-such-site` at `site`.
pub(super) async fn site(
    change: &mut Change,
    producer: ProducerId,
    new: &NewEntry,
) -> Result<Option<SiteId>> {
    match &new.site {
        None => Ok(None),
        Some(WhichSite::Known(id)) => {
            let known = site::load_all(&change.reader(), &[*id]).await?;
            let own = known.get(id).filter(|site| site.producer_id == producer);
            own.map(|site| Some(site.id)).ok_or_else(|| Refusal::field("site", "goods-no-such-site"))
        }
        Some(WhichSite::Named(name)) => site::named(change, producer, name).await.map(|site| Some(site.id)),
    }
}
