//! `sen epcis check` and `sen epcis hash`.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::world::{Ran, sen};

const GOOD: &str = r#"{"@context":"https://ref.gs1.org/standards/epcis/epcis-context.jsonld","type":"ObjectEvent",
"eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00","action":"OBSERVE","bizStep":"shipping",
"epcList":["urn:epc:id:sgtin:0614141.107346.2017"]}"#;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("good.json", GOOD);
        folder.write("bad.json", &GOOD.replace("shipping", "baking").replace("OBSERVE", "LOOK"));
        folder.write("none.json", r#"{"a":1}"#);
        folder.write("broken.json", r#"{"a":"#);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn run(&self, verb: &str, names: &[&str], flags: &[&str]) -> Ran {
        let files = names.iter().map(|name| self.path(name));
        let words = ["epcis", verb].map(str::to_owned).into_iter().chain(files);
        sen(words.chain(flags.iter().map(|flag| (*flag).to_owned())))
    }
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_file_has_its_line_with_every_error_at_its_place() {
    let folder = Folder::new();
    let ran = folder.run("check", &["good.json", "bad.json", "none.json", "broken.json"], &["--json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let lines = lines(&ran);
    assert_eq!(lines[0], json!({"file": folder.path("good.json"), "ok": true, "errors": [], "warnings": []}));
    let errors = |line: usize| -> Vec<(String, String)> {
        let text = |error: &Value, key: &str| error[key].as_str().unwrap().to_owned();
        let errors = lines[line]["errors"].as_array().unwrap().iter();
        errors
            .map(|error| {
                assert!(!text(error, "message").is_empty());
                (text(error, "at"), text(error, "code"))
            })
            .collect()
    };
    let pair = |at: &str, code: &str| (at.to_owned(), code.to_owned());
    assert_eq!(errors(1), [pair("/action", "bad-action"), pair("/bizStep", "unknown-word")]);
    assert_eq!(errors(2), [pair("", "not-epcis")]);
    assert_eq!(errors(3), [pair("", "cut")]);
    assert!(lines[1..].iter().all(|line| line["ok"] == false));
}

#[test]
fn whoever_asks_learns_the_grade_of_each_event() {
    let folder = Folder::new();
    folder.write("own.json", &GOOD.replace("\"shipping\"", "\"https://example.com/steps/baking\""));
    let ran =
        folder.run("check", &["good.json", "own.json", "bad.json"], &["--json", "--grade", "--lang", "en"]);
    let lines = lines(&ran);
    assert_eq!(lines[0]["grades"], json!([{"grade": "cbv-compliant", "reasons": [], "left_out": 0}]));
    assert_eq!(lines[1]["grades"][0]["grade"], "cbv-compatible");
    assert_eq!(lines[1]["grades"][0]["reasons"][0]["at"], "/bizStep");
    assert_eq!(lines[1]["grades"][0]["reasons"][0]["code"], "own-word");
    assert_eq!((ran.code, &lines[2]["ok"], &lines[2]["grades"]), (1, &json!(false), &json!([])));
    let ran = folder.run("check", &["own.json"], &["--grade"]);
    assert_eq!(ran.code, 0, "a grade is no error: {ran:?}");
    assert!(ran.out.contains("sự kiện 1: tương thích CBV") && ran.err.contains("/bizStep"), "{ran:?}");
}

#[test]
fn people_read_sentences_in_their_language() {
    let folder = Folder::new();
    let ran = folder.run("check", &["good.json", "bad.json"], &[]);
    assert_eq!((ran.code, ran.out.lines().count(), ran.err.lines().count()), (1, 1, 2), "{ran:?}");
    assert!(ran.out.contains("hợp lệ") && ran.err.contains("lỗi /action"), "{ran:?}");
    let ran = folder.run("check", &["bad.json"], &["--lang", "en"]);
    assert!(ran.err.contains("error /action") && ran.err.contains("LOOK"), "{ran:?}");
}

#[test]
fn a_file_that_cannot_be_opened_does_not_keep_the_others_back() {
    let folder = Folder::new();
    let ran = folder.run("check", &["absent.json", "good.json"], &["--json"]);
    assert_eq!((ran.code, lines(&ran)[1]["ok"].as_bool()), (2, Some(true)), "{ran:?}");
    assert!(ran.err.contains("absent.json"), "{ran:?}");
    let ran = folder.run("hash", &["absent.json", "good.json"], &[]);
    assert_eq!((ran.code, ran.out.lines().count()), (2, 1), "{ran:?}");
    assert_eq!(sen(["epcis", "check"]).code, 2);
}

#[test]
fn events_are_hashed_in_document_order_valid_or_not() {
    let folder = Folder::new();
    let ran = folder.run("hash", &["good.json", "bad.json"], &[]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 2), "{ran:?}");
    let form = |line: &str| line.starts_with("ni:///sha-256;") && line.ends_with("?ver=CBV2.0");
    assert!(ran.out.lines().all(form), "{ran:?}");
    let ran = folder.run("hash", &["good.json"], &["--prehash"]);
    let wanted = "eventType=ObjectEventeventTime=2026-07-21T23:45:00.000ZeventTimeZoneOffset=+07:00\
                  epcListepc=https://id.gs1.org/01/10614141073464/21/2017action=OBSERVE\
                  bizStep=https://ref.gs1.org/cbv/BizStep-shipping\n";
    assert_eq!(ran.out, wanted);
}

#[test]
fn hashes_of_a_file_stand_in_one_line_of_json() {
    let folder = Folder::new();
    let ran = folder.run("hash", &["good.json", "none.json"], &["--json", "--prehash"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let lines = lines(&ran);
    assert_eq!(lines[0]["hashes"].as_array().map(Vec::len), Some(1));
    assert_eq!(lines[0]["prehashes"].as_array().map(Vec::len), Some(1));
    assert!(
        lines[1]["error"].as_str().is_some_and(|error| !error.is_empty()) && lines[1]["hashes"].is_null()
    );
    let ran = folder.run("hash", &["good.json"], &["--json"]);
    assert!(ran.json()["prehashes"].is_null(), "{ran:?}");
}
