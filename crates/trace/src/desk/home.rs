//! `GET /repository`: what there is, where programs find it, and which limits hold.

use askama::Template;
use axum::extract::RawQuery;
use ground::{Instant, Resource, Result};
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here};

use super::seat::Seat;
use super::{event, job, query};
use crate::capture::{MAX_BYTES, MAX_EVENTS};
use crate::page::MAX_PER_PAGE;
use crate::problem::MAX_ADDRESS;
use crate::query::named::{KIND, MAX_QUERIES};
use crate::store::{Micros, Scope};
use crate::subscription::MAX_SUBSCRIPTIONS;

/// Events of one party are counted up to here.
const MOST_COUNTED: u64 = 100_000;
/// Jobs with errors are counted up to here.
const MOST_FAILED: usize = 100;
/// What stands in an example for the key: a variable of the shell, never a key.
const KEY: &str = "Authorization: Bearer $SEN_KEY";

#[derive(Template, Serialize)]
#[template(path = "desk/home.html")]
struct HomePage {
    #[serde(skip)]
    frame: Frame,
    state: String,
    party: Option<Field>,
    figures: Vec<Figure>,
    examples: Vec<Example>,
    limits: Vec<(String, String)>,
    holds: Vec<(String, String)>,
    keeps_keys: bool,
}

#[derive(Serialize)]
struct Figure {
    href: String,
    label: String,
    value: String,
    note: String,
    tone: &'static str,
    icon: &'static str,
}

#[derive(Serialize)]
struct Example {
    id: &'static str,
    title: String,
    said: String,
    code: String,
}

/// `GET /repository`.
pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let data = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    let seat = Seat::of(&here, &data).await?;
    let state = match &seat.party {
        Some(party) => here.app.words.text(here.lang, "trace-desk-of", &[("party", party.name.clone())]),
        None if seat.sees_all => here.t("trace-desk-all"),
        None => here.t("trace-desk-empty"),
    };
    here.show(&HomePage {
        frame: here.frame(),
        state,
        party: seat.choice(&here, &data),
        figures: figures(&here, &seat).await?,
        examples: examples(&here),
        limits: limits(&here),
        holds: if seat.is_mixed() { holds(&here, &seat).await? } else { Vec::new() },
        keeps_keys: here.may("list-keys", &Resource::installation()),
    })
}

async fn figures(here: &Here, seat: &Seat) -> Result<Vec<Figure>> {
    let tenant = match seat.scope() {
        Scope::Party(tenant) => Some(tenant),
        _ => None,
    };
    let events = match tenant {
        Some(tenant) => seat.store.recorded_since(tenant, Micros(0), MOST_COUNTED).await?,
        None => seat.store.counts().await?.events,
    };
    let failed = seat.store.jobs_with_errors(seat.scope(), None, MOST_FAILED).await?.len();
    let latest = seat.store.jobs(seat.scope(), None, 1).await?;
    let latest = latest.first().map_or_else(
        || here.t("trace-never"),
        |job| Instant::from_micros(job.job.created_at.0).day().people(),
    );
    let queries = seat.store.things(tenant, KIND, None, MAX_QUERIES).await?.len();
    let of = |list: &str, query: &str| {
        let party = seat.party.as_ref().map(|party| format!("party={}", party.tenant.0));
        let asked: Vec<String> =
            party.into_iter().chain((!query.is_empty()).then(|| query.to_owned())).collect();
        if asked.is_empty() { list.to_owned() } else { format!("{list}?{}", asked.join("&")) }
    };
    let figure = |href: String, what: &str, value: String, tone, icon| Figure {
        href,
        label: here.t(&format!("trace-{what}")),
        value,
        note: here.t(&format!("trace-figure-{what}")),
        tone,
        icon,
    };
    let (tone, icon) = if failed > 0 { ("late", "circle-alert") } else { ("ok", "check") };
    Ok(vec![
        figure(of(event::LIST, ""), "events", most(here, events, MOST_COUNTED), "plain", "search"),
        figure(of(job::LIST, ""), "latest", latest, "plain", "history"),
        figure(
            of(job::LIST, "only=errors"),
            "failed",
            most(here, failed as u64, MOST_FAILED as u64),
            tone,
            icon,
        ),
        figure(
            of(query::LIST, ""),
            "queries",
            most(here, queries as u64, MAX_QUERIES as u64),
            "plain",
            "list-checks",
        ),
    ])
}

