//! The objects of an event as items of the store: one key for the EPC URN and the Digital Link of one thing.

use epcis::model::{Event, Kind, Objects};
use gs1::epc::to_hashed_link;
use gs1::key::names_class;

use crate::store::{Item, ItemKey, Parts, Role};

const STEM: &str = "https://id.gs1.org/";

/// The key of what a URI names.
pub(crate) fn key_of(uri: &str) -> ItemKey {
    match to_hashed_link(uri) {
        Some(link) => key_of_form(&link),
        None => key_of_form(uri),
    }
}

/// The key of a canonical link, or of a URI that has none. A URN may say what no link may, such as a serial number
/// that is too long: its canonical form is read back only here.
pub(crate) fn key_of_form(form: &str) -> ItemKey {
    of_link(form).unwrap_or_else(|| ItemKey::uri(form))
}

/// Whether a URI names many objects: a product, a lot of it, a kind of asset.
pub fn is_class(uri: &str) -> bool {
    if ["urn:epc:class:", "urn:epc:idpat:"].iter().any(|begin| uri.starts_with(begin)) {
        return true;
    }
    match key_of(uri).parts() {
        Ok(Parts::TradeItem { serial, .. }) => serial.is_none(),
        Ok(Parts::Other { ai, value, qualifiers }) => {
            names_class(ai, value, qualifiers.iter().map(|(ai, _)| *ai))
        }
        _ => false,
    }
}

// Values stay escaped in the key, so that key and link are the same text.
fn of_link(link: &str) -> Option<ItemKey> {
    let mut parts = link.strip_prefix(STEM)?.split('/');
    let (key, value) = (parts.next()?, parts.next()?);
    let mut qualifiers = Vec::new();
    while let (Some(ai), Some(value)) = (parts.next(), parts.next()) {
        qualifiers.push((ai.parse().ok()?, value));
    }
    // Others, such as the serial number of a pack of tobacco, stand in a key as wide as they are.
    let plain = qualifiers.iter().all(|(ai, _)| matches!(ai, 10 | 21));
    let of = |ai: u16| qualifiers.iter().find(|(own, _)| *own == ai).map(|(_, value)| *value);
    match key {
        "01" if value.len() == 14 && plain => ItemKey::trade_item(value.parse().ok()?, of(10), of(21)),
        "00" if value.len() == 18 => ItemKey::sscc(value.parse().ok()?),
        "414" if value.len() == 13 => ItemKey::place(value.parse().ok()?, of(254)),
        "00" | "414" => return None,
        "01" if value.len() != 14 => return None,
        _ => ItemKey::other(key.parse().ok()?, value, &qualifiers),
    }
    .ok()
}

/// A place as the store keeps it: one text for its URN and its link.
pub(crate) fn place(uri: &str) -> String {
    to_hashed_link(uri).unwrap_or_else(|| uri.to_owned())
}

/// The Digital Link of a key; none of what is keyed by its hash.
pub(crate) fn link_of(key: &ItemKey) -> Option<String> {
    let mut link = String::from(STEM);
    let mut push = |ai: &str, value: &str| {
        if !link.ends_with('/') {
            link.push('/');
        }
        link.push_str(ai);
        link.push('/');
        link.push_str(value);
    };
    match key.parts().ok()? {
        Parts::TradeItem { gtin, lot, serial } => {
            push("01", &format!("{gtin:014}"));
            lot.into_iter().for_each(|lot| push("10", lot));
            serial.into_iter().for_each(|serial| push("21", serial));
        }
        Parts::Sscc(sscc) => push("00", &format!("{sscc:018}")),
        Parts::Place { gln, extension } => {
            push("414", &format!("{gln:013}"));
            extension.into_iter().for_each(|extension| push("254", extension));
        }
        Parts::Other { ai, value, qualifiers } => {
            push(&written(ai), value);
            qualifiers.iter().for_each(|(ai, value)| push(&written(*ai), value));
        }
        Parts::Hash(_) => return None,
    }
    Some(link)
}

fn written(ai: u16) -> String {
    gs1::Ai::of(ai).map_or_else(|| ai.to_string(), |ai| ai.to_string())
}

/// An object of an event.
#[derive(Clone, Debug)]
pub(crate) struct Object {
    /// Which, and what it is in the event.
    pub item: Item,
    /// How much of it, for a class or a lot.
    pub quantity: Option<f64>,
    /// Unit of the quantity; pieces when there is none.
    pub unit: Option<String>,
}

/// The objects of an event, and the URIs of those that only their hash names.
pub(crate) fn of_event(event: &Event) -> (Vec<Object>, Vec<(ItemKey, String)>) {
    let mut taken = Taken::default();
    match &event.kind {
        Kind::Object { objects, .. } => taken.all(objects, Role::Epc),
        Kind::Transaction { objects, .. } => taken.all(objects, Role::Epc),
        Kind::Transformation(transformation) => {
            taken.all(&transformation.inputs, Role::Input);
            taken.all(&transformation.outputs, Role::Output);
        }
        Kind::Aggregation(_) | Kind::Association(_) => {
            event.children().into_iter().for_each(|children| taken.all(children, Role::Child));
        }
    }
    event.parent().into_iter().for_each(|parent| taken.one(parent.as_str(), Role::Parent));
    (taken.objects, taken.names)
}

#[derive(Default)]
struct Taken {
    objects: Vec<Object>,
    names: Vec<(ItemKey, String)>,
}

impl Taken {
    fn all(&mut self, objects: &Objects, role: Role) {
        for epc in &objects.epcs {
            self.one(epc.as_str(), role);
        }
        for element in &objects.quantities {
            self.one(element.epc_class.as_str(), role);
            if let Some(object) = self.objects.last_mut() {
                object.quantity = element.quantity.as_ref().map(epcis::model::Number::value);
                object.unit = element.uom.as_ref().map(|unit| unit.as_str().to_owned());
            }
        }
    }

    fn one(&mut self, uri: &str, role: Role) {
        let key = key_of(uri);
        if key.is_hash() && self.names.iter().all(|(known, _)| *known != key) {
            self.names.push((key.clone(), uri.to_owned()));
        }
        self.objects.push(Object { item: Item { key, role }, quantity: None, unit: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_urn_and_the_link_of_one_thing_have_one_key_and_the_key_gives_the_link_again() {
        for (urn, link) in [
            ("urn:epc:id:sgtin:0614141.107346.2018", "https://id.gs1.org/01/10614141073464/21/2018"),
            ("urn:epc:class:lgtin:4012345.012345.998877", "https://id.gs1.org/01/04012345123456/10/998877"),
            ("urn:epc:id:sscc:4012345.1234567890", "https://id.gs1.org/00/140123452345678902"),
        ] {
            assert_eq!(key_of(urn), key_of(link), "{urn}");
            let again = link_of(&key_of(urn)).unwrap();
            assert_eq!(key_of(&again), key_of(urn));
            assert_eq!(again, to_hashed_link(urn).unwrap());
        }
        assert!(key_of("https://example.org/thing/7").is_hash());
    }
}
