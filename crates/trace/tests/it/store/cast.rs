//! Events that read like the domain.

use trace::store::{
    EventKey, Expect, FIRST_LISTENER, Item, ItemKey, Listener, Micros, NewEvent, Role, Store, Tenant, Thing,
    Visibility,
};

/// A product of the co-operative.
pub const TEA: u64 = 8_938_505_970_011;
pub const HONEY: u64 = 8_938_505_970_028;

pub const DAY: i64 = 86_400_000_000;
/// 1 January 2026.
pub const NEW_YEAR: i64 = 1_767_225_600_000_000;

pub fn lot(gtin: u64, lot: &str) -> ItemKey {
    ItemKey::trade_item(gtin, Some(lot), None).unwrap()
}

/// Sixteen bytes that only this number has.
pub fn bytes(number: u64) -> [u8; 16] {
    let mut bytes = [0; 16];
    // Spread, as hashes are.
    bytes[..8].copy_from_slice(&number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    bytes
}

/// An event that happened and was recorded so many seconds into the year, with no items.
pub fn event(number: u64) -> NewEvent {
    let at = Micros(NEW_YEAR + i64::try_from(number).unwrap() * 1_000_000);
    NewEvent {
        id: EventKey::at(at, number.to_be_bytes()),
        event_time: at,
        kind: 1,
        action: Some(0),
        biz_step: None,
        disposition: None,
        read_point: None,
        biz_location: None,
        identity: Some(bytes(number)),
        content: bytes(number),
        in_error: false,
        grade: 1,
        visibility: Visibility::Private,
        doc: format!(r#"{{"type":"ObjectEvent","number":{number}}}"#).into_bytes(),
        items: Vec::new(),
    }
}

pub fn with(mut event: NewEvent, items: &[(ItemKey, Role)]) -> NewEvent {
    event.items.extend(items.iter().map(|(key, role)| item(key.clone(), *role)));
    event
}

pub fn item(key: ItemKey, role: Role) -> Item {
    Item { key, role }
}

pub fn step(mut event: NewEvent, step: &str) -> NewEvent {
    event.biz_step = Some(format!("https://ref.gs1.org/cbv/BizStep-{step}"));
    event
}

pub fn public(mut event: NewEvent) -> NewEvent {
    event.visibility = Visibility::Public;
    event
}

/// Somebody who is to be told of new events.
pub async fn listen(store: &Store, tenant: Tenant, name: &str) -> Listener {
    let kind = FIRST_LISTENER;
    let thing = Thing { tenant, kind, name: name.into(), updated: Micros(0), body: Vec::new() };
    store.put_thing(thing, Expect::Any).await.unwrap();
    Listener { tenant, kind, name: name.into() }
}
