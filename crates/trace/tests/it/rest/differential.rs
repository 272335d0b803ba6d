//! The repository against a slow evaluator: random events, random queries, the same answers on every database.

use epcis::check_tree;
use epcis::model::{Content, Document, Event, Header, Namespaces, Time};
use epcis::query::{Given, Prefixes, Query};
use epcis::testing::reference::evaluate;
use epcis::testing::{Seed, event, query, vocabularies};

use super::bed::{Caller, Repository};
use crate::store::everywhere;
use crate::store::ground::Place;

/// Parties with events of their own.
const PARTIES: u64 = 6;
const EVENTS: usize = 14;
const QUERIES: usize = 60;

everywhere! { the_repository_finds_what_a_slow_evaluator_finds }

fn master() -> String {
    let document = Document {
        namespaces: Namespaces::default(),
        id: None,
        schema_version: "2.0".into(),
        creation_date: Time::read("2026-11-01T08:00:00+07:00").unwrap(),
        instance_identifier: None,
        sender: None,
        receiver: None,
        header: Some(Header { master_data: vocabularies(), extensions: Vec::new() }),
        events: Vec::new(),
        body_extensions: Vec::new(),
        extensions: Vec::new(),
    };
    epcis::json::write(&Content::Document(Box::new(document))).unwrap()
}

fn read(answer: &str) -> Vec<Event> {
    let tree = epcis::lower(answer.as_bytes()).unwrap();
    let (content, report) = check_tree(&tree);
    content.unwrap_or_else(|| panic!("{:#?}\n{answer}", report.errors)).events().to_vec()
}

// An error declaration has the identifier of what it withdraws.
fn names(events: &[Event]) -> Vec<(String, bool)> {
    let name =
        |event: &Event| (event.event_id.as_ref().unwrap().to_string(), event.error_declaration.is_some());
    let mut names: Vec<_> = events.iter().map(name).collect();
    names.sort();
    names
}

async fn asked(party: &Caller, query: &str) -> Vec<Event> {
    let mut found = Vec::new();
    let mut next = Some(format!("/epcis/events?perPage=5&{query}"));
    while let Some(path) = next {
        let reply = party.get(&path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        found.extend(read(&reply.text));
        next = reply.next();
    }
    found
}

async fn the_repository_finds_what_a_slow_evaluator_finds(place: &Place) {
    let repository = Repository::at(place).await;
    let (lists, master) = (vocabularies(), master());
    let mut found_some = 0;
    for number in 0..PARTIES {
        let mut seed = Seed::of(number);
        let party =
            repository.party(&format!("bên {number}")).await.with("gs1-epc-format", "Never_Translates");
        let reply = party.post("/epcis/capture", master.clone()).await;
        assert_eq!(reply.status, 202, "{}", reply.text);
        for number in 0..EVENTS {
            let reply = party.post("/epcis/events", event(&mut seed, number)).await;
            assert!(reply.status == 201 || reply.status == 409, "{}", reply.text);
        }
        let all = asked(&party, "").await;
        assert!(all.len() > EVENTS / 2, "{} events", all.len());
        for _ in 0..QUERIES {
            let parameters = query(&mut seed);
            let given =
                |(name, values): &(String, Vec<String>)| Given { name: name.clone(), values: values.clone() };
            let given: Vec<Given> = parameters.iter().map(given).collect();
            let Some(url) = Query::read(&given, &Prefixes::default()).unwrap().to_url() else { continue };
            let wanted: Vec<Event> =
                evaluate(&all, &parameters, &lists).into_iter().map(|place| all[place].clone()).collect();
            let found = asked(&party, &url).await;
            assert_eq!(names(&found), names(&wanted), "party {number}: {parameters:?}");
            found_some += usize::from(!found.is_empty());
        }
    }
    assert!(found_some > 20, "only {found_some} queries found anything");
}
