//! The list of producers within the actor's reach, and exactly what is seen of it as CSV and XLSX.

use std::collections::HashMap;

use askama::Template;
use axum::extract::RawQuery;
use ground::actor::{PlaceId, ProducerId};
use ground::{Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, Select};
use serde::Serialize;
use web::table::{Asked, CSV_ROWS, Column, Link, Pager, ROWS, column, csv, download};
use web::{Answer, Field, Frame, Here};

use super::model::{phone_key, registration_key};
use super::store::{Column as By, Entity, Model};
use super::{ProducerKind, folded, href, resource};
use crate::grid::{XLSX, xlsx};
use crate::place::{self, Meant};
use crate::product;
use crate::reach::reach;

/// The columns, by the keys of their labels; the same in every form of the list.
const COLUMNS: [&str; 7] = [
    "reg-producer",
    "reg-kind",
    "reg-registration-number",
    "reg-commune",
    "reg-representative-name",
    "reg-phone",
    "reg-products-count",
];

/// One producer of the list, as every form of it shows.
#[derive(Serialize)]
struct ProducerRow {
    id: ProducerId,
    name: String,
    kind: String,
    registration_number: String,
    place: String,
    representative: String,
    /// Empty for those who may not see it.
    phone: String,
    products: u64,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "producer/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    total: u64,
    rows: Vec<ProducerRow>,
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
    may_register: bool,
}

/// `GET /register/producers`.
pub(super) async fn list(here: Here, RawQuery(query): RawQuery) -> Answer {
    signed_in(&here)?;
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let wanted = wanted(&here, &asked).await?;
    let total = wanted.clone().count(&here.reader()).await?;
    let pager = asked.pager(total);
    let page =
        sorted(wanted, &asked).offset(pager.from.saturating_sub(1)).limit(ROWS).all(&here.reader()).await?;
    let rows = rows(&here, page).await?;
    let mut columns: Vec<Column> = COLUMNS.iter().map(|label| column(&here, label)).collect();
    columns[0] = asked.column(&here, "reg-producer", "name");
    columns[1] = asked.column(&here, "reg-kind", "kind");
    columns[6].number = true;
    here.show(&ListPage {
        total,
        rows,
        pager,
        columns,
        filters: filters(&here, &asked),
        chips: chips(&here, &asked),
        csv_href: asked.with("", "").replacen("/register/producers", "/register/producers.csv", 1),
        xlsx_href: asked.with("", "").replacen("/register/producers", "/register/producers.xlsx", 1),
        may_register: super::register::may_somewhere(&here.actor),
        frame: here.frame(),
    })
}

/// `GET /register/producers.csv`.
pub(super) async fn as_csv(here: Here, RawQuery(query): RawQuery) -> Answer {
    let (head, rows) = cells(&here, query).await?;
    csv("producers.csv", &head, rows)
}

/// `GET /register/producers.xlsx`.
pub(super) async fn as_xlsx(here: Here, RawQuery(query): RawQuery) -> Answer {
    let (head, rows) = cells(&here, query).await?;
    Ok(download("producers.xlsx", XLSX, xlsx("producers", &head, &rows)?))
}

async fn cells(here: &Here, query: Option<String>) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    signed_in(here)?;
    let asked = Asked::of(here, query.as_deref().unwrap_or_default());
    let all = sorted(wanted(here, &asked).await?, &asked).limit(CSV_ROWS).all(&here.reader()).await?;
    let line = |row: ProducerRow| {
        vec![
            row.name,
            row.kind,
            row.registration_number,
            row.place,
            row.representative,
            row.phone,
            row.products.to_string(),
        ]
    };
    let head = COLUMNS.iter().map(|label| here.t(label)).collect();
    Ok((head, rows(here, all).await?.into_iter().map(line).collect()))
}

/// A list is for those who are signed in; what it holds is their reach.
pub(crate) fn signed_in(here: &Here) -> Result<()> {
    if here.actor.user.is_none() && !here.actor.is_system {
        return Err(ground::Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in"));
    }
    Ok(())
}

async fn wanted(here: &Here, asked: &Asked) -> Result<Select<Entity>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let mut wanted = reach(&reader, &here.actor, today).await?.condition(By::PlaceId, By::Id);
    if !asked.text().is_empty() {
        wanted = Condition::all().add(wanted).add(matching(asked.text()));
    }
    if let Ok(kind) = asked.query.get("kind").parse::<ProducerKind>() {
        wanted = Condition::all().add(wanted).add(By::Kind.eq(kind));
    }
    if let Some(places) = within(&reader, asked, here).await? {
        wanted = Condition::all().add(wanted).add(By::PlaceId.is_in(places));
    }
    Ok(Entity::find().filter(wanted))
}

