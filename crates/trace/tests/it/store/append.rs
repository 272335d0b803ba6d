//! Storing: each event once, conflicts found, all or nothing where that was asked for.

use trace::store::{Batch, Micros, NewJob, Outcome, Scan, Scope, StoreError};

use super::cast::{TEA, bytes, event, listen, lot, step, with};
use super::everywhere;
use super::ground::Place;
use trace::store::Role;

everywhere! {
    the_same_event_twice_is_one_event
    an_identity_with_other_content_is_a_conflict
    a_declaration_in_error_stands_beside_what_it_withdraws
    parties_do_not_meet
    with_a_conflict_all_or_nothing_stores_nothing
    one_batch_does_not_hurt_another_of_its_group
    what_cannot_be_stored_is_refused_and_hurts_no_one
    jobs_are_true_with_their_events
    a_document_comes_back_as_it_was_given
    a_closed_store_says_so
}

async fn the_same_event_twice_is_one_event(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("8938505970004", "HTX Chè Tân Cương").await.unwrap();
    let first = event(1);
    let mut again = event(1);
    again.id.0[15] ^= 1;
    let batch = Batch::of(tenant, vec![first.clone(), again.clone(), event(2)]);
    assert_eq!(
        store.append(batch.clone()).await.unwrap(),
        [Outcome::Stored, Outcome::Same(first.id), Outcome::Stored]
    );
    let same = [Outcome::Same(first.id), Outcome::Same(first.id), Outcome::Same(event(2).id)];
    assert_eq!(store.append(batch).await.unwrap(), same);
    assert_eq!(store.scan(Scan::of(Scope::Party(tenant), 10)).await.unwrap().len(), 2);
}

async fn an_identity_with_other_content_is_a_conflict(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let first = event(1);
    let mut other = event(2);
    other.identity = first.identity;
    let mut third = event(3);
    third.identity = None;
    let batch = Batch::of(tenant, vec![first.clone(), other, third]);
    assert_eq!(
        store.append(batch).await.unwrap(),
        [Outcome::Stored, Outcome::Conflict(first.id), Outcome::Stored]
    );
}

async fn a_declaration_in_error_stands_beside_what_it_withdraws(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let mut declaration = event(2);
    declaration.event_time = event(1).event_time;
    declaration.in_error = true;
    store.append(Batch::of(tenant, vec![event(1), declaration])).await.unwrap();
    let found = store.scan(Scan::of(Scope::Party(tenant), 10)).await.unwrap();
    assert_eq!(found.iter().map(|event| event.in_error).collect::<Vec<_>>(), [false, true]);
}

async fn parties_do_not_meet(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    assert_ne!(a, b);
    assert_eq!(store.tenant_of("a", "").await.unwrap(), a);
    assert_eq!(store.append(Batch::of(a, vec![event(1)])).await.unwrap(), [Outcome::Stored]);
    assert_eq!(store.append(Batch::of(b, vec![event(1)])).await.unwrap(), [Outcome::Stored]);
}

async fn with_a_conflict_all_or_nothing_stores_nothing(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    store.append(Batch::of(tenant, vec![event(1)])).await.unwrap();
    let mut conflict = event(9);
    conflict.identity = event(1).identity;
    let mut twice = event(2);
    twice.id.0[15] ^= 1;
    let mut batch =
        Batch::of(tenant, vec![with(event(2), &[(lot(TEA, "L1"), Role::Epc)]), twice, event(1), conflict]);
    batch.all_or_nothing = true;
    listen(&store, tenant, "one").await;
    batch.job = Some(job(1));
    let expected =
        [Outcome::Withheld, Outcome::Withheld, Outcome::Same(event(1).id), Outcome::Conflict(event(1).id)];
    assert_eq!(store.append(batch).await.unwrap(), expected);
    assert_eq!(store.scan(Scan::of(Scope::All, 10)).await.unwrap().len(), 1);
    assert_eq!(store.job(bytes(1)).await.unwrap(), None);
    assert!(store.hops(&[lot(TEA, "L1")], &Role::ALL, 10).await.unwrap().is_empty());
    assert!(store.pending(10).await.unwrap().is_empty());
    assert!(store.items(Scope::All, None, 10).await.unwrap().is_empty());
}

