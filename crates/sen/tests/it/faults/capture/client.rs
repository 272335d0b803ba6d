//! Those who capture while it goes wrong.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinHandle;

use super::super::chance::Chance;
use super::super::wire::{Reply, Request};
use super::ledger::{Ledger, Source};

/// Clients that send documents.
const DOCUMENTS: usize = 4;
/// Clients that send one event at a time.
const SINGLES: usize = 3;
/// All of them.
pub(super) const CLIENTS: usize = DOCUMENTS + SINGLES;
/// Events of the smallest document, and how many more there may be.
const SMALLEST: usize = 20;
const MORE: usize = 81;
/// How long a client waits before it sends again what was put off.
const PAUSE: Duration = Duration::from_millis(30);

/// What clients share.
#[derive(Clone)]
pub(super) struct Clients {
    pub(super) address: String,
    pub(super) key: String,
    pub(super) ledger: Arc<Mutex<Ledger>>,
    pub(super) numbers: Arc<AtomicU64>,
    /// Whose was acknowledged.
    pub(super) heard: UnboundedSender<usize>,
    pub(super) stop: Arc<AtomicBool>,
    /// How often an answer was that the store is away.
    pub(super) put_off: Arc<AtomicU64>,
}

impl Clients {
    /// Everyone begins.
    pub(super) fn begin(&self, chance: &mut Chance) -> Vec<JoinHandle<()>> {
        (0..CLIENTS).map(|n| tokio::spawn(self.clone().go(n, chance.fork()))).collect()
    }

    // Until it is told to stop, or hears nothing.
    async fn go(self, n: usize, mut chance: Chance) {
        while !self.stop.load(Ordering::SeqCst) {
            let is_document = n < DOCUMENTS;
            let size = if is_document { SMALLEST + chance.below(MORE) } else { 1 };
            let number = self.numbers.fetch_add(1, Ordering::SeqCst);
            let source = Source { number, size, is_document };
            self.ledger.lock().unwrap().sent(&source);
            if !self.send_until_it_is_taken(&source).await {
                return;
            }
            // Nobody listens after the kill.
            let _ = self.heard.send(n);
        }
    }

    async fn send_until_it_is_taken(&self, source: &Source) -> bool {
        let body = source.body();
        loop {
            match send(&self.address, &self.key, source, &body).await {
                Ok(reply) if reply.status < 300 => {
                    self.ledger.lock().unwrap().acknowledged(source.number, &reply);
                    return true;
                }
                Ok(reply) => {
                    says_so_kindly(&reply);
                    self.put_off.fetch_add(1, Ordering::SeqCst);
                    if self.stop.load(Ordering::SeqCst) {
                        return false;
                    }
                    tokio::time::sleep(PAUSE).await;
                }
                // It was killed.
                Err(_) => return false,
            }
        }
    }
}

/// Sends a source once.
pub(super) async fn send(address: &str, key: &str, source: &Source, body: &str) -> std::io::Result<Reply> {
    let path = if source.is_document { "/epcis/capture" } else { "/epcis/events" };
    let kind = "application/ld+json";
    Request::post(path, "application/json", kind, body.as_bytes().to_vec()).key(key).send(address).await
}

/// A problem of the standard's that tells when to try again, and nothing of what is inside.
fn says_so_kindly(reply: &Reply) {
    let text = reply.text();
    assert_eq!(reply.status, 503, "{text}");
    let after: u32 = reply.header("retry-after").expect("when to try again").parse().unwrap();
    assert!((1..=120).contains(&after));
    let problem: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["type"], "epcisException:ImplementationException");
    for inside in ["tokio", "sqlx", "panicked", "os error", "FATAL", "connection"] {
        assert!(!text.contains(inside), "{inside}: {text}");
    }
}
