//! `sen gs1 check`.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::world::sen;

#[test]
fn a_text_is_answered_in_one_json_line() {
    let ran = sen(["gs1", "check", "(01)08936012345674(10)L1", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let line = r#"{"ok":true,"keys":{"01":"08936012345674","10":"L1"},"digital_link":"https://id.gs1.org/01/08936012345674/10/L1","urn":null}"#;
    assert_eq!(ran.out, format!("{line}\n"));
    let urn = "urn:epc:id:sgtin:4012345.012345.12";
    assert_eq!(sen(["gs1", "check", urn, "--json"]).json()["urn"], urn);
    let ran = sen(["gs1", "check", "https://sen.vn/01/08936012345673", "--json", "--lang", "en"]);
    assert_eq!(ran.code, 1);
    let message =
        "(01): the check digit is 3, but must be 4. Compare the number with the label, digit by digit.";
    assert_eq!(ran.json(), json!({"ok": false, "at": "01", "code": "check-digit", "message": message}));
}

#[test]
fn people_read_sentences() {
    let ran = sen(["gs1", "check", "08936012345674"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out, "(01) 08936012345674  GTIN\nhttps://id.gs1.org/01/08936012345674\n");
    let ran = sen(["gs1", "check", "08936012345673"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("(01): số kiểm tra đang là 3, đúng ra là 4."), "{}", ran.err);
}

#[test]
fn every_line_has_its_answer_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("codes.txt");
    let long = "1".repeat(200_000);
    fs::write(&file, format!("08936012345674\r\n\n{long}\n(01)08936012345674(17)270531")).unwrap();
    let ran = sen(["gs1", "check", "--lines", file.to_str().unwrap()]);
    let answers: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ok: Vec<bool> = answers.iter().map(|answer| answer["ok"].as_bool().unwrap()).collect();
    assert_eq!((ran.code, ok), (1, vec![true, false, false, true]));
    assert_eq!(answers[1]["code"], "nothing");
    fs::write(&file, "08936012345674\n").unwrap();
    let piped = Command::new(env!("CARGO_BIN_EXE_sen"))
        .args(["gs1", "check", "--lines", "-"])
        .stdin(fs::File::open(&file).unwrap())
        .output()
        .unwrap();
    assert!(piped.status.success() && piped.stdout.iter().filter(|byte| **byte == b'\n').count() == 1);
}

#[test]
fn a_call_that_cannot_be_used_is_exit_2() {
    assert_eq!(sen(["gs1", "check", "--lines", "/no/such/file"]).code, 2);
    assert_eq!(sen(["gs1", "check"]).code, 2);
}
