//! Where a role may be held: lent to the room of people, which knows neither places nor producers.

use std::pin::Pin;

use ground::{Lang, Result, Scope};
use people::role::ScopeFound;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use web::Here;

use crate::{place, producer};

/// Most places or producers found.
const FOUND: u64 = 30;

/// Searches by name or code among places (`true`: among producers); fits [`people::role::ScopeSearch`].
pub fn scope_search<'a>(
    here: &'a Here,
    text: &'a str,
    producers: bool,
) -> Pin<Box<dyn Future<Output = Result<Vec<ScopeFound>>> + Send + 'a>> {
    Box::pin(async move {
        if producers { found_producers(here, text).await } else { found_places(here, text).await }
    })
}

async fn found_places(here: &Here, text: &str) -> Result<Vec<ScopeFound>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let found = place::search(&reader, text, today).await?;
    let ids: Vec<place::PlaceId> = found.iter().map(|hit| hit.place.id).collect();
    let names = place::full_names(&reader, &ids, here.lang).await?;
    let mut scopes: Vec<ScopeFound> = Vec::new();
    for place in found.into_iter().map(|hit| hit.place).take(usize::try_from(FOUND).unwrap_or(usize::MAX)) {
        let scope = Scope::Place(place.id);
        if scopes.iter().any(|known| known.scope == scope) {
            continue;
        }
        let full = names.get(&place.id).map_or("", String::as_str);
        let above = full.split_once(", ").map_or("", |(_, above)| above);
        let detail = [above, place.code.as_str()].into_iter().filter(|part| !part.is_empty());
        scopes.push(ScopeFound {
            scope,
            name: capital(&place.titled(Lang::Vi)),
            detail: detail.collect::<Vec<_>>().join(", "),
        });
    }
    Ok(scopes)
}

async fn found_producers(here: &Here, text: &str) -> Result<Vec<ScopeFound>> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let reader = here.reader();
    let rows = producer::store::Entity::find()
        .filter(producer::matching(text))
        .order_by_asc(producer::store::Column::Folded)
        .limit(FOUND)
        .all(&reader)
        .await?;
    let places: Vec<place::PlaceId> = rows.iter().map(|row| row.place_id).collect();
    let names = place::full_names(&reader, &places, here.lang).await?;
    let found = rows.into_iter().map(|row| ScopeFound {
        scope: Scope::Producer(row.id),
        detail: names.get(&row.place_id).cloned().unwrap_or_default(),
        name: row.name,
    });
    Ok(found.collect())
}

// "phường Sa Đéc" begins a line in the frame.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
