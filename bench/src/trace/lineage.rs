//! `GET /trace` over HTTP: back from a last lot, forward from a first, and the recall of a lot that ten chains took,
//! against the bare hops of the store from the same starts.

use std::collections::HashSet;
use std::time::Instant;

use trace::store::{ItemKey, Role, Store};
use trace::testing::Party;

use super::chain::{NODES, lot_of, party, whole};
use super::event::spread;
use super::repository::{Repository, get};
use crate::line::{Line, Report};
use crate::wire::{Wire, p50, p99};

/// Hops of one step.
const MOST: usize = 10_000;

struct Walk {
    bench: &'static str,
    direction: &'static str,
    roles: &'static [Role],
    /// Stage and number of the lot it starts from, and the stage whose party asks.
    start: (u64, u64, u64),
    nodes: usize,
    rounds: u64,
}

const WALKS: [Walk; 3] = [
    Walk {
        bench: "trace_back",
        direction: "back",
        roles: &[Role::Output, Role::Parent],
        start: (6, 0, 6),
        nodes: NODES[0],
        rounds: 1_000,
    },
    Walk {
        bench: "trace_forward",
        direction: "forward",
        roles: &[Role::Input, Role::Child],
        start: (0, 0, 0),
        nodes: NODES[1],
        rounds: 1_000,
    },
    Walk {
        bench: "trace_recall",
        direction: "forward",
        roles: &[Role::Input, Role::Child],
        start: (0, 2, 1),
        nodes: NODES[2],
        rounds: 300,
    },
];

pub(super) async fn measure(report: &Report, repository: &Repository, size: usize) {
    let mut wire = Wire::to(repository.address).await;
    for walk in WALKS.iter().filter(|walk| report.wants(&[walk.bench])) {
        let (mut told, mut bare) = (Vec::new(), Vec::new());
        // The first tenth is not counted, but looked at.
        for round in 0..walk.rounds + walk.rounds / 10 {
            let chain = spread(round) % whole(size);
            let lot = lot_of(chain, walk.start.0, walk.start.1);
            let request = get(
                asker(repository, chain, walk),
                &format!("/trace?from={lot}&direction={}", walk.direction),
            );
            let spent = wire.ask(&request).await;
            let begun = Instant::now();
            let nodes = hops(&repository.store, walk.roles, key_of(&lot)).await;
            if round < walk.rounds / 10 {
                let answer: serde_json::Value = serde_json::from_slice(wire.body()).unwrap();
                let found = answer["nodes"].as_array().map(Vec::len);
                assert_eq!((found, nodes), (Some(walk.nodes), walk.nodes), "{}: {lot}", walk.bench);
            } else {
                bare.push(begun.elapsed().as_secs_f64() * 1_000.0);
                told.push(spent);
            }
        }
        let line = Line {
            bench: walk.bench,
            database: repository.engine(),
            value: p50(&mut told),
            unit: "ms",
            p99_ms: Some(p99(&mut told)),
            size: Some(size),
            wanted: match (walk.bench, repository.engine()) {
                ("trace_recall", _) => "",
                (_, "sqlite") => "< 1",
                _ => "< 5",
            },
            ..Line::default()
        };
        report.add(line.against("bare hops of the store", p50(&mut bare)));
    }
}

fn asker<'a>(repository: &'a Repository, chain: u64, walk: &Walk) -> &'a Party {
    &repository.parties[usize::try_from(party(chain, walk.start.2)).unwrap()]
}

fn key_of(lot: &str) -> ItemKey {
    let mut parts = lot.rsplit('/');
    let (lot, gtin) = (parts.next(), parts.nth(1).unwrap());
    ItemKey::trade_item(gtin.parse().unwrap(), lot, None).unwrap()
}

// Items of the walk: each level by one question, by the links alone.
async fn hops(store: &Store, roles: &[Role], start: ItemKey) -> usize {
    let mut seen = HashSet::from([start.clone()]);
    let mut level = vec![start];
    while !level.is_empty() {
        let hops = store.hops(&level, roles, MOST).await.unwrap();
        level = hops.into_iter().flat_map(|hop| hop.links.unwrap_or_default()).collect();
        level.retain(|key| seen.insert(key.clone()));
    }
    seen.len()
}
