//! Finding a place by any name it ever had.

use std::collections::HashMap;

use ground::actor::PlaceId;
use ground::fold::fold;
use ground::{Day, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};

use super::store::{Column, Entity, Model, find_all};
use super::lineage::homes;
use super::store;

/// Places looked at for one search.
const CANDIDATES: u64 = 60;

/// A place of the day searched on, and the former place whose name led to it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The place that stands on the day.
    pub place: Model,
    /// The former place by whose name it was found.
    pub formerly: Option<Model>,
}

/// Places by a part of their name, with or without marks, or by their code: those that stand on the day, and those
/// that former places of that name became.
///
/// # Errors
/// The records are away.
pub async fn search(reader: &Reader<'_>, text: &str, day: Day) -> Result<Vec<Found>> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Condition::any().add(Column::Folded.contains(folded)).add(Column::Code.eq(text.trim()));
    let hits = Entity::find()
        .filter(wanted)
        .filter(Column::From.lte(day))
        .order_by_asc(Column::Folded)
        .order_by_desc(Column::From)
        .limit(CANDIDATES)
        .all(reader)
        .await?;
    let (current, former): (Vec<_>, Vec<_>) = hits.into_iter().partition(|place| place.stands_on(day));
    let mut found: Vec<Found> =
        current.into_iter().map(|place| Found { place, formerly: None }).collect();
    let ids: Vec<PlaceId> = former.iter().map(|place| place.id).collect();
    let homes = homes(reader, &ids, day).await?;
    let places = find_all(reader, &homes.values().copied().collect::<Vec<_>>()).await?;
    let places: HashMap<PlaceId, Model> = places.into_iter().map(|place| (place.id, place)).collect();
    for place in former {
        let home = homes.get(&place.id).and_then(|home| places.get(home));
        // An abolished district is found under its own name on its own page, not as its province.
        if let Some(home) = home.filter(|home| home.level() == place.level()) {
            found.push(Found { place: home.clone(), formerly: Some(place) });
        }
    }
    Ok(found)
}

/// The commune of the day that a person means by a code or a full name; none where it is not clear.
///
/// # Errors
/// The records are away.
pub async fn meant(reader: &Reader<'_>, text: &str, day: Day) -> Result<Option<Model>> {
    let text = text.trim();
    if let Ok(place) = store::by_code(reader, text, day).await {
        return Ok(Some(place));
    }
    let mut places: Vec<Model> = Vec::new();
    for hit in search(reader, text, day).await? {
        let named = hit.formerly.as_ref().unwrap_or(&hit.place);
        let exact = named.folded == fold(text) || fold(&named.name) == fold(text);
        if exact && places.iter().all(|place| place.id != hit.place.id) {
            places.push(hit.place);
        }
    }
    Ok(if places.len() == 1 { places.pop() } else { None })
}
