//! `sen grade`: what the figures mean.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::world::{Desk, sen};

#[test]
fn the_published_example_comes_out_as_published() {
    let design = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/design");
    let Ok(wanted) = fs::read_to_string(design.join("example-14.json")) else {
        eprintln!("SKIPPED: {} is absent", design.display());
        return;
    };
    let ballots = design.join("example-14.csv");
    let words = ["grade", ballots.to_str().expect("UTF-8"), "--rules", "qd26-2026", "--set", "14", "--json"];
    let ran = sen(words);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let wanted: Value = serde_json::from_str(&wanted).expect("JSON");
    assert_eq!(ran.json(), wanted);
}

#[test]
fn the_answer_has_these_keys_in_this_order_and_no_others() {
    let desk = Desk::rows("P1,m1,1.1,,4\nP1,council,FORGED_DOSSIER,,\n");
    let ran = desk.grade("--rules qd26-2026 --set 14 --json");
    let start = r#"[{"product":"P1","rules":"qd26-2026","set":14,"ballots":[{"member":"m1","total":4,"parts":{"A":4,"B":0,"C":0}}],"mean":"4","mean_exact":"4","spread":0,"spread_exceeded":false,"band":1,"star":null,"recognised":false,"failed_gates":[{"star":3,"criterion":"#;
    assert!(ran.out.starts_with(start), "{}", ran.out);
    let end = r#""disqualified":["FORGED_DOSSIER"],"stopped":[]}]"#;
    assert!(ran.out.trim_end().ends_with(end), "{}", ran.out);
}