// A count that ended at its bound is at least so many.
fn most(here: &Here, count: u64, bound: u64) -> String {
    let key = if count == bound { "trace-at-least" } else { "trace-count" };
    here.app.words.text(here.lang, key, &[("count", grouped(here, count))])
}

fn grouped(here: &Here, number: u64) -> String {
    let digits = number.to_string();
    let between = if here.lang == ground::Lang::Vi { '.' } else { ',' };
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

fn examples(here: &Here) -> Vec<Example> {
    let base = here.ground().config.public_url.trim_end_matches('/');
    let example = |id, code: String| Example {
        id,
        title: here.t(&format!("trace-address-{id}")),
        said: here.t(&format!("trace-address-{id}-said")),
        code,
    };
    vec![
        example(
            "capture",
            format!(
                "curl -X POST '{base}/epcis/capture' \\\n  -H \"{KEY}\" \\\n  \
                 -H 'Content-Type: application/ld+json' \\\n  --data-binary @events.json"
            ),
        ),
        example(
            "events",
            format!(
                "curl -G '{base}/epcis/events' \\\n  -H \"{KEY}\" \\\n  \
                 --data-urlencode 'EQ_bizStep=shipping' \\\n  \
                 --data-urlencode 'GE_eventTime=2026-10-01T00:00:00+07:00'"
            ),
        ),
        example(
            "queries",
            format!(
                "curl -X POST '{base}/epcis/queries' \\\n  -H \"{KEY}\" \\\n  \
                 -H 'Content-Type: application/json' \\\n  \
                 -d '{{\"name\": \"shipped\", \"query\": {{\"EQ_bizStep\": [\"shipping\"]}}}}'"
            ),
        ),
        example(
            "trace",
            format!(
                "curl -G '{base}/trace' \\\n  -H \"{KEY}\" \\\n  \
                 --data-urlencode 'from=https://id.gs1.org/01/08930000000019/10/L1' \\\n  \
                 -d direction=back"
            ),
        ),
        example("openapi", format!("curl '{base}/openapi.json'")),
    ]
}

fn limits(here: &Here) -> Vec<(String, String)> {
    [
        ("trace-limit-events", grouped(here, MAX_EVENTS as u64)),
        ("trace-limit-bytes", format!("{}\u{a0}MiB", MAX_BYTES >> 20)),
        ("trace-limit-page", grouped(here, MAX_PER_PAGE as u64)),
        ("trace-limit-queries", grouped(here, MAX_QUERIES as u64)),
        ("trace-limit-subscriptions", grouped(here, MAX_SUBSCRIPTIONS as u64)),
        ("trace-limit-address", format!("{}\u{a0}KiB", MAX_ADDRESS >> 10)),
    ]
    .map(|(label, value)| (here.t(label), value))
    .into()
}

// Of the whole store, for whoever runs it.
async fn holds(here: &Here, seat: &Seat) -> Result<Vec<(String, String)>> {
    let counts = seat.store.counts().await?;
    let pairs = [
        ("trace-holds-parties", grouped(here, counts.parties)),
        ("trace-holds-pending", grouped(here, counts.pending)),
        ("trace-holds-bytes", format!("{}\u{a0}MiB", grouped(here, counts.bytes.div_ceil(1 << 20)))),
    ];
    Ok(pairs.map(|(label, value)| (here.t(label), value)).into())
}
