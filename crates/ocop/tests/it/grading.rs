//! Grading against a slow reference, written from the words of the rules alone.

use ocop::ballot::COUNCIL;
use ocop::grade::Reason;
use ocop::{Ballot, Candidate, GateBasis, Points, Ratio, Row, Sheet, Star, Terms, grade, verdict_of};
use proptest::prelude::*;

use crate::world::{any_sheet, ballot, best, marks_of, pack, picks, remarked, sheet, sheets};

fn candidate(ballots: Vec<Ballot>) -> Candidate {
    Candidate { product: "P".into(), ballots, codes: Vec::new() }
}

/// The star by the words of the rules: bands on the exact mean, gates one by one, fractions as pairs.
fn reference_star(sheet: &Sheet, ballots: &[Ballot], basis: GateBasis) -> u8 {
    let n = ballots.len() as i64;
    let mut sum = 0;
    for ballot in ballots {
        for place in 0..sheet.criteria().len() {
            sum += i64::from(ballot.points_at(place).get());
        }
    }
    let band = if sum >= 90 * n {
        5
    } else if sum >= 70 * n {
        4
    } else if sum >= 50 * n {
        3
    } else if sum >= 30 * n {
        2
    } else {
        1
    };
    let mut star = band.min(2);
    for candidate in 3..=band {
        let met = sheet.criteria().iter().enumerate().all(|(place, criterion)| {
            criterion.gates.iter().filter(|(star, _)| star.number() == candidate).all(|(_, needs)| {
                let marks: Vec<i64> = ballots.iter().map(|b| i64::from(b.points_at(place).get())).collect();
                let needs = i64::from(needs.get());
                match basis {
                    GateBasis::Each => marks.iter().all(|mark| *mark >= needs),
                    GateBasis::Mean => marks.iter().sum::<i64>() >= needs * n,
                    GateBasis::Agreed => {
                        let count = |points: i64| marks.iter().filter(|mark| **mark == points).count();
                        let most = (0..=100).map(count).max().unwrap_or(0);
                        (0..=100).find(|points| count(*points) == most).unwrap_or(0) >= needs
                    }
                }
            })
        });
        if !met {
            break;
        }
        star = candidate;
    }
    star
}

fn bases() -> impl Strategy<Value = GateBasis> {
    prop::sample::select(vec![GateBasis::Agreed, GateBasis::Each, GateBasis::Mean])
}

#[test]
fn the_best_ballot_gets_all_points_and_five_stars_less_only_where_a_defect_is_declared() {
    for (pack, sheet) in sheets() {
        let less = match (pack.id().as_str(), sheet.set().get()) {
            ("qd148-2023", 11 | 12) => 3,
            ("qd148-2023", 13) => 2,
            ("qd148-2023", 7) => 1,
            _ => 0,
        };
        let verdict = verdict_of(pack, sheet, &best(sheet, "m"));
        assert_eq!(verdict.mean, Some(Ratio::from_integer(100 - less)), "{} {}", pack.id(), sheet.set());
        assert_eq!(verdict.star, Some(Star::Five), "{} {}", pack.id(), sheet.set());
        assert!(verdict.failed_gates.is_empty() && verdict.unmarked.is_empty() && verdict.recognised);
        assert_eq!(sheet.best_total(), 100 - u16::try_from(less).expect("small"));
    }
}

/// The best ballot with one criterion just below a gate falls to the star below the gate's, where the points
/// still lie in the gate's band.
#[test]
fn a_criterion_below_its_gate_loses_exactly_that_star() {
    for (pack, sheet) in sheets() {
        for (place, criterion) in sheet.criteria().iter().enumerate() {
            for (star, needs) in &criterion.gates {
                let below = marks_of(criterion).iter().map(|mark| mark.points).rfind(|points| points < needs);
                let below = below.expect("0 is below every gate");
                let verdict = verdict_of(pack, sheet, &remarked(sheet, &best(sheet, "m"), place, below));
                let lowest = criterion.gates.iter().find(|(_, needs)| *needs > below).expect("this one").0;
                let expected = lowest.previous().min(verdict.band);
                assert_eq!(verdict.star, expected, "{} {} {}", pack.id(), sheet.set(), criterion.id);
                let failed =
                    verdict.failed_gates.iter().any(|gate| gate.star == *star && gate.needs == *needs);
                assert!(failed);
            }
        }
    }
}

