//! An event as a row: when, in which step, what, where.

use epcis::cbv::{BizStep, Disposition};
use epcis::model::{Event, Kind, Objects, QuantityElement};
use ground::{Instant, Result};
use serde::Serialize;
use uuid::Uuid;
use web::Here;
use web::parts::moment;
use web::table::{Column, column};

use super::names::Names;
use crate::desk::seat::{Seat, name_of};
use crate::event::Found;
use crate::store::{Party, Tenant};

/// Most items named in a row.
const ITEMS: usize = 3;

/// A row.
#[derive(Serialize)]
pub(in crate::desk) struct Line {
    pub(in crate::desk) href: String,
    pub(in crate::desk) when: String,
    pub(in crate::desk) step: String,
    pub(in crate::desk) kind: String,
    pub(in crate::desk) items: Vec<String>,
    /// Items that are not named.
    pub(in crate::desk) left: usize,
    pub(in crate::desk) place: String,
    pub(in crate::desk) party: String,
    pub(in crate::desk) in_error: bool,
}

/// The columns of rows; with whose they are where that differs.
pub(in crate::desk) fn columns(here: &Here, is_mixed: bool) -> Vec<Column> {
    let mut labels = vec!["trace-when", "trace-step", "trace-items", "trace-place"];
    if is_mixed {
        labels.push("trace-party");
    }
    labels.into_iter().map(|label| column(here, label)).collect()
}

/// Rows of what was found.
///
/// # Errors
/// The store or the records are away.
pub(in crate::desk) async fn lines(here: &Here, seat: &Seat, found: &[Found]) -> Result<Vec<Line>> {
    let tenants: Vec<Tenant> = found.iter().map(|one| one.stored.tenant).collect();
    let names = Names::of(here, &seat.store, &tenants).await?;
    let parties = seat.names(here, tenants).await?;
    Ok(found.iter().map(|one| line(here, one, &names, &parties)).collect())
}

fn line(here: &Here, found: &Found, names: &Names, parties: &[Party]) -> Line {
    let (event, stored) = (&found.event, &found.stored);
    let told = objects(event);
    let item = |uri: &str| names.item(here, stored.tenant, uri);
    let of_all = told.iter().flat_map(|(_, objects)| all(here, objects, item));
    let mut items: Vec<String> =
        event.parent().map(|parent| item(parent.as_str())).into_iter().chain(of_all).collect();
    let left = items.len().saturating_sub(ITEMS);
    items.truncate(ITEMS);
    let place = event.biz_location.as_ref().or(event.read_point.as_ref());
    Line {
        href: href(stored.tenant, stored.id.0),
        when: moment(Instant::from_micros(stored.event_time.0)),
        step: event.biz_step.as_ref().map_or_else(|| kind(here, event), |step| step_word(here, step)),
        kind: kind(here, event),
        items,
        left,
        place: place
            .map_or_else(|| here.t("trace-not-told"), |place| names.place(stored.tenant, place.id.as_str())),
        party: name_of(parties, stored.tenant),
        in_error: stored.in_error,
    }
}

/// The page of an event.
fn href(tenant: Tenant, key: [u8; 16]) -> String {
    format!("{}/{}/{}", super::LIST, tenant.0, Uuid::from_bytes(key))
}

/// The objects of an event, by what they are in it: the key of a word, and they.
pub(super) fn objects(event: &Event) -> Vec<(&'static str, &Objects)> {
    match &event.kind {
        Kind::Transformation(transformation) => {
            vec![("trace-inputs", &transformation.inputs), ("trace-outputs", &transformation.outputs)]
        }
        Kind::Aggregation(_) | Kind::Association(_) => {
            event.children().map(|children| ("trace-children", children)).into_iter().collect()
        }
        Kind::Object { .. } | Kind::Transaction { .. } => {
            event.objects().map(|objects| ("trace-items", objects)).into_iter().collect()
        }
    }
}

/// All objects as people call them, with their quantities.
pub(super) fn all(here: &Here, objects: &Objects, item: impl Fn(&str) -> String) -> Vec<String> {
    let single = objects.epcs.iter().map(|epc| item(epc.as_str()));
    let classes = objects.quantities.iter().map(|one| match quantity(here, one) {
        Some(much) => format!("{}: {much}", item(one.epc_class.as_str())),
        None => item(one.epc_class.as_str()),
    });
    single.chain(classes).collect()
}

fn quantity(here: &Here, of: &QuantityElement) -> Option<String> {
    let number = of.quantity.as_ref()?.as_str();
    let Some(unit) = of.uom.as_ref() else { return Some(number.to_owned()) };
    let key = format!("trace-unit-{}", unit.as_str());
    let unit = if here.app.words.has(&key) { here.t(&key) } else { unit.as_str().to_owned() };
    Some(format!("{number}\u{a0}{unit}"))
}

/// The kind of an event in words.
pub(super) fn kind(here: &Here, event: &Event) -> String {
    here.t(&format!("trace-kind-{}", event.event_type()))
}

/// A step in words; one of somebody's own as it is written.
pub(super) fn step_word(here: &Here, step: &BizStep) -> String {
    worded(here, "step", step.word())
}

/// A disposition in words; one of somebody's own as it is written.
pub(super) fn disposition_word(here: &Here, disposition: &Disposition) -> String {
    worded(here, "disposition", disposition.word())
}

fn worded(here: &Here, what: &str, word: &str) -> String {
    let key = format!("trace-{what}-{word}");
    if here.app.words.has(&key) { here.t(&key) } else { word.to_owned() }
}