/// Producers by a part of the name, or by registration number or phone.
pub(crate) fn matching(text: &str) -> Condition {
    let mut matching = Condition::any();
    let name = folded(text);
    if !name.is_empty() {
        matching = matching.add(By::Folded.contains(name));
    }
    let (number, phone) = (registration_key(text), phone_key(text));
    if number.chars().any(|c| c.is_ascii_digit()) {
        matching = matching.add(By::RegistrationKey.eq(number));
    }
    if phone.len() >= 8 {
        matching = matching.add(By::PhoneKey.eq(phone));
    }
    matching
}

/// The places that the filter `place` means; none where it is not set, nothing where it means no place.
///
/// # Errors
/// The records are away.
pub(crate) async fn within(reader: &Reader<'_>, asked: &Asked, here: &Here) -> Result<Option<Vec<PlaceId>>> {
    let (text, today) = (asked.query.get("place").trim(), here.ground().clock.today());
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(place) = place::by_code(reader, text, today).await {
        return Ok(Some(place::territory(reader, place.id, today).await?));
    }
    // A former commune's name means that commune, not all that it went into.
    let found = place::search(reader, text.split(',').next().unwrap_or_default(), today).await?;
    let mut places = Vec::new();
    for hit in found.iter().filter(|hit| hit.formerly.is_some()) {
        places.extend(hit.formerly.as_ref().map(|old| old.id));
    }
    match place::meant(reader, text, today).await? {
        Meant::One(place) if found.iter().any(|hit| hit.formerly.is_none() && hit.place.id == place.id) => {
            places.extend(place::territory(reader, place.id, today).await?);
        }
        _ => {
            for hit in found.iter().filter(|hit| hit.formerly.is_none()) {
                places.extend(place::territory(reader, hit.place.id, today).await?);
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    Ok(Some(places))
}

fn sorted(wanted: Select<Entity>, asked: &Asked) -> Select<Entity> {
    let order = if asked.descending { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    let by = if asked.sort == "kind" { By::Kind } else { By::Folded };
    wanted.order_by(by, order).order_by_asc(By::Id)
}

async fn rows(here: &Here, page: Vec<Model>) -> Result<Vec<ProducerRow>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let mut places: Vec<PlaceId> = page.iter().map(|producer| producer.place_id).collect();
    places.sort_unstable();
    places.dedup();
    let names = place::full_names(&reader, &places, here.lang).await?;
    let scopes = place::scopes(&reader, &places, today).await?;
    let ids: Vec<ProducerId> = page.iter().map(|producer| producer.id).collect();
    let counts: HashMap<ProducerId, u64> = product::counts(&reader, &ids).await?;
    let row = |producer: Model| {
        let scope = scopes.get(&producer.place_id).map_or(&[][..], Vec::as_slice);
        let shown = producer.is_public_phone || here.may("see-private", &resource(&producer, scope));
        ProducerRow {
            kind: here.t(&format!("reg-kind-{}", producer.kind)),
            registration_number: producer.registration_number.unwrap_or_default(),
            place: names.get(&producer.place_id).cloned().unwrap_or_default(),
            representative: producer.representative_name,
            phone: producer.phone.filter(|_| shown).unwrap_or_default(),
            products: counts.get(&producer.id).copied().unwrap_or_default(),
            name: producer.name,
            id: producer.id,
        }
    };
    Ok(page.into_iter().map(row).collect())
}

fn filters(here: &Here, asked: &Asked) -> [Field; 3] {
    let mut kinds = vec![(String::new(), here.t("reg-any-kind"))];
    kinds
        .extend(ProducerKind::ALL.iter().map(|kind| (kind.to_string(), here.t(&format!("reg-kind-{kind}")))));
    [
        Field::new(here, "q", "reg-producer-search", &asked.query, None),
        Field::new(here, "kind", "reg-kind", &asked.query, None).choices(kinds, &asked.query),
        Field::new(here, "place", "reg-place-filter", &asked.query, None),
    ]
}

fn chips(here: &Here, asked: &Asked) -> Vec<Link> {
    let kind = asked.query.get("kind");
    let kind = (!kind.is_empty()).then(|| ("kind", here.t(&format!("reg-kind-{kind}"))));
    let text = |name: &'static str| {
        Some(asked.query.get(name).trim()).filter(|t| !t.is_empty()).map(|t| (name, t.to_owned()))
    };
    let chips = [text("q"), kind, text("place")].into_iter().flatten();
    chips.map(|(name, label)| Link { href: asked.with(name, ""), label }).collect()
}

impl ListPage {
    fn about(&self) -> String {
        self.frame.t1("reg-producers-about", "count", self.total)
    }

    fn row_href(row: &ProducerRow) -> String {
        href(row.id)
    }
}