async fn one_batch_does_not_hurt_another_of_its_group(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let calls = (0..40_u64).map(|number| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut events: Vec<_> = (0..20).map(|n| step(event(number * 20 + n), "shipping")).collect();
            // Every other batch has a conflict within.
            if number % 2 == 1 {
                events[19].identity = events[0].identity;
            }
            let batch = Batch { all_or_nothing: true, ..Batch::of(tenant, events) };
            (number, store.append(batch).await.unwrap())
        })
    });
    for call in calls.collect::<Vec<_>>() {
        let (number, outcomes) = call.await.unwrap();
        let expected = if number % 2 == 1 { Outcome::Withheld } else { Outcome::Stored };
        assert!(outcomes[..19].iter().all(|outcome| *outcome == expected), "{number}: {outcomes:?}");
    }
    assert_eq!(store.scan(Scan::of(Scope::Party(tenant), 1000)).await.unwrap().len(), 400);
}

async fn what_cannot_be_stored_is_refused_and_hurts_no_one(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let mut cut = event(2);
    cut.biz_location = Some("https://example.org/\0".to_owned());
    let refused = store.append(Batch::of(tenant, vec![event(1), cut])).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unfit { at: 1, what: "word" }), "{refused}");
    let mut taken = event(3);
    taken.id = event(4).id;
    let (bad, good) = tokio::join!(
        store.append(Batch::of(tenant, vec![event(4), taken])),
        store.append(Batch::of(tenant, vec![event(5)]))
    );
    assert!(matches!(bad.unwrap_err(), StoreError::Unfit { at: 1, what: "id" }));
    assert_eq!(good.unwrap(), [Outcome::Stored]);
    let long = step(event(6), &"x".repeat(3000));
    let refused = store.append(Batch::of(tenant, vec![long])).await.unwrap_err();
    assert!(matches!(refused, StoreError::TooMuch { at: 0, what: "word", .. }), "{refused}");
    assert_eq!(store.scan(Scan::of(Scope::All, 10)).await.unwrap().len(), 1);
}

fn job(number: u64) -> NewJob {
    NewJob {
        id: bytes(number),
        created_at: Micros(1_000_000 * i64::try_from(number).unwrap()),
        finished_at: None,
        success: true,
        behaviour: 0,
        events: 1,
        stored: 1,
        same: 0,
        refused: 0,
        compliant: Some(1),
        compatible: None,
        errors: "[]".to_owned(),
    }
}

async fn jobs_are_true_with_their_events(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    for number in 1..=5 {
        let tenant = if number % 2 == 0 { b } else { a };
        store
            .append(Batch { job: Some(job(number)), ..Batch::of(tenant, vec![event(number)]) })
            .await
            .unwrap();
    }
    let failed = NewJob { success: false, errors: r#"[{"code":"x"}]"#.to_owned(), refused: 1, ..job(3) };
    store.append(Batch { job: Some(failed.clone()), ..Batch::of(a, Vec::new()) }).await.unwrap();
    let found = store.job(bytes(3)).await.unwrap().unwrap();
    assert_eq!((found.tenant, found.job), (a, failed));
    let newest = store.jobs(Scope::All, None, 2).await.unwrap();
    assert_eq!(newest.iter().map(|job| job.job.id).collect::<Vec<_>>(), [bytes(5), bytes(4)]);
    let after = Some((newest[1].job.created_at, newest[1].job.id));
    let rest = store.jobs(Scope::Party(a), after, 10).await.unwrap();
    assert_eq!(rest.iter().map(|job| job.job.id).collect::<Vec<_>>(), [bytes(3), bytes(1)]);
    assert!(store.jobs(Scope::Public, None, 10).await.unwrap().is_empty());
}

async fn a_document_comes_back_as_it_was_given(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    // Enough for a dictionary, then more that are compressed with it.
    for from in [0, 1500, 3000, 4500] {
        let events = (from..from + 1500).map(|number| step(event(number), "harvesting")).collect();
        store.append(Batch::of(tenant, events)).await.unwrap();
        if from == 1500 {
            for _ in 0..200 {
                if store.counts().await.unwrap().dictionary == 1 {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(25)).await;
            }
        }
    }
    assert_eq!(store.counts().await.unwrap().dictionary, 1);
    store.close().await;
    let store = place.open().await;
    let found = store.scan(Scan::of(Scope::Party(tenant), 10_000)).await.unwrap();
    assert_eq!(found.len(), 6000);
    for (number, found) in found.iter().enumerate() {
        assert_eq!(found.doc, event(u64::try_from(number).unwrap()).doc);
    }
}

async fn a_closed_store_says_so(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let before = {
        let store = store.clone();
        tokio::spawn(async move { store.append(Batch::of(tenant, vec![event(1)])).await })
    };
    let before = before.await.unwrap();
    store.close().await;
    assert_eq!(before.unwrap(), [Outcome::Stored]);
    let after = store.append(Batch::of(tenant, vec![event(2)])).await;
    assert!(matches!(after, Err(StoreError::Closed)), "{after:?}");
}
