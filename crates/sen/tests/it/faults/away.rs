//! PostgreSQL restarts underneath: connections break, for a while there is no server, then it is back.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use ground::testing::{Bed, rules};
use sea_orm::{ConnectionTrait, Database};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::chance::Chance;
use super::crowd::{Call, Go};
use super::ledger::{Ledger, looked_over};
use super::program::Program;
use super::proxy::Proxy;
use super::stage::Stage;
use super::wire::{Reply, Request};
use crate::rooms::ROOMS;

/// Acknowledgements before it goes wrong.
const BEFORE: usize = 30;
/// How long the program may take to say that the database is away, and to notice that it is back.
const PATIENCE: Duration = Duration::from_secs(20);
/// Words that are for the log alone.
const INSIDES: [&str; 6] = ["sqlx", "DbErr", "panicked", "pool", "connection", "os error"];

#[tokio::test(flavor = "multi_thread")]
async fn while_postgres_is_away_the_page_says_so_and_afterwards_nothing_acknowledged_is_lost() {
    let Some(bed) = Bed::postgres(rules(), ROOMS).await else { return };
    let stage = Stage::set(bed).await;
    let (server, rest) = parts(stage.database());
    let mut proxy = Proxy::to(&server).await;
    let program = Program::start(stage.folder(), &format!("postgres://sen@{}/{rest}", proxy.address())).await;
    let (heard, mut hears) = unbounded_channel();
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    let (address, stop) = (program.address.clone(), Arc::default());
    let call = Call { address, ledger: ledger.clone(), heard, stop, otherwise: on_when_told_kindly };
    let callers = call.begin(&stage, &mut Chance::new());
    for _ in 0..BEFORE {
        hears.recv().await.unwrap();
    }

    // A restart so quick that only the connections notice.
    connections_end(stage.database()).await;
    everyone_is_heard(&stage, &mut hears).await;

    connections_end(stage.database()).await;
    proxy.cut().await;
    healthz_becomes(503, &call.address).await;
    let ballot = format!("/ballots/{}", stage.case);
    let pages =
        [("/products", "text/html"), ("/products", "application/json"), (ballot.as_str(), "text/html")];
    let asked =
        pages.map(|(path, accept)| Request::get(path, accept).key(&stage.members[0].key).send(&call.address));
    for reply in futures::future::join_all(asked).await {
        says_so_kindly(&reply.unwrap());
    }

    proxy.mend().await;
    healthz_becomes(200, &call.address).await;
    everyone_is_heard(&stage, &mut hears).await;
    call.stop.store(true, Ordering::SeqCst);
    for caller in callers {
        caller.await.unwrap();
    }
    looked_over(&ledger, &stage).await;
    let told = std::mem::take(&mut *ledger.lock().unwrap());
    told.is_shown(&stage, &program.address).await;
    assert_eq!(program.terminate().await, Some(0));
    assert!(told.acknowledged > BEFORE, "{told:?}");
}

// `host:port`, and the name of the database with what follows it.
fn parts(database: &str) -> (String, String) {
    let (server, rest) = database.split_once("://").unwrap().1.split_once('/').unwrap();
    (server.rsplit('@').next().unwrap().to_owned(), rest.to_owned())
}

// As a server that stops does: it ends every session with a word, committed or not.
async fn connections_end(database: &str) {
    let own = Database::connect(database).await.unwrap();
    let sql = "select pg_terminate_backend(pid) from pg_stat_activity \
               where datname = current_database() and pid <> pg_backend_pid()";
    own.execute_unprepared(sql).await.unwrap();
    own.close().await.unwrap();
}

// Every member's next mark is saved, and the owner's next paper.
async fn everyone_is_heard(stage: &Stage, hears: &mut UnboundedReceiver<usize>) {
    while hears.try_recv().is_ok() {}
    let mut silent: Vec<usize> = (0..=stage.members.len()).collect();
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

fn on_when_told_kindly(answer: std::io::Result<Reply>) -> Go {
    says_so_kindly(&answer.expect("the program stays and answers"));
    Go::On
}

fn says_so_kindly(reply: &Reply) {
    let text = reply.text();
    assert_eq!(reply.status, 503, "{text}");
    let after: u32 = reply.header("retry-after").expect("when to try again").parse().unwrap();
    assert!((1..=120).contains(&after));
    assert!(text.contains("Những gì đã báo là đã lưu thì vẫn còn"), "{text}");
    for inside in INSIDES {
        assert!(!text.contains(inside), "{inside}: {text}");
    }
}
