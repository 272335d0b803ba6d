//! The description of the interface: whole, true, and open to all.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Method;
use epcis::query::Query;
use serde_json::Value;

use super::bed::Repository;
use crate::store::ground::Place;

const DESCRIPTION: &str = "/openapi.json";
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

async fn described(repository: &Repository) -> Value {
    repository.stranger().get(DESCRIPTION).await.json()
}

/// The methods of each address.
fn methods(document: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let paths = document["paths"].as_object().unwrap();
    let is_method = |name: &&String| METHODS.contains(&name.as_str()) || *name == "options";
    let of = |entry: &Value| {
        let names = entry.as_object().unwrap().keys().filter(is_method);
        names.map(|method| method.to_uppercase()).collect()
    };
    paths.iter().map(|(path, entry)| (path.clone(), of(entry))).collect()
}

/// An address with something in place of each of its names.
fn filled(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn each_route_has_its_entry_and_each_entry_its_route() {
    let repository = Repository::at(&Place::sqlite()).await;
    let told: BTreeSet<String> = methods(&described(&repository).await).into_keys().collect();
    // The address that answers for those that are none is none itself, and the top has two ways to write its one.
    let is_told = |path: &String| !path.contains("{*") && path != "/epcis/";
    let routes: BTreeSet<String> = repository.routes().into_iter().filter(is_told).collect();
    assert!(routes.len() > 30, "{routes:?}");
    assert_eq!(routes, told);
}

#[tokio::test]
async fn each_address_takes_the_methods_that_are_told_and_no_other() {
    let repository = Repository::at(&Place::sqlite()).await;
    let party = repository.party("kho").await;
    for (path, told) in methods(&described(&repository).await) {
        let at = filled(&path);
        let options = party.send(Method::OPTIONS, &at, Body::empty()).await;
        let allowed: BTreeSet<String> =
            options.header("allow").split(',').map(|method| method.trim().to_owned()).collect();
        if path == DESCRIPTION {
            assert_eq!(options.status, 405);
        } else {
            assert_eq!((options.status.as_u16(), &allowed), (204, &told), "{path}");
            assert_eq!(options.header("gs1-epcis-version"), "2.0.0", "{path}");
        }
        for method in METHODS.map(str::to_uppercase) {
            let reply = party.send(method.parse().unwrap(), &at, Body::empty()).await;
            assert_eq!(reply.status == 405, !told.contains(&method), "{method} {path}: {}", reply.status);
            assert!(reply.status != 405 || !reply.header("allow").is_empty(), "{method} {path}");
            let status = reply.status.as_str();
            let entry = &described(&repository).await["paths"][&path][method.to_lowercase()];
            assert!(entry.is_null() || entry["responses"].get(status).is_some(), "{method} {path}: {status}");
        }
    }
}

fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() {
    let document = described(&Repository::at(&Place::sqlite()).await).await;
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 500);
    for reference in found {
        assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|entry| entry.as_object().unwrap().values());
    let names: Vec<&str> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let links = |value: &Value| value.pointer("/responses/201/links").cloned();
    let linked = document["paths"].as_object().unwrap().values().filter_map(|entry| links(&entry["post"]));
    for link in linked.flat_map(|links| links.as_object().unwrap().values().cloned().collect::<Vec<_>>()) {
        assert!(names.contains(&link["operationId"].as_str().unwrap()), "{link}");
    }
}

#[tokio::test]
async fn every_parameter_of_a_query_is_told_wherever_events_are_asked_for() {
    let document = described(&Repository::at(&Place::sqlite()).await).await;
    for path in ["/epcis/events", "/epcis/epcs/{id}/events", "/epcis/bizSteps/{id}/events"] {
        let told = document["paths"][path]["get"]["parameters"].to_string();
        for name in Query::fixed_names() {
            assert!(told.contains(&format!("/{name}\"")), "{path} {name}");
            assert_eq!(document["components"]["parameters"][name]["name"], name);
        }
        assert!(told.contains("/families\""), "{path}");
    }
    let begins = document["components"]["parameters"]["families"]["x-begins"].to_string();
    for begin in Query::families() {
        assert!(begins.contains(&format!("\"{begin}\"")), "{begin}");
    }
}

// The source of the kinds is the list that the document cannot have made itself.
#[tokio::test]
async fn every_kind_of_problem_is_told_with_its_status() {
    let document = described(&Repository::at(&Place::sqlite()).await).await;
    let source = include_str!("../../../src/problem.rs");
    let kinds: Vec<(String, &str)> = source
        .lines()
        .filter_map(|line| line.trim().strip_suffix("\",")?.split_once(" \""))
        .filter_map(|(kind, exception)| Some((kind.split_once(" = ")?.1.to_owned(), exception)))
        .collect();
    assert!(kinds.len() >= 17, "{kinds:?}");
    let answers = document["components"]["responses"].as_object().unwrap();
    for (status, exception) in kinds {
        let status: String = status.to_lowercase().replace('_', "");
        let (_, answer) = answers.iter().find(|(name, _)| name.to_lowercase() == status).unwrap();
        let told =
            answer["content"]["application/problem+json"]["schema"]["properties"]["type"]["enum"].to_string();
        assert!(told.contains(&format!("\"epcisException:{exception}\"")), "{status} {exception}");
    }
}

#[tokio::test]
async fn anybody_may_read_it_and_keep_it() {
    let repository = Repository::at(&Place::sqlite()).await;
    let stranger = repository.stranger();
    let reply = stranger.get(DESCRIPTION).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/json"));
    assert!(reply.header("cache-control").starts_with("public"));
    let tag = reply.header("etag").to_owned();
    let again = stranger.with("if-none-match", &tag).get(DESCRIPTION).await;
    assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""));
}

#[tokio::test]
async fn all_operations_of_the_standards_own_file_are_told() {
    let path =
        format!("{}/../../../shared/trace/corpora/epcis/schema/openapi.json", env!("CARGO_MANIFEST_DIR"));
    let Ok(standard) = std::fs::read_to_string(&path) else {
        eprintln!("{path} is not there: not tested");
        return;
    };
    let standard = methods(&serde_json::from_str(&standard).unwrap());
    let own = methods(&described(&Repository::at(&Place::sqlite()).await).await);
    // The standard has other names in its addresses.
    let own: BTreeMap<String, BTreeSet<String>> =
        own.into_iter().map(|(path, told)| (filled(&path), told)).collect();
    let mut count = 0;
    for (path, methods) in standard {
        let at = filled(format!("/epcis{path}").trim_end_matches('/'));
        let told = own.get(&at).unwrap_or_else(|| panic!("{at}"));
        count += methods.len();
        assert!(methods.is_subset(told), "{at}: {methods:?} {told:?}");
    }
    assert_eq!(count, 63);
}
