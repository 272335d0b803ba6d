//! An entry as an event of EPCIS 2.0, in JSON-LD: what machines read of it.

use std::collections::HashMap;

use ground::{Ground, Reader, Refusal, Result};
use serde_json::{Value, json};

use super::store::{self, Entry, EntryLine};
use super::{EntryKind, Side, withdrawal};
use crate::item::{self, TradeItem, TradeItemId};
use crate::lot::{self, Lot, LotId};
use crate::partner;

/// The context of documents.
pub(crate) const CONTEXT: &str = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";
const CLASSES: &str = "urn:epcglobal:epcis:vtype:EPCClass";
const SITES: &str = "urn:epcglobal:epcis:vtype:BusinessLocation";
const NAME: &str = "urn:epcglobal:cbv:mda#name";
/// The offset of Vietnam's clocks.
pub(crate) const OFFSET: &str = "+07:00";

/// What the event of an entry is called.
pub fn event_id(entry: super::EntryId) -> String {
    format!("urn:uuid:{entry}")
}

/// The entry that an event tells of, where it is one of a logbook.
pub fn entry_of(event_id: &str) -> Option<super::EntryId> {
    event_id.strip_prefix("urn:uuid:")?.parse().ok()
}

/// The business step of an entry (CBV 2.0, section 7.1).
const fn biz_step(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Buy | EntryKind::Receive => "receiving",
        EntryKind::Harvest | EntryKind::Process => "creating_class_instance",
        EntryKind::Pack => "packing",
        EntryKind::Ship => "shipping",
        EntryKind::Sell => "retail_selling",
        EntryKind::Destroy => "destroying",
    }
}

/// In which state goods are after it (CBV 2.0, section 7.2).
const fn disposition(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Buy | EntryKind::Receive | EntryKind::Process | EntryKind::Pack => "in_progress",
        EntryKind::Harvest => "active",
        EntryKind::Ship => "in_transit",
        EntryKind::Sell => "retail_sold",
        EntryKind::Destroy => "destroyed",
    }
}

/// The document of an entry, or, where it was withdrawn, of the declaration that it was wrong.
///
/// # Errors
/// The records are away.
pub(super) async fn document(
    ground: &Ground,
    entry: &Entry,
    withdrawn: Option<&withdrawal::Model>,
) -> Result<Vec<u8>> {
    let reader = ground.reader();
    let base = ground.config.public_url.trim_end_matches('/');
    let told = Told::of(&reader, entry).await?;
    let mut event = event(entry, &told, base);
    if let Some(party) = party(&reader, entry, base).await? {
        event[party.0] = party.1;
    }
    let at = withdrawn.map_or(entry.at, |withdrawn| withdrawn.at);
    if let Some(withdrawn) = withdrawn {
        event["errorDeclaration"] =
            json!({ "declarationTime": withdrawn.at.rfc3339(), "reason": "incorrect_data" });
    }
    let document = json!({
        "@context": [CONTEXT],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": at.rfc3339(),
        "epcisHeader": { "epcisMasterData": { "vocabularyList": told.names(entry, base) } },
        "epcisBody": { "eventList": [event] },
    });
    serde_json::to_vec(&document).map_err(Refusal::from)
}

/// What the entry speaks of.
struct Told {
    lines: Vec<EntryLine>,
    lots: HashMap<LotId, Lot>,
    items: HashMap<TradeItemId, TradeItem>,
    site: Option<crate::site::Site>,
}

impl Told {
    async fn of(reader: &Reader<'_>, entry: &Entry) -> Result<Self> {
        let lines = store::lines_of(reader, &[entry.id]).await?.remove(&entry.id).unwrap_or_default();
        let lots = lot::load_all(reader, &lines.iter().map(|line| line.lot_id).collect::<Vec<_>>()).await?;
        let of: Vec<TradeItemId> = lots.values().map(|lot| lot.trade_item_id).collect();
        let items = item::load_all(reader, &of).await?;
        let site = match entry.site_id {
            Some(id) => crate::site::load_all(reader, &[id]).await?.remove(&id),
            None => None,
        };
        Ok(Self { lines, lots, items, site })
    }

