//! The way of a lot: what everybody may know of where it came from and what became of it, step by step.

use std::collections::{HashMap, HashSet};

use epcis::model::{Event, Kind};
use ground::{Ground, Result};
use trace::story::{self, Direction, End, Eyes, Graph, Happening};

use super::places::Places;
use super::relevant::of_the_way;
use super::{Step, StepKind, Thing};
use crate::entry::{self, EntryId, EntryKind};
use crate::lot;

/// The way of a lot, from where it began to now; and whether all of it is there.
///
/// # Errors
/// The events or the records are away.
pub(super) async fn of(ground: &Ground, uri: &str) -> Result<(Vec<Step>, bool)> {
    let graph = story::graph(ground, Eyes::Everybody, uri, Direction::Back).await?;
    let uris: Vec<String> = graph.nodes.iter().map(|node| node.uri.clone()).collect();
    let happenings = story::happenings(ground, Eyes::Everybody, &uris).await?;
    let told = of_the_way(&happenings, &graph, uri);
    let known: HashSet<&str> = uris.iter().map(String::as_str).collect();
    let names = Names::of(ground, &uris, &told).await?;
    let mut steps = gaps(&graph, &names);
    steps.extend(told.into_iter().map(|happening| names.step(happening, &known)));
    Ok((steps, graph.is_complete))
}

fn gaps(graph: &Graph, names: &Names) -> Vec<Step> {
    let ends = graph.nodes.iter().filter_map(|node| {
        let kind = match node.end? {
            End::Gap => StepKind::Gap,
            End::Hidden => StepKind::Hidden,
            End::Began | End::Last | End::Bound => return None,
        };
        let thing = names.thing(&node.uri, None, None);
        Some(Step { kind, at: None, by: String::new(), place: None, things: vec![thing] })
    });
    ends.collect()
}

/// What things and places are called, and which events are entries.
struct Names {
    things: HashMap<String, (String, Option<String>)>,
    entries: HashMap<EntryId, entry::Entry>,
    places: Places,
}

impl Names {
    async fn of(ground: &Ground, uris: &[String], told: &[&Happening]) -> Result<Self> {
        let reader = ground.reader();
        let mut things: HashMap<String, (String, Option<String>)> = HashMap::new();
        for happening in told {
            for (uri, name) in &happening.names {
                things.insert(uri.clone(), (name.clone(), number_of(uri)));
            }
        }
        let lots = lot::by_uris(&reader, uris).await?;
        let of: Vec<_> = lots.values().map(|lot| lot.trade_item_id).collect();
        let items = crate::item::load_all(&reader, &of).await?;
        for (uri, lot) in lots {
            if let Some(item) = items.get(&lot.trade_item_id) {
                things.insert(uri, (item.name.clone(), Some(lot.code.to_string())));
            }
        }
        let ids = told.iter().filter_map(|one| entry::entry_of(one.event_id()));
        let entries = entry::load_all(&reader, &ids.collect::<Vec<_>>()).await?;
        let places = Places::of(ground, told, &entries).await?;
        Ok(Self { things, entries, places })
    }

    fn thing(&self, uri: &str, quantity: Option<String>, unit: Option<String>) -> Thing {
        let (name, lot) = self
            .things
            .get(uri)
            .cloned()
            .unwrap_or_else(|| (uri.rsplit('/').next().unwrap_or(uri).to_owned(), None));
        Thing { name, lot, quantity, unit }
    }

    fn step(&self, happening: &Happening, known: &HashSet<&str>) -> Step {
        let entry = entry::entry_of(happening.event_id()).and_then(|id| self.entries.get(&id));
        let kind = match entry {
            Some(entry) => StepKind::Entry(entry.kind),
            None => StepKind::Event(step_word(&happening.event)),
        };
        Step {
            at: Some(happening.at),
            by: happening.party.clone(),
            place: self.places.of_step(happening, entry),
            things: self.shown(&happening.event, known),
            kind,
        }
    }

    // Of what is made the lots made; else those of the way.
    fn shown(&self, event: &Event, known: &HashSet<&str>) -> Vec<Thing> {
        let objects = match &event.kind {
            Kind::Transformation(transformation) => Some(&transformation.outputs),
            _ => event.objects().or_else(|| event.children()),
        };
        let Some(objects) = objects else { return Vec::new() };
        let classes = objects.quantities.iter().filter(|one| known.contains(one.epc_class.as_str()));
        let mut things: Vec<Thing> = classes
            .map(|one| {
                let quantity = one.quantity.as_ref().map(|quantity| quantity.as_str().to_owned());
                let unit = one.uom.as_ref().map(|unit| unit.as_str().to_owned());
                self.thing(one.epc_class.as_str(), quantity, unit)
            })
            .collect();
        let epcs = objects.epcs.iter().filter(|epc| known.contains(epc.as_str()));
        things.extend(epcs.map(|epc| self.thing(epc.as_str(), None, None)));
        things
    }
}

fn step_word(event: &Event) -> String {
    match (&event.kind, &event.biz_step) {
        (_, Some(step)) => step.word().to_owned(),
        (Kind::Transformation(_), None) => EntryKind::Process.as_str().to_owned(),
        (_, None) => "other".to_owned(),
    }
}

fn number_of(uri: &str) -> Option<String> {
    let link = gs1::epc::to_hashed_link(uri);
    let link = link.as_deref().unwrap_or(uri);
    let (_, rest) = link.split_once("/10/")?;
    rest.split('/').next().map(str::to_owned)
}
