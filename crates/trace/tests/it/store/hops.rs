//! Following items from event to event.

use trace::store::{Batch, ItemKey, MAX_LINKS, Role, Store, Tenant};

use super::cast::{HONEY, TEA, event, item, lot, with};
use super::everywhere;
use super::ground::Place;

everywhere! {
    a_chain_of_ten_transformations_is_followed_both_ways
    links_are_the_other_side_and_none_when_there_are_too_many
    hops_come_by_item_and_time_no_more_than_asked
    an_item_that_stands_twice_is_met_once
}

async fn chain(store: &Store) -> Tenant {
    let tenant = store.tenant_of("a", "").await.unwrap();
    let events = (0..10)
        .map(|n| {
            let stage = |n: u64, kind: &str| lot(TEA, &format!("{kind}{n}"));
            with(
                event(n),
                &[
                    (stage(n, "L"), Role::Input),
                    (stage(n, "W"), Role::Input),
                    (stage(n + 1, "L"), Role::Output),
                    (lot(HONEY, &format!("S{n}")), Role::Output),
                ],
            )
        })
        .collect();
    store.append(Batch::of(tenant, events)).await.unwrap();
    tenant
}

async fn a_chain_of_ten_transformations_is_followed_both_ways(place: &Place) {
    let store = place.open().await;
    let tenant = chain(&store).await;
    for (start, role, met) in [("L10", Role::Output, 21), ("L0", Role::Input, 21)] {
        let mut level = vec![lot(TEA, start)];
        let mut seen: std::collections::BTreeSet<ItemKey> = level.iter().cloned().collect();
        let mut steps = 0;
        loop {
            let hops = store.hops(&level, &[role], 1000).await.unwrap();
            if hops.is_empty() {
                break;
            }
            steps += 1;
            assert!(hops.iter().all(|hop| hop.tenant == tenant && hop.role == role));
            level = hops
                .into_iter()
                .flat_map(|hop| hop.links.unwrap())
                .filter(|key| seen.insert(key.clone()))
                .collect();
        }
        assert_eq!((steps, seen.len()), (10, met), "from {start}");
    }
}

async fn links_are_the_other_side_and_none_when_there_are_too_many(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let pallet = ItemKey::sscc(389_385_059_700_000_012).unwrap();
    let piece = |n: usize| ItemKey::trade_item(TEA, None, Some(&format!("{n:05}"))).unwrap();
    for (number, count) in [(1, MAX_LINKS), (2, MAX_LINKS + 1)] {
        let mut items: Vec<_> = (0..count).map(|n| (piece(n), Role::Child)).collect();
        items.push((pallet.clone(), Role::Parent));
        store.append(Batch::of(tenant, vec![with(event(number), &items)])).await.unwrap();
    }
    let of_pallet = store.hops(std::slice::from_ref(&pallet), &[Role::Parent], 10).await.unwrap();
    let children: Vec<_> = (0..MAX_LINKS).map(piece).collect();
    assert_eq!(of_pallet[0].links.as_ref(), Some(&children));
    assert_eq!(of_pallet[1].links, None);
    let of_piece = store.hops(&[piece(MAX_LINKS)], &Role::ALL, 10).await.unwrap();
    assert_eq!(of_piece[0].links.as_ref(), Some(&vec![pallet]));
    store.append(Batch::of(tenant, vec![with(event(3), &[(lot(TEA, "L"), Role::Epc)])])).await.unwrap();
    let alone = store.hops(&[lot(TEA, "L")], &Role::ALL, 10).await.unwrap();
    assert_eq!(alone[0].links, Some(Vec::new()));
}

async fn hops_come_by_item_and_time_no_more_than_asked(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let (a, b) = (lot(TEA, "A"), lot(TEA, "B"));
    let events = (0..20).map(|n| with(event(n), &[(a.clone(), Role::Epc), (b.clone(), Role::Epc)])).collect();
    store.append(Batch::of(tenant, events)).await.unwrap();
    let hops = store.hops(&[b.clone(), a.clone(), b.clone()], &[Role::Epc], 30).await.unwrap();
    let order: Vec<_> = hops.iter().map(|hop| (hop.item.clone(), hop.id)).collect();
    let expected = (0..20).map(|n| (a.clone(), event(n).id)).chain((0..10).map(|n| (b.clone(), event(n).id)));
    assert_eq!(order, expected.collect::<Vec<_>>());
    assert!(store.hops(&[a], &[Role::Input], 30).await.unwrap().is_empty());
}

async fn an_item_that_stands_twice_is_met_once(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let mut new = event(1);
    new.items = ["A", "B", "A"].map(|number| item(lot(TEA, number), Role::Epc)).into();
    store.append(Batch::of(tenant, vec![new])).await.unwrap();
    let hops = store.hops(&[lot(TEA, "A"), lot(TEA, "B")], &Role::ALL, 10).await.unwrap();
    assert_eq!(hops.len(), 2);
}
