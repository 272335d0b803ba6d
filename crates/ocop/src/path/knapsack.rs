//! One plan a unit so that enough points come together at the least effort: exact, by the sum of points.

use super::unit::{Plan, Unit};

/// The cheapest plans together; fewest extra points among the cheapest. None when none gives enough.
pub(super) fn cheapest(units: &[Unit], short: u16) -> Option<Plan> {
    let most: u16 =
        units.iter().map(|unit| unit.plans.iter().map(|plan| plan.extra).max().unwrap_or(0)).sum();
    let mut best: Vec<Option<Plan>> = vec![None; usize::from(most) + 1];
    if let Some(none_yet) = best.first_mut() {
        *none_yet = Some(Plan::default());
    }
    for unit in units {
        let mut next: Vec<Option<Plan>> = vec![None; best.len()];
        for known in best.iter().flatten() {
            for plan in &unit.plans {
                let extra = known.extra + plan.extra;
                let effort = known.effort + plan.effort;
                let Some(slot) = next.get_mut(usize::from(extra)) else { continue };
                if slot.as_ref().is_none_or(|other| effort < other.effort) {
                    let mut marks = known.marks.clone();
                    marks.extend_from_slice(&plan.marks);
                    *slot = Some(Plan { marks, effort, extra });
                }
            }
        }
        best = next;
    }
    let enough = best.into_iter().skip(usize::from(short)).flatten();
    enough.min_by_key(|plan| (plan.effort, plan.extra))
}
