//! The order of steps.

use jiff::civil::date;
use ocop::Ratio;
use ocop::procedure::{Means, Refusal, StepId, Variant};

use crate::world::pack;

fn variant() -> &'static Variant {
    pack("qd26-2026").procedure().on(date(2026, 6, 1)).expect("a procedure")
}

fn ids(names: &[&str]) -> Vec<StepId> {
    names.iter().map(|name| StepId::from(*name)).collect()
}

fn means(pairs: &[(&str, i64)]) -> Means {
    pairs.iter().map(|(level, mean)| ((*level).to_owned(), Ratio::from_integer(*mean))).collect()
}

/// Walks the path, giving each council's mean once it has scored.
fn walk(given: &[(&str, &str, i64)]) -> Vec<String> {
    let (mut done, mut known) = (Vec::new(), Means::new());
    while let Some(step) = variant().next(&done, &known) {
        assert!(variant().admits(&step.id, &done, &known).is_ok());
        done.push(step.id.clone());
        for (after, level, mean) in given {
            if *after == step.id.as_str() {
                known.insert((*level).to_owned(), Ratio::from_integer(*mean));
            }
        }
    }
    done.iter().map(ToString::to_string).collect()
}

#[test]
fn below_ninety_the_path_ends_in_the_province() {
    let path = walk(&[("score", "province", 89)]);
    assert_eq!(path, ["submit", "commune_report", "receive", "advise", "score", "decide"]);
}

#[test]
fn from_ninety_the_path_goes_on_to_the_centre() {
    let path = walk(&[("score", "province", 90), ("central_score", "central", 90)]);
    let up = ["send_up", "central_receive", "central_advise", "central_score", "central_decide"];
    assert_eq!(path[6..], up);
}

#[test]
fn below_ninety_at_the_centre_the_province_decides() {
    let path = walk(&[("score", "province", 95), ("central_score", "central", 89)]);
    assert_eq!(path.last().map(String::as_str), Some("decide_below"));
    assert!(!path.iter().any(|step| step == "central_decide"));
}

#[test]
fn no_step_can_be_skipped_and_the_refusal_names_the_missing_one() {
    let steps: Vec<StepId> = variant().steps.iter().map(|step| step.id.clone()).take(6).collect();
    for (place, step) in steps.iter().enumerate().skip(1) {
        for missing in 0..place {
            let done: Vec<StepId> = steps[..place]
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != missing)
                .map(|(_, id)| id.clone())
                .collect();
            let refused = variant().admits(step, &done, &Means::new()).expect_err("a step is missing");
            assert_eq!(refused, Refusal::Missing(steps[missing].clone()));
        }
    }
}

#[test]
fn what_is_done_unknown_or_off_the_path_is_refused() {
    let done = ids(&["submit"]);
    let refused = |step: &str, done: &[StepId], means: &Means| {
        variant().admits(&StepId::from(step), done, means).expect_err("refused")
    };
    assert_eq!(refused("submit", &done, &Means::new()), Refusal::Done("submit".into()));
    assert_eq!(refused("dance", &done, &Means::new()), Refusal::Unknown("dance".into()));
    let all = ids(&["submit", "commune_report", "receive", "advise", "score", "decide"]);
    assert_eq!(refused("send_up", &all, &means(&[("province", 89)])), Refusal::OffPath("send_up".into()));
}

#[test]
fn a_return_undoes_what_came_after_the_step_it_goes_back_to() {
    let done = ids(&["submit", "commune_report"]);
    let kept = variant().returned(&StepId::from("receive"), &done, &Means::new()).expect("may return");
    assert_eq!(kept, []);
    let refused =
        variant().returned(&StepId::from("submit"), &[], &Means::new()).expect_err("returns nothing");
    assert_eq!(refused, Refusal::NoReturn("submit".into()));
}

#[test]
fn the_commune_judges_four_matters() {
    let step = variant().step(&StepId::from("commune_report")).expect("a step");
    assert_eq!(step.judges.len(), 4);
}