    fn quantities(&self, side: Side) -> Vec<Value> {
        let lines = self.lines.iter().filter(|line| line.side == side);
        let quantity = |line: &EntryLine| {
            let lot = self.lots.get(&line.lot_id)?;
            let number: Value = serde_json::from_str(&line.quantity.plain()).ok()?;
            // Pieces have no unit in EPCIS (section 7.3.3.3).
            Some(match line.unit {
                item::Unit::Piece => json!({ "epcClass": lot.uri, "quantity": number }),
                unit => json!({ "epcClass": lot.uri, "quantity": number, "uom": unit.as_str() }),
            })
        };
        lines.filter_map(quantity).collect()
    }

    fn names(&self, entry: &Entry, base: &str) -> Value {
        let class = |lot: &Lot| {
            let item = self.items.get(&lot.trade_item_id)?;
            // The class is the lot without its number.
            let id = lot.uri.rsplit_once("/10/")?.0;
            Some(json!({ "id": id, "attributes": [{ "id": NAME, "attribute": item.name }] }))
        };
        let mut classes: Vec<Value> = self.lots.values().filter_map(class).collect();
        classes.sort_by_key(|class| class["id"].to_string());
        classes.dedup();
        let mut lists = vec![json!({ "type": CLASSES, "vocabularyElementList": classes })];
        if let Some(site) = &self.site {
            let element = json!({ "id": place_of(entry, base), "attributes": [{ "id": NAME, "attribute": site.name }] });
            lists.push(json!({ "type": SITES, "vocabularyElementList": [element] }));
        }
        Value::Array(lists)
    }

    fn ilmd(&self, entry: &Entry) -> Value {
        let made = self.lines.iter().find(|line| line.side != Side::In);
        let lot = made.and_then(|line| self.lots.get(&line.lot_id));
        let mut ilmd = json!({});
        if let Some(lot) = lot {
            ilmd["cbvmda:lotNumber"] = lot.code.as_str().into();
            if let Some(expires) = lot.expires_on {
                ilmd["cbvmda:itemExpirationDate"] = expires.to_string().into();
            }
        }
        if entry.kind == EntryKind::Harvest {
            ilmd["cbvmda:harvestEndDate"] = entry.happened_at.day().to_string().into();
        }
        ilmd
    }
}

fn place_of(entry: &Entry, base: &str) -> String {
    match entry.site_id {
        Some(site) => format!("{base}/sites/{site}"),
        None => format!("{base}/producers/{}", entry.producer_id),
    }
}

fn event(entry: &Entry, told: &Told, base: &str) -> Value {
    let place = json!({ "id": place_of(entry, base) });
    let mut event = json!({
        "eventID": event_id(entry.id),
        "eventTime": entry.happened_at.rfc3339(),
        "eventTimeZoneOffset": OFFSET,
        "bizStep": biz_step(entry.kind),
        "disposition": disposition(entry.kind),
        "readPoint": place,
    });
    let is_gone = entry.kind.leaves();
    if !is_gone {
        event["bizLocation"] = place;
    }
    if entry.kind.makes() {
        event["type"] = "TransformationEvent".into();
        event["inputQuantityList"] = told.quantities(Side::In).into();
        event["outputQuantityList"] = told.quantities(Side::Out).into();
        event["ilmd"] = told.ilmd(entry);
        return event;
    }
    event["type"] = "ObjectEvent".into();
    event["quantityList"] = told.quantities(Side::Of).into();
    event["action"] = match entry.kind {
        EntryKind::Harvest => "ADD",
        EntryKind::Destroy => "DELETE",
        _ => "OBSERVE",
    }
    .into();
    if entry.kind == EntryKind::Harvest {
        event["ilmd"] = told.ilmd(entry);
    }
    event
}

// The partner: from whom goods come, or to whom they go.
async fn party(reader: &Reader<'_>, entry: &Entry, base: &str) -> Result<Option<(&'static str, Value)>> {
    let Some(id) = entry.partner_id else { return Ok(None) };
    let known =
        partner::load_all(reader, &[id]).await?.remove(&id).and_then(|partner| partner.known_producer_id);
    let uri =
        known.map_or_else(|| format!("{base}/partners/{id}"), |known| format!("{base}/producers/{known}"));
    Ok(Some(if matches!(entry.kind, EntryKind::Buy | EntryKind::Receive) {
        ("sourceList", json!([{ "type": "possessing_party", "source": uri }]))
    } else {
        ("destinationList", json!([{ "type": "possessing_party", "destination": uri }]))
    }))
}
