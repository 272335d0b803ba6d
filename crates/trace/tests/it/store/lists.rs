//! The lists of what occurs.

use trace::store::{Batch, ItemKey, Role, Scope, WordPlace};

use super::cast::{HONEY, TEA, event, lot, public, step, with};
use super::everywhere;
use super::ground::Place;

everywhere! {
    words_and_kinds_are_listed_once_by_scope
    items_are_listed_once_in_order_page_by_page
    names_of_hashed_items_are_kept
}

async fn words_and_kinds_are_listed_once_by_scope(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    let mut kind = step(event(3), "storing");
    kind.kind = 4;
    store
        .append(Batch::of(a, vec![step(event(1), "packing"), step(event(2), "packing"), kind]))
        .await
        .unwrap();
    store.append(Batch::of(b, vec![step(event(4), "shipping"), step(event(5), "receiving")])).await.unwrap();
    // Private at first, then public.
    store.append(Batch::of(b, vec![public(step(event(6), "shipping"))])).await.unwrap();
    let uri = |step: &str| format!("https://ref.gs1.org/cbv/BizStep-{step}");
    let list =
        async |scope, after: &str, limit| store.words(scope, WordPlace::BizStep, after, limit).await.unwrap();
    assert_eq!(list(Scope::Party(a), "", 10).await, [uri("packing"), uri("storing")]);
    assert_eq!(list(Scope::Party(a), &uri("packing"), 10).await, [uri("storing")]);
    assert_eq!(
        list(Scope::PartyAndPublic(a), "", 10).await,
        [uri("packing"), uri("shipping"), uri("storing")]
    );
    assert_eq!(list(Scope::Public, "", 10).await, [uri("shipping")]);
    assert_eq!(list(Scope::All, "", 2).await, [uri("packing"), uri("receiving")]);
    assert!(store.words(Scope::All, WordPlace::ReadPoint, "", 10).await.unwrap().is_empty());
    assert_eq!(store.kinds(Scope::Party(a)).await.unwrap(), [1, 4]);
    assert_eq!(store.kinds(Scope::Public).await.unwrap(), [1]);
}

async fn items_are_listed_once_in_order_page_by_page(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    let class = ItemKey::trade_item(TEA, None, None).unwrap();
    let short = ItemKey::other(8004, "A", &[]).unwrap();
    let longer = ItemKey::other(8004, "ABCDEFG", &[]).unwrap();
    let keys: Vec<ItemKey> = (0..40).map(|n| lot(TEA, &format!("L{n:02}"))).collect();
    // The class is in very many events, and is still one row of the list.
    let events = (0..1000).map(|n| {
        let other = keys[usize::try_from(n % 40).unwrap()].clone();
        with(event(n), &[(class.clone(), Role::Epc), (other, Role::Epc)])
    });
    store.append(Batch::of(a, events.collect())).await.unwrap();
    let more = [(short.clone(), Role::Epc), (longer.clone(), Role::Epc), (lot(HONEY, "H"), Role::Epc)];
    store
        .append(Batch::of(
            b,
            vec![public(with(event(1), &more)), with(event(2), &[(class.clone(), Role::Epc)])],
        ))
        .await
        .unwrap();

    let own: Vec<_> = std::iter::once(class.clone()).chain(keys).collect();
    let shown = [lot(HONEY, "H"), short, longer];
    let all: Vec<_> = own.iter().chain(&shown).cloned().collect();
    let theirs = [&[class][..], &shown].concat();
    for (scope, expected) in [
        (Scope::Party(a), &own[..]),
        (Scope::Party(b), &theirs),
        (Scope::PartyAndPublic(a), &all),
        (Scope::Public, &shown),
        (Scope::All, &all),
    ] {
        let mut found: Vec<ItemKey> = Vec::new();
        loop {
            let page = store.items(scope, found.last(), 7).await.unwrap();
            let full = page.len() == 7;
            found.extend(page);
            if !full {
                break;
            }
        }
        assert_eq!(found, expected, "{scope:?}");
    }
}

async fn names_of_hashed_items_are_kept(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let uri = "https://htx-tancuong.vn/vuon/7";
    let key = ItemKey::uri(uri);
    let batch = || Batch {
        names: vec![(key.clone(), uri.to_owned())],
        ..Batch::of(tenant, vec![with(event(1), &[(key.clone(), Role::Epc)])])
    };
    store.append(batch()).await.unwrap();
    store.append(batch()).await.unwrap();
    assert_eq!(store.names(&[key.clone(), lot(TEA, "L")]).await.unwrap(), [(key.clone(), uri.to_owned())]);
}
