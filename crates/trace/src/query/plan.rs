//! What a store can narrow a query by: from the hint of the query to a scan.

use epcis::model::Time;
use epcis::query::{Hint, Identifiers, ItemHint, ItemRange, Role as MatchRole};

use crate::capture::admit::identities;
use crate::event::items::{key_of_form, place};
use crate::store::{KeyRange, Micros, Narrow, Role, Span};

/// Most values that narrow a scan; with more, events are looked at one by one.
const MAX_NARROW: usize = 1_000;

/// Schemes of URIs, which nobody calls a namespace by.
const SCHEMES: [&str; 6] = ["urn:", "http:", "https:", "geo:", "ni:", "tag:"];

/// By what to narrow: what leaves the fewest events comes first.
pub(crate) fn narrow(hint: &Hint<'_>) -> Narrow {
    if let Some(ids) = hint.event_ids {
        return Narrow::Identities(ids.written().iter().flat_map(identities).collect());
    }
    if let Some((ranges, roles)) = hint.items.iter().find_map(items) {
        return Narrow::Items { ranges, roles };
    }
    if let Some(places) = hint.biz_locations.filter(few) {
        return Narrow::Places(canonical(places));
    }
    if let Some(places) = hint.read_points.filter(few) {
        return Narrow::ReadPoints(canonical(places));
    }
    let steps = hint.steps.filter(|steps| steps.len() <= MAX_NARROW);
    let steps = steps.map(|steps| steps.iter().map(epcis::cbv::Code::iri).collect::<Vec<_>>());
    match steps.filter(|steps| steps.iter().all(|step| is_whole(step))) {
        Some(steps) => Narrow::Steps(steps),
        None => Narrow::Nothing,
    }
}

fn few(identifiers: &&Identifiers) -> bool {
    let written = identifiers.written();
    written.len() <= MAX_NARROW && written.iter().all(|uri| is_whole(uri.as_str()))
}

/// The store knows what is shortened written out: what may be short as it is asked for narrows nothing.
fn is_whole(iri: &str) -> bool {
    SCHEMES.iter().any(|scheme| iri.starts_with(scheme))
}

fn canonical(places: &Identifiers) -> Vec<String> {
    places.written().iter().map(|uri| place(uri.as_str())).collect()
}

fn items(hint: &ItemHint) -> Option<(Vec<KeyRange>, Vec<Role>)> {
    if hint.ranges.len() > MAX_NARROW {
        return None;
    }
    let ranges: Option<Vec<KeyRange>> = hint.ranges.iter().map(range).collect();
    Some((ranges?, roles(hint.role)))
}

fn range(range: &ItemRange) -> Option<KeyRange> {
    match range {
        ItemRange::Is(form) => is_whole(form).then(|| KeyRange::Exact(key_of_form(form))),
        ItemRange::Begins { key, value } if key == "01" && value.len() <= 14 => {
            let fill = |digit: &str| format!("{value}{}", digit.repeat(14 - value.len())).parse().ok();
            KeyRange::products(fill("0")?, fill("9")?).ok()
        }
        ItemRange::Begins { .. } => None,
    }
}

fn roles(role: MatchRole) -> Vec<Role> {
    match role {
        MatchRole::Epc | MatchRole::EpcClass => vec![Role::Epc, Role::Child],
        MatchRole::ParentId => vec![Role::Parent],
        MatchRole::InputEpc | MatchRole::InputEpcClass => vec![Role::Input],
        MatchRole::OutputEpc | MatchRole::OutputEpcClass => vec![Role::Output],
        MatchRole::AnyEpc | MatchRole::AnyEpcClass => Role::ALL.to_vec(),
    }
}

/// A stretch of time; never narrower than what is asked, as the store counts microseconds.
pub(super) fn span((from, before): (Option<&Time>, Option<&Time>)) -> Span {
    let micros = |nanos: i128| i64::try_from(nanos).ok().map(Micros);
    Span {
        from: from.and_then(|time| micros(time.unix_nanos().div_euclid(1_000))),
        until: before.and_then(|time| micros((time.unix_nanos() + 999).div_euclid(1_000))),
    }
}
