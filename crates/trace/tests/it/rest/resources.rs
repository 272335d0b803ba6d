//! The top-level resources: what is listed, page by page.

use axum::body::Body;
use axum::http::Method;
use epcis::cbv::{BizSteps, Dispositions, Vocabulary};
use serde_json::{Value, json};

use super::bed::{Caller, Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_page_has_as_many_as_were_asked_for_and_nothing_comes_twice
    the_words_of_the_standard_are_listed_beside_ones_own
    names_have_the_prefixes_that_the_caller_declares
    the_top_is_the_same_with_a_slash
}

/// The members of all pages of so many.
async fn all(party: &Caller, resource: &str, per_page: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = Some(format!("/epcis/{resource}?perPage={per_page}"));
    while let Some(path) = next {
        let reply = party.get(&path).await;
        let members = reply.json()["member"].as_array().cloned().unwrap_or_default();
        assert!(members.len() <= per_page, "{path}: {members:?}");
        found.extend(members.iter().filter_map(Value::as_str).map(str::to_owned));
        next = reply.next();
    }
    found
}

fn placed(lot: &str, minute: u32) -> Value {
    let mut event = seen(lot, minute);
    event["bizStep"] = json!("https://example.org/ns/drying");
    event["disposition"] = json!("https://example.org/ns/dried");
    event["readPoint"] = json!({ "id": format!("https://example.org/door/{lot}") });
    event["bizLocation"] = json!({ "id": format!("https://example.org/hall/{lot}") });
    event
}

async fn with_places(repository: &Repository) -> Caller {
    let party = repository.party("kho").await;
    let events: Vec<Value> = (0..4).map(|n| placed(&format!("L{n}"), n)).collect();
    let reply = party.post("/epcis/capture", document(&events)).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    party
}

async fn a_page_has_as_many_as_were_asked_for_and_nothing_comes_twice(place: &Place) {
    let repository = Repository::at(place).await;
    let party = with_places(&repository).await;
    for resource in ["eventTypes", "epcs", "readPoints", "bizLocations", "bizSteps", "dispositions"] {
        let whole = all(&party, resource, 1_000).await;
        assert!(whole.len() >= 4, "{resource}: {whole:?}");
        for per_page in [1, 2, 3, 4, 5, 7] {
            assert_eq!(all(&party, resource, per_page).await, whole, "{resource} by {per_page}");
        }
    }
}

async fn the_words_of_the_standard_are_listed_beside_ones_own(place: &Place) {
    let repository = Repository::at(place).await;
    let party = with_places(&repository).await;
    let own = |word: &str| format!("https://example.org/ns/{word}");
    for (resource, standard, own) in
        [("bizSteps", BizSteps::TERMS, own("drying")), ("dispositions", Dispositions::TERMS, own("dried"))]
    {
        let mut wanted: Vec<&str> = standard.to_vec();
        wanted.push(&own);
        let mut listed = all(&party, resource, 10).await;
        listed.sort();
        wanted.sort_unstable();
        assert_eq!(listed, wanted, "{resource}");
    }
    // What occurs is not listed again.
    assert_eq!(party.post("/epcis/capture", document(&[seen("A1", 9)])).await.status, 202);
    assert_eq!(all(&party, "bizSteps", 100).await.iter().filter(|step| *step == "shipping").count(), 1);
}

async fn names_have_the_prefixes_that_the_caller_declares(place: &Place) {
    let repository = Repository::at(place).await;
    let party = with_places(&repository).await;
    let declared = "ex=https://example.org/, own=https://example.org/ns/";
    let with = party.with("gs1-extensions", declared);
    let steps = with.get("/epcis/bizSteps?perPage=100").await.json();
    assert_eq!(steps["@context"][1]["own"], "https://example.org/ns/");
    assert!(steps["member"].as_array().unwrap().contains(&json!("own:drying")), "{steps}");
    assert_eq!(with.get("/epcis/bizSteps/own%3Adrying/events").await.events().len(), 4);
    let doors = with.get("/epcis/readPoints").await.json();
    assert_eq!(doors["member"][0], "ex:door/L0");
    // Unless they are declared, names stand whole.
    let plain = party.get("/epcis/readPoints").await.json();
    assert_eq!(plain["member"][0], "https://example.org/door/L0");
    assert!(plain["@context"].is_string(), "{plain}");
}

async fn the_top_is_the_same_with_a_slash(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let (with, without) = (party.get("/epcis/").await, party.get("/epcis").await);
    assert_eq!((with.status.as_u16(), with.json()), (200, without.json()));
    let options = party.send(Method::OPTIONS, "/epcis/", Body::empty()).await;
    assert_eq!((options.status.as_u16(), options.header("allow")), (204, "GET, OPTIONS"));
    assert_eq!(repository.stranger().get("/epcis/").await.status, 401);
}
