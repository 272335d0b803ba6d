//! What a store narrows by holds for each event that fits.

use super::{events, random, url};
use epcis::query::{ItemRange, Limit, Query, Vocabularies};
use epcis::testing::{Seed, vocabularies};
use proptest::prelude::*;

#[test]
fn a_hint_tells_items_steps_places_and_times() {
    let query = url("\
        MATCH_epc=urn:epc:id:sgtin:0614141.107346.2017|urn:epc:idpat:sgtin:0614141.012345.*\
        &MATCH_anyEPC=https://example.com/*&MATCH_epcClass=https://id.gs1.org/01/04012345123456/10/*\
        &EQ_bizStep=shipping&EQ_bizLocation=urn:epc:id:sgln:0614141.00777.0&WD_readPoint=https://example.com/farm\
        &GE_eventTime=2026-01-01T00:00:00Z&LT_recordTime=2026-02-01T00:00:00Z&maxEventCount=5");
    let hint = query.hint();
    let begins = |value: &str| ItemRange::Begins { key: "01".to_owned(), value: value.to_owned() };
    let ranges: Vec<_> = hint.items.iter().map(|item| item.ranges.clone()).collect();
    let sgtin = ItemRange::Is("https://id.gs1.org/01/10614141073464/21/2017".to_owned());
    assert_eq!(ranges, [vec![sgtin, begins("0061414112345")], vec![begins("04012345123456")]]);
    assert_eq!(
        hint.biz_locations.unwrap().forms(),
        ["https://id.gs1.org/414/0614141007776".into(), "urn:epc:id:sgln:0614141.00777.0".into()]
            as [Box<str>; 2]
    );
    assert!(hint.within_read_points.is_some() && hint.read_points.is_none() && hint.steps.is_some());
    assert!(hint.event_time.0.is_some() && hint.event_time.1.is_none() && hint.record_time.1.is_some());
    assert_eq!(hint.limit, Some(Limit::AtMost(5)));
}

#[test]
fn an_open_reference_begins_with_each_indicator() {
    let query = url("\
        MATCH_epc=urn:epc:idpat:sgtin:0614141.*.*");
    let hint = query.hint();
    assert_eq!(hint.items[0].ranges.len(), 10);
    assert!(url("MATCH_epc=urn:epc:idpat:sgtin:*.*.*").hint().items.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_event_that_fits_has_what_the_hint_says(number in any::<u64>()) {
        let mut seed = Seed::of(number);
        let events = events(&mut seed, 12);
        let master = Vocabularies::of(&vocabularies());
        for _ in 0..20 {
            let query = random(&mut seed);
            let hint = query.hint();
            for event in events.iter().filter(|event| query.matches(event, &master)) {
                let step = |steps: &[epcis::cbv::BizStep]| event.biz_step.as_ref().is_some_and(|step| steps.contains(step));
                prop_assert!(hint.steps.is_none_or(step));
                let place = event.biz_location.as_ref().map(|place| place.id.as_str());
                prop_assert!(hint.biz_locations.is_none_or(|places| place.is_some_and(|place| places.contains(place))));
                prop_assert!(hint.event_time.0.is_none_or(|from| event.event_time.unix_nanos() >= from.unix_nanos()));
                let objects = objects(event);
                for item in &hint.items {
                    prop_assert!(item.ranges.iter().any(|range| objects.iter().any(|object| lies_in(object, range))));
                }
            }
        }
    }
}

fn objects(event: &epcis::model::Event) -> Vec<String> {
    let inputs = match &event.kind {
        epcis::model::Kind::Transformation(transformation) => {
            vec![&transformation.inputs, &transformation.outputs]
        }
        _ => Vec::new(),
    };
    let all = inputs.into_iter().chain(event.objects()).chain(event.children());
    let uris = all.flat_map(|objects| {
        objects.epcs.iter().chain(objects.quantities.iter().map(|quantity| &quantity.epc_class))
    });
    uris.chain(event.parent()).map(|uri| uri.as_str().to_owned()).collect()
}

fn lies_in(object: &str, range: &ItemRange) -> bool {
    let link = gs1::epc::to_hashed_link(object).unwrap_or_else(|| object.to_owned());
    match range {
        ItemRange::Is(wanted) => link == *wanted,
        ItemRange::Begins { key, value } => link.starts_with(&format!("https://id.gs1.org/{key}/{value}")),
    }
}

#[test]
fn an_empty_query_narrows_nothing_and_fits_everything() {
    let events = events(&mut Seed::of(1), 5);
    assert!(events.iter().all(|event| Query::default().matches(event, &())));
    assert_eq!(url(""), Query::default());
}
