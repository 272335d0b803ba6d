//! What happened to goods, for rooms above that know them by their URIs.
//!
//! What was declared wrong is left out, with all that only it led to.

use std::collections::{HashMap, HashSet};

use epcis::model::{Event, Kind, ObjectAction, Objects, Uri};
use futures::FutureExt;
use ground::actor::ProducerId;
use ground::{Ground, Instant, Result};
use gs1::epc::to_hashed_link;

use crate::caller::{Sight, party_of_producer, producer_of_party};
use crate::capture::admit::identities;
pub use crate::event::items::is_class;
use crate::event::items::{key_of, link_of};
use crate::event::{Found, found, redact};
use crate::fields;
pub use crate::lineage::{Direction, End};
use crate::lineage::{MAX_DEPTH, walk};
use crate::master::{self, Known};
use crate::problem::Problem;
use crate::store::{EventKey, ItemKey, KeyRange, Narrow, Role, Scan, Scope, Span, Store, Tenant, Visibility};
use crate::store_of;

/// Most events of one story.
const MAX_EVENTS: usize = 5_000;
/// The party that nobody is.
pub(crate) const NOBODY: Tenant = Tenant(0);

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// Everybody: what was captured for the public.
    Everybody,
    /// A producer: all of its own, and what leads goods through its chain.
    Producer(ProducerId),
    /// Those who see all.
    Authority,
}

/// An event, as far as it may be seen.
#[derive(Clone, Debug)]
pub struct Happening {
    /// The event; what has a canonical Digital Link is named by it, however it was captured.
    pub event: Event,
    /// The producer that captured it, where it is one.
    pub producer: Option<ProducerId>,
    /// The name of the party that captured it.
    pub party: String,
    /// When it happened.
    pub at: Instant,
    /// What its party calls the things and places in it, by their URIs.
    pub names: HashMap<String, String>,
}

impl Happening {
    /// What the event is called; empty where it has no name.
    pub fn event_id(&self) -> &str {
        self.event.event_id.as_ref().map_or("", Uri::as_str)
    }
}

/// A lot or another thing of a graph.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its URI.
    pub uri: String,
    /// Steps from where the walk began.
    pub depth: usize,
    /// Why the walk ends here, where it does.
    pub end: Option<End>,
}

/// Where goods came from or went.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Things, the one that was asked about first.
    pub nodes: Vec<Node>,
    /// From, to and the event, by their places.
    pub edges: Vec<(usize, usize, usize)>,
    /// The events of the edges.
    pub happenings: Vec<Happening>,
    /// Whether nothing was left out for the bounds of a walk.
    pub is_complete: bool,
}

async fn sight(store: &Store, eyes: Eyes) -> Result<Sight> {
    Ok(match eyes {
        Eyes::Everybody => Sight::of(NOBODY, Scope::Public),
        Eyes::Authority => Sight::of(NOBODY, Scope::All),
        Eyes::Producer(producer) => {
            let found = store.parties_called(&[party_of_producer(producer)]).await?;
            let tenant = found.first().map_or(NOBODY, |party| party.tenant);
            Sight::of(tenant, Scope::PartyAndPublic(tenant))
        }
    })
}

/// Events in which one of these things is, the earliest first.
///
/// # Errors
/// The store is away.
pub async fn happenings(ground: &Ground, eyes: Eyes, uris: &[String]) -> Result<Vec<Happening>> {
    let store = store_of(ground)?;
    let sight = sight(&store, eyes).await?;
    let ranges: Vec<KeyRange> = uris.iter().map(|uri| key_of(uri).into()).collect();
    if ranges.is_empty() {
        return Ok(Vec::new());
    }
    let mut scan = Scan::of(Scope::All, MAX_EVENTS);
    scan.narrow = Narrow::Items { ranges, roles: Role::ALL.to_vec() };
    let mut all = Vec::new();
    for stored in store.scan(scan).await? {
        all.push(found(stored)?);
    }
    let wrong = declared_wrong(&all);
    all.retain(|one| {
        !wrong.contains(&(one.stored.tenant, id_of(one)))
            && sight.follows(one.stored.tenant, one.stored.visibility)
    });
    Ok(told(ground, &store, &sight, all).await?)
}

