//! One step of the walk: the events that lead from some items to others.

use std::collections::HashMap;

use epcis::model::Action;

use super::walk::End;
use crate::caller::Sight;
use crate::capture::admit::{AGGREGATION, OBJECT, TRANSFORMATION};
use crate::event::found;
use crate::event::items::{self, Object};
use crate::problem::Problem;
use crate::store::{EventKey, Hop, ItemKey, Micros, Nature, Place, Reading, Role, Span, Tenant};

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
    reading: &mut Reading<'_>,
    sight: &Sight,
    (direction, times): (Direction, Span),
    from: &[ItemKey],
) -> Result<HashMap<ItemKey, Step>, Problem> {
    let roles = direction.roles();
    let mut hops = reading.hops(from, &roles.map(|(own, _)| own), MAX_HOPS).await?;
    let bound = hops.len() >= MAX_HOPS;
    hops.retain(|hop| {
        times.from.is_none_or(|from| hop.event_time >= from)
            && times.until.is_none_or(|until| hop.event_time < until)
    });
    let known = Known::of(reading, &hops).await?;
    let mut steps: HashMap<ItemKey, Step> = from.iter().map(|item| (item.clone(), Step::default())).collect();
    for hop in hops {
        let Some(step) = steps.get_mut(&hop.item) else { continue };
        if !sight.follows(hop.tenant, hop.visibility) {
            step.end = Some(End::Hidden);
            continue;
        }
        let other_role = roles.iter().find(|(own, _)| *own == hop.role).map(|(_, other)| *other);
        if let Some(role) = other_role {
            step.ways.extend(known.way(hop, role));
        }
    }
    let mut ends = Vec::new();
    for (item, step) in &mut steps {
        taken_apart_again(step);
        if bound {
            step.end = Some(End::Bound);
        } else if step.ways.is_empty() && step.end.is_none() {
            match direction {
                Direction::Forward => step.end = Some(End::Last),
                Direction::Back => ends.push(item.clone()),
            }
        }
    }
    for (item, end) in beginnings(reading, ends).await? {
        if let Some(step) = steps.get_mut(&item) {
            step.end = Some(end);
        }
    }
    Ok(steps)
}

const fn is_transformation(hop: &Hop) -> bool {
    matches!(hop.role, Role::Input | Role::Output)
}

// What hops do not tell themselves: whether something was packed or unpacked, and long lists, which stand in the
// document alone.
struct Known {
    natures: HashMap<Place, Nature>,
    lists: HashMap<Place, Vec<Object>>,
}

impl Known {
    async fn of(reading: &mut Reading<'_>, hops: &[Hop]) -> Result<Self, Problem> {
        let natures = reading.natures(&places(hops, |hop| !is_transformation(hop))).await?;
        let mut lists = HashMap::new();
        for stored in reading.events(&places(hops, |hop| hop.links.is_none())).await? {
            let place = (stored.tenant, stored.id);
            lists.insert(place, items::of_event(&found(stored)?.event).0);
        }
        Ok(Self { natures, lists })
    }

    // None of an event that leads nowhere: what is associated is not made of each other.
    fn way(&self, hop: Hop, role: Role) -> Option<Way> {
        let place = (hop.tenant, hop.id);
        let nature = self.natures.get(&place);
        let kind = match nature.map_or(TRANSFORMATION, |nature| nature.kind) {
            TRANSFORMATION => "transformation",
            AGGREGATION if nature?.action == Some(Action::Delete as u8) => "disaggregation",
            AGGREGATION => "aggregation",
            _ => return None,
        };
        let listed = || {
            let items = self.lists.get(&place).into_iter().flatten().map(|object| &object.item);
            items.filter(|item| item.role == role).map(|item| item.key.clone()).collect()
        };
        let others = hop.links.unwrap_or_else(listed);
        Some(Way { tenant: hop.tenant, event: hop.id, time: hop.event_time, kind, others })
    }
}

fn places(hops: &[Hop], wanted: impl Fn(&Hop) -> bool) -> Vec<Place> {
    let mut places: Vec<Place> =
        hops.iter().filter(|hop| wanted(hop)).map(|hop| (hop.tenant, hop.id)).collect();
    places.sort_unstable();
    places.dedup();
    places
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

// Items that nothing leads on from: each began with an event that says so, or there is a gap.
async fn beginnings(
    reading: &mut Reading<'_>,
    items: Vec<ItemKey>,
) -> Result<impl Iterator<Item = (ItemKey, End)>, Problem> {
    let firsts: HashMap<ItemKey, Place> =
        if items.is_empty() { HashMap::new() } else { reading.firsts(&items, Role::Epc).await? };
    let places: Vec<Place> = firsts.values().copied().collect();
    let natures = reading.natures(&places).await?;
    let end = move |item: ItemKey| {
        let nature = firsts.get(&item).and_then(|first| natures.get(first));
        let began = Some(Nature { kind: OBJECT, action: Some(Action::Add as u8) });
        let end = if nature.copied() == began { End::Began } else { End::Gap };
        (item, end)
    };
    Ok(items.into_iter().map(end))
}
