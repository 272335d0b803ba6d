//! `GET /products`: the products that are recognised today.

use askama::Template;
use axum::extract::RawQuery;
use serde::Serialize;
use web::table::{Asked, Link, Pager, ROWS};
use web::{Answer, Field, Frame, Here};

use super::good::Good;
use crate::verdict::recognised::{self, Wanted};

#[derive(Template, Serialize)]
#[template(path = "portal/products.html")]
struct ProductsPage {
    #[serde(skip)]
    frame: Frame,
    count: String,
    products: Vec<Good>,
    pager: Pager,
    text: Field,
    groups: Field,
    stars: Field,
    places: Field,
    chips: Vec<Link>,
}

pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let today = here.ground().clock.today();
    let wanted = Wanted {
        text: asked.text().to_owned(),
        group: group_names(&here).into_iter().map(|(key, _)| key).find(|key| key == asked.query.get("group")),
        stars: asked.query.get("stars").parse().ok(),
        place: asked.query.get("place").parse().ok(),
        producer: None,
    };
    let total = recognised::count(&here.reader(), &wanted, today).await?;
    let rows = recognised::page(&here.reader(), &wanted, today, asked.offset(), ROWS).await?;
    let homes = recognised::homes(&here.reader(), today).await?;
    let homes: Vec<(String, String)> = homes.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let frame = here.frame();
    let products = Good::list(&frame, &rows)?;
    here.show(&ProductsPage {
        count: here.app.words.text(here.lang, "products-count", &[("count", total.to_string())]),
        products,
        pager: asked.pager(total),
        text: Field::new(&here, "q", "products-find", &asked.query, None),
        groups: choice(&here, &asked, "group", "products-any-group", group_names(&here)),
        stars: choice(&here, &asked, "stars", "products-any-stars", star_names(&here)),
        places: choice(&here, &asked, "place", "products-any-place", homes.clone()),
        chips: chips(&here, &asked, &homes),
        frame,
    })
}

fn choice(here: &Here, asked: &Asked, name: &str, any: &str, choices: Vec<(String, String)>) -> Field {
    let first = std::iter::once((String::new(), here.t(any)));
    Field::new(here, name, &format!("products-{name}"), &asked.query, None)
        .choices(first.chain(choices), &asked.query)
}

// The groups of the rules in force, in the order of their sheets.
fn group_names(here: &Here) -> Vec<(String, String)> {
    let today = here.ground().clock.today();
    let Some(pack) = here.ground().rules.in_force_on(today.0) else { return Vec::new() };
    let mut names: Vec<(String, String)> = Vec::new();
    for sheet in pack.sheets() {
        if names.iter().all(|(key, _)| *key != sheet.group)
            && let Some(group) = pack.group(&sheet.group)
        {
            names.push((sheet.group.clone(), crate::near::Both::from(&group.name).of(here.lang).to_owned()));
        }
    }
    names
}

fn star_names(here: &Here) -> Vec<(String, String)> {
    let today = here.ground().clock.today();
    let stars =
        here.ground().rules.in_force_on(today.0).map(|pack| pack.recognised_stars().collect::<Vec<_>>());
    let name = |stars: u8| here.app.words.text(here.lang, "stars-now", &[("stars", stars.to_string())]);
    stars
        .unwrap_or_default()
        .into_iter()
        .rev()
        .map(|star| (star.number().to_string(), name(star.number())))
        .collect()
}

fn chips(here: &Here, asked: &Asked, homes: &[(String, String)]) -> Vec<Link> {
    let mut chips = Vec::new();
    if !asked.text().is_empty() {
        chips.push(Link { href: asked.with("q", ""), label: format!("“{}”", asked.text()) });
    }
    for (name, labels) in
        [("group", group_names(here)), ("stars", star_names(here)), ("place", homes.to_vec())]
    {
        if let Some((_, label)) = labels.into_iter().find(|(value, _)| value == asked.query.get(name)) {
            chips.push(Link { href: asked.with(name, ""), label });
        }
    }
    chips
}
