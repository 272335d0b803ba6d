//! One step of the walk: the events that lead from some items to others.

use std::collections::HashMap;

use epcis::model::{Action, Event, Kind};
use futures::future::try_join_all;

use super::walk::End;
use crate::caller::Sight;
use crate::event::{Found, found, items};
use crate::problem::Problem;
use crate::store::{EventKey, Hop, ItemKey, Micros, Narrow, Role, Scan, Scope, Span, Store, Tenant};

/// Most events that lead on from the items of one level.
const MAX_HOPS: usize = 10_000;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To where it came from.
    Back,
    /// To where it went.
    Forward,
}

impl Direction {
    /// The direction of a word of the address.
    pub(crate) fn of(word: &str) -> Option<Self> {
        [Self::Back, Self::Forward].into_iter().find(|direction| direction.word() == word)
    }

    /// The word of the address and of the answer.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Back => "back",
            Self::Forward => "forward",
        }
    }

    /// The roles in which an item leads on, and the role of what it leads to.
    const fn roles(self) -> [(Role, Role); 2] {
        match self {
            // What a parent holds is what it is made of.
            Self::Back => [(Role::Output, Role::Input), (Role::Parent, Role::Child)],
            Self::Forward => [(Role::Input, Role::Output), (Role::Child, Role::Parent)],
        }
    }
}

/// A way that an event leads.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub tenant: Tenant,
    pub event: EventKey,
    pub time: Micros,
    /// `transformation` or `aggregation`.
    pub kind: &'static str,
    /// The items it leads to.
    pub others: Vec<ItemKey>,
}

/// What leads on from an item.
#[derive(Clone, Debug, Default)]
pub(super) struct Step {
    pub ways: Vec<Way>,
    pub end: Option<End>,
}

/// The steps of some items.
///
/// # Errors
/// The store is away.
pub(super) async fn step(
    (store, sight): (&Store, &Sight),
    (direction, times): (Direction, Span),
    from: &[ItemKey],
) -> Result<HashMap<ItemKey, Step>, Problem> {
    let roles = direction.roles();
    let mut hops = store.hops(from, &roles.map(|(own, _)| own), MAX_HOPS).await?;
    let bound = hops.len() >= MAX_HOPS;
    hops.retain(|hop| {
        times.from.is_none_or(|from| hop.event_time >= from)
            && times.until.is_none_or(|until| hop.event_time < until)
    });
    let read = documents(store, &hops).await?;
    let mut steps: HashMap<ItemKey, Step> = from.iter().map(|item| (item.clone(), Step::default())).collect();
    for hop in &hops {
        let Some(step) = steps.get_mut(&hop.item) else { continue };
        if !sight.follows(hop.tenant, hop.visibility) {
            step.end = Some(End::Hidden);
            continue;
        }
        let other_role = roles.iter().find(|(own, _)| *own == hop.role).map(|(_, other)| *other);
        if let Some(role) = other_role {
            step.ways.extend(way(hop, read.get(&(hop.tenant, hop.id)).map(|found| &found.event), role));
        }
    }
    let mut ends = Vec::new();
    for (item, step) in &mut steps {
        taken_apart_again(step);
        if bound {
            step.end = Some(End::Bound);
        } else if step.ways.is_empty() && step.end.is_none() {
            ends.push(item.clone());
        }
    }
    // All at once: one after the other, a wide level would wait for each.
    let found = try_join_all(ends.iter().map(|item| end_of(store, direction, item))).await?;
    for (item, end) in ends.into_iter().zip(found) {
        if let Some(step) = steps.get_mut(&item) {
            step.end = Some(end);
        }
    }
    Ok(steps)
}

// Only of those that the step itself does not tell enough of: what was packed may be unpacked, and long lists stand in
// the document alone.
async fn documents(store: &Store, hops: &[Hop]) -> Result<HashMap<(Tenant, EventKey), Found>, Problem> {
    let unclear = hops.iter().filter(|hop| !is_transformation(hop) || hop.links.is_none());
    let mut keys: Vec<(Tenant, EventKey)> = unclear.map(|hop| (hop.tenant, hop.id)).collect();
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    keys.sort_unstable();
    keys.dedup();
    let mut scan = Scan::of(Scope::All, keys.len());
    scan.narrow = Narrow::Keys(keys);
    let mut read = HashMap::new();
    for stored in store.scan(scan).await? {
        read.insert((stored.tenant, stored.id), found(stored)?);
    }
    Ok(read)
}

const fn is_transformation(hop: &Hop) -> bool {
    matches!(hop.role, Role::Input | Role::Output)
}

fn way(hop: &Hop, event: Option<&Event>, role: Role) -> Option<Way> {
    let (tenant, id, time) = (hop.tenant, hop.id, hop.event_time);
    if let (true, Some(links)) = (is_transformation(hop), &hop.links) {
        return Some(Way { tenant, event: id, time, kind: "transformation", others: links.clone() });
    }
    let event = event?;
    let kind = match &event.kind {
        Kind::Transformation(_) => "transformation",
        Kind::Aggregation(_) => match event.action() {
            Some(Action::Delete) => "disaggregation",
            _ => "aggregation",
        },
        _ => return None,
    };
    let (all, _) = items::of_event(event);
    let others = all.into_iter().filter(|item| item.role == role).map(|item| item.key).collect();
    Some(Way { tenant, event: id, time, kind, others })
}

// What was taken out of a parent is no longer in it: a way in ends with the next way out of the same items.
fn taken_apart_again(step: &mut Step) {
    step.ways.sort_by_key(|way| way.time);
    let outs: Vec<Way> = step.ways.iter().filter(|way| way.kind == "disaggregation").cloned().collect();
    step.ways.retain(|way| way.kind != "disaggregation");
    for way in step.ways.iter_mut().filter(|way| way.kind == "aggregation") {
        for out in outs.iter().filter(|out| out.time >= way.time) {
            way.others.retain(|item| !out.others.is_empty() && !out.others.contains(item));
        }
    }
    step.ways.retain(|way| !way.others.is_empty());
}

// An item that nothing leads on from began with an event that says so, or there is a gap.
async fn end_of(store: &Store, direction: Direction, item: &ItemKey) -> Result<End, Problem> {
    if direction == Direction::Forward {
        return Ok(End::Last);
    }
    let mut scan = Scan::of(Scope::All, 1);
    scan.narrow = Narrow::Items { ranges: vec![item.clone().into()], roles: vec![Role::Epc] };
    let first = store.scan(scan).await?.into_iter().next().map(found).transpose()?;
    let began = first.is_some_and(|first| {
        matches!(first.event.kind, Kind::Object { .. }) && first.event.action() == Some(Action::Add)
    });
    Ok(if began { End::Began } else { End::Gap })
}
