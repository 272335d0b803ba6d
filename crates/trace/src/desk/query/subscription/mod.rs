//! Subscriptions to a query: where its results go by themselves, and how that fares.

pub(super) mod remove;

use ground::{Instant, Result};
use serde::Serialize;
use web::Here;
use web::parts::{Tag, moment};
use web::table::{Column, column};

use super::{Intents, href, right};
use crate::store::{Party, Store};
use crate::subscription::{Subscription, Trigger, Way, of_query};

const REMOVE: Intents = ["remove-any-subscription", "remove-subscription"];

/// A row.
#[derive(Serialize)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) to: String,
    pub(super) when: String,
    pub(super) last: String,
    pub(super) state: Tag,
    pub(super) remove: Option<String>,
}

/// The columns of rows.
pub(super) fn columns(here: &Here) -> Vec<Column> {
    let labels = ["to", "trigger", "last", "state", "action"];
    labels.map(|label| column(here, &format!("trace-subscription-{label}"))).into()
}

/// The subscriptions to a query.
///
/// # Errors
/// The store is away.
pub(super) async fn lines(here: &Here, store: &Store, party: &Party, query: &str) -> Result<Vec<Line>> {
    let path = href(party.tenant, query);
    let may = right(here, party, REMOVE).is_some();
    let line = |one: &Subscription| Line {
        id: one.id.clone(),
        to: to(here, one),
        when: match &one.trigger {
            Trigger::Stream => here.t("trace-subscription-stream"),
            Trigger::Schedule(schedule) => schedule.json().to_string(),
        },
        last: one.notified_at.map_or_else(|| here.t("trace-never"), |at| moment(Instant::from_micros(at))),
        state: state(here, one),
        remove: may.then(|| format!("{path}/subscriptions/{}/remove", one.id)),
    };
    let found = of_query(store, party.tenant, query).await?;
    Ok(found.iter().map(|kept| line(&kept.subscription)).collect())
}

fn to(here: &Here, subscription: &Subscription) -> String {
    match &subscription.way {
        Way::Webhook { dest, .. } => dest.clone(),
        Way::Socket => here.t("trace-subscription-socket"),
    }
}

fn state(here: &Here, subscription: &Subscription) -> Tag {
    if let Some(at) = subscription.suspended_at {
        let since = moment(Instant::from_micros(at));
        let text = here.app.words.text(here.lang, "trace-subscription-suspended", &[("since", since)]);
        return Tag::new("late", "ban", text);
    }
    if subscription.failures > 0 {
        let failures = subscription.failures.to_string();
        let text = here.app.words.text(here.lang, "trace-subscription-failing", &[("failures", failures)]);
        return Tag::new("soon", "clock-alert", text);
    }
    Tag::new("ok", "check", here.t("trace-subscription-live"))
}
