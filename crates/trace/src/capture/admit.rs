//! From a source to what is stored: parsed, checked, hashed, with an identifier for every event.

use epcis::check::{Finding, check_each};
use epcis::hash::{EventHash, Hasher};
use epcis::model::{Content, Event, Kind, Namespaces, Time, Uri, VocabularyList};
use ground::Clock;
use sha2::{Digest, Sha256};
use tokio::sync::OwnedSemaphorePermit;

use super::{Behaviour, MAX_EVENTS};
use crate::event::grade;
use crate::event::items::{self, place};
use crate::problem::{Kind as ProblemKind, Problem};
use crate::store::{EventKey, ItemKey, Micros, NewEvent, Visibility};

/// The binding that the sender says a source is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binding {
    /// JSON-LD.
    Json,
    /// XML of EPCIS 2.0 or 1.2.
    Xml,
}

/// What a source brings.
#[derive(Debug, Default)]
pub(crate) struct Admitted {
    /// Events to be stored.
    pub events: Vec<NewEvent>,
    /// The last of them as it was read, and what its writer calls its namespaces: a single one is answered with it.
    pub last: Option<Event>,
    pub namespaces: Namespaces,
    /// The identifier of each.
    pub event_ids: Vec<Uri>,
    /// URIs of items that are keyed by their hash.
    pub names: Vec<(ItemKey, String)>,
    /// Master data of the header.
    pub master_data: Vec<VocabularyList>,
    /// Under `proceed`: what is wrong with the events that are left out.
    pub refused: Vec<Finding>,
    /// How many these are.
    pub left_out: usize,
    /// The place of its source among those that are held at once.
    pub held: Option<OwnedSemaphorePermit>,
}

/// A key has 62 random bits; a random number of 61 can be counted up from without running over.
const ROOM_BITS: u32 = 3;

/// Reads a source and makes its events ready to be stored.
///
/// # Errors
/// Findings of the document, or under [`Behaviour::Rollback`] of any event; more events than a capture may have.
pub(crate) fn admit(
    source: &[u8],
    binding: Binding,
    behaviour: Behaviour,
    visibility: Visibility,
    clock: &Clock,
) -> Result<Admitted, Problem> {
    let fault = |fault| Problem::found(vec![Finding::of_fault(&fault)]);
    let tree = match binding {
        Binding::Json => epcis::json::read_bytes(source),
        Binding::Xml => epcis::xml::read_bytes(source),
    };
    let tree = tree.map_err(fault)?;
    let (content, report) = check_each(&tree);
    let Some((content, places)) = content else { return Err(Problem::found(report.errors)) };
    if behaviour == Behaviour::Rollback && !report.is_ok() {
        return Err(Problem::found(report.errors));
    }
    let mut hasher = Hasher::new(&tree);
    let hashes: Vec<EventHash> = epcis::hash::events(&tree).map(|event| hasher.hash(event)).collect();
    let left_out = hashes.len().saturating_sub(places.len());
    let mut admitted = Admitted { refused: report.errors, left_out, ..Admitted::default() };
    let namespaces = content.namespaces().clone();
    let events = taken_apart(content, &mut admitted);
    if events.len() > MAX_EVENTS {
        let problem = Problem::new(ProblemKind::CaptureLimit, "trace-too-many");
        return Err(problem.with("most", MAX_EVENTS.to_string()).with("found", events.len().to_string()));
    }
    let received = Micros(clock.now().micros());
    // Keys count up from a random one: events of one source stay in its order, as they are recorded.
    let first = u64::from_be_bytes(clock.random()?) >> ROOM_BITS;
    for ((place, event), number) in places.into_iter().zip(events).zip(first..) {
        let hash = hashes.get(place).ok_or_else(|| Problem::fault("an event without a hash"))?;
        let id = EventKey::at(received, number.to_be_bytes());
        push(&mut admitted, event, hash, id, visibility, &namespaces)?;
    }
    admitted.namespaces = namespaces;
    Ok(admitted)
}