/// Where a thing came from, or where it went.
///
/// # Errors
/// The store is away.
pub async fn graph(ground: &Ground, eyes: Eyes, uri: &str, direction: Direction) -> Result<Graph> {
    let store = store_of(ground)?;
    let sight = sight(&store, eyes).await?;
    let (start, of) = (key_of(uri), sight);
    let way = (direction, Span::default(), MAX_DEPTH);
    let walking =
        store.at_once(move |mut reading| async move { walk(&mut reading, &of, start, way).await }.boxed());
    let walked = walking.await??;
    let mut keys: Vec<(Tenant, EventKey)> = Vec::new();
    let mut place_of: HashMap<(Tenant, EventKey), usize> = HashMap::new();
    for edge in &walked.edges {
        let key = (edge.way.tenant, edge.way.event);
        place_of.entry(key).or_insert_with(|| {
            keys.push(key);
            keys.len() - 1
        });
    }
    let (events, wrong) = events(&store, &keys).await?;
    let edges: Vec<(usize, usize, usize)> = walked
        .edges
        .iter()
        .filter_map(|edge| Some((edge.from, edge.to, *place_of.get(&(edge.way.tenant, edge.way.event))?)))
        .filter(|(_, _, event)| !wrong.contains(event))
        .collect();
    let uris = uris(&store, &walked.nodes.iter().map(|node| node.item.clone()).collect::<Vec<_>>()).await?;
    let nodes = walked.nodes.iter().zip(uris);
    let nodes = nodes.map(|(node, uri)| Node { uri, depth: node.depth, end: node.end }).collect();
    let happenings = told(ground, &store, &sight, events).await?;
    Ok(reached(Graph { nodes, edges, happenings, is_complete: walked.is_complete() }))
}

/// The events of some keys in their order, and the places of those that were declared wrong.
async fn events(store: &Store, keys: &[(Tenant, EventKey)]) -> Result<(Vec<Found>, HashSet<usize>)> {
    if keys.is_empty() {
        return Ok((Vec::new(), HashSet::new()));
    }
    let mut scan = Scan::of(Scope::All, keys.len());
    scan.narrow = Narrow::Keys(keys.to_vec());
    let mut read = HashMap::new();
    for stored in store.scan(scan).await? {
        read.insert((stored.tenant, stored.id), found(stored)?);
    }
    let events: Vec<Found> = keys.iter().filter_map(|key| read.remove(key)).collect();
    let ids = events.iter().filter_map(|one| one.event.event_id.as_ref());
    let mut scan = Scan::of(Scope::All, MAX_EVENTS);
    scan.narrow = Narrow::Identities(ids.flat_map(identities).collect());
    let mut twins = Vec::new();
    for stored in store.scan(scan).await?.into_iter().filter(|stored| stored.in_error) {
        twins.push(found(stored)?);
    }
    let wrong = declared_wrong(&twins);
    let places = events.iter().enumerate();
    let places = places.filter(|(_, one)| wrong.contains(&(one.stored.tenant, id_of(one))));
    let places = places.map(|(place, _)| place).collect();
    Ok((events, places))
}

