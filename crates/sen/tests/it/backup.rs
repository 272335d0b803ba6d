//! Backing up while Sen serves, and coming back from it.

use std::path::Path;

use crate::serve::Serving;
use crate::world::{Ran, sen};

fn call(verb: &str, file: &Path, data: &Path) -> Ran {
    sen([Path::new(verb), file, Path::new("--data"), data])
}

fn journal(data: &Path) -> serde_json::Value {
    sen([Path::new("journal"), Path::new("verify"), Path::new("--json"), Path::new("--data"), data]).json()
}

const EVENT: &str = r#"{"@context":"https://ref.gs1.org/standards/epcis/epcis-context.jsonld","type":"ObjectEvent",
    "eventTime":"2026-11-24T08:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"ADD","bizStep":"commissioning",
    "epcList":["https://id.gs1.org/01/08930000000013/21/MEN-2611"]}"#;

/// The headers of a program that captures events and asks for them.
fn program(data: &Path) -> String {
    let args =
        ["key", "add", "--name", "kho", "--scope", "trace:capture", "trace:query", "--data"].map(Path::new);
    let key = sen(args.into_iter().chain([data]));
    let token = key.out.lines().last().unwrap();
    format!("Authorization: Bearer {token}\r\nContent-Type: application/ld+json\r\n")
}

/// Backs up what serves and serves what comes back: one public page, the keys and an event must be as they were.
pub(crate) fn comes_back(serving: &Serving, data: &Path, page: &str) {
    let shelf = tempfile::tempdir().unwrap();
    let (archive, restored) = (shelf.path().join("sen.zip"), shelf.path().join("restored"));
    let program = program(data);
    let captured = serving.ask("POST", "/epcis/events", &program, EVENT);
    assert!(captured.starts_with("HTTP/1.1 201"), "{captured}");
    let taken = call("backup", &archive, data);
    assert_eq!(taken.code, 0, "{taken:?}");
    let back = call("restore", &archive, &restored);
    assert_eq!((back.code, &back.out), (0, &taken.out), "{back:?}");
    assert_eq!(journal(&restored), journal(data));
    let again = Serving::on(&restored);
    let body = |serving: &Serving, path: &str| {
        let answer = serving.ask("GET", path, "Accept: application/json\r\n", "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    };
    for path in [page, "/.well-known/sen-keys.json"] {
        assert_eq!(body(&again, path), body(serving, path), "{path}");
    }
    let events = again.ask("GET", "/epcis/events?orderBy=recordTime&orderDirection=DESC", &program, "");
    assert!(events.starts_with("HTTP/1.1 200") && events.contains("MEN-2611"), "{events}");
    assert_eq!(again.terminate(), Some(0));
}

#[test]
fn an_archive_that_does_not_hold_is_the_answer_no_and_nothing_is_made() {
    let (data, shelf) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    journal(data.path());
    let archive = shelf.path().join("sen.zip");
    assert_eq!(call("backup", &archive, data.path()).code, 0);
    let whole = std::fs::read(&archive).unwrap();
    std::fs::write(&archive, &whole[..whole.len() / 2]).unwrap();
    let restored = shelf.path().join("restored");
    let refused = call("restore", &archive, &restored);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("không phải bản sao lưu nguyên vẹn"), "{refused:?}");
    assert!(!restored.exists());
}

#[test]
fn a_used_folder_is_named_and_left_alone() {
    let (data, shelf) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    journal(data.path());
    let archive = shelf.path().join("sen.zip");
    assert_eq!(call("backup", &archive, data.path()).code, 0);
    let refused = call("restore", &archive, data.path());
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.err.starts_with(data.path().to_str().unwrap()), "{refused:?}");
    assert_eq!(journal(data.path())["entries"], 1);
}

#[test]
fn where_there_are_no_records_none_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let refused = call("backup", &folder.path().join("sen.zip"), &folder.path().join("nowhere"));
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.err.contains("nowhere"), "{refused:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