#[test]
fn a_failed_gate_lowers_the_star_not_the_points() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 14));
    let (place, _) = sheet.criterion("2.3").expect("a criterion");
    let verdict = verdict_of(pack, sheet, &remarked(sheet, &best(sheet, "m"), place, Points::new(1)));
    assert_eq!(verdict.mean, Some(Ratio::from_integer(98)));
    assert_eq!((verdict.band, verdict.star), (Some(Star::Five), Some(Star::Three)));
    let refused = Reason::GateFailed {
        star: Star::Four,
        criterion: "2.3".into(),
        needs: Points::new(3),
        has: Ratio::from_integer(1),
    };
    assert!(verdict.reasons.contains(&refused));
    let basis = refused.basis(pack, sheet).expect("a gate is printed somewhere");
    assert_eq!((basis.article, basis.source), (Some("foot of each sheet"), "S1"));
}

#[test]
fn points_below_a_band_are_a_reason_too() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 14));
    let verdict = verdict_of(pack, sheet, &Ballot::blank(sheet, "m"));
    assert_eq!(verdict.star, Some(Star::One));
    let short = Reason::PointsShort { star: Star::Three, needs: 50, has: Ratio::from_integer(0) };
    assert!(verdict.reasons.contains(&short));
    assert_eq!(verdict.unmarked.len(), sheet.criteria().len());
}

#[test]
fn the_band_is_that_of_the_exact_mean() {
    let pack = pack("qd26-2026");
    let table = [
        (100, 1, 5),
        (90, 1, 5),
        (89_999, 1000, 4),
        (70, 1, 4),
        (209, 3, 3),
        (50, 1, 3),
        (149, 3, 2),
        (30, 1, 2),
        (89, 3, 1),
        (0, 1, 1),
    ];
    for (n, d, star) in table {
        assert_eq!(pack.band(Ratio::new(n, d)).number(), star, "{n}/{d}");
    }
}

fn rows<'a>(rows: &'a [(&'a str, &'a str, &'a str, &'a str)]) -> impl Iterator<Item = Row<'a>> {
    (2..).zip(rows).map(|(number, (product, member, criterion, points))| Row {
        number,
        product,
        member,
        criterion,
        case: "",
        points,
    })
}

#[test]
fn a_code_takes_the_star_and_leaves_the_totals() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 9));
    let given = [
        ("P", COUNCIL, "UNSAFE_FOREIGN_MATTER", ""),
        ("P", "m1", "1.1", "3"),
        ("P", COUNCIL, "IMPORTED_OR_UNKNOWN_MATERIAL", ""),
        ("P", COUNCIL, "DOSSIER_NOT_COMPLIANT", ""),
        ("P", COUNCIL, "FORGED_DOSSIER", ""),
        ("P", COUNCIL, "NO_FOOD_SAFETY_CERTIFICATE", ""),
    ];
    let candidates = ocop::ballot::read(sheet, rows(&given)).expect("good rows");
    let verdict = grade(pack, sheet, &candidates[0], Terms::default());
    let names = |codes: &[ocop::Code]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let order = [
        "FORGED_DOSSIER",
        "DOSSIER_NOT_COMPLIANT",
        "NO_FOOD_SAFETY_CERTIFICATE",
        "IMPORTED_OR_UNKNOWN_MATERIAL",
    ];
    assert_eq!(names(&verdict.disqualified), order);
    assert_eq!(names(&verdict.stopped), ["UNSAFE_FOREIGN_MATTER"]);
    assert_eq!((verdict.star, verdict.recognised), (None, false));
    assert_eq!((verdict.mean, verdict.band), (Some(Ratio::from_integer(3)), Some(Star::One)));
}

