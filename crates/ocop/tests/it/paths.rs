//! The cheapest way against exhaustive search.

use ocop::path::{Effort, Way, to_next_star, to_star};
use ocop::{Ballot, Case, Mark, Pack, Points, Sheet, Star, verdict_of};
use proptest::prelude::*;

use crate::world::{any_sheet, ballot, best, marks_of, pack, picks, remarked, sheet};

/// The ballot after following a way.
fn followed(sheet: &Sheet, ballot: &Ballot, way: &Way) -> Ballot {
    way.raises.iter().fold(ballot.clone(), |ballot, raise| {
        let (place, _) = sheet.criterion(raise.criterion.as_str()).expect("a criterion");
        remarked(sheet, &ballot, place, raise.to)
    })
}

/// The least (effort, extra points) over every combination of raises on the criteria at `free`.
fn exhaustive(
    pack: &Pack,
    sheet: &Sheet,
    start: &Ballot,
    free: &[usize],
    star: Star,
    effort: &Effort,
) -> Option<(u64, u16)> {
    let Some((&place, rest)) = free.split_first() else {
        return (verdict_of(pack, sheet, start).star >= Some(star)).then_some((0, 0));
    };
    let criterion = &sheet.criteria()[place];
    let now = start.points_at(place);
    let raises = marks_of(criterion).into_iter().filter(|mark| mark.points > now);
    let mut found = vec![exhaustive(pack, sheet, start, rest, star, effort)];
    for Mark { points, .. } in raises {
        let raised = remarked(sheet, start, place, points);
        let (cost, extra) = (u64::from(effort.of(&criterion.id)), u16::from(points.get() - now.get()));
        found.push(
            exhaustive(pack, sheet, &raised, rest, star, effort)
                .map(|least| (least.0 + cost, least.1 + extra)),
        );
    }
    found.into_iter().flatten().min()
}

/// The best ballot, with the criteria at `free` set back to their lowest mark: only these can be raised.
fn set_back(sheet: &Sheet, free: &[usize]) -> Ballot {
    free.iter().fold(best(sheet, "m"), |ballot, place| remarked(sheet, &ballot, *place, Points::ZERO))
}

/// Six criteria that hang on no other one, so that the search sees what the ballot screen allows.
fn free_places(sheet: &Sheet, seed: &[usize]) -> Vec<usize> {
    let linked =
        |place: &usize| {
            let key = &sheet.criteria()[*place].key;
            let depends = |rule: &ocop::sheet::Rule| matches!(rule, ocop::sheet::Rule::AppliesIf { .. });
            sheet.criteria()[*place].rules.iter().any(depends)
                || sheet.criteria().iter().flat_map(|criterion| &criterion.rules).any(
                    |rule| matches!(rule, ocop::sheet::Rule::AppliesIf { key: other, .. } if other == key),
                )
        };
    let mut places: Vec<usize> = seed.iter().map(|pick| pick % sheet.criteria().len()).collect();
    places.retain(|place| !linked(place));
    places.sort_unstable();
    places.dedup();
    places.truncate(6);
    places
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_way_is_the_least_of_all_combinations(
        (pack, sheet) in any_sheet(),
        seed in prop::collection::vec(0..40_usize, 8),
        weights in prop::collection::vec(1..4_u32, 8),
        star in prop::sample::select(vec![Star::Three, Star::Four, Star::Five]),
    ) {
        let free = free_places(sheet, &seed);
        let start = set_back(sheet, &free);
        let effort = free.iter().zip(weights).fold(Effort::default(), |effort, (place, weight)| {
            effort.with(sheet.criteria()[*place].id.clone(), weight)
        });
        let way = to_star(pack, sheet, &start, star, &effort).expect("the best ballot is a way");
        let least = exhaustive(pack, sheet, &start, &free, star, &effort);
        prop_assert_eq!(Some((way.effort, way.extra)), least);
    }

    #[test]
    fn following_the_way_reaches_the_star_and_no_raise_can_be_left_out(
        (pack, sheet) in any_sheet(),
        picked in picks(),
        star in prop::sample::select(vec![Star::Three, Star::Four, Star::Five]),
    ) {
        let start = ballot(sheet, "m", &picked);
        let Some(way) = to_star(pack, sheet, &start, star, &Effort::default()) else {
            return Err(TestCaseError::fail("every sheet leads to five stars"));
        };
        let end = followed(sheet, &start, &way);
        prop_assert!(verdict_of(pack, sheet, &end).star >= Some(star));
        prop_assert_eq!(end.parts(sheet).iter().sum::<u16>(), way.total);
        for left_out in 0..way.raises.len() {
            let mut less = way.clone();
            less.raises.remove(left_out);
            prop_assert!(verdict_of(pack, sheet, &followed(sheet, &start, &less)).star < Some(star));
        }
    }
}

#[test]
fn a_star_that_is_reached_needs_nothing() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 14));
    let way = to_star(pack, sheet, &best(sheet, "m"), Star::Five, &Effort::default()).expect("a way");
    assert!(way.raises.is_empty() && way.extra == 0 && way.total == 100);
    assert_eq!(to_next_star(pack, sheet, &best(sheet, "m"), &Effort::default()), None);
}

#[test]
fn a_raise_names_its_gate_and_the_evidence_that_supports_it() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 14));
    let (place, _) = sheet.criterion("1.4").expect("a criterion");
    let start = remarked(sheet, &best(sheet, "m"), place, Points::new(1));
    let way = to_next_star(pack, sheet, &start, &Effort::default()).expect("a way");
    assert_eq!((way.star, way.raises.len()), (Star::Four, 1));
    let raise = &way.raises[0];
    assert_eq!((raise.from, raise.to), (Points::new(1), Points::new(2)));
    assert_eq!((raise.gate, &raise.evidence[..]), (Some(Star::Four), &["E03".to_owned()][..]));
}

#[test]
fn what_applies_only_with_another_criterion_is_not_raised_without_it() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 14));
    let start = Ballot::blank(sheet, "m");
    let dear = Effort::default().with("5.1".into(), 1_000_000);
    let way = to_star(pack, sheet, &start, Star::Three, &dear).expect("a way");
    let raised = |id: &str| way.raises.iter().any(|raise| raise.criterion.as_str() == id);
    assert!(raised("5.1") || !raised("5.2"));
}

#[test]
fn a_chosen_case_stays_chosen() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 26));
    let marks = sheet.criteria().iter().map(|criterion| {
        let case = criterion.has_cases().then_some(Case::B);
        (criterion.id.clone(), Mark { case, points: Points::ZERO })
    });
    let start = Ballot::new(sheet, "m", marks).expect("allowed marks");
    let way = to_star(pack, sheet, &start, Star::Five, &Effort::default()).expect("a way");
    let cased = way.raises.iter().filter(|raise| ["8", "9", "15"].contains(&raise.criterion.as_str()));
    let cases: Vec<Option<Case>> = cased.map(|raise| raise.case).collect();
    assert!(!cases.is_empty() && cases.iter().all(|case| *case == Some(Case::B)), "{cases:?}");
}
