//! What is kept with the events: things, master data, who listens.

use trace::store::{Batch, Expect, Master, Micros, Thing};

use super::cast::{NEW_YEAR, event, listen};
use super::everywhere;
use super::ground::Place;

everywhere! {
    a_thing_is_changed_only_by_who_knows_its_version
    things_are_listed_and_expire
    what_lies_below_an_element_is_found_even_in_a_circle
    who_listens_gets_new_events_until_it_has_them
    counts_are_roughly_right
}

async fn a_thing_is_changed_only_by_who_knows_its_version(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let thing =
        |body: &str| Thing { tenant, kind: 1, name: "n".into(), updated: Micros(5), body: body.into() };
    assert_eq!(store.put_thing(thing("a"), Expect::Version(1)).await.unwrap(), None);
    assert_eq!(store.put_thing(thing("a"), Expect::Nothing).await.unwrap(), Some(1));
    assert_eq!(store.put_thing(thing("b"), Expect::Nothing).await.unwrap(), None);
    assert_eq!(store.put_thing(thing("b"), Expect::Version(1)).await.unwrap(), Some(2));
    assert_eq!(store.put_thing(thing("c"), Expect::Version(1)).await.unwrap(), None);
    assert_eq!(store.put_thing(thing("d"), Expect::Any).await.unwrap(), Some(3));
    assert_eq!(store.thing(tenant, 1, "n").await.unwrap(), Some((thing("d"), 3)));
    assert!(!store.remove_thing(tenant, 1, "n", Expect::Version(2)).await.unwrap());
    assert!(store.remove_thing(tenant, 1, "n", Expect::Version(3)).await.unwrap());
    assert_eq!(store.thing(tenant, 1, "n").await.unwrap(), None);
    assert!(!store.remove_thing(tenant, 1, "n", Expect::Any).await.unwrap());
}

async fn things_are_listed_and_expire(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    for (tenant, kind, name, at) in [(a, 1, "x", 1), (a, 1, "y", 2), (b, 1, "w", 3), (b, 2, "z", 1)] {
        let thing = Thing { tenant, kind, name: name.into(), updated: Micros(at), body: Vec::new() };
        store.put_thing(thing, Expect::Any).await.unwrap();
    }
    let names = async |tenant, after, limit| {
        let found = store.things(tenant, 1, after, limit).await.unwrap();
        found.into_iter().map(|(thing, _)| thing.name).collect::<Vec<_>>()
    };
    assert_eq!(names(None, None, 10).await, ["x", "y", "w"]);
    assert_eq!(names(None, Some((a, "x")), 1).await, ["y"]);
    assert_eq!(names(Some(b), None, 10).await, ["w"]);
    store.expire_things(1, Micros(3)).await.unwrap();
    assert_eq!(names(None, None, 10).await, ["w"]);
    assert!(store.thing(b, 2, "z").await.unwrap().is_some());
}

async fn what_lies_below_an_element_is_found_even_in_a_circle(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let element = |uri: &str, children: &[&str]| Master {
        kind: 1,
        uri: uri.into(),
        body: uri.as_bytes().to_vec(),
        children: children.iter().map(|child| (*child).to_owned()).collect(),
    };
    let elements =
        vec![element("a", &["b", "c"]), element("b", &["d"]), element("d", &["a"]), element("z", &["x"])];
    store.put_master(tenant, elements).await.unwrap();
    let below = store.descendants(tenant, 1, "a", 10).await.unwrap();
    assert_eq!((below.uris, below.complete), (["a", "b", "c", "d"].map(String::from).to_vec(), true));
    let few = store.descendants(tenant, 1, "a", 2).await.unwrap();
    assert_eq!((few.uris.len(), few.complete), (2, false));
    assert_eq!(store.descendants(tenant, 2, "a", 10).await.unwrap().uris, ["a"]);
    // What is said anew stands in the place of what was said.
    store.put_master(tenant, vec![element("a", &["c"])]).await.unwrap();
    assert_eq!(store.descendants(tenant, 1, "a", 10).await.unwrap().uris, ["a", "c"]);
    let found = store.master(tenant, 1, &["a".into(), "nothing".into()]).await.unwrap();
    assert_eq!(found, [element("a", &[])]);
    let rest = store.masters(tenant, 1, "b", 10).await.unwrap();
    assert_eq!(rest.iter().map(|one| one.uri.as_str()).collect::<Vec<_>>(), ["d", "z"]);
}

async fn who_listens_gets_new_events_until_it_has_them(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    store.append(Batch::of(a, vec![event(5)])).await.unwrap();
    assert!(store.pending(10).await.unwrap().is_empty(), "nobody listened");
    let (one, two) = (listen(&store, a, "one").await, listen(&store, b, "two").await);
    for (tenant, numbers) in [(a, [3, 1]), (b, [2, 4])] {
        store.append(Batch::of(tenant, numbers.map(event).to_vec())).await.unwrap();
    }
    let expected = [(a, 1), (b, 2), (a, 3), (b, 4)].map(|(tenant, number)| (tenant, event(number).id));
    let pending = store.pending(10).await.unwrap();
    assert_eq!(pending, expected);
    assert_eq!(store.pending(1).await.unwrap().len(), 1);
    let parcels =
        [(one.clone(), vec![expected[2], expected[0], expected[1]]), (two.clone(), vec![expected[1]])];
    store.hand_out(&pending[..3], &parcels).await.unwrap();
    assert_eq!(store.pending(10).await.unwrap(), [expected[3]]);
    assert_eq!(store.waiting(&one, 10).await.unwrap(), expected[..3]);
    assert_eq!(store.waiting(&two, 10).await.unwrap(), [expected[1]]);
    // What left the outbox before is not handed out again.
    store.hand_out(&pending[..3], &parcels).await.unwrap();
    store.delivered(&one, &[expected[0], expected[1]]).await.unwrap();
    assert_eq!(store.waiting(&one, 10).await.unwrap(), [expected[2]]);
    store.catch_up(&one, &[(a, event(5).id), (a, event(77).id), expected[2]]).await.unwrap();
    assert_eq!(store.waiting(&one, 10).await.unwrap(), [expected[2], (a, event(5).id)]);
    assert!(store.dismiss(&one, Expect::Any).await.unwrap());
    assert!(!store.dismiss(&one, Expect::Any).await.unwrap());
    assert!(store.waiting(&one, 10).await.unwrap().is_empty());
    store.hand_out(&[], &[(one.clone(), vec![expected[3]])]).await.unwrap();
    assert!(store.waiting(&one, 10).await.unwrap().is_empty(), "it is gone");
    assert_eq!(store.waiting(&two, 10).await.unwrap(), [expected[1]]);
}

async fn counts_are_roughly_right(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    listen(&store, tenant, "one").await;
    store.append(Batch::of(tenant, (0..10).map(event).collect())).await.unwrap();
    let counts = store.counts().await.unwrap();
    assert_eq!((counts.parties, counts.pending, counts.dictionary), (1, 10, 0));
    if place.is_sqlite() {
        assert_eq!(counts.events, 10);
    }
    for (since, limit, expected) in [(0, 100, 10), (0, 4, 4), (NEW_YEAR + 5_000_000, 100, 5)] {
        assert_eq!(store.recorded_since(tenant, Micros(since), limit).await.unwrap(), expected);
    }
}
