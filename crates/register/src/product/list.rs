//! The list of products within the actor's reach, and exactly what is seen of it as CSV and XLSX.

use std::collections::HashMap;

use askama::Template;
use axum::extract::RawQuery;
use ground::actor::{PlaceId, ProducerId};
use ground::fold::fold;
use ground::{Lang, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, Select};
use serde::Serialize;
use web::table::{Asked, CSV_ROWS, Column, Link, Pager, ROWS, column, csv, download};
use web::{Answer, Field, Frame, Here};

use super::store::{Column as By, Entity, Model};
use super::{ProductId, href, sets};
use crate::grid::{XLSX, xlsx};
use crate::reach::reach;
use crate::{place, producer};

/// The columns, by the keys of their labels; the same in every form of the list.
const COLUMNS: [&str; 6] =
    ["reg-product", "reg-producer", "reg-set", "reg-product-code", "reg-made-in-today", "reg-made-in-then"];
/// Before the key of a group in the filter of sets.
const GROUP: &str = "group:";

/// One product of the list, as every form of it shows.
#[derive(Serialize)]
struct ProductRow {
    id: ProductId,
    name: String,
    producer: String,
    set: String,
    product_code: String,
    /// Its commune of today.
    place: String,
    /// The commune of its registration, when it is no more.
    formerly: String,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "product/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    total: u64,
    rows: Vec<ProductRow>,
    pager: Pager,
    #[serde(skip)]
    columns: Vec<Column>,
    #[serde(skip)]
    filters: [Field; 3],
    #[serde(skip)]
    chips: Vec<Link>,
    #[serde(skip)]
    csv_href: String,
    #[serde(skip)]
    xlsx_href: String,
    #[serde(skip)]
    may_import: bool,
}

/// `GET /register/products`.
pub(super) async fn list(here: Here, RawQuery(query): RawQuery) -> Answer {
    producer::signed_in(&here)?;
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let wanted = wanted(&here, &asked).await?;
    let total = wanted.clone().count(&here.reader()).await?;
    let pager = asked.pager(total);
    let page =
        sorted(wanted, &asked).offset(pager.from.saturating_sub(1)).limit(ROWS).all(&here.reader()).await?;
    let rows = rows(&here, page).await?;
    let mut columns: Vec<Column> = COLUMNS.iter().map(|label| column(&here, label)).collect();
    for (n, sort) in [(0, "name"), (2, "set"), (3, "code")] {
        columns[n] = asked.column(&here, COLUMNS[n], sort);
    }
    columns.remove(1);
    here.show(&ListPage {
        total,
        rows,
        pager,
        columns,
        filters: filters(&here, &asked),
        chips: chips(&here, &asked),
        csv_href: asked.with("", "").replacen("/register/products", "/register/products.csv", 1),
        xlsx_href: asked.with("", "").replacen("/register/products", "/register/products.xlsx", 1),
        may_import: here.actor.is(ground::Role::Officer),
        frame: here.frame(),
    })
}

/// `GET /register/products.csv`.
pub(super) async fn as_csv(here: Here, RawQuery(query): RawQuery) -> Answer {
    let (head, rows) = cells(&here, query).await?;
    csv("products.csv", &head, rows)
}

/// `GET /register/products.xlsx`.
pub(super) async fn as_xlsx(here: Here, RawQuery(query): RawQuery) -> Answer {
    let (head, rows) = cells(&here, query).await?;
    Ok(download("products.xlsx", XLSX, xlsx("products", &head, &rows)?))
}

async fn cells(here: &Here, query: Option<String>) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    producer::signed_in(here)?;
    let asked = Asked::of(here, query.as_deref().unwrap_or_default());
    let all = sorted(wanted(here, &asked).await?, &asked).limit(CSV_ROWS).all(&here.reader()).await?;
    let line =
        |row: ProductRow| vec![row.name, row.producer, row.set, row.product_code, row.place, row.formerly];
    // The page has product and producer in one cell, a file has a column each.
    let labels = COLUMNS.map(|label| if label == "reg-product" { "reg-product-name" } else { label });
    let head = labels.map(|label| here.t(label)).into();
    Ok((head, rows(here, all).await?.into_iter().map(line).collect()))
}

