//! The quick evaluator against the slow one.

use std::collections::BTreeMap;

use super::{events, given};
use epcis::json::write_event;
use epcis::model::{Content, Event, Namespaces};
use epcis::query::{Prefixes, Query, Vocabularies};
use epcis::testing::reference::evaluate;
use epcis::testing::{Seed, event, query, vocabularies};
use proptest::prelude::*;

#[test]
fn random_events_are_sound() {
    for number in 0..500 {
        let source = event(&mut Seed::of(number), 1);
        let report = epcis::check(source.as_bytes());
        assert!(report.is_ok(), "{source}\n{:#?}", report.errors);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_quick_evaluator_finds_what_the_slow_one_finds(number in any::<u64>()) {
        let mut seed = Seed::of(number);
        let events = events(&mut seed, 12);
        let lists = vocabularies();
        let master = Vocabularies::of(&lists);
        for _ in 0..20 {
            let parameters = query(&mut seed);
            let read = Query::read(&given(&parameters), &Prefixes::default());
            let query = read.unwrap_or_else(|faults| panic!("{parameters:?}\n{faults:#?}"));
            let mut found: Vec<usize> =
                (0..events.len()).filter(|place| query.matches(&events[*place], &master)).collect();
            found.sort_by(|one, two| query.order_of(&events[*one], &events[*two]));
            let wanted = evaluate(&events, &parameters, &lists);
            let odd = |place: &usize| found.contains(place) != wanted.contains(place);
            let odd: Vec<String> = (0..events.len()).filter(odd).map(|place| write_event(&events[place], &Namespaces::default())).collect();
            prop_assert_eq!(&found, &wanted, "{:?}\n{:#?}", parameters, odd);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_event_answers_alike_in_both_bindings(number in any::<u64>()) {
        let mut seed = Seed::of(number);
        let events = events(&mut seed, 6);
        let master = Vocabularies::of(&vocabularies());
        let through_xml = |event: &Event| {
            let content = Content::Event(Box::new(event.clone()), Namespaces::default());
            // Fields of one's own in sensor reports are attributes, which hold no lists and nothing nested.
            let written = epcis::xml::write(&content, epcis::xml::Version::Two).ok()?;
            let tree = epcis::lower(written.as_bytes()).unwrap();
            epcis::check_tree(&tree).0.unwrap_or_else(|| panic!("{written}")).events().first().cloned()
        };
        let same: Vec<Option<Event>> = events.iter().map(through_xml).collect();
        for _ in 0..20 {
            let query = super::random(&mut seed);
            for (one, other) in events.iter().zip(&same) {
                let Some(other) = other else { continue };
                let answers = (query.matches(one, &master), query.matches(other, &master));
                prop_assert_eq!(answers.0, answers.1, "{}\n{:#?}\n{:#?}", query.to_json(), one, other);
            }
        }
    }
}

/// What a parameter asks, without its operator and what is open in its name.
fn kind(name: &str) -> String {
    let (operator, rest) = name.split_once('_').unwrap_or(("", name));
    if ["EQATTR", "HASATTR"].contains(&operator) || rest.starts_with("ATTR_") {
        return operator.to_owned();
    }
    let end = ["https://", "cbvmda:", "plain"].into_iter().filter_map(|open| rest.find(open)).min();
    let rest = &rest[..end.unwrap_or(rest.len())];
    match rest.rsplit_once('_') {
        Some((reading, unit)) if unit.len() >= 2 && unit.bytes().all(|b| !b.is_ascii_lowercase()) => {
            reading.to_owned()
        }
        _ => rest.to_owned(),
    }
}

#[test]
fn random_queries_find_some_events_and_not_others() {
    let mut seen: BTreeMap<String, [bool; 2]> = BTreeMap::new();
    for number in 0..40 {
        let mut seed = Seed::of(number);
        let events = events(&mut seed, 12);
        let lists = vocabularies();
        for _ in 0..60 {
            for parameter in query(&mut seed) {
                let seen = seen.entry(kind(&parameter.0)).or_default();
                if *seen == [true; 2] {
                    continue;
                }
                let found = evaluate(&events, std::slice::from_ref(&parameter), &lists).len();
                seen[0] |= found > 0;
                seen[1] |= found < events.len();
            }
        }
    }
    let never_fails = ["orderBy", "orderDirection"];
    let idle = |(name, [finds, passes]): &(&String, &[bool; 2])| {
        !finds || !(*passes || never_fails.contains(&name.as_str()))
    };
    let idle: Vec<_> = seen.iter().filter(idle).collect();
    assert!(idle.is_empty(), "{idle:?}");
}
