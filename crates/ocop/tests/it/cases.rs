//! The dated cases of the packs: sentences that must hold.

use std::fs;

use jiff::civil::Date;
use ocop::pack::ApplicationKind;
use ocop::procedure::StepId;
use ocop::{Ratio, Words};
use serde::Deserialize;

use crate::world::{LIBRARY, pack, rules};

#[derive(Deserialize)]
struct Case {
    says: Words,
    #[serde(flatten)]
    asked: Asked,
}

#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "lowercase")]
enum Asked {
    Rules { received: Date, kind: Kind, today: Option<Date>, expect: RulesExpected },
    Deadlines { pack: String, issued: Date, expect: DeadlinesExpected },
    Decides { on: Date, mean: (i64, i64), expect: LevelExpected },
    Due { step: String, from: Date, expect: DueExpected },
    Round { level: String, on: Date, variant_on: Option<Date>, expect: RoundExpected },
    Revoke { pack: String, concluded: Date, expect: RevokeExpected },
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Kind {
    First,
    Upgrade,
    ReEvaluation,
}

#[derive(Deserialize)]
struct RulesExpected {
    rules: Option<String>,
    finish_by: Option<Date>,
}

#[derive(Deserialize)]
struct DeadlinesExpected {
    expires: Date,
    opens: Date,
    closes: Date,
    late_until: Date,
}

#[derive(Deserialize)]
struct LevelExpected {
    level: Option<String>,
}

#[derive(Deserialize)]
struct DueExpected {
    due: Date,
}

#[derive(Deserialize)]
struct RoundExpected {
    number: u8,
    request_before: Date,
    results_before: Date,
}

#[derive(Deserialize)]
struct RevokeExpected {
    by: Date,
}

fn holds(folder: &str, asked: &Asked) -> bool {
    match asked {
        Asked::Rules { received, kind, today, expect } => {
            let kind = match kind {
                Kind::First => ApplicationKind::First,
                Kind::Upgrade => ApplicationKind::Upgrade,
                Kind::ReEvaluation => ApplicationKind::ReEvaluation,
            };
            let found = LIBRARY.rules_on(today.unwrap_or(*received), *received, kind).ok();
            found.map(|rules| rules.pack.id().to_string()) == expect.rules
                && found.and_then(|rules| rules.finish_by) == expect.finish_by
        }
        Asked::Deadlines { pack: id, issued, expect } => {
            let found = LIBRARY.deadlines(pack(id), *issued).expect("in range");
            (found.expires, found.opens, found.closes, found.late_until)
                == (expect.expires, Some(expect.opens), Some(expect.closes), Some(expect.late_until))
        }
        Asked::Decides { on, mean, expect } => {
            let variant = pack(folder).procedure().on(*on);
            let level = variant.and_then(|variant| variant.decides(Ratio::new(mean.0, mean.1)));
            level.map(|level| level.id.clone()) == expect.level
        }
        Asked::Due { step, from, expect } => {
            let variant = pack(folder).procedure().on(*from).expect("a procedure");
            let step = variant.step(&StepId::from(step.as_str())).expect("a step");
            step.due(*from, LIBRARY.calendar()) == Some(expect.due)
        }
        Asked::Round { level, on, variant_on, expect } => {
            let variant = pack(folder).procedure().on(variant_on.unwrap_or(*on)).expect("a procedure");
            let found = variant.next_round(level, *on).expect("a round");
            (found.number, found.request_before, found.results_before)
                == (expect.number, expect.request_before, expect.results_before)
        }
        Asked::Revoke { pack: id, concluded, expect } => pack(id).revoke_by(*concluded) == Some(expect.by),
    }
}

#[test]
fn every_dated_case_of_every_pack_holds() {
    let mut held = 0;
    for folder in LIBRARY.packs().iter().map(|pack| pack.id().as_str()) {
        let files = fs::read_dir(rules().join(folder).join("cases")).expect("a pack has cases");
        for file in files {
            let path = file.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("readable");
            let cases: Vec<Case> = serde_saphyr::from_str(&text).expect("cases");
            for case in cases {
                assert!(holds(folder, &case.asked), "{}: {}", path.display(), case.says.en);
                held += 1;
            }
        }
    }
    assert!(held > 20, "{held} cases");
}

#[test]
fn the_old_decision_lapses_on_the_day_the_new_one_sets() {
    assert_eq!(LIBRARY.lapses(pack("qd148-2023")), Some("2026-07-21".parse().expect("a date")));
    assert_eq!(LIBRARY.lapses(pack("qd26-2026")), None);
}
