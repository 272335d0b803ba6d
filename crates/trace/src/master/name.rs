//! What a thing or a place is called, by its attributes.

use epcis::model::{Attribute, AttributeValue};
use epcis::query::MasterData;
use gs1::epc::to_hashed_link;

use super::Known;

/// Attributes that name an element, the best first: of the CBV, of the GS1 Web Vocabulary, of schema.org.
const NAMES: [&str; 6] =
    ["name", "productName", "locationName", "physicalLocationName", "organizationName", "descriptionShort"];

/// The name of exactly this.
pub(crate) fn name(known: &Known, uri: &str) -> Option<String> {
    NAMES.iter().find_map(|name| {
        let mut found = None;
        known.any_attribute(uri, &mut |attribute| {
            found = text_called(attribute, name);
            found.is_some()
        });
        found
    })
}

/// The name of a thing, or of what it is a lot or a serial number of.
pub(crate) fn name_or_class(known: &Known, uri: &str) -> Option<String> {
    let link = to_hashed_link(uri);
    let link = link.as_deref().unwrap_or(uri);
    let class = ["/10/", "/21/"].iter().filter_map(|ai| link.find(ai)).min().map(|end| &link[..end]);
    name(known, uri).or_else(|| name(known, link)).or_else(|| name(known, class?))
}

fn text_called(attribute: &Attribute, name: &str) -> Option<String> {
    let local = attribute.id.as_str().rsplit(['#', '/', ':']).next()?;
    match &attribute.value {
        AttributeValue::Text(text) if local == name => Some(text.to_string()),
        _ => None,
    }
}
