//! `GET /repository/events?…`: a query in a form, and what it finds.

use askama::Template;
use axum::extract::RawQuery;
use epcis::cbv::BizStep;
use epcis::query::Query;
use ground::{Refusal, Result};
use serde::Serialize;
use web::table::{Column, Link};
use web::{Answer, Field, FormData, Frame, Here, Wrong, wrongs};

use super::line::step_word;
use super::names::Names;
use super::{LIST, Line, ask, columns, lines};
use crate::desk::more::{More, more, page};
use crate::desk::seat::{Seat, crumb};
use crate::master;
use crate::query::run::{Asking, Results, run};
use crate::store::{Tenant, WordPlace};

/// Most steps and places to choose among; others are asked for by parameters.
const CHOICES: usize = 200;

#[derive(Template, Serialize)]
#[template(path = "desk/events.html")]
struct EventsPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    crumbs: Vec<Link>,
    party: Option<Field>,
    item: Field,
    step: Field,
    place: Field,
    from: Field,
    to: Field,
    raw: Field,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Line>,
    more: More,
    /// The same query for programs; none where it does not hold or an address cannot say it.
    address: Option<String>,
}

/// `GET /repository/events`.
pub(super) async fn find(here: Here, RawQuery(query): RawQuery) -> Answer {
    let data = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    let seat = Seat::of(&here, &data).await?;
    let asked = ask::read(&data, here.lang);
    let found = match &asked {
        Ok(asked) => results(&here, &seat, asked, &data).await?,
        Err(refusal) => Err(refusal.clone()),
    };
    let address = asked.ok().and_then(|asked| asked.to_url()).map(|query| format!("/epcis/events?{query}"));
    let (rows, more, refusal) = match found {
        Ok(found) => {
            let next = found.next.as_ref().map(|(cursor, left)| (cursor, *left));
            (lines(&here, &seat, &found.found).await?, more(LIST, &data, next), None)
        }
        Err(refusal) => (Vec::new(), More::default(), Some(refusal)),
    };
    let shown = page_of(&here, &seat, &data, refusal.as_ref()).await?;
    let shown = EventsPage { rows, more, address, ..shown };
    match refusal {
        Some(refusal) => here.show_again(&shown, refusal),
        None => here.show(&shown),
    }
}

/// A page of the results of a query; inside, why it cannot be answered.
///
/// # Errors
/// The store is away.
pub(in crate::desk) async fn results(
    here: &Here,
    seat: &Seat,
    query: &Query,
    data: &FormData,
) -> Result<Result<Results>> {
    let sight = seat.sight();
    let known = master::for_query(here.ground(), &seat.store, sight.tenant, query).await?;
    let asking = Asking { ground: here.ground(), store: &seat.store, caller: &sight, query, master: &known };
    match run(asking, &page(data)).await {
        Ok(found) => Ok(Ok(found)),
        Err(problem) => match problem.of_the_query(here) {
            Some(sentences) => Ok(Err(ask::unanswered(sentences))),
            None => Err(problem.into()),
        },
    }
}

async fn page_of(here: &Here, seat: &Seat, data: &FormData, refusal: Option<&Refusal>) -> Result<EventsPage> {
    let field = |name: &str, label: &str| Field::new(here, name, label, data, refusal);
    let any = || (String::new(), here.t("trace-any"));
    let steps = seat.store.words(seat.scope(), WordPlace::BizStep, "", CHOICES).await?;
    let steps = steps.into_iter().map(|uri| {
        let label = BizStep::read(&uri).map_or_else(|_| uri.clone(), |step| step_word(here, &step));
        (uri, label)
    });
    let places = places(here, seat).await?;
    Ok(EventsPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        crumbs: vec![crumb(here)],
        party: seat.choice(here, data),
        item: field("item", "trace-item"),
        step: field("step", "trace-step").choices(std::iter::once(any()).chain(steps), data),
        place: field("place", "trace-place").choices(std::iter::once(any()).chain(places), data),
        from: field("from", "trace-from"),
        to: field("to", "trace-to"),
        raw: field("raw", "trace-raw").rows(4),
        columns: columns(here, seat.is_mixed()),
        rows: Vec::new(),
        more: More::default(),
        address: None,
    })
}

// Places that occur, by their names where one party told of them.
async fn places(here: &Here, seat: &Seat) -> Result<Vec<(String, String)>> {
    let uris = seat.store.words(seat.scope(), WordPlace::BizLocation, "", CHOICES).await?;
    let tenants: Vec<Tenant> = seat.party.iter().map(|party| party.tenant).collect();
    let names = Names::of(here, &seat.store, &tenants).await?;
    let named = |uri: &str| match tenants.first() {
        Some(tenant) => names.place(*tenant, uri),
        None => uri.to_owned(),
    };
    let mut places: Vec<(String, String)> = uris.into_iter().map(|uri| (uri.clone(), named(&uri))).collect();
    places.sort_by(|one, two| one.1.cmp(&two.1));
    Ok(places)
}