#[test]
fn products_and_members_stand_in_the_order_they_first_appear() {
    let desk = Desk::rows("B,m2,1.1,,4\nA,m1,1.1,,1\nB,m1,1.1,,1\nA,m2,1.1,,2\nB,m2,1.2,,1\n");
    let answer = desk.graded(14);
    let order = |product: usize| -> Vec<String> {
        let ballots = answer[product]["ballots"].as_array().expect("a list");
        ballots.iter().map(|ballot| ballot["member"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!((answer[0]["product"].as_str(), answer[1]["product"].as_str()), (Some("B"), Some("A")));
    assert_eq!((order(0), order(1)), (vec!["m2".into(), "m1".into()], vec!["m1".into(), "m2".into()]));
    let unmarked = answer[0]["unmarked"].as_array().expect("a list");
    assert_eq!(unmarked.len(), 27 + 28);
    assert_eq!(unmarked[0], json!({"member": "m2", "criterion": "1.3"}));
    assert_eq!(unmarked[27], json!({"member": "m1", "criterion": "1.2"}));
}

#[test]
fn the_mean_is_exact_and_shown_to_four_places() {
    let desk = Desk::rows("P,a,1.1,,1\nP,b,1.1,,0\nP,c,1.1,,1\nQ,a,1.1,,4\n");
    let answer = desk.graded(14);
    assert_eq!((answer[0]["mean"].as_str(), answer[0]["mean_exact"].as_str()), (Some("0.6667"), Some("2/3")));
    assert_eq!((answer[1]["mean"].as_str(), answer[1]["mean_exact"].as_str()), (Some("4"), Some("4")));
}

#[test]
fn the_spread_is_exceeded_only_above_the_limit() {
    let desk = Desk::rows("P,a,1.1,,4\nP,b,1.1,,1\n");
    for (limit, exceeded) in [("0", true), ("2", true), ("3", false), ("10", false)] {
        let ran = desk.grade(&format!("--rules qd26-2026 --set 14 --json --spread-limit {limit}"));
        let answer = &ran.json()[0];
        assert_eq!(
            (answer["spread"].as_u64(), answer["spread_exceeded"].as_bool()),
            (Some(3), Some(exceeded))
        );
    }
    assert_eq!(desk.grade("--rules qd26-2026 --set 14 --spread-limit=-1").code, 2);
    assert_eq!(desk.grade("--rules qd26-2026 --set 14 --spread-limit 1.5").code, 2);
}

/// What is compared at the gate "3 stars, 1.1, at least 1" of set 14, where it is not met.
fn compared(marks: &[u8], basis: &str) -> Option<String> {
    let rows: String = marks.iter().enumerate().map(|(n, mark)| format!("P,m{n},1.1,,{mark}\n")).collect();
    let ran = Desk::rows(&rows).grade(&format!("--rules qd26-2026 --set 14 --json --gate-basis {basis}"));
    let answer = ran.json();
    let gates = answer[0]["failed_gates"].as_array().expect("a list");
    let gate = gates.iter().find(|gate| gate["criterion"] == "1.1")?;
    assert_eq!((gate["star"].as_u64(), gate["needs"].as_u64()), (Some(3), Some(1)));
    Some(gate["has"].as_str().expect("a decimal").to_owned())
}

#[test]
fn a_gate_is_met_by_its_basis() {
    let table: [(&[u8], &str, Option<&str>); 9] = [
        (&[0, 1, 1], "agreed", None),
        (&[0, 0, 4], "agreed", Some("0")),
        (&[0, 4], "agreed", Some("0")),
        (&[1, 4], "agreed", None),
        (&[0, 1, 1], "each", Some("0")),
        (&[1, 1, 4], "each", None),
        (&[0, 0, 1], "mean", Some("0.3333")),
        (&[0, 0, 2], "mean", Some("0.6667")),
        (&[0, 2], "mean", None),
    ];
    for (marks, basis, has) in table {
        assert_eq!(compared(marks, basis).as_deref(), has, "{marks:?} {basis}");
    }
    assert_eq!(Desk::rows("P,a,1.1,,4\n").grade("--rules qd26-2026 --set 14 --gate-basis most").code, 2);
}

#[test]
fn failed_gates_stand_by_star_and_then_in_the_sheets_order() {
    let answer = Desk::rows("P,a,1.3,,3\n").graded(14);
    let gates = answer[0]["failed_gates"].as_array().expect("a list");
    let stars: Vec<u64> = gates.iter().map(|gate| gate["star"].as_u64().expect("a star")).collect();
    assert!(stars.is_sorted() && stars.first() == Some(&3) && stars.last() == Some(&5));
    assert_eq!(gates.len(), 8 + 10 + 3);
}

#[test]
fn a_product_with_codes_and_no_ballot_has_no_figures() {
    let answer = Desk::rows("P,council,UNSAFE_FOREIGN_MATTER,,\n").graded(9);
    let wanted = json!([{"product": "P", "rules": "qd26-2026", "set": 9, "ballots": [], "mean": null,
        "mean_exact": null, "spread": null, "spread_exceeded": false, "band": null, "star": null,
        "recognised": false, "failed_gates": [], "unmarked": [], "disqualified": [],
        "stopped": ["UNSAFE_FOREIGN_MATTER"]}]);
    assert_eq!(answer, wanted);
}

#[test]
fn a_sheet_with_a_declared_defect_is_graded_with_a_warning_on_stderr() {
    let desk = Desk::rows("P,a,1.a,,1\n");
    let ran = desk.grade("--rules qd148-2023 --set 13 --json");
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("bộ 13") && ran.err.contains("33"), "{}", ran.err);
    assert_eq!(ran.json()[0]["ballots"][0]["total"], 1);
    assert_eq!(desk.grade("--rules qd148-2023 --set 14 --json").err, "");
}

#[test]
fn implied_options_and_corrections_count() {
    assert_eq!(Desk::rows("P,a,2.4,,1\n").graded(14)[0]["mean"], "1");
    assert_eq!(Desk::rows("P,a,6.2,,0\nP,b,6.2,,1\n").graded(23)[0]["mean"], "0.5");
    assert_eq!(Desk::rows("P,a,6.1.1,,11\n").refused(11).len(), 1);
    let old = Desk::rows("P,a,1.đ,,1\nP,a,3.e,,2\n").grade("--rules qd148-2023 --set 1 --json");
    assert_eq!(old.json()[0]["mean"], "3");
}

#[test]
fn rules_or_a_set_that_do_not_exist_are_exit_2() {
    let desk = Desk::rows("P,a,1.1,,1\n");
    for words in [
        "--rules qd27 --set 1",
        "--rules qd26-2026 --set 0",
        "--rules qd26-2026 --set 27",
        "--rules qd26-2026",
    ] {
        let ran = desk.grade(words);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words}");
        assert!(!ran.err.is_empty());
    }
    assert_eq!(sen(["grade", "/no/such/file", "--rules", "qd26-2026", "--set", "1"]).code, 2);
    assert_eq!(desk.grade("--rules qd26-2026 --set 1 --json --xlsx x.xlsx").code, 2);
}

#[test]
fn people_read_the_result_in_their_own_language() {
    let desk = Desk::rows("P,a,1.1,,4\n");
    let vi = desk.grade("--rules qd26-2026 --set 14").out;
    assert!(vi.starts_with("P: 1 sao, không công nhận\n"), "{vi}");
    let en = desk.grade("--rules qd26-2026 --set 14 --lang en").out;
    assert!(en.contains("mean 4 (band of 1 stars), spread 0") && en.contains("a did not mark 1.2"), "{en}");
}
