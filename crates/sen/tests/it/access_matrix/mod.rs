//! Who may do what: role × intent × state, computed from the policies of all rooms and kept in
//! `docs/access-matrix.md`, so that a change of rights is seen in review. What no policy permits is refused.

mod cast;
mod page;
mod things;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cast::Person;
use ground::access::{Access, Basis};
use ground::testing::system;
use ground::{Refusal, RefusalKind, Resource};
use things::Thing;

use crate::rooms::ROOMS;

/// Set to 1, it writes the page instead of comparing it.
const WRITE: &str = "SEN_TEST_WRITE";

fn access() -> Access {
    let policies: Vec<_> = ROOMS.iter().map(|room| room.policies).collect();
    Access::load(&policies).unwrap()
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access-matrix.md")
}

/// What the policies answer; a policy that stumbles is a defect, not a no.
fn answer(access: &Access, person: &Person, intent: &str, resource: &Resource) -> Option<Basis> {
    match access.require(&person.actor, intent, resource) {
        Ok(basis) => Some(basis),
        Err(Refusal { kind: RefusalKind::NotAllowed | RefusalKind::NotSignedIn, .. }) => None,
        Err(refusal) => panic!("{intent} on {}: {refusal}", resource.noun),
    }
}

#[test]
fn the_matrix_of_access_is_the_one_in_the_docs() {
    let computed = page::of(&access());
    if std::env::var(WRITE).is_ok_and(|value| value == "1") {
        std::fs::write(file(), &computed).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(file()).unwrap_or_default();
    let (kept, computed): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), computed.lines().collect());
    let gone: Vec<_> = kept.iter().filter(|line| !computed.contains(line)).collect();
    let new: Vec<_> = computed.iter().filter(|line| !kept.contains(line)).collect();
    assert!(
        kept == computed,
        "docs/access-matrix.md is not what the policies say.\nIn the file: {gone:#?}\nBy the policies: {new:#?}\n\
         If the change of rights is meant, renew the file: {WRITE}=1 cargo test --test it access_matrix"
    );
}

// The page as kept, which the first test holds to what the policies say: per row the type of thing, the intent, and
// the cells by column.
fn kept() -> Vec<(String, String, BTreeMap<String, String>)> {
    let text = std::fs::read_to_string(file()).unwrap();
    let mut rows = Vec::new();
    for section in text.split("\n## ").skip(1) {
        let kind = section.lines().next().unwrap();
        let mut table = section.lines().filter(|line| line.starts_with('|')).map(cells);
        let columns = table.next().unwrap();
        for row in table.skip(1) {
            let intent = row[0].trim_matches('`').to_owned();
            rows.push((kind.to_owned(), intent, columns.iter().cloned().zip(row).skip(2).collect()));
        }
    }
    rows
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn every_intent_of_every_schema_stands_in_the_matrix() {
    let there: BTreeSet<String> = kept().into_iter().map(|(_, intent, _)| intent).collect();
    assert_eq!(access().intents().into_iter().collect::<BTreeSet<_>>(), there);
    let rooms = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    let with_policies: BTreeSet<String> = rooms
        .filter(|room| room.as_ref().unwrap().path().join("policies").exists())
        .map(|room| room.unwrap().file_name().into_string().unwrap())
        .collect();
    let loaded: BTreeSet<String> = ROOMS.iter().map(|room| room.policies.room.to_owned()).collect();
    assert_eq!(with_policies, loaded);
}

#[test]
fn a_visitor_and_an_account_without_a_role_may_do_nothing_with_a_record() {
    for (kind, intent, cells) in kept() {
        assert_eq!(cells["visitor"], "·", "{intent} on {kind}");
        let lists_what_it_may_see = intent == "list-certificates";
        assert_eq!(cells["account"] != "·", lists_what_it_may_see, "{intent} on {kind}");
    }
}

#[test]
fn a_role_elsewhere_opens_no_record_of_this_place_or_producer() {
    for (kind, intent, cells) in kept() {
        for (column, cell) in cells {
            let opens = cell.split(' ').any(|mark| mark == "E" || mark == "F");
            // The installation has no place; its administrator keeps accounts and lists of places.
            let keeps = ["Installation", "Account"].contains(&kind.as_str()) || intent == "import-places";
            let meant = intent == "list-certificates" || (column == "administrator" && keeps);
            assert!(!opens || meant, "{column} elsewhere: {intent} on {kind}");
        }
    }
}

#[test]
fn the_program_itself_may_do_everything() {
    let (access, program) = (access(), Person { column: "sen".to_owned(), mark: "", actor: system() });
    for Thing { kind, states, .. } in things::all() {
        for intent in things::intents(&access, kind) {
            assert_eq!(answer(&access, &program, &intent, &states[0].resource), Some(Basis::OwnRight));
        }
    }
}
