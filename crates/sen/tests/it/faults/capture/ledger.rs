//! What was sent and acknowledged, held against what the repository tells.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::super::wire::{Reply, Request};

/// Of one source, a document or a single event, the events have identifiers of this form.
fn event_id(source: u64, place: usize) -> String {
    format!("https://example.org/su-kien/{source}/{place}")
}

/// What a client sent.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) number: u64,
    /// Events in it.
    pub(super) size: usize,
    /// A document makes a job, an event of its own does not.
    pub(super) is_document: bool,
}

impl Source {
    /// Its body.
    pub(super) fn body(&self) -> String {
        let context = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";
        let mut events = (0..self.size).map(|place| self.event(place));
        if !self.is_document {
            let mut event = events.next().unwrap();
            event["@context"] = context.into();
            return event.to_string();
        }
        serde_json::json!({
            "@context": context,
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-11-01T08:00:00+07:00",
            "epcisBody": { "eventList": events.collect::<Vec<_>>() }
        })
        .to_string()
    }

    fn event(&self, place: usize) -> Value {
        serde_json::json!({
            "type": "ObjectEvent",
            "eventTime": format!("2026-10-01T{:02}:{:02}:{:02}+07:00", place / 60, place % 60, self.number % 60),
            "eventTimeZoneOffset": "+07:00",
            "eventID": event_id(self.number, place),
            "action": "OBSERVE",
            "bizStep": "shipping",
            "quantityList": [{ "epcClass": self.lot(), "quantity": 20, "uom": "KGM" }]
        })
    }

    /// The lot that all its events are about.
    fn lot(&self) -> String {
        format!("https://id.gs1.org/01/08930000000013/10/L{}", self.number)
    }
}

/// Everything that was sent.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    sent: BTreeMap<u64, Source>,
    /// By number, with the address that the acknowledgement named.
    acknowledged: BTreeMap<u64, String>,
}

impl Ledger {
    /// It is on its way.
    pub(super) fn sent(&mut self, source: &Source) {
        self.sent.insert(source.number, source.clone());
    }

    /// It was acknowledged.
    pub(super) fn acknowledged(&mut self, number: u64, reply: &Reply) {
        self.acknowledged.insert(number, reply.header("location").expect("where it is").to_owned());
    }

    pub(super) fn count(&self) -> usize {
        self.acknowledged.len()
    }

    /// What was sent and not acknowledged.
    pub(super) fn open(&self) -> Vec<Source> {
        let open = self.sent.values().filter(|source| !self.acknowledged.contains_key(&source.number));
        open.cloned().collect()
    }

    /// Every acknowledged source is there, none is there by half or twice, each job tells the truth.
    pub(super) async fn holds(&self, address: &str, key: &str) {
        let mut there: HashMap<u64, Vec<usize>> = HashMap::new();
        for event in all(address, key, "/epcis/events?perPage=1000").await {
            let id = event["eventID"].as_str().unwrap();
            let (source, place) =
                id.strip_prefix("https://example.org/su-kien/").unwrap().split_once('/').unwrap();
            there.entry(source.parse().unwrap()).or_default().push(place.parse().unwrap());
        }
        for (number, places) in &mut there {
            places.sort_unstable();
            let source = &self.sent[number];
            assert_eq!(
                *places,
                (0..source.size).collect::<Vec<_>>(),
                "{source:?} is there by half, or twice"
            );
        }
        let lost: Vec<_> = self.acknowledged.keys().filter(|number| !there.contains_key(number)).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        self.is_found(there.keys().copied(), address, key).await;
        self.jobs_tell_the_truth(&there, address, key).await;
    }

    // By its lot, too: what finds events is written with them.
    async fn is_found(&self, numbers: impl Iterator<Item = u64>, address: &str, key: &str) {
        for number in numbers.step_by(LOOKED_AT) {
            let source = &self.sent[&number];
            let lot = source.lot().replace(':', "%3A").replace('/', "%2F");
            let found =
                all(address, key, &format!("/epcis/events?MATCH_anyEPCClass={lot}&perPage=1000")).await;
            assert_eq!(found.len(), source.size, "{source:?}");
        }
    }

    async fn jobs_tell_the_truth(&self, there: &HashMap<u64, Vec<usize>>, address: &str, key: &str) {
        let mut jobs = HashMap::new();
        for job in all(address, key, "/epcis/capture?perPage=1000").await {
            assert_eq!((&job["running"], &job["success"]), (&false.into(), &true.into()), "{job}");
            jobs.insert(job["captureID"].as_str().unwrap().to_owned(), job);
        }
        for (number, location) in &self.acknowledged {
            if self.sent[number].is_document {
                let id = location.rsplit('/').next().unwrap();
                assert!(jobs.contains_key(id), "{number}: acknowledged, and no job {id}");
            }
        }
        // Each document that is there came with a job, and each job with a document.
        let documents = there.keys().filter(|number| self.sent[number].is_document).count();
        assert!(jobs.len() >= documents, "{documents} documents, {} jobs", jobs.len());
    }
}

/// Every so many of the sources are looked up by their lot.
const LOOKED_AT: usize = 7;

// All of a list, page by page.
async fn all(address: &str, key: &str, path: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let reply = Request::get(&path, "application/json").key(key).send(address).await.unwrap();
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        let body: Value = serde_json::from_slice(&reply.body).unwrap();
        let events = &body["epcisBody"]["queryResults"]["resultsBody"]["eventList"];
        let list = if body.is_array() { &body } else { events };
        all.extend(list.as_array().cloned().unwrap_or_default());
        next =
            reply.header("link").and_then(|link| Some(link.strip_prefix('<')?.split_once('>')?.0.to_owned()));
    }
    all
}
