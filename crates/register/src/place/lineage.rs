//! Upwards through the hierarchy of a place's time, forwards to its home of today, and back down again.

use std::collections::{HashMap, HashSet};

use ground::actor::PlaceId;
use ground::{Day, Lang, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;

use super::store::{self, Column, Entity, Model};
use super::{Level, succession};

/// Mergers and levels followed before the data is taken to be circular.
const STEPS: usize = 32;

/// The place itself, then what it belonged to in its time, up to the country.
///
/// # Errors
/// There is no such place.
pub async fn chain(reader: &Reader<'_>, id: PlaceId) -> Result<Vec<Model>> {
    let known = with_ancestors(reader, &[id]).await?;
    let chain = chain_in(&known, id);
    if chain.is_empty() { Err(Refusal::not_found()) } else { Ok(chain.into_iter().cloned().collect()) }
}

/// Where a place's records are at home today: its successors followed as far as they go. A level that was abolished
/// without a successor, such as a district, is at home in what it belonged to.
///
/// # Errors
/// There is no such place.
pub async fn home_today(reader: &Reader<'_>, id: PlaceId, today: Day) -> Result<Model> {
    let homes = homes(reader, &[id], today).await?;
    match homes.get(&id) {
        Some(home) => store::find(reader, *home).await,
        None => Err(Refusal::not_found()),
    }
}

/// Every place in which someone may be responsible for it: its chain, and the chain of its home of today. This is what
/// policies call `places`.
///
/// # Errors
/// There is no such place.
pub async fn scope(reader: &Reader<'_>, id: PlaceId, today: Day) -> Result<Vec<PlaceId>> {
    scopes(reader, &[id], today).await?.remove(&id).ok_or_else(Refusal::not_found)
}

/// [`scope`] of many places at once, for lists.
///
/// # Errors
/// The records are away.
pub async fn scopes(
    reader: &Reader<'_>,
    ids: &[PlaceId],
    today: Day,
) -> Result<HashMap<PlaceId, Vec<PlaceId>>> {
    let homes = homes(reader, ids, today).await?;
    let both: Vec<PlaceId> = homes.iter().flat_map(|(id, home)| [*id, *home]).collect();
    let known = with_ancestors(reader, &both).await?;
    let scope = |(id, home): (&PlaceId, &PlaceId)| {
        let mut places: Vec<PlaceId> = chain_in(&known, *id).iter().map(|place| place.id).collect();
        for place in chain_in(&known, *home) {
            if !places.contains(&place.id) {
                places.push(place.id);
            }
        }
        (*id, places)
    };
    Ok(homes.iter().map(scope).collect())
}

/// Every place whose [`scope`] holds this one: what lies in it, and what has its home of today in it.
///
/// # Errors
/// The records are away.
pub async fn territory(reader: &Reader<'_>, id: PlaceId, today: Day) -> Result<Vec<PlaceId>> {
    let top = store::find(reader, id).await?;
    let mut homes: Vec<PlaceId> = if top.stands_on(today) { vec![top.id] } else { Vec::new() };
    let (mut all, mut below) = (HashSet::from([id]), vec![id]);
    while !below.is_empty() {
        let children = children_of(reader, &below).await?;
        below = children.iter().map(|place| place.id).filter(|id| all.insert(*id)).collect();
        homes.extend(children.iter().filter(|place| place.stands_on(today)).map(|place| place.id));
    }
    // Backwards from every home: places that it took over from, and abolished levels that had no successor.
    let mut seen: HashSet<PlaceId> = homes.iter().copied().collect();
    while !homes.is_empty() {
        let mut earlier: Vec<PlaceId> = succession::into(reader, &homes)
            .await?
            .into_iter()
            .filter(|link| link.is_main)
            .map(|link| link.predecessor_id)
            .collect();
        earlier.extend(abolished_in(reader, &homes, today).await?);
        homes = earlier.into_iter().filter(|id| seen.insert(*id)).collect();
        all.extend(homes.iter().copied());
    }
    Ok(all.into_iter().collect())
}

/// "phường Sa Đéc, tỉnh Đồng Tháp": the name of its time with everything above it below the country.
///
/// # Errors
/// There is no such place.
pub async fn full_name(reader: &Reader<'_>, id: PlaceId, lang: Lang) -> Result<String> {
    full_names(reader, &[id], lang).await?.remove(&id).ok_or_else(Refusal::not_found)
}

/// [`full_name`] of many places at once, for lists.
///
/// # Errors
/// The records are away.
pub async fn full_names(
    reader: &Reader<'_>,
    ids: &[PlaceId],
    lang: Lang,
) -> Result<HashMap<PlaceId, String>> {
    let known = with_ancestors(reader, ids).await?;
    let name = |id: &PlaceId| {
        let chain = chain_in(&known, *id);
        let parts = chain.iter().enumerate().filter(|(n, place)| *n == 0 || place.level() != Level::Country);
        let words: Vec<String> = parts.map(|(_, place)| place.titled(lang)).collect();
        (!words.is_empty()).then(|| (*id, words.join(", ")))
    };
    Ok(ids.iter().filter_map(name).collect())
}

async fn with_ancestors(reader: &Reader<'_>, ids: &[PlaceId]) -> Result<HashMap<PlaceId, Model>> {
    let mut known = HashMap::new();
    let mut wanted: Vec<PlaceId> = distinct(ids);
    while !wanted.is_empty() {
        let found = store::find_all(reader, &wanted).await?;
        let parents: Vec<PlaceId> = found.iter().filter_map(|place| place.parent_id).collect();
        known.extend(found.into_iter().map(|place| (place.id, place)));
        wanted = distinct(&parents);
        wanted.retain(|id| !known.contains_key(id));
    }
    Ok(known)
}

fn chain_in(known: &HashMap<PlaceId, Model>, id: PlaceId) -> Vec<&Model> {
    let mut chain: Vec<&Model> = Vec::new();
    let mut next = known.get(&id);
    while let Some(place) = next.filter(|_| chain.len() < STEPS) {
        chain.push(place);
        next = place.parent_id.and_then(|parent| known.get(&parent));
    }
    chain
}

// The home of today of each place; a key without a place has none.
pub(crate) async fn homes(
    reader: &Reader<'_>,
    ids: &[PlaceId],
    today: Day,
) -> Result<HashMap<PlaceId, PlaceId>> {
    let mut at: HashMap<PlaceId, PlaceId> = ids.iter().map(|id| (*id, *id)).collect();
    let mut settled = HashSet::new();
    for _ in 0..STEPS {
        let open: Vec<PlaceId> = distinct(&at.values().copied().collect::<Vec<_>>());
        let open: Vec<PlaceId> = open.into_iter().filter(|id| !settled.contains(id)).collect();
        if open.is_empty() {
            break;
        }
        let found = store::find_all(reader, &open).await?;
        let ended: Vec<&Model> = found.iter().filter(|place| !place.stands_on(today)).collect();
        settled.extend(found.iter().filter(|place| place.stands_on(today)).map(|place| place.id));
        let links = succession::from(reader, &ended.iter().map(|place| place.id).collect::<Vec<_>>()).await?;
        let mut on: HashMap<PlaceId, PlaceId> = HashMap::new();
        for link in links.iter().filter(|link| link.is_main && link.on_day <= today) {
            on.entry(link.predecessor_id).or_insert(link.successor_id);
        }
        for place in ended {
            match on.get(&place.id).copied().or(place.parent_id) {
                Some(next) => {
                    on.insert(place.id, next);
                }
                None => {
                    settled.insert(place.id);
                }
            }
        }
        // A key without a place leads nowhere.
        let real: HashSet<PlaceId> = found.iter().map(|place| place.id).collect();
        at.retain(|_, home| settled.contains(home) || real.contains(home));
        for home in at.values_mut() {
            *home = on.get(home).copied().unwrap_or(*home);
        }
    }
    Ok(at)
}

async fn children_of(reader: &Reader<'_>, parents: &[PlaceId]) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::ParentId.is_in(parents.iter().copied())).all(reader).await?)
}

async fn abolished_in(reader: &Reader<'_>, parents: &[PlaceId], today: Day) -> Result<Vec<PlaceId>> {
    let children = children_of(reader, parents).await?;
    let ended: Vec<PlaceId> =
        children.iter().filter(|place| !place.stands_on(today)).map(|place| place.id).collect();
    let links = succession::from(reader, &ended).await?;
    let succeeded: HashSet<PlaceId> = links
        .iter()
        .filter(|link| link.is_main && link.on_day <= today)
        .map(|link| link.predecessor_id)
        .collect();
    Ok(ended.into_iter().filter(|id| !succeeded.contains(id)).collect())
}

fn distinct(ids: &[PlaceId]) -> Vec<PlaceId> {
    let mut seen = HashSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}
