//! The list of places: those of home, or what a search by any name of any time finds.

use askama::Template;
use axum::extract::RawQuery;
use ground::{Lang, Result};
use serde::Serialize;
use web::table::{Asked, Column, column};
use web::{Answer, Field, Frame, Here};

use super::{Level, Place, PlaceId, PlaceKind, chain, full_names, search, store};

/// One place of the list.
#[derive(Serialize)]
struct PlaceRow {
    id: PlaceId,
    name: String,
    within: String,
    code: String,
    formerly: Option<Former>,
}

/// The former place by whose name a search found it.
#[derive(Serialize)]
struct Former {
    id: PlaceId,
    name: String,
    until: String,
}

/// The list of places.
#[derive(Template, Serialize)]
#[template(path = "place/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    search: Field,
    #[serde(skip)]
    columns: Vec<Column>,
    /// What is listed, in words.
    about: String,
    rows: Vec<PlaceRow>,
    #[serde(skip)]
    may_import: bool,
}

/// `GET /places`.
pub(super) async fn list(here: Here, RawQuery(query): RawQuery) -> Answer {
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let (about, rows) =
        if asked.text().is_empty() { of_home(&here).await? } else { found(&here, asked.text()).await? };
    let seat = super::import::seat(here.ground()).await?;
    here.show(&ListPage {
        search: Field::new(&here, "q", "reg-place-search", &asked.query, None).input("search"),
        columns: ["reg-place-name", "reg-place-code", "reg-place-formerly"]
            .map(|label| column(&here, label))
            .into(),
        about,
        rows,
        may_import: here.may("import-places", &seat),
        frame: here.frame(),
    })
}

// The communes of the home province; the provinces where no home is set.
async fn of_home(here: &Here) -> Result<(String, Vec<PlaceRow>)> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let home = store::by_code(&reader, &here.ground().config.home_place, today).await.ok();
    let home = match home {
        Some(home) => {
            chain(&reader, home.id).await?.into_iter().find(|place| place.level() == Level::Province)
        }
        None => None,
    };
    let parent = match home {
        Some(province) => Some(province),
        None => store::country(&reader).await?,
    };
    let Some(parent) = parent else { return Ok((here.t("reg-places-none"), Vec::new())) };
    let children = store::children(&reader, parent.id, today).await?;
    let about =
        here.frame().t2("reg-places-of", ("place", parent.titled(here.lang)), ("count", children.len()));
    let rows = children.iter().map(|place| row(place, parent.titled(here.lang), None, here.lang)).collect();
    Ok((about, rows))
}

async fn found(here: &Here, text: &str) -> Result<(String, Vec<PlaceRow>)> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let found = search(&reader, text, today).await?;
    let ids: Vec<PlaceId> = found.iter().map(|hit| hit.place.id).collect();
    let names = full_names(&reader, &ids, here.lang).await?;
    let above = |place: &Place| {
        let full = names.get(&place.id).map_or("", String::as_str);
        full.split_once(", ").map_or(String::new(), |(_, above)| above.to_owned())
    };
    let rows: Vec<PlaceRow> = found
        .iter()
        .map(|hit| row(&hit.place, above(&hit.place), hit.formerly.as_ref(), here.lang))
        .collect();
    let about = here.frame().t1("reg-places-found", "count", rows.len());
    Ok((about, rows))
}

fn row(place: &Place, above: String, formerly: Option<&Place>, lang: Lang) -> PlaceRow {
    let formerly = formerly.map(|old| Former {
        id: old.id,
        name: old.titled(lang),
        until: old.until.map(ground::Day::people).unwrap_or_default(),
    });
    let within = if place.kind == PlaceKind::Country { String::new() } else { above };
    PlaceRow { id: place.id, name: place.titled(lang), within, code: place.code.clone(), formerly }
}
