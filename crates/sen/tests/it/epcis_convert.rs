//! `sen epcis convert`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::world::{Ran, sen};

const EVENT: &str = r#"{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{"x":"http://x.example/"}],
"type":"ObjectEvent","eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00","action":"ADD",
"bizStep":"commissioning","epcList":["urn:epc:id:sgtin:0614141.107346.2017"],"ilmd":{"cbvmda:lotNumber":"7"},
"x:plot":{"x:area":1.50,"x:organic":true}}"#;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        fs::create_dir(folder.0.path().join("out")).unwrap();
        folder.write("good.json", EVENT);
        folder.write(
            "new.json",
            &EVENT.replace("\"bizStep\"", "\"persistentDisposition\":{\"set\":[\"recalled\"]},\"bizStep\""),
        );
        folder.write("bad.json", &EVENT.replace("ADD", "LOOK"));
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn convert(&self, names: &[&str], words: &str) -> Ran {
        let files = names.iter().map(|name| self.path(name));
        let words =
            words.split(' ').map(|word| if word == "OUT" { self.path("out") } else { word.to_owned() });
        sen(["epcis", "convert"].map(str::to_owned).into_iter().chain(files).chain(words))
    }

    fn hash(&self, name: &str) -> String {
        let ran = sen(["epcis", "hash", &self.path(name)]);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    }
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_file_goes_to_stdout_and_keeps_its_hash() {
    let folder = Folder::new();
    let hash = folder.hash("good.json");
    for (to, name) in [("xml", "a.xml"), ("xml-1.2", "b.xml"), ("json", "c.json")] {
        let ran = folder.convert(&["good.json"], &format!("--to {to}"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        folder.write(name, &ran.out);
        assert_eq!(folder.hash(name), hash, "{to}");
        assert_eq!(sen(["epcis", "check", &folder.path(name)]).code, 0, "{to}");
        let back = folder.convert(&[name], "--to json");
        folder.write("back.json", &back.out);
        assert_eq!(folder.hash("back.json"), hash, "{to} and back");
    }
}

#[test]
fn many_files_go_into_a_folder_with_a_line_each() {
    let folder = Folder::new();
    folder.write("other.json", EVENT);
    let ran = folder.convert(&["good.json", "other.json"], "--to xml --out OUT --json");
    assert_eq!(ran.code, 0, "{ran:?}");
    let wanted = ["good", "other"].map(|name| {
        json!({"file": folder.path(&format!("{name}.json")), "out": folder.path(&format!("out/{name}.xml"))})
    });
    assert_eq!(lines(&ran), wanted);
    assert!(fs::read_to_string(folder.path("out/good.xml")).unwrap().starts_with("<?xml"));
    let ran = folder.convert(&["good.json"], "--to json --out OUT");
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1), "{ran:?}");
    assert!(Path::new(&folder.path("out/good.json")).exists());
}

#[test]
fn what_the_older_version_cannot_carry_is_refused_at_its_place() {
    let folder = Folder::new();
    let ran = folder.convert(&["new.json", "bad.json", "good.json"], "--to xml-1.2 --out OUT --json");
    assert_eq!(ran.code, 1, "{ran:?}");
    let lines = lines(&ran);
    let first =
        |line: usize| (lines[line]["errors"][0]["at"].as_str(), lines[line]["errors"][0]["code"].as_str());
    assert_eq!(first(0), (Some("/persistentDisposition"), Some("not-in-xml-1-2")));
    assert_eq!(first(1), (Some("/action"), Some("bad-action")));
    assert!(lines[0]["out"].is_null() && lines[2]["errors"].is_null(), "{lines:?}");
    assert!(!Path::new(&folder.path("out/new.xml")).exists());
    let ran = folder.convert(&["new.json"], "--to xml-1.2");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(ran.err.contains("/persistentDisposition: EPCIS 1.2"), "{ran:?}");
}

#[test]
fn calls_that_cannot_be_done_are_refused() {
    let folder = Folder::new();
    assert_eq!(folder.convert(&["good.json", "new.json"], "--to xml").code, 2);
    assert_eq!(folder.convert(&["good.json"], "--to csv").code, 2);
    let absent = folder.path("absent");
    let ran = sen(["epcis", "convert", &folder.path("good.json"), "--to", "xml", "--out", &absent]);
    assert!(ran.code == 2 && ran.err.contains("absent"), "{ran:?}");
    let ran = folder.convert(&["absent.json", "good.json"], "--to xml --out OUT --json");
    assert_eq!((ran.code, lines(&ran)[0]["errors"][0]["code"].as_str()), (2, Some("unreadable")), "{ran:?}");
    assert!(Path::new(&folder.path("out/good.xml")).exists());
}

#[test]
fn no_file_of_the_call_is_written_over() {
    let folder = Folder::new();
    let source = folder.path("good.json");
    let here = folder.0.path().to_str().unwrap().to_owned();
    let ran = sen(["epcis", "convert", &source, "--to", "json", "--out", &here]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(fs::read_to_string(&source).unwrap(), EVENT);
    folder.write("out/good.json", EVENT);
    let twice = folder.convert(&["good.json", "out/good.json"], "--to xml --out OUT --json");
    assert_eq!(
        (twice.code, lines(&twice)[1]["errors"][0]["code"].as_str()),
        (2, Some("unwritable")),
        "{twice:?}"
    );
}