#[test]
fn codes_without_a_ballot_give_no_figures() {
    let (pack, sheet) = (pack("qd26-2026"), sheet(pack("qd26-2026"), 26));
    let given = [("P", COUNCIL, "FORGED_DOSSIER", "")];
    let candidates = ocop::ballot::read(sheet, rows(&given)).expect("good rows");
    let verdict = grade(pack, sheet, &candidates[0], Terms::default());
    assert_eq!((verdict.mean, verdict.spread, verdict.band, verdict.star), (None, None, None, None));
    assert!(!verdict.spread_exceeded && !verdict.recognised);
    assert!(verdict.ballots.is_empty() && verdict.failed_gates.is_empty() && verdict.unmarked.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_engine_and_the_slow_reference_agree(
        (pack, sheet) in any_sheet(),
        picked in prop::collection::vec(picks(), 1..6),
        gate_basis in bases(),
    ) {
        let ballots: Vec<Ballot> =
            picked.iter().enumerate().map(|(n, picks)| ballot(sheet, &format!("m{n}"), picks)).collect();
        let terms = Terms { gate_basis, spread_limit: 10 };
        let verdict = grade(pack, sheet, &candidate(ballots.clone()), terms);
        prop_assert_eq!(verdict.star.map(Star::number), Some(reference_star(sheet, &ballots, gate_basis)));
        let totals: Vec<u16> = verdict.ballots.iter().map(|tally| tally.total).collect();
        let spread = totals.iter().max().expect("one") - totals.iter().min().expect("one");
        prop_assert_eq!((verdict.spread, verdict.spread_exceeded), (Some(spread), spread > 10));
    }

    #[test]
    fn the_order_of_ballots_changes_no_figure(
        (pack, sheet) in any_sheet(),
        picked in prop::collection::vec(picks(), 2..6),
        gate_basis in bases(),
    ) {
        let mut ballots: Vec<Ballot> =
            picked.iter().enumerate().map(|(n, picks)| ballot(sheet, &format!("m{n}"), picks)).collect();
        let terms = Terms { gate_basis, spread_limit: 10 };
        let one = grade(pack, sheet, &candidate(ballots.clone()), terms);
        ballots.reverse();
        let other = grade(pack, sheet, &candidate(ballots), terms);
        prop_assert_eq!(one.mean, other.mean);
        prop_assert_eq!(one.star, other.star);
        prop_assert_eq!(one.failed_gates, other.failed_gates);
    }

    #[test]
    fn a_higher_option_never_lowers_the_star((pack, sheet) in any_sheet(), picked in picks(), at in 0..40_usize) {
        let before = ballot(sheet, "m", &picked);
        let place = at % sheet.criteria().len();
        let star = verdict_of(pack, sheet, &before).star;
        let case = before.marks()[place].and_then(|mark| mark.case);
        for mark in marks_of(&sheet.criteria()[place]) {
            if mark.points >= before.points_at(place) && (case.is_none() || mark.case == case) {
                prop_assert!(verdict_of(pack, sheet, &remarked(sheet, &before, place, mark.points)).star >= star);
            }
        }
    }

    #[test]
    fn one_ballot_meets_the_same_gates_on_every_basis((pack, sheet) in any_sheet(), picked in picks()) {
        let ballots = vec![ballot(sheet, "m", &picked)];
        let on = |gate_basis| grade(pack, sheet, &candidate(ballots.clone()), Terms { gate_basis, spread_limit: 0 });
        prop_assert_eq!(on(GateBasis::Agreed), on(GateBasis::Each));
        prop_assert_eq!(on(GateBasis::Agreed), on(GateBasis::Mean));
    }
}
