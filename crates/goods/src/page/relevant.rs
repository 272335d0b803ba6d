//! Which of all that happened to things is of the way of one lot.

use std::collections::{HashMap, HashSet};

use epcis::model::Event;
use ground::Instant;
use trace::story::{self, Graph, Happening};

use crate::recall;

/// What happened on the way of a lot, of all that happened to what its graph knows.
pub(super) fn of_the_way<'a>(happenings: &'a [Happening], graph: &Graph, uri: &str) -> Vec<&'a Happening> {
    let known: HashSet<&str> = graph.nodes.iter().map(|node| node.uri.as_str()).collect();
    let until = used_up(graph);
    let is_own = |one: &Happening| story::things(&one.event).any(|thing| thing == uri);
    let told: Vec<&Happening> = happenings
        .iter()
        .filter(|one| is_of_the_way(one, &known, &until) && (is_own(one) || !is_elsewhere(one, graph)))
        .collect();
    told.iter().filter(|one| is_own(one) || arrives(one, &told)).copied().collect()
}

/// When each thing before the lot itself was used up: what happened to the rest of it later is not of this way.
fn used_up(graph: &Graph) -> HashMap<String, Instant> {
    let mut until: HashMap<String, Instant> = HashMap::new();
    for (_, to, event) in &graph.edges {
        let (Some(node), Some(happening)) = (graph.nodes.get(*to), graph.happenings.get(*event)) else {
            continue;
        };
        let at = until.entry(node.uri.clone()).or_insert(happening.at);
        *at = (*at).max(happening.at);
    }
    until
}

fn is_of_the_way(happening: &Happening, known: &HashSet<&str>, until: &HashMap<String, Instant>) -> bool {
    // Of recalls the page warns above the way.
    if recall::is_of_a_recall(&happening.event) {
        return false;
    }
    // One that leads to goods that are none of this way makes something else of the lot.
    let mut makes = story::made(&happening.event).peekable();
    if makes.peek().is_some() && !makes.any(|uri| known.contains(uri)) {
        return false;
    }
    let ended = ends(&happening.event);
    let mut things = story::things(&happening.event).filter(|uri| known.contains(uri));
    things.any(|uri| until.get(uri).is_none_or(|until| happening.at <= *until && !ended))
}

// Of goods that went to many, those who took in another part are none of this way: whoever is on it made something.
fn is_elsewhere(happening: &Happening, graph: &Graph) -> bool {
    is_step(happening, "receiving") && !graph.happenings.iter().any(|made| made.party == happening.party)
}

// To whom goods were sent is not public. What somebody on the way took in is taken to be what was sent before in the same
// quantity, or else the last that was sent before. Where nobody took any in, each may be it.
fn arrives(sent: &Happening, told: &[&Happening]) -> bool {
    if !is_step(sent, "shipping") {
        return true;
    }
    let things: HashSet<&str> = story::things(&sent.event).collect();
    let same = |one: &&&Happening| story::things(&one.event).any(|thing| things.contains(thing));
    let of = |step: &'static str| told.iter().filter(move |one| is_step(one, step)).filter(same);
    let amount = |one: &Happening| {
        let of = one.event.objects()?.quantities.iter().find(|of| things.contains(of.epc_class.as_str()))?;
        Some((
            of.quantity.as_ref()?.as_str().to_owned(),
            of.uom.as_ref().map(|unit| unit.as_str().to_owned()),
        ))
    };
    let mut taken_in = of("receiving").peekable();
    taken_in.peek().is_none()
        || taken_in.any(|taken| {
            let before = of("shipping").filter(|one| one.at <= taken.at);
            let wanted = amount(taken);
            let meant = before.max_by_key(|one| (amount(one) == wanted, one.at));
            meant.is_some_and(|meant| std::ptr::eq(*meant, sent))
        })
}

fn is_step(happening: &Happening, word: &str) -> bool {
    happening.event.biz_step.as_ref().is_some_and(|step| step.word() == word)
}

// What was sold or destroyed went into nothing: it was another part of the lot.
fn ends(event: &Event) -> bool {
    event.biz_step.as_ref().is_some_and(|step| matches!(step.word(), "retail_selling" | "destroying"))
}
