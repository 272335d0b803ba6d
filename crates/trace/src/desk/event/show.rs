//! `GET /repository/events/{party}/{key}`: one event, in words and as it was captured.

use askama::Template;
use axum::extract::Path;
use epcis::grade::{CbvGrade, Graded, graded};
use epcis::model::Event;
use ground::{Instant, Refusal};
use serde::Serialize;
use uuid::Uuid;
use web::parts::{Tag, moment};
use web::table::Link;
use web::{Answer, FormData, Frame, Here};

use super::LIST;
use super::line::{all, disposition_word, kind, objects, step_word};
use super::names::Names;
use super::pretty::pretty;
use crate::desk::seat::{Seat, crumb, name_of};
use crate::event::{Found, found, grade};
use crate::problem::findings_in;
use crate::store::{EventKey, Narrow, Scan, Scope, Tenant, Visibility};

#[derive(Template, Serialize)]
#[template(path = "desk/event.html")]
struct EventPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    title: String,
    when: String,
    error: Option<Tag>,
    pairs: Vec<(String, String)>,
    /// What keeps it from the next grade of the vocabulary.
    reasons: Vec<Told>,
    reasons_left: usize,
    groups: Vec<Group>,
    json: String,
}

/// The items of one role.
#[derive(Serialize)]
struct Group {
    label: String,
    items: Vec<Link>,
}

/// A reason for its grade.
#[derive(Serialize)]
struct Told {
    at: String,
    said: String,
}

/// `GET /repository/events/{party}/{key}`.
pub(super) async fn show(here: Here, Path((party, key)): Path<(i32, Uuid)>) -> Answer {
    let seat = Seat::of(&here, &FormData::default()).await?;
    let tenant = Tenant(party);
    if !seat.sees(tenant) {
        return Err(Refusal::not_found().into());
    }
    let mut scan = Scan::of(Scope::Party(tenant), 1);
    scan.narrow = Narrow::Keys(vec![(tenant, EventKey(key.into_bytes()))]);
    let stored = seat.store.scan(scan).await?.into_iter().next().ok_or_else(Refusal::not_found)?;
    let found = found(stored)?;
    let names = Names::of(&here, &seat.store, &[tenant]).await?;
    let name = name_of(&seat.names(&here, vec![tenant]).await?, tenant);
    let event = &found.event;
    let title = event.biz_step.as_ref().map_or_else(|| kind(&here, event), |step| step_word(&here, step));
    let when = moment(Instant::from_micros(found.stored.event_time.0));
    let graded = graded(event);
    // As it was when it was captured; of what came before there were grades, as it is.
    let kept = seat.store.grade(tenant, found.stored.id).await?.and_then(grade::of);
    let grade = kept.unwrap_or(graded.grade);
    here.show(&EventPage {
        frame: here.frame(),
        crumbs: vec![crumb(&here), Link { href: LIST.to_owned(), label: here.t("trace-events") }],
        title,
        error: found.stored.in_error.then(|| Tag::new("late", "circle-alert", here.t("trace-in-error"))),
        pairs: pairs(&here, &found, &names, name, &when, grade),
        reasons: told(&here, &graded),
        reasons_left: graded.left_out,
        groups: groups(&here, event, &names, tenant),
        json: pretty(&epcis::json::write_event(event, &found.namespaces)),
        when,
    })
}

fn told(here: &Here, graded: &Graded) -> Vec<Told> {
    let lang = findings_in(here.lang);
    graded.reasons.iter().map(|reason| Told { at: reason.at.clone(), said: reason.text(lang) }).collect()
}

fn pairs(
    here: &Here,
    found: &Found,
    names: &Names,
    party: String,
    when: &str,
    grade: CbvGrade,
) -> Vec<(String, String)> {
    let (event, stored) = (&found.event, &found.stored);
    let place = |uri: &str| names.place(stored.tenant, uri);
    let visibility = match stored.visibility {
        Visibility::Private => "private",
        Visibility::Chain => "chain",
        Visibility::Public => "public",
    };
    let told = [
        ("trace-when", Some(when.to_owned())),
        ("trace-kind", Some(kind(here, event))),
        ("trace-action", event.action().map(|action| here.t(&format!("trace-action-{}", action.word())))),
        ("trace-step", event.biz_step.as_ref().map(|step| step_word(here, step))),
        ("trace-disposition", event.disposition.as_ref().map(|state| disposition_word(here, state))),
        ("trace-place", event.biz_location.as_ref().map(|at| place(at.id.as_str()))),
        ("trace-read-point", event.read_point.as_ref().map(|at| place(at.id.as_str()))),
        ("trace-party", Some(party)),
        ("trace-recorded", Some(moment(Instant::from_micros(stored.record_time.0)))),
        ("trace-visibility", Some(here.t(&format!("trace-visibility-{visibility}")))),
        ("trace-grade", Some(here.t(&format!("trace-grade-{}", grade.word())))),
        ("trace-event-id", event.event_id.as_ref().map(ToString::to_string)),
    ];
    told.into_iter().filter_map(|(label, value)| Some((here.t(label), value?))).collect()
}

// Each item leads to the events it is in.
fn groups(here: &Here, event: &Event, names: &Names, tenant: Tenant) -> Vec<Group> {
    let item = |uri: &str| names.item(here, tenant, uri);
    let link = |uri: &str, label: String| {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("party", &tenant.0.to_string())
            .append_pair("item", uri)
            .finish();
        Link { href: format!("{LIST}?{query}"), label }
    };
    let parent = event.parent().map(|parent| Group {
        label: here.t("trace-parent"),
        items: vec![link(parent.as_str(), item(parent.as_str()))],
    });
    let of = |(label, objects): (&str, &epcis::model::Objects)| {
        let uris = objects.epcs.iter().chain(objects.quantities.iter().map(|one| &one.epc_class));
        let items = uris.zip(all(here, objects, item)).map(|(uri, label)| link(uri.as_str(), label));
        Group { label: here.t(label), items: items.collect() }
    };
    let groups = objects(event).into_iter().map(of).filter(|group| !group.items.is_empty());
    parent.into_iter().chain(groups).collect()
}
