//! `GET /repository/queries`: by party and name.

use askama::Template;
use axum::extract::RawQuery;
use ground::Instant;
use serde::Serialize;
use web::parts::moment;
use web::table::{Column, Link, column};
use web::{Answer, Field, FormData, Frame, Here};

use super::{LIST, href, named, parameters};
use crate::desk::more::{More, ROWS, cursor, more};
use crate::desk::seat::{Seat, crumb, name_of};
use crate::page::Cursor;
use crate::query::named::KIND;
use crate::store::{Party, Scope, Tenant, Thing};

#[derive(Template, Serialize)]
#[template(path = "desk/queries.html")]
struct QueriesPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    party: Option<Field>,
    is_mixed: bool,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Line>,
    more: More,
}

#[derive(Serialize)]
struct Line {
    href: String,
    name: String,
    party: String,
    asks: Vec<(String, String)>,
    since: String,
}

/// `GET /repository/queries`.
pub(super) async fn list(here: Here, RawQuery(query): RawQuery) -> Answer {
    let query = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    let seat = Seat::of(&here, &query).await?;
    let tenant = match seat.scope() {
        Scope::Party(tenant) => Some(tenant),
        _ => None,
    };
    let after = cursor(&query).and_then(|cursor| {
        let (tenant, name) = cursor.name()?.split_once('.')?;
        Some((Tenant(tenant.parse().ok()?), name.to_owned()))
    });
    let after = after.as_ref().map(|(tenant, name)| (*tenant, name.as_str()));
    let mut things = seat.store.things(tenant, KIND, after, ROWS + 1).await?;
    let goes_on = things.len() > ROWS;
    things.truncate(ROWS);
    let next = things.last().filter(|_| goes_on);
    let next = next.map(|(last, _)| Cursor::After(format!("{}.{}", last.tenant.0, last.name)));
    let parties = seat.names(&here, things.iter().map(|(thing, _)| thing.tenant).collect()).await?;
    let mut labels = vec!["trace-query-name", "trace-query-asks", "trace-query-since"];
    if seat.is_mixed() {
        labels.insert(1, "trace-party");
    }
    here.show(&QueriesPage {
        frame: here.frame(),
        crumbs: vec![crumb(&here)],
        party: seat.choice(&here, &query),
        is_mixed: seat.is_mixed(),
        columns: labels.into_iter().map(|label| column(&here, label)).collect(),
        rows: things.iter().map(|(thing, _)| line(thing, &parties)).collect(),
        more: more(LIST, &query, next.as_ref().map(|cursor| (cursor, None))),
    })
}

fn line(thing: &Thing, parties: &[Party]) -> Line {
    Line {
        href: href(thing.tenant, &thing.name),
        name: thing.name.clone(),
        party: name_of(parties, thing.tenant),
        asks: named(thing).as_ref().map(parameters).unwrap_or_default(),
        since: moment(Instant::from_micros(thing.updated.0)),
    }
}
