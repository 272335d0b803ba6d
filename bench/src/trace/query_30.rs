//! A party's thirty events of one step from a time on, over HTTP, against the same page of the store as it is kept.

use std::time::Instant;

use trace::store::{Micros, Narrow, Scan, Scope, Span};

use super::chain::{DEPTH, number, party, whole};
use super::event::{DOCUMENT, spread, time};
use super::repository::{Repository, get};
use crate::line::{Line, Report};
use crate::wire::{Wire, p50, p99};

const ROUNDS: u64 = 1_000;
const WARM: u64 = 100;
const PAGE: usize = 30;
/// Microseconds of the first event, the first of 2026 in Vietnam.
const START: i64 = 1_767_200_400_000_000;

pub(super) async fn measure(report: &Report, repository: &Repository, size: usize) {
    let mut wire = Wire::to(repository.address).await;
    let (mut told, mut bare) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS + WARM {
        // From an event of the party's own, with a page of others behind it.
        let chain =
            spread(round) % whole(size) / DOCUMENT * DOCUMENT + spread(round) % (DOCUMENT - PAGE as u64);
        let stage = 1 + round % DEPTH;
        let party = &repository.parties[usize::try_from(party(chain, stage)).unwrap()];
        let from = number(chain, stage);
        let path = format!(
            "/epcis/events?EQ_bizStep=commissioning&GE_eventTime={}&orderBy=eventTime&orderDirection=ASC\
             &perPage={PAGE}",
            time(from, "%2B07:00")
        );
        let spent = wire.ask(&get(party, &path)).await;
        let micros = START + i64::try_from(from).unwrap() * 1_000;
        let scan = Scan {
            narrow: Narrow::Steps(vec!["https://ref.gs1.org/cbv/BizStep-commissioning".to_owned()]),
            event_time: Span { from: Some(Micros(micros)), until: None },
            ..Scan::of(Scope::PartyAndPublic(party.tenant), PAGE)
        };
        let begun = Instant::now();
        let page = repository.store.scan(scan).await.unwrap();
        if round < WARM {
            let answer: serde_json::Value = serde_json::from_slice(wire.body()).unwrap();
            let found =
                answer["epcisBody"]["queryResults"]["resultsBody"]["eventList"].as_array().map(Vec::len);
            assert_eq!((found, page.len()), (Some(PAGE), PAGE), "{path}");
        } else {
            bare.push(begun.elapsed().as_secs_f64() * 1_000.0);
            told.push(spent);
        }
    }
    let line = Line {
        bench: "query_30",
        database: repository.engine(),
        value: p50(&mut told),
        unit: "ms",
        p99_ms: Some(p99(&mut told)),
        size: Some(size),
        ..Line::default()
    };
    report.add(line.against("the same page of the store", p50(&mut bare)));
}
