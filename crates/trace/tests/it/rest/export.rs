//! Taking events elsewhere.

use serde_json::json;
use trace::export::{Exported, Format, export};
use trace::store::{Micros, Span};

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    what_is_exported_can_be_captured_again_and_is_the_same
    a_table_has_a_line_for_each_item_and_no_formulas
}

async fn exported(place: &Place, span: Span, format: Format) -> (Exported, String) {
    let mut out = Vec::new();
    let exported = export(&place.open().await, span, format, &mut out).await.unwrap();
    (exported, String::from_utf8(out).unwrap())
}

async fn what_is_exported_can_be_captured_again_and_is_the_same(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("cooperative").await;
    let mut own = seen("L2", 20);
    own["ex:grade"] = json!({ "ex:taste": 5 });
    let events = [seen("L1", 10), own, seen("L3", 30)];
    assert_eq!(party.post("/epcis/capture", document(&events)).await.status, 202);
    let (count, document) = exported(place, Span::default(), Format::Epcis).await;
    assert_eq!(count.events, 3);
    let other = repository.party("elsewhere").await;
    let reply = other.post("/epcis/capture", document.clone()).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let strip = |mut events: Vec<serde_json::Value>| {
        events.iter_mut().for_each(|event| drop(event.as_object_mut().unwrap().remove("recordTime")));
        events
    };
    let found = strip(other.get("/epcis/events").await.events());
    assert_eq!(found, strip(party.get("/epcis/events").await.events()));
    let hashes = |source: &str| {
        let tree = epcis::lower(source.as_bytes()).unwrap();
        let mut hasher = epcis::hash::Hasher::new(&tree);
        epcis::hash::events(&tree).map(|event| hasher.hash(event).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(hashes(&document), hashes(&super::bed::document(&events)));
    let at = |text: &str| ground::Instant::parse(text).map(|at| Micros(at.micros()));
    let span = Span { from: at("2026-10-01T00:20:00+07:00"), until: at("2026-10-01T00:30:00+07:00") };
    assert_eq!(exported(place, span, Format::Epcis).await.0.events, 2, "one of each party");
    let none = Span { from: at("2027-01-01T00:00:00Z"), until: None };
    let (count, document) = exported(place, none, Format::Epcis).await;
    assert_eq!(count.events, 0);
    assert!(serde_json::from_str::<serde_json::Value>(&document).is_ok());
}

async fn a_table_has_a_line_for_each_item_and_no_formulas(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("cooperative").await;
    let mut event = seen("L1", 10);
    event["quantityList"].as_array_mut().unwrap().push(json!({ "epcClass": "https://example.org/a,b" }));
    event["eventID"] = "https://example.org/1".into();
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    let (_, table) = exported(place, Span::default(), Format::Csv).await;
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("eventID,eventTime,recordTime,type,action"), "{table}");
    assert!(lines[1].starts_with("https://example.org/1,2026-10-01T00:10:00+07:00,"), "{table}");
    assert!(lines[1].contains(",ObjectEvent,OBSERVE,shipping,in_transit,,,epc,"), "{table}");
    assert!(lines.iter().any(|line| line.contains("/10/L1,20,KGM,false")), "{table}");
    assert!(lines.iter().any(|line| line.contains("\"https://example.org/a,b\",,,false")), "{table}");
}
