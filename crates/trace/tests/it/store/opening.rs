//! Opening: what is not there is made, what is newer is left alone.

use std::time::Duration;

use trace::store::{Batch, Outcome, Scan, Scope, Store, StoreError};

use super::cast::event;
use super::everywhere;
use super::ground::Place;

everywhere! {
    what_was_stored_is_there_after_opening_again
    a_database_from_the_future_is_refused
    several_may_open_a_new_database_at_once
    an_archive_from_before_there_were_grades_is_brought_forward
}

async fn what_was_stored_is_there_after_opening_again(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    store.append(Batch::of(tenant, vec![event(1)])).await.unwrap();
    store.close().await;
    let store = place.open().await;
    assert_eq!(store.tenant_of("a", "").await.unwrap(), tenant);
    assert_eq!(store.scan(Scan::of(Scope::Party(tenant), 10)).await.unwrap().len(), 1);
    assert_eq!(store.append(Batch::of(tenant, vec![event(1)])).await.unwrap(), [Outcome::Same(event(1).id)]);
}

async fn a_database_from_the_future_is_refused(place: &Place) {
    place.open().await.close().await;
    let later =
        if place.is_sqlite() { "PRAGMA user_version = 99" } else { "UPDATE trace.version SET version = 99" };
    place.run(later).await;
    let refused = Store::open(&place.address).await.err().unwrap();
    assert!(matches!(refused, StoreError::Newer { found: 99, known: 2 }), "{refused}");
}

async fn an_archive_from_before_there_were_grades_is_brought_forward(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    store.append(Batch::of(tenant, vec![event(1)])).await.unwrap();
    store.close().await;
    // As it was left by the version before.
    for (table, column) in [("event", "grade"), ("job", "compliant"), ("job", "compatible")] {
        let schema = if place.is_sqlite() { "" } else { "trace." };
        place.run(&format!("ALTER TABLE {schema}{table} DROP COLUMN {column}")).await;
    }
    let before =
        if place.is_sqlite() { "PRAGMA user_version = 1" } else { "UPDATE trace.version SET version = 1" };
    place.run(before).await;
    let store = place.open().await;
    assert_eq!(store.append(Batch::of(tenant, vec![event(1)])).await.unwrap(), [Outcome::Same(event(1).id)]);
    store.append(Batch::of(tenant, vec![event(2)])).await.unwrap();
    assert_eq!(store.scan(Scan::of(Scope::Party(tenant), 10)).await.unwrap().len(), 2);
    assert_eq!(store.grade(tenant, event(1).id).await.unwrap(), None);
    assert_eq!(store.grade(tenant, event(2).id).await.unwrap(), Some(1));
    store.close().await;
    // And again: nothing is left to be brought forward.
    assert_eq!(place.open().await.grade(tenant, event(2).id).await.unwrap(), Some(1));
}

async fn several_may_open_a_new_database_at_once(place: &Place) {
    let (a, b, c) = tokio::join!(place.open(), place.open(), place.open());
    let tenant = a.tenant_of("a", "").await.unwrap();
    assert_eq!(b.tenant_of("a", "").await.unwrap(), tenant);
    b.append(Batch::of(tenant, vec![event(1)])).await.unwrap();
    assert_eq!(c.append(Batch::of(tenant, vec![event(1)])).await.unwrap(), [Outcome::Same(event(1).id)]);
    let calls = (0..4).map(|n: u64| {
        let store = [&a, &b, &c][usize::try_from(n % 3).unwrap()].clone();
        tokio::spawn(async move { store.tenant_of(&format!("party {}", n / 2), "").await.unwrap() })
    });
    let mut numbers = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        numbers.push(call.await.unwrap());
    }
    assert!(numbers[0] == numbers[1] && numbers[2] == numbers[3] && numbers[0] != numbers[2]);
}

#[tokio::test]
async fn a_closed_way_is_not_opened_in_the_clear() {
    let Some(place) = Place::server("SEN_TEST_POSTGRES_URL").await else { return };
    // The server of the tests has no TLS.
    let refused = Store::open(&format!("{}?sslmode=require", place.address)).await.err().unwrap();
    assert!(matches!(&refused, StoreError::Away(why) if why.contains("TLS")), "{refused}");
    let no_roots = format!("{}?sslmode=verify-full&sslrootcert=%2Fnowhere.pem", place.address);
    assert!(matches!(Store::open(&no_roots).await.err().unwrap(), StoreError::Address(_)));
    assert!(Store::open(&format!("{}?sslmode=prefer", place.address)).await.is_ok());
    place.drop().await;
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused_without_its_password() {
    let refused = Store::open("mysql://sen:secret@db/trace").await.err().unwrap();
    assert!(matches!(&refused, StoreError::Address(shown) if !shown.contains("secret")), "{refused}");
}

/// Asks until the store is back, with a pause between as callers make it.
async fn until_back<T>(ask: impl AsyncFn() -> Result<T, StoreError>) -> T {
    for _ in 0..100 {
        match ask().await {
            Ok(answer) => return answer,
            Err(StoreError::Away(_)) => tokio::time::sleep(Duration::from_millis(100)).await,
            Err(other) => panic!("{other}"),
        }
    }
    panic!("the store does not come back")
}

/// Callers learn that nothing is known, and whoever comes later is served.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_server_was_away_the_store_comes_back_by_itself() {
    let Some(place) = Place::server("SEN_TEST_POSTGRES_URL").await else { return };
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    for round in 0..5 {
        let numbers = round * 100..round * 100 + 100;
        let calls: Vec<_> = numbers
            .map(|number| {
                let store = store.clone();
                tokio::spawn(async move { store.append(Batch::of(tenant, vec![event(number)])).await })
            })
            .collect();
        place
            .run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                  WHERE datname = current_database() AND application_name = 'sen trace'",
            )
            .await;
        let mut again = Vec::new();
        for (number, call) in (round * 100..).zip(calls) {
            match call.await.unwrap() {
                Ok(outcomes) => assert_eq!(outcomes, [Outcome::Stored]),
                Err(StoreError::Away(_)) => again.push(event(number)),
                Err(other) => panic!("{other}"),
            }
        }
        // What is given again is stored once.
        let outcomes = until_back(async || store.append(Batch::of(tenant, again.clone())).await).await;
        assert_eq!(outcomes.len(), again.len());
        let found = until_back(async || store.scan(Scan::of(Scope::Party(tenant), 10_000)).await).await;
        assert_eq!(found.len() as u64, (round + 1) * 100);
    }
    store.close().await;
    place.drop().await;
}

/// Whoever copies the file after closing has everything.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_brings_everything_into_the_one_file() {
    let place = Place::sqlite();
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    store.append(Batch::of(tenant, (0..100).map(event).collect())).await.unwrap();
    store.close().await;
    let log = format!("{}-wal", place.address.trim_start_matches("sqlite:"));
    assert_eq!(std::fs::metadata(log).map_or(0, |file| file.len()), 0);
}
