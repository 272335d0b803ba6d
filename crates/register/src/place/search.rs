//! Finding a place by any name it ever had.

use std::collections::HashMap;

use ground::actor::PlaceId;
use ground::fold::fold;
use ground::{Day, FieldProblem, Lang, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use web::FormData;

use super::Level;
use super::lineage::{full_names, homes};
use super::store::{Column, Entity, Model, find_all};

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
    let mut found: Vec<Found> = current.into_iter().map(|place| Found { place, formerly: None }).collect();
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

/// What a person means who writes a commune's code or name.
#[derive(Clone, Debug)]
pub(crate) enum Meant {
    /// One commune.
    One(Model),
    /// None of that name or code.
    None,
    /// Several; their full names.
    Several(Vec<String>),
}

/// The commune of the day that a code or a name means: "29905", "phường Sa Đéc", "Sa Đéc, tỉnh Đồng Tháp", or the
/// name of a commune that went into it.
///
/// # Errors
/// The records are away.
pub(crate) async fn meant(reader: &Reader<'_>, text: &str, day: Day) -> Result<Meant> {
    let (name, above) = text.split_once(',').map_or((text, ""), |(name, above)| (name, above));
    let mut places: Vec<Model> = Vec::new();
    for hit in search(reader, name, day).await? {
        let named = hit.formerly.as_ref().unwrap_or(&hit.place);
        let exact =
            named.folded == fold(name) || fold(&named.name) == fold(name) || named.code == name.trim();
        let is_commune = hit.place.level() == Level::Commune;
        if exact && is_commune && places.iter().all(|place| place.id != hit.place.id) {
            places.push(hit.place);
        }
    }
    let ids: Vec<PlaceId> = places.iter().map(|place| place.id).collect();
    let names = full_names(reader, &ids, Lang::Vi).await?;
    if places.len() > 1 && !above.is_empty() {
        places.retain(|place| names.get(&place.id).is_some_and(|full| fold(full).ends_with(&fold(above))));
    }
    if places.len() > 1 {
        return Ok(Meant::Several(places.iter().filter_map(|place| names.get(&place.id).cloned()).collect()));
    }
    Ok(places.pop().map_or(Meant::None, Meant::One))
}

/// The commune that the field `place` of a form means, or what is wrong with it.
///
/// # Errors
/// The records are away.
pub async fn typed(
    reader: &Reader<'_>,
    form: &FormData,
    day: Day,
) -> Result<std::result::Result<PlaceId, FieldProblem>> {
    let text = form.get("place").trim();
    if text.is_empty() {
        return Ok(Err(FieldProblem::new("place", "required")));
    }
    Ok(match meant(reader, text, day).await? {
        Meant::One(place) => Ok(place.id),
        Meant::None => Err(FieldProblem::new("place", "register-no-such-commune").with("name", text)),
        Meant::Several(names) => {
            Err(FieldProblem::new("place", "register-several-communes").with("names", names.join("; ")))
        }
    })
}
