//! `GET /repository/queries/{party}/{name}`: what a query asks, and what it finds today.

use askama::Template;
use axum::extract::{Path, RawQuery};
use ground::{Instant, Refusal};
use serde::Serialize;
use web::parts::moment;
use web::table::{Column, Link};
use web::{Answer, FormData, Frame, Here};

use super::subscription::{self, Line};
use super::{LIST, REMOVE, href, kept, named, parameters, right};
use crate::desk::event;
use crate::desk::more::{More, more};
use crate::desk::seat::crumb;

#[derive(Template, Serialize)]
#[template(path = "desk/query.html")]
struct QueryPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    name: String,
    state: String,
    asks: Vec<(String, String)>,
    /// Why it finds nothing.
    wrong: Vec<String>,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<event::Line>,
    more: More,
    /// Where it can be changed and tried; none where an address cannot say it.
    try_it: Option<String>,
    #[serde(skip)]
    subscription_columns: Vec<Column>,
    subscriptions: Vec<Line>,
    remove: Option<String>,
}

/// `GET /repository/queries/{party}/{name}`.
pub(super) async fn show(
    here: Here,
    Path((party, name)): Path<(i32, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let data = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    let (seat, party, thing) = kept(&here, party, &name).await?;
    let named = named(&thing).ok_or_else(|| Refusal::unexpected("a kept query that does not hold"))?;
    let path = href(party.tenant, &name);
    let (rows, more, wrong) = match event::results(&here, &seat, &named.query, &data).await? {
        Ok(found) => {
            let next = found.next.as_ref().map(|(cursor, left)| (cursor, *left));
            (event::lines(&here, &seat, &found.found).await?, more(&path, &data, next), Vec::new())
        }
        Err(refusal) => {
            let sentence = |problem| here.app.words.problem(here.lang, problem);
            (Vec::new(), More::default(), refusal.fields.iter().map(sentence).collect())
        }
    };
    let try_it = named.query.to_url().map(|raw| {
        let tenant = party.tenant.0.to_string();
        let pairs = [("party", tenant.as_str()), ("raw", raw.as_str())];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{}?{query}", event::LIST)
    });
    let subscriptions = subscription::lines(&here, &seat.store, &party, &name).await?;
    let since = moment(Instant::from_micros(thing.updated.0));
    let remove = right(&here, &party, REMOVE).map(|_| format!("{path}/remove"));
    here.show(&QueryPage {
        frame: here.frame(),
        crumbs: vec![crumb(&here), Link { href: LIST.to_owned(), label: here.t("trace-queries") }],
        state: here.app.words.text(
            here.lang,
            "trace-query-state",
            &[("party", party.name), ("since", since)],
        ),
        name,
        asks: parameters(&named),
        wrong,
        columns: event::columns(&here, false),
        rows,
        more,
        try_it,
        subscription_columns: subscription::columns(&here),
        subscriptions,
        remove,
    })
}
