//! `GET /certificates`: the certificates of the places one works in, or of one's own products.

use askama::Template;
use axum::extract::RawQuery;
use ground::actor::PlaceId;
use ground::{Actor, Day, Refusal, Resource, Role};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, Select};
use serde::Serialize;
use web::parts::Tag;
use web::table::{self, Asked, CSV_ROWS, Column, Link, Pager, ROWS};
use web::{Answer, Field, Frame, Here};

use super::tag::{place_line, tag_of};
use crate::state::State;
use crate::verdict::store::{self, Model};

/// Days ahead that the list offers as "ends within".
const AHEAD: [i64; 3] = [30, 120, 180];
/// Roles that see the certificates of the places they are held in.
const READERS: [Role; 7] = [
    Role::Officer,
    Role::Leader,
    Role::Inspector,
    Role::Secretary,
    Role::Chair,
    Role::Advisory,
    Role::CouncilMember,
];

#[derive(Template, Serialize)]
#[template(path = "certificate/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    state: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
    pager: Pager,
    text: Field,
    states: Field,
    ends: Field,
    chips: Vec<Link>,
    csv: String,
}

#[derive(Serialize)]
struct Row {
    href: String,
    product: String,
    producer: String,
    number: String,
    stars: u8,
    holds: bool,
    state: Tag,
    expires: String,
    place: String,
}

pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let today = here.ground().clock.today();
    let found = found(&here, &asked, today)?;
    let total = found.clone().count(&here.reader()).await?;
    let rows = sorted(found, &asked).offset(asked.offset()).limit(ROWS).all(&here.reader()).await?;
    let rows = rows.iter().map(|row| shown(&here, row, today)).collect::<Result<Vec<_>, Refusal>>()?;
    let column = |label: &str, sort: &str| asked.column(&here, label, sort);
    here.show(&ListPage {
        frame: here.frame(),
        state: here.app.words.text(here.lang, "certificates-count", &[("count", total.to_string())]),
        columns: vec![
            column("certificate-product", "product"),
            column("certificate-number", "number"),
            column("certificate-stars", "stars"),
            table::column(&here, "certificate-state"),
            column("certificate-expires", "expires"),
            table::column(&here, "certificate-place"),
        ],
        rows,
        pager: asked.pager(total),
        text: Field::new(&here, "q", "certificates-find", &asked.query, None),
        states: Field::new(&here, "state", "certificate-state", &asked.query, None)
            .choices(state_choices(&here), &asked.query),
        ends: Field::new(&here, "ends", "certificates-ends", &asked.query, None)
            .choices(end_choices(&here), &asked.query),
        chips: chips(&here, &asked),
        csv: csv_address(&asked),
    })
}

/// `GET /certificates.csv`: exactly what the list shows, all pages.
pub(super) async fn csv(here: Here, RawQuery(query): RawQuery) -> Answer {
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let today = here.ground().clock.today();
    let rows = sorted(found(&here, &asked, today)?, &asked).limit(CSV_ROWS).all(&here.reader()).await?;
    let head = ["number", "product", "producer", "stars", "state", "issued", "expires", "place", "code"];
    let head: Vec<String> = head.iter().map(|name| here.t(&format!("certificate-{name}"))).collect();
    let cells = rows.iter().map(|row| {
        let card = row.card()?;
        Ok(vec![
            card.number.clone(),
            card.product.clone(),
            card.producer.clone(),
            card.stars.to_string(),
            here.t(&format!("state-{}", card.life().on(today))),
            card.issued_on.to_string(),
            card.expires_on.to_string(),
            place_line(&here, &card.place),
            card.code.printed(),
        ])
    });
    let cells = cells.collect::<Result<Vec<_>, Refusal>>()?;
    table::csv("giay-chung-nhan.csv", &head, cells)
}

/// The places whose certificates an actor sees.
pub(crate) fn places_of(actor: &Actor) -> Vec<PlaceId> {
    READERS.into_iter().flat_map(|role| actor.places_as(role)).collect()
}

fn found(here: &Here, asked: &Asked, today: Day) -> Result<Select<store::Entity>, Refusal> {
    here.ground().access.require(&here.actor, "list-certificates", &Resource::installation())?;
    let mut seen = Condition::any();
    if !here.actor.is_system {
        let own = here.actor.producers().chain(here.actor.consents.iter().map(|consent| consent.producer));
        seen = seen.add(store::in_places(&places_of(&here.actor))).add(store::Column::ProducerId.is_in(own));
    }
    let mut found = store::Entity::find().filter(seen);
    if !asked.text().is_empty() {
        found = found.filter(store::naming(asked.text()));
    }
    if let Ok(state) = asked.query.get("state").parse::<State>() {
        found = found.filter(store::in_state(state, today));
    }
    if let Ok(place) = asked.query.get("place").parse::<PlaceId>() {
        found = found.filter(store::in_places(&[place]));
    }
    if let Ok(days) = asked.query.get("ends").parse::<i64>() {
        let last = today.plus_days(days);
        found = found.filter(store::holding(today)).filter(store::Column::ExpiresOn.lte(last));
    }
    Ok(found)
}

fn sorted(found: Select<store::Entity>, asked: &Asked) -> Select<store::Entity> {
    let column = match asked.sort.as_str() {
        "product" => store::Column::ProductName,
        "number" => store::Column::Number,
        "stars" => store::Column::Stars,
        _ => store::Column::ExpiresOn,
    };
    let order = if asked.descending { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    found.order_by(column, order).order_by_asc(store::Column::CertificateId)
}

fn shown(here: &Here, row: &Model, today: Day) -> Result<Row, Refusal> {
    let card = row.card()?;
    let state = card.life().on(today);
    Ok(Row {
        href: format!("/certificates/{}", row.certificate_id),
        product: row.product_name.clone(),
        producer: row.producer_name.clone(),
        number: row.number.clone(),
        stars: u8::try_from(row.stars).unwrap_or_default(),
        holds: state.holds(),
        state: tag_of(here, state),
        expires: row.expires_on.people(),
        place: place_line(here, &card.place),
    })
}

fn state_choices(here: &Here) -> Vec<(String, String)> {
    let states = State::ALL.iter().map(|state| (state.to_string(), here.t(&format!("state-{state}"))));
    std::iter::once((String::new(), here.t("certificates-any-state"))).chain(states).collect()
}

fn end_choices(here: &Here) -> Vec<(String, String)> {
    let within =
        |days: i64| here.app.words.text(here.lang, "certificates-within", &[("days", days.to_string())]);
    let ahead = AHEAD.into_iter().map(|days| (days.to_string(), within(days)));
    std::iter::once((String::new(), here.t("certificates-any-end"))).chain(ahead).collect()
}

fn chips(here: &Here, asked: &Asked) -> Vec<Link> {
    let mut chips = Vec::new();
    if !asked.text().is_empty() {
        chips.push(Link { href: asked.with("q", ""), label: format!("“{}”", asked.text()) });
    }
    if let Ok(state) = asked.query.get("state").parse::<State>() {
        chips.push(Link { href: asked.with("state", ""), label: here.t(&format!("state-{state}")) });
    }
    if let Ok(days) = asked.query.get("ends").parse::<i64>() {
        let label = here.app.words.text(here.lang, "certificates-within", &[("days", days.to_string())]);
        chips.push(Link { href: asked.with("ends", ""), label });
    }
    chips
}

fn csv_address(asked: &Asked) -> String {
    let address = asked.with("page", "");
    address.replacen("/certificates", "/certificates.csv", 1)
}
