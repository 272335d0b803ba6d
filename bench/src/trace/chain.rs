//! Chains of goods through many hands. A chain has twelve events with six items each: a harvest, six transformations of
//! three lots into three, each at another party, and five pallets of the last lots. One lot of every ten chains' first
//! inputs is the same: whoever recalls it finds 1 + 10 × (6 × 3 + 5) = 231 items.

use super::event::{DOCUMENT, document, joined, lot, order, place, quantity, serial, unit, when, work};

/// Parties that take part.
pub(super) const PARTIES: u64 = 48;
/// Events of a chain.
const CHAIN: u64 = 12;
/// Batches of chains that grow side by side.
const SIDE_BY_SIDE: u64 = 16;
/// Transformations of a chain.
pub(super) const DEPTH: u64 = 6;
/// Chains that share an input.
const SHARED: u64 = 10;
/// Items of a trace back from a last lot, of one forward from a first, and of a recall of what chains share.
pub(super) const NODES: [usize; 3] = [19, 24, 231];

const STEPS: [&str; 12] = [
    "collecting",
    "commissioning",
    "commissioning",
    "commissioning",
    "commissioning",
    "commissioning",
    "commissioning",
    "packing",
    "packing",
    "packing",
    "packing",
    "packing",
];

/// The chains of which every event is among the first so many.
pub(super) fn whole(events: usize) -> u64 {
    events as u64 / (SIDE_BY_SIDE * CHAIN * DOCUMENT) * SIDE_BY_SIDE * DOCUMENT
}

/// The n-th document, the party that captures it, and the bytes of its events: the next event of 500 chains.
pub(super) fn batch(number: u64) -> (u64, String, usize) {
    let at = number / SIDE_BY_SIDE % CHAIN;
    let group = number / (SIDE_BY_SIDE * CHAIN) * SIDE_BY_SIDE + number % SIDE_BY_SIDE;
    let chains = group * DOCUMENT..(group + 1) * DOCUMENT;
    let events: Vec<String> = chains.map(|chain| event(chain, at)).collect();
    let bytes = events.iter().map(String::len).sum();
    (party(group * DOCUMENT, at.min(DEPTH)), document(&events), bytes)
}

/// The number of a chain's event, among all events.
pub(super) fn number(chain: u64, at: u64) -> u64 {
    let group = chain / DOCUMENT;
    let batch = (group / SIDE_BY_SIDE * CHAIN + at) * SIDE_BY_SIDE + group % SIDE_BY_SIDE;
    batch * DOCUMENT + chain % DOCUMENT
}

/// Who has a chain's goods at a stage.
pub(super) fn party(chain: u64, stage: u64) -> u64 {
    (chain / DOCUMENT + stage) % PARTIES
}

/// A lot of a chain: three at each stage; the third of the first is shared.
pub(super) fn lot_of(chain: u64, stage: u64, which: u64) -> String {
    if stage == 0 && which == 2 {
        return lot(party(chain, 0), 90, &format!("VT-{:07}", chain / SHARED));
    }
    lot(party(chain, stage), stage, &format!("L26-{chain:07}-{which}"))
}

fn event(chain: u64, at: u64) -> String {
    let number = number(chain, at);
    let party = party(chain, at.min(DEPTH));
    let lots = |stage, count| joined((0..count).map(|which| quantity(&lot_of(chain, stage, which))));
    let crates =
        |count| joined((0..count).map(|which| format!(r#""{}""#, serial(party, 80, number * 4 + which))));
    let what = match at {
        0 => format!(
            r#""type":"ObjectEvent","action":"ADD","epcList":[{}],"quantityList":[{}]"#,
            crates(4),
            lots(0, 2)
        ),
        1..=DEPTH => format!(
            r#""type":"TransformationEvent","inputQuantityList":[{}],"outputQuantityList":[{}]"#,
            lots(at - 1, 3),
            lots(at, 3)
        ),
        pallet => format!(
            r#""type":"AggregationEvent","action":"ADD","parentID":"{}","childEPCs":[{}],"childQuantityList":[{}]"#,
            unit(party, chain * 5 + pallet - DEPTH - 1),
            crates(2),
            lots(DEPTH, 3)
        ),
    };
    let step = STEPS[usize::try_from(at).unwrap()];
    let parts = [
        format!(r#"{{{what},"bizStep":"{step}","disposition":"active""#),
        when(number),
        place(party, at),
        order(number),
        format!("{}}}", work(number)),
    ];
    joined(parts.into_iter())
}
