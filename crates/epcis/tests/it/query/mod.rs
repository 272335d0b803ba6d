//! `SimpleEventQuery`: read, written, asked, against the slow evaluator.

mod alone;
mod asked;
mod hint;
mod names;
mod patterns;
mod poll;
mod reference;
mod refused;
mod written;

use epcis::model::Event;
use epcis::query::{Given, Prefixes, Query, QueryCode};
use epcis::testing::Seed;

pub fn events(seed: &mut Seed, count: usize) -> Vec<Event> {
    (0..count).map(|number| event(&epcis::testing::event(seed, number))).collect()
}

pub fn event(source: &str) -> Event {
    let read = epcis::testing::read(source);
    read.unwrap_or_else(|| panic!("{source}\n{:#?}", epcis::check(source.as_bytes()).errors))
}

pub fn given(parameters: &[(String, Vec<String>)]) -> Vec<Given> {
    parameters.iter().map(|(name, values)| Given { name: name.clone(), values: values.clone() }).collect()
}

/// The query of a random number.
pub fn random(seed: &mut Seed) -> Query {
    let parameters = epcis::testing::query(seed);
    let read = Query::read(&given(&parameters), &Prefixes::default());
    read.unwrap_or_else(|faults| panic!("{parameters:?}\n{faults:#?}"))
}

pub fn url(query: &str) -> Query {
    Query::from_url(query, &Prefixes::default()).unwrap_or_else(|faults| panic!("{query}\n{faults:#?}"))
}

/// Codes and parameters of what a URL is refused for.
pub fn refused(query: &str) -> Vec<(QueryCode, String)> {
    let faults = Query::from_url(query, &Prefixes::default()).unwrap_err();
    faults.into_iter().map(|fault| (fault.code, fault.parameter)).collect()
}
