//! SIGKILL of the program, and of the PostgreSQL under it, while documents and events come in.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::super::chance::Chance;
use super::super::program::Program;
use super::super::wire::Request;
use super::client::{CLIENTS, Clients, send};
use super::ledger::Ledger;
use super::server::Server;
use crate::world::sen;

/// Says how often something is killed.
const KILLS: &str = "SEN_TEST_KILLS";
const FEW_KILLS: usize = 8;
/// A database server takes longer to come back than a program.
const FEW_KILLS_OF_POSTGRES: usize = 4;
/// It is killed after at most so many acknowledgements …
const ACKNOWLEDGED: usize = 25;
/// … and so many microseconds, in the middle of whatever it is doing then.
const MICROSECONDS: usize = 30_000;
/// How long the program may take to notice that the database is away, and that it is back.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the database stays away.
const AWAY: Duration = Duration::from_millis(400);

fn kills(few: usize) -> usize {
    std::env::var(KILLS).ok().and_then(|kills| kills.parse().ok()).unwrap_or(few)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_captured_event_is_lost_when_the_program_is_killed_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    the_program_is_killed_again_and_again(folder.path(), &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_captured_event_is_lost_when_the_program_is_killed_on_postgres() {
    let Some(server) = Server::start() else { return };
    let (folder, address) = (tempfile::tempdir().unwrap(), server.address());
    the_program_is_killed_again_and_again(folder.path(), &["--database", &address, "--trace", &address])
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_captured_event_is_lost_when_postgres_is_killed_underneath() {
    let Some(server) = Server::start() else { return };
    let (folder, address) = (TempDir::new().unwrap(), server.address());
    let (mut chance, words) = (Chance::new(), ["--database", address.as_str(), "--trace", address.as_str()]);
    let key = key(folder.path(), &words[..2]);
    let program = Program::start_with(folder.path(), &words).await;
    let (clients, mut hears) = clients(&program.address, &key, Arc::default(), Arc::default());
    let running = clients.begin(&mut chance);
    for _ in 0..kills(FEW_KILLS_OF_POSTGRES) {
        some_are_heard(&mut hears, &mut chance).await;
        server.kill();
        healthz_becomes(503, &program.address).await;
        tokio::time::sleep(AWAY).await;
        server.begin();
        healthz_becomes(200, &program.address).await;
        everyone_is_heard(&mut hears).await;
    }
    clients.stop.store(true, Ordering::SeqCst);
    for client in running {
        client.await.unwrap();
    }
    assert!(clients.put_off.load(Ordering::SeqCst) > 0, "nobody was told that the store is away");
    sent_again(&clients.ledger, &program.address, &key).await;
    hold(&clients.ledger, &program.address, &key).await;
    assert_eq!(program.terminate().await, Some(0));
    journal_holds(folder.path(), &words[..2]);
}

async fn the_program_is_killed_again_and_again(folder: &Path, words: &[&str]) {
    let (mut chance, kills) = (Chance::new(), kills(FEW_KILLS));
    let database = words.get(..2).unwrap_or_default();
    let key = key(folder, database);
    let (ledger, numbers): (Arc<Mutex<Ledger>>, Arc<AtomicU64>) = Default::default();
    for _ in 0..kills {
        let program = Program::start_with(folder, words).await;
        let (clients, mut hears) = clients(&program.address, &key, ledger.clone(), numbers.clone());
        let running = clients.begin(&mut chance);
        some_are_heard(&mut hears, &mut chance).await;
        program.kill().await;
        for client in running {
            client.await.unwrap();
        }
        assert_eq!(clients.put_off.load(Ordering::SeqCst), 0, "nothing was away");
    }
    let program = Program::start_with(folder, words).await;
    hold(&ledger, &program.address, &key).await;
    let open = ledger.lock().unwrap().open().len();
    sent_again(&ledger, &program.address, &key).await;
    hold(&ledger, &program.address, &key).await;
    assert_eq!(program.terminate().await, Some(0));
    journal_holds(folder, database);
    // A proof on nothing would be none.
    let count = ledger.lock().unwrap().count();
    eprintln!("{kills} kills, {count} acknowledged, {open} cut off");
    assert!(count > kills * 5 && open >= kills, "{count} acknowledged, {open} cut off");
}

type Heard = UnboundedReceiver<usize>;

fn clients(
    address: &str,
    key: &str,
    ledger: Arc<Mutex<Ledger>>,
    numbers: Arc<AtomicU64>,
) -> (Clients, Heard) {
    let (heard, hears) = unbounded_channel();
    let (address, key) = (address.to_owned(), key.to_owned());
    let (stop, put_off) = Default::default();
    (Clients { address, key, ledger, numbers, heard, stop, put_off }, hears)
}

async fn some_are_heard(hears: &mut Heard, chance: &mut Chance) {
    for _ in 0..=chance.below(ACKNOWLEDGED) {
        hears.recv().await.expect("someone is acknowledged");
    }
    let moment = u64::try_from(chance.below(MICROSECONDS)).unwrap();
    tokio::time::sleep(Duration::from_micros(moment)).await;
}

// Every client's next is taken.
async fn everyone_is_heard(hears: &mut Heard) {
    while hears.try_recv().is_ok() {}
    let mut silent: Vec<usize> = (0..CLIENTS).collect();
    let begun = Instant::now();
    while !silent.is_empty() {
        let heard = tokio::time::timeout(PATIENCE, hears.recv()).await;
        let heard = heard.unwrap_or_else(|_| panic!("nobody is heard; silent: {silent:?}"));
        silent.retain(|n| Some(*n) != heard);
        assert!(begun.elapsed() < PATIENCE, "silent: {silent:?}");
    }
}

async fn healthz_becomes(status: u16, address: &str) {
    let begun = Instant::now();
    loop {
        let reply = Request::get("/healthz", "*/*").send(address).await.unwrap();
        if reply.status == status {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "/healthz stays {}: {}", reply.status, reply.text());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

// Whatever was not acknowledged is sent again: it is taken, and makes nothing double.
async fn sent_again(ledger: &Mutex<Ledger>, address: &str, key: &str) {
    let open = ledger.lock().unwrap().open();
    for source in open {
        let reply = send(address, key, &source, &source.body()).await.unwrap();
        assert!(reply.status == 202 || reply.status == 201, "{source:?}: {}", reply.text());
        ledger.lock().unwrap().acknowledged(source.number, &reply);
    }
}

async fn hold(ledger: &Mutex<Ledger>, address: &str, key: &str) {
    let told = std::mem::take(&mut *ledger.lock().unwrap());
    told.holds(address, key).await;
    *ledger.lock().unwrap() = told;
}

pub(super) fn key(folder: &Path, database: &[&str]) -> String {
    let data = folder.to_str().unwrap();
    let call = ["key", "add", "--data", data, "--name", "kho", "--scope", "trace:capture", "trace:query"];
    let ran = sen(call.into_iter().chain(database.iter().copied()));
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out.lines().last().unwrap().to_owned()
}

fn journal_holds(folder: &Path, database: &[&str]) {
    let call = ["journal", "verify", "--json", "--data", folder.to_str().unwrap()];
    let ran = sen(call.into_iter().chain(database.iter().copied()));
    assert_eq!((ran.code, &ran.json()["broken"]), (0, &serde_json::Value::Null), "{ran:?}");
}
