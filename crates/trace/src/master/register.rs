//! What the register knows, as vocabularies of the standard.
//!
//! Places are told by `PUBLIC_URL/places/ID`, makers by `…/producers/ID`, as parties and as places within their commune,
//! products by `…/products/ID`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ::register::known::{Known, known};
use epcis::model::{Attribute, AttributeValue, Uri, VocabularyElement, VocabularyList};
use epcis::query::Vocabularies;
use ground::{Ground, Instant};

use crate::problem::Problem;

/// For so long what was read of the register is taken to be true, in seconds.
const KNOWN_SECONDS: i64 = 120;
const PLACES: &str = "urn:epcglobal:epcis:vtype:BusinessLocation";
const PARTIES: &str = "urn:epcglobal:epcis:vtype:Party";
const PRODUCTS: &str = "urn:epcglobal:epcis:vtype:EPCClass";
const NAME: &str = "urn:epcglobal:cbv:mda#name";
const DESCRIPTION: &str = "urn:epcglobal:cbv:mda#descriptionShort";

#[derive(Default)]
struct Read(Mutex<Option<(Instant, Arc<Vocabularies>)>>);

/// The register's master data.
///
/// # Errors
/// The records are away.
pub(super) async fn of(ground: &Ground) -> Result<Arc<Vocabularies>, Problem> {
    let (read, now): (Arc<Read>, Instant) = (ground.shelf.get(), ground.clock.now());
    if let Some((at, vocabularies)) = read.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref()
        && at.plus_seconds(KNOWN_SECONDS) > now
    {
        return Ok(vocabularies.clone());
    }
    let known = known(&ground.reader(), ground.clock.today()).await?;
    let vocabularies = Arc::new(Vocabularies::of(&lists(&known, &ground.config.public_url)));
    *read.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, vocabularies.clone()));
    Ok(vocabularies)
}

fn lists(known: &Known, public_url: &str) -> Vec<VocabularyList> {
    let uri = |kind: &str, id: &dyn std::fmt::Display| Uri::read(&format!("{public_url}/{kind}/{id}")).ok();
    let mut within: HashMap<_, Vec<Uri>> = HashMap::new();
    for place in &known.places {
        if let (Some(parent), Some(uri)) = (place.parent_id, uri("places", &place.id)) {
            within.entry(parent).or_default().push(uri);
        }
    }
    for producer in &known.producers {
        within.entry(producer.place_id).or_default().extend(uri("producers", &producer.id));
    }
    let places = known.places.iter().filter_map(|place| {
        let children = within.remove(&place.id).unwrap_or_default();
        Some(VocabularyElement { children, ..element(uri("places", &place.id)?, NAME, &place.name)? })
    });
    let places = places.collect();
    let parties =
        known.producers.iter().filter_map(|one| element(uri("producers", &one.id)?, NAME, &one.name));
    let products =
        known.products.iter().filter_map(|one| element(uri("products", &one.id)?, DESCRIPTION, &one.name));
    let list = |kind: &str, elements| {
        let kind = Uri::read(kind).ok()?;
        Some(VocabularyList { kind, elements, extensions: Vec::new() })
    };
    [list(PLACES, places), list(PARTIES, parties.collect()), list(PRODUCTS, products.collect())]
        .into_iter()
        .flatten()
        .collect()
}

fn element(id: Uri, attribute: &str, name: &str) -> Option<VocabularyElement> {
    let attribute = Attribute { id: Uri::read(attribute).ok()?, value: AttributeValue::Text(name.into()) };
    Some(VocabularyElement { id, attributes: vec![attribute], children: Vec::new(), extensions: Vec::new() })
}