fn taken_apart(content: Content, admitted: &mut Admitted) -> Vec<Event> {
    let (header, events) = match content {
        Content::Document(document) => (document.header, document.events),
        Content::QueryDocument(document) => {
            (document.header, document.results.map(|results| results.events).unwrap_or_default())
        }
        Content::Event(event, _) => (None, vec![*event]),
    };
    admitted.master_data = header.map(|header| header.master_data).unwrap_or_default();
    events
}

fn push(
    admitted: &mut Admitted,
    mut event: Event,
    hash: &EventHash,
    id: EventKey,
    visibility: Visibility,
    namespaces: &Namespaces,
) -> Result<(), Problem> {
    // What a client says of its recording is not ours to keep (8.2.7).
    event.record_time = None;
    event.name_objects_once();
    let minted = Uri::read(&hash.to_string()).map_err(|_| Problem::fault("a hash that is no identifier"))?;
    // Whoever sends back what it read here sends the identifier that was made here.
    let given = event.event_id.clone().filter(|id| *id != minted);
    let event_id = given.clone().unwrap_or(minted);
    event.event_id = Some(event_id.clone());
    let declared = event.error_declaration.as_ref().map(|declaration| &declaration.declaration_time);
    // It is found by what it means; it is kept as it was written.
    let whole = event.written_out(namespaces);
    let meant = whole.as_ref().unwrap_or(&event);
    let (objects, names) = items::of_event(meant);
    admitted.names.extend(names);
    admitted.event_ids.push(event_id.clone());
    admitted.events.push(NewEvent {
        id,
        event_time: micros(&event.event_time),
        kind: kind(&event),
        action: event.action().map(|action| action as u8),
        biz_step: meant.biz_step.as_ref().map(epcis::cbv::Code::iri),
        disposition: meant.disposition.as_ref().map(epcis::cbv::Code::iri),
        read_point: meant.read_point.as_ref().map(|at| place(at.id.as_str())),
        biz_location: meant.biz_location.as_ref().map(|at| place(at.id.as_str())),
        identity: Some(identity(&event_id, declared.is_some())),
        content: digest(&[
            hash.bytes(),
            given.as_ref().map_or("", Uri::as_str).as_bytes(),
            written(declared),
        ]),
        in_error: declared.is_some(),
        grade: grade::number(epcis::grade::grade(&event)),
        visibility,
        doc: epcis::json::write_event(&event, namespaces).into_bytes(),
        items: objects.into_iter().map(|object| object.item).collect(),
    });
    admitted.last = Some(event);
    Ok(())
}

/// Of what an event must be the only one of its party: its identifier. An error declaration carries the identifier
/// of what it withdraws, and is the only one beside it.
fn identity(event_id: &Uri, declares: bool) -> [u8; 16] {
    digest(&[event_id.as_str().as_bytes(), if declares { b"declared" } else { b"" }])
}

/// The identities that events of an identifier can have.
pub(crate) fn identities(event_id: &Uri) -> [[u8; 16]; 2] {
    [identity(event_id, false), identity(event_id, true)]
}

fn written(time: Option<&Time>) -> &[u8] {
    time.map_or(&[], |time| time.as_str().as_bytes())
}

fn digest(parts: &[&[u8]]) -> [u8; 16] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    let digest: [u8; 32] = hasher.finalize().into();
    let mut half = [0; 16];
    half.copy_from_slice(&digest[..16]);
    half
}

/// Microseconds of a time; what is finer is cut.
pub(crate) fn micros(time: &Time) -> Micros {
    Micros(i64::try_from(time.unix_nanos().div_euclid(1000)).unwrap_or(i64::MAX))
}

/// The number of object events in the store.
pub(crate) const OBJECT: u8 = 0;
/// The number of aggregation events in the store.
pub(crate) const AGGREGATION: u8 = 1;
/// The number of transformation events in the store.
pub(crate) const TRANSFORMATION: u8 = 3;

/// The number of an event's type in the store.
pub(crate) const fn kind(event: &Event) -> u8 {
    match event.kind {
        Kind::Object { .. } => OBJECT,
        Kind::Aggregation(_) => AGGREGATION,
        Kind::Transaction { .. } => 2,
        Kind::Transformation(_) => TRANSFORMATION,
        Kind::Association(_) => 4,
    }
}
