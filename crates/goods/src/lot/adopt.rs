//! Lots that begin with an event of a machine: a producer's own program told of goods that no logbook knows.

use std::collections::HashMap;

use epcis::model::{Event, ExtensionName, ExtensionValue};
use ground::{Actor, Day, Ground, Resource, Result};
use gs1::link::CANONICAL_STEM;
use sea_orm::Set;
use trace::story::{self, Happening};

use super::{ActiveModel, Lot, LotCode, LotId, by_code, uri_of};
use crate::item::{self, TradeItem};
use crate::link::{Entity, Key};

/// When goods expire, among the master data of a lot (CBV 2.0, section 9.3).
const EXPIRES: &str = "itemExpirationDate";

/// The lots that events name, by the URIs that they name them by; those that the records do not know yet begin, where
/// the event is of the producer whose trade item it is.
///
/// # Errors
/// The records are away.
pub(crate) async fn adopt(ground: &Ground, happenings: &[Happening]) -> Result<HashMap<String, Lot>> {
    let mut lots: HashMap<String, Lot> = HashMap::new();
    for happening in happenings {
        for uri in story::things(&happening.event) {
            if !lots.contains_key(uri)
                && let Some((item, code)) = named(ground, uri).await?
                && let Some(lot) = of(ground, happening, uri, &item, &code).await?
            {
                lots.insert(uri.to_owned(), lot);
            }
        }
    }
    Ok(lots)
}

// A lot of a trade item that is known here; what names a single package or a whole kind names none.
async fn named(ground: &Ground, uri: &str) -> Result<Option<(TradeItem, LotCode)>> {
    let own = ground.config.public_url.trim_end_matches('/');
    let path = uri.strip_prefix(CANONICAL_STEM).or_else(|| uri.strip_prefix(own));
    let Some(Ok(entity)) = path.map(|path| Entity::read(path, None)) else { return Ok(None) };
    let Some(code) = entity.lot.filter(|_| entity.serial.is_none()) else { return Ok(None) };
    let item = match &entity.key {
        Key::Gtin(gtin) => item::by_gtin(&ground.reader(), gtin).await?,
        Key::Code(code) => item::by_code(&ground.reader(), code).await?,
        Key::Other => None,
    };
    Ok(item.map(|item| (item, code)))
}

async fn of(
    ground: &Ground,
    happening: &Happening,
    uri: &str,
    item: &TradeItem,
    code: &LotCode,
) -> Result<Option<Lot>> {
    if let Some(known) = by_code(&ground.reader(), item.id, code).await? {
        return Ok(Some(known));
    }
    if happening.producer != Some(item.producer_id) {
        return Ok(None);
    }
    let begins = story::made(&happening.event).any(|made| made == uri);
    let made_on = begins.then(|| happening.at.day());
    let keeps = item.shelf_life_days.and_then(|days| Some(made_on?.plus_days(i64::from(days))));
    let expires_on = made_on.and_then(|_| expiry(&happening.event)).or(keeps);
    let mut change = ground.change(&Actor::system("sen"), "adopt-lot", &Resource::installation()).await?;
    // Somebody may have logged it meanwhile.
    if let Some(known) = by_code(&change.reader(), item.id, code).await? {
        return Ok(Some(known));
    }
    let row = ActiveModel {
        id: Set(LotId(change.new_id())),
        trade_item_id: Set(item.id),
        producer_id: Set(item.producer_id),
        code: Set(code.clone()),
        uri: Set(uri_of(&ground.config.public_url, item, code)),
        made_on: Set(made_on),
        expires_on: Set(expires_on),
        created_at: Set(change.at()),
    };
    let lot = change.insert(row).await?;
    change.say("lot", code);
    change.say("item", &item.name);
    change.commit().await?;
    Ok(Some(lot))
}

fn expiry(event: &Event) -> Option<Day> {
    event.ilmd().iter().find_map(|extension| match (&extension.name, &extension.value) {
        (ExtensionName::Own { local, .. }, ExtensionValue::Text(text)) if &**local == EXPIRES => {
            text.get(..10)?.parse().ok()
        }
        _ => None,
    })
}
