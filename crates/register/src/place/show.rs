//! A place's page: the name of its time, what it was formed from, what it became.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use ground::{Day, Result, journal};
use serde::Serialize;
use web::parts::{Moment, history};
use web::table::Link;
use web::{Answer, Frame, Here};

use super::{Place, PlaceId, chain, find, find_all, home_today, store, succession};

/// Another place, with the words about it.
#[derive(Serialize)]
struct Tie {
    href: String,
    name: String,
    note: String,
}

/// A place's page.
#[derive(Template, Serialize)]
#[template(path = "place/show.html")]
struct PlacePage {
    #[serde(skip)]
    frame: Frame,
    id: PlaceId,
    name: String,
    code: String,
    /// First day known by this name, `YYYY-MM-DD`.
    from: Day,
    /// The day it was no more.
    until: Option<Day>,
    #[serde(skip)]
    crumbs: Vec<Link>,
    #[serde(skip)]
    state: String,
    #[serde(skip)]
    facts: Vec<(String, String)>,
    /// Where its records are at home today, when it is no more.
    home: Option<Tie>,
    became: Vec<Tie>,
    formed_from: Vec<Tie>,
    holds: Vec<Tie>,
    #[serde(skip)]
    history: Vec<Moment>,
}

/// `GET /places/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<PlaceId>) -> Answer {
    let (reader, today, lang) = (here.reader(), here.ground().clock.today(), here.lang);
    let place = find(&reader, id).await?;
    let above = chain(&reader, id).await?;
    let crumbs =
        above.iter().skip(1).rev().map(|place| Link { href: href(place.id), label: place.titled(lang) });
    let home = home_today(&reader, id, today).await?;
    let home = (home.id != place.id).then(|| tie(&here, &home, String::new()));
    let (after, before) = (succession::from(&reader, &[id]).await?, succession::into(&reader, &[id]).await?);
    let became =
        ties(&here, after.iter().map(|link| (link.successor_id, Some(link.on_day))).collect()).await?;
    let formed_from = ties(&here, before.iter().map(|link| (link.predecessor_id, None)).collect()).await?;
    let eve = place.until.map_or(today, |until| until.plus_days(-1));
    let held = store::children(&reader, id, eve).await?;
    let lines = journal::of_record(&reader, &here.actor, "place", &id.to_string()).await?;
    here.show(&PlacePage {
        name: place.titled(lang),
        code: place.code.clone(),
        from: place.from,
        until: place.until,
        state: state(&here, &place),
        facts: facts(&here, &place, &above),
        crumbs: crumbs.collect(),
        home,
        became,
        formed_from,
        holds: held.iter().map(|child| tie(&here, child, child.code.clone())).collect(),
        history: history(&here, &lines),
        id,
        frame: here.frame(),
    })
}

fn href(id: PlaceId) -> String {
    format!("/places/{id}")
}

fn tie(here: &Here, place: &Place, note: String) -> Tie {
    Tie { href: href(place.id), name: place.titled(here.lang), note }
}

fn state(here: &Here, place: &Place) -> String {
    let frame = here.frame();
    match place.until {
        Some(until) => frame.t1("reg-place-ended", "day", until.people()),
        None => frame.t1("reg-place-stands", "day", place.from.people()),
    }
}

fn facts(here: &Here, place: &Place, above: &[Place]) -> Vec<(String, String)> {
    let code = if place.code.is_empty() { here.t("reg-unknown") } else { place.code.clone() };
    let mut facts = vec![(here.t("reg-place-code"), code), (here.t("reg-place-from"), place.from.people())];
    if let Some(until) = place.until {
        facts.push((here.t("reg-place-until"), until.people()));
    }
    let above: Vec<String> = above.iter().skip(1).map(|place| place.titled(here.lang)).collect();
    if !above.is_empty() {
        facts.push((here.t("reg-place-within"), above.join(", ")));
    }
    facts
}

async fn ties(here: &Here, links: Vec<(PlaceId, Option<Day>)>) -> Result<Vec<Tie>> {
    let ids: Vec<PlaceId> = links.iter().map(|(id, _)| *id).collect();
    let places = find_all(&here.reader(), &ids).await?;
    let places: HashMap<PlaceId, &Place> = places.iter().map(|place| (place.id, place)).collect();
    let named = links.iter().filter_map(|(id, day)| {
        let place = places.get(id)?;
        let until = place.until.map(|until| here.frame().t1("reg-place-until-day", "day", until.people()));
        let note = day.map(Day::people).or(until).unwrap_or_default();
        Some(tie(here, place, note))
    });
    Ok(named.collect())
}