fn id_of(found: &Found) -> String {
    found.event.event_id.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn declared_wrong(events: &[Found]) -> HashSet<(Tenant, String)> {
    let wrong = events.iter().filter(|one| one.stored.in_error);
    wrong.map(|one| (one.stored.tenant, id_of(one))).collect()
}

/// Events as these eyes see them, with what their parties call things and places.
///
/// # Errors
/// The store is away.
pub(crate) async fn told(
    ground: &Ground,
    store: &Store,
    sight: &Sight,
    events: Vec<Found>,
) -> Result<Vec<Happening>, Problem> {
    let mut tenants: Vec<Tenant> = events.iter().map(|one| one.stored.tenant).collect();
    tenants.sort_unstable();
    tenants.dedup();
    let parties = store.parties_numbered(&tenants).await?;
    let level = if sight.scope() == Scope::Public { Visibility::Public } else { Visibility::Chain };
    let mut happenings = Vec::with_capacity(events.len());
    for mut one in events {
        let tenant = one.stored.tenant;
        if !sight.sees_whole(tenant) {
            let rules = fields::of(ground, store, tenant).await?;
            redact(&mut one.event, &rules, level);
        }
        let party = parties.iter().find(|party| party.tenant == tenant);
        let known = master::of(ground, store, tenant).await?;
        let names = names(&known, &one.event);
        one.event.rewrite_identifiers(&mut |uri| Uri::read(&to_hashed_link(uri.as_str())?).ok());
        happenings.push(Happening {
            names,
            producer: party.and_then(|party| producer_of_party(&party.key)),
            party: party.map(|party| party.name.clone()).unwrap_or_default(),
            at: Instant::from_micros(one.stored.event_time.0),
            event: one.event,
        });
    }
    Ok(happenings)
}

fn names(known: &Known, event: &Event) -> HashMap<String, String> {
    let things = things(event).map(|uri| (uri, master::name_or_class(known, uri)));
    let places = event.read_point.iter().chain(&event.biz_location);
    let places = places.map(|place| (place.id.as_str(), master::name(known, place.id.as_str())));
    let named = things.chain(places).filter_map(|(uri, name)| Some((uri, name?)));
    named.map(|(uri, name)| (to_hashed_link(uri).unwrap_or_else(|| uri.to_owned()), name)).collect()
}

/// The URIs of all things in an event.
pub fn things(event: &Event) -> impl Iterator<Item = &str> {
    let (inputs, outputs) = sides(event);
    let objects = [event.objects(), event.children(), inputs, outputs].into_iter().flatten();
    objects.flat_map(named).chain(event.parent().map(Uri::as_str))
}

/// The URIs of what was made of other things in an event, or began with it.
pub fn made(event: &Event) -> impl Iterator<Item = &str> {
    let begun = match &event.kind {
        Kind::Object { action: ObjectAction::Add { .. }, .. } => event.objects(),
        _ => sides(event).1,
    };
    begun.into_iter().flat_map(named)
}

/// The URIs of what was used up in an event to make other things.
pub fn used(event: &Event) -> impl Iterator<Item = &str> {
    sides(event).0.into_iter().flat_map(named)
}

fn sides(event: &Event) -> (Option<&Objects>, Option<&Objects>) {
    match &event.kind {
        Kind::Transformation(transformation) => (Some(&transformation.inputs), Some(&transformation.outputs)),
        _ => (None, None),
    }
}

fn named(objects: &Objects) -> impl Iterator<Item = &str> {
    let classes = objects.quantities.iter().map(|element| element.epc_class.as_str());
    objects.epcs.iter().map(Uri::as_str).chain(classes)
}

async fn uris(store: &Store, items: &[ItemKey]) -> Result<Vec<String>> {
    let hashed: HashMap<ItemKey, String> = store.names(items).await?.into_iter().collect();
    let uri = |item: &ItemKey| link_of(item).or_else(|| hashed.get(item).cloned()).unwrap_or_default();
    Ok(items.iter().map(uri).collect())
}

// Without the events declared wrong, some things are no longer led to.
fn reached(graph: Graph) -> Graph {
    let mut is_reached = vec![false; graph.nodes.len()];
    let mut waiting = vec![0_usize];
    while let Some(place) = waiting.pop() {
        let Some(known) = is_reached.get_mut(place).filter(|known| !**known) else { continue };
        *known = true;
        waiting.extend(graph.edges.iter().filter(|(from, _, _)| *from == place).map(|(_, to, _)| *to));
    }
    let mut new_place = vec![None; graph.nodes.len()];
    let mut nodes = Vec::new();
    for (place, node) in graph.nodes.into_iter().enumerate() {
        if is_reached[place] {
            new_place[place] = Some(nodes.len());
            nodes.push(node);
        }
    }
    let moved =
        |(from, to, event): &(usize, usize, usize)| Some((new_place[*from]?, new_place[*to]?, *event));
    let edges: Vec<_> = graph.edges.iter().filter_map(moved).collect();
    for (place, node) in nodes.iter_mut().enumerate() {
        if node.end.is_none() && !edges.iter().any(|(from, _, _)| *from == place) {
            node.end = Some(End::Gap);
        }
    }
    Graph { nodes, edges, ..graph }
}
