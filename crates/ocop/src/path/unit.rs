//! What is chosen together: a criterion, with those that apply only while it has points.

use super::Effort;
use crate::ballot::{Ballot, Mark};
use crate::points::{Points, Star};
use crate::sheet::{Criterion, Rule, Sheet};

/// Criteria whose options are chosen together, and the ways to choose them.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) plans: Vec<Plan>,
}

/// One way to choose: what changes, at which effort, for how many points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) marks: Vec<(usize, Mark)>,
    pub(super) effort: u64,
    pub(super) extra: u16,
}

/// The units of a sheet, each with every plan that meets the gates of the stars up to `star`.
pub(super) fn units(sheet: &Sheet, ballot: &Ballot, star: Star, effort: &Effort) -> Vec<Unit> {
    groups(sheet)
        .into_iter()
        .map(|group| {
            let mut plans = vec![Plan::default()];
            for place in &group {
                plans = extend(sheet, ballot, star, effort, *place, &plans);
            }
            plans.retain(|plan| holds(sheet, ballot, &group, plan));
            Unit { plans }
        })
        .collect()
}

/// The places of criteria that hang together, prerequisites first where the sheet prints them first.
fn groups(sheet: &Sheet) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..sheet.criteria().len()).collect();
    for (place, criterion) in sheet.criteria().iter().enumerate() {
        for (other, _) in prerequisites(sheet, criterion) {
            let (into, from) = (group_of[other], group_of[place]);
            group_of.iter_mut().filter(|group| **group == from).for_each(|group| *group = into);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); group_of.len()];
    for (place, group) in group_of.into_iter().enumerate() {
        groups[group].push(place);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// The criteria that must have more than some points for this one to be marked.
fn prerequisites<'a>(
    sheet: &'a Sheet,
    criterion: &'a Criterion,
) -> impl Iterator<Item = (usize, Points)> + 'a {
    criterion.rules.iter().filter_map(|rule| match rule {
        Rule::AppliesIf { key, above } => {
            let place = sheet.criteria().iter().position(|other| other.key == *key)?;
            Some((place, *above))
        }
        _ => None,
    })
}

/// Every plan, with the criterion left as it is or raised.
fn extend(
    sheet: &Sheet,
    ballot: &Ballot,
    star: Star,
    effort: &Effort,
    place: usize,
    plans: &[Plan],
) -> Vec<Plan> {
    let Some(criterion) = sheet.criteria().get(place) else { return plans.to_vec() };
    let now = ballot.points_at(place);
    let least = criterion.least_for(star);
    let case = ballot.marks().get(place).copied().flatten().and_then(|mark| mark.case);
    let marked = ballot.marks().get(place).is_some_and(Option::is_some);
    let higher = criterion
        .options
        .iter()
        .filter(|option| option.points > now && option.points >= least && (!marked || option.case == case));
    let mut extended = Vec::new();
    if now >= least {
        extended.extend_from_slice(plans);
    }
    for option in higher {
        for plan in plans {
            let mut plan = plan.clone();
            plan.marks.push((place, Mark { case: option.case, points: option.points }));
            plan.effort += u64::from(effort.of(&criterion.id));
            plan.extra += u16::from(option.points.get() - now.get());
            extended.push(plan);
        }
    }
    extended
}

/// Whether every criterion the plan raises may be marked under the plan.
fn holds(sheet: &Sheet, ballot: &Ballot, group: &[usize], plan: &Plan) -> bool {
    let after = |place: usize| {
        let raised = plan.marks.iter().find(|(raised, _)| *raised == place);
        raised.map_or_else(|| ballot.points_at(place), |(_, mark)| mark.points)
    };
    let raised = group.iter().filter(|place| plan.marks.iter().any(|(raised, _)| raised == *place));
    raised
        .filter_map(|place| sheet.criteria().get(*place))
        .all(|criterion| prerequisites(sheet, criterion).all(|(other, above)| after(other) > above))
}