async fn wanted(here: &Here, asked: &Asked) -> Result<Select<Entity>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let reach = reach(&reader, &here.actor, today).await?;
    let mut wanted = Condition::all().add(reach.condition(By::PlaceId, By::ProducerId));
    if !asked.text().is_empty() {
        wanted = wanted.add(matching(asked.text()));
    }
    let set = asked.query.get("set");
    if let Some(group) = set.strip_prefix(GROUP) {
        let groups = sets::groups(here.ground(), here.lang);
        let numbers = groups.into_iter().find(|(key, ..)| key == group).map(|(.., numbers)| numbers);
        wanted = wanted.add(By::SetNumber.is_in(numbers.unwrap_or_default()));
    } else if let Ok(number) = set.parse::<i32>() {
        wanted = wanted.add(By::SetNumber.eq(number));
    }
    if let Some(places) = producer::within(&reader, asked, here).await? {
        wanted = wanted.add(By::PlaceId.is_in(places));
    }
    Ok(Entity::find().filter(wanted))
}

// By a part of the product's or the producer's name, or by the product code.
fn matching(text: &str) -> Condition {
    let folded = fold(text);
    let owners = producer::store::Entity::find()
        .select_only()
        .column(producer::store::Column::Id)
        .filter(producer::matching(text))
        .into_query();
    Condition::any()
        .add(By::Folded.contains(folded))
        .add(By::ProductCode.eq(text.trim()))
        .add(By::ProducerId.in_subquery(owners))
}

fn sorted(wanted: Select<Entity>, asked: &Asked) -> Select<Entity> {
    let order = if asked.descending { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    let wanted = match asked.sort.as_str() {
        "set" => wanted.order_by(By::SetNumber, order).order_by_asc(By::Folded),
        "code" => wanted.order_by(By::ProductCode, order),
        _ => wanted.order_by(By::Folded, order),
    };
    wanted.order_by_asc(By::Id)
}

async fn rows(here: &Here, page: Vec<Model>) -> Result<Vec<ProductRow>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let ids: Vec<ProducerId> = page.iter().map(|product| product.producer_id).collect();
    let owners = producer::load_all(&reader, &ids).await?;
    let mut places: Vec<PlaceId> = page.iter().map(|product| product.place_id).collect();
    places.sort_unstable();
    places.dedup();
    let homes: HashMap<PlaceId, PlaceId> = place::homes(&reader, &places, today).await?;
    let mut all = places.clone();
    all.extend(homes.values());
    let found: HashMap<PlaceId, place::Place> =
        place::find_all(&reader, &all).await?.into_iter().map(|place| (place.id, place)).collect();
    let named = |id: PlaceId| found.get(&id).map(|place| place.titled(here.lang)).unwrap_or_default();
    let row = |product: Model| {
        let home = homes.get(&product.place_id).copied().unwrap_or(product.place_id);
        ProductRow {
            producer: owners.get(&product.producer_id).map_or(String::new(), |owner| owner.name.clone()),
            set: sets::name(here.ground(), product.set_number, here.lang),
            product_code: product.product_code.unwrap_or_default(),
            place: named(home),
            formerly: if home == product.place_id { String::new() } else { named(product.place_id) },
            name: product.name,
            id: product.id,
        }
    };
    Ok(page.into_iter().map(row).collect())
}

fn set_choices(here: &Here, lang: Lang) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), here.t("reg-any-set"))];
    for (key, name, numbers) in sets::groups(here.ground(), lang) {
        choices.push((format!("{GROUP}{key}"), here.frame().t2("reg-group", ("key", &key), ("name", name))));
        choices.extend(numbers.iter().map(|n| (n.to_string(), sets::name(here.ground(), *n, lang))));
    }
    choices
}

fn filters(here: &Here, asked: &Asked) -> [Field; 3] {
    [
        Field::new(here, "q", "reg-product-search", &asked.query, None),
        Field::new(here, "set", "reg-set", &asked.query, None)
            .choices(set_choices(here, here.lang), &asked.query),
        Field::new(here, "place", "reg-place-filter", &asked.query, None),
    ]
}

fn chips(here: &Here, asked: &Asked) -> Vec<Link> {
    let chip = |name: &'static str| {
        let value = asked.query.get(name).trim();
        let label = match name {
            "set" => {
                set_choices(here, here.lang).into_iter().find(|(key, _)| key == value).map(|(_, label)| label)
            }
            _ => Some(value.to_owned()),
        };
        let label = label.filter(|_| !value.is_empty())?;
        Some(Link { href: asked.with(name, ""), label })
    };
    ["q", "set", "place"].into_iter().filter_map(chip).collect()
}

impl ListPage {
    fn about(&self) -> String {
        self.frame.t1("reg-products-about", "count", self.total)
    }

    fn row_href(row: &ProductRow) -> String {
        href(row.id)
    }
}
