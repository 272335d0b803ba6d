//! What a subscription is to be told: documents of results, or a problem.

use epcis::query::Limit;
use epcis::xml::WordForm;
use ground::Ground;
use web::Words;

use super::hand_out::{Ear, read};
use super::kept::Kept;
use super::model::Trigger;
use crate::event::{Found, redacted, written};
use crate::problem::{Kind, Problem};
use crate::store::{EventKey, Store, Tenant};
use crate::wanted::{Form, Wanted};

/// Events of one report.
const MAX_REPORT: usize = 1_000;
/// Events of one document.
pub(super) const MAX_DOCUMENT_EVENTS: usize = 100;

/// A document on its way.
#[derive(Clone, Debug)]
pub(super) struct Outgoing {
    pub body: String,
    pub media_type: &'static str,
    /// What is told with it.
    pub events: Vec<(Tenant, EventKey)>,
}

/// What goes out at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    pub documents: Vec<Outgoing>,
    /// What is in no document, as the limits of the query or the visibility of the events are.
    pub left_out: Vec<(Tenant, EventKey)>,
    /// Whether more waits.
    pub more: bool,
}

/// The next report of a subscription, in documents of at most so many events.
///
/// # Errors
/// The store is away.
pub(super) async fn next(
    (ground, words): (&Ground, &Words),
    store: &Store,
    (kept, ear): (&Kept, &Ear),
    most: usize,
) -> Result<Report, Problem> {
    let keys = store.waiting(&kept.listener(), MAX_REPORT).await?;
    let mut found: Vec<Found> = Vec::new();
    for one in read(store, &keys).await? {
        found.extend(redacted(ground, store, one, &ear.caller).await?);
    }
    found.sort_by(|one, two| ear.query.order_of(&one.event, &two.event));
    let mut report = Report { more: keys.len() == MAX_REPORT, ..Report::default() };
    match ear.query.limit() {
        Some(Limit::AtMost(limit)) if found.len() as u64 > limit => {
            let problem =
                Problem::new(Kind::QueryTooLarge, "trace-query-too-large").with("most", limit.to_string());
            let body = problem.body(words, kept.subscription.lang()).to_string();
            report.documents.push(Outgoing { body, media_type: "application/problem+json", events: keys });
            return Ok(report);
        }
        Some(Limit::First(first)) => found.truncate(usize::try_from(first).unwrap_or(usize::MAX)),
        _ => {}
    }
    let told: Vec<(Tenant, EventKey)> = found.iter().map(|one| (one.stored.tenant, one.stored.id)).collect();
    report.left_out = keys.into_iter().filter(|key| !told.contains(key)).collect();
    let is_tick = matches!(kept.subscription.trigger, Trigger::Schedule(_));
    if found.is_empty() && is_tick && kept.subscription.report_if_empty && !report.more {
        report.documents.push(document(ground, kept, Vec::new())?);
    }
    while !found.is_empty() {
        let rest = found.split_off(found.len().min(most));
        report.documents.push(document(ground, kept, std::mem::replace(&mut found, rest))?);
    }
    Ok(report)
}

fn document(ground: &Ground, kept: &Kept, found: Vec<Found>) -> Result<Outgoing, Problem> {
    let subscription = &kept.subscription;
    let wanted =
        Wanted { form: Form::Json, words: WordForm::Urn, epcs: subscription.epcs, extensions: Vec::new() };
    let events = found.iter().map(|one| (one.stored.tenant, one.stored.id)).collect();
    let names = (subscription.query.as_str(), Some(subscription.id.as_str()));
    let body = written(found, &wanted, names, ground.clock.now())?;
    Ok(Outgoing { body, media_type: "application/json", events })
}
