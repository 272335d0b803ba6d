//! No page reads the archive from end to end.

use trace::store::{Batch, Direction, ItemKey, KeyRange, Micros, Narrow, Order, Role, Scan, Scope, Span};

use super::cast::{NEW_YEAR, TEA, event, lot, public, step, with};
use super::everywhere;
use super::ground::Place;

everywhere! { every_page_is_read_by_an_index }

async fn every_page_is_read_by_an_index(place: &Place) {
    let store = place.open().await;
    let (a, b) = (store.tenant_of("a", "").await.unwrap(), store.tenant_of("b", "").await.unwrap());
    for tenant in [a, b] {
        let events = (0..3000).map(|n| {
            let mut new = step(with(event(n), &[(lot(TEA, &format!("L{n}")), Role::Epc)]), "packing");
            (new.biz_location, new.read_point) = (new.biz_step.clone(), new.biz_step.clone());
            if n % 10 == 0 { public(new) } else { new }
        });
        store.append(Batch::of(tenant, events.collect())).await.unwrap();
    }
    if !place.is_sqlite() {
        place.run("ANALYZE trace.event; ANALYZE trace.item_event").await;
    }
    let words = step(event(0), "packing").biz_step.into_iter().collect::<Vec<_>>();
    let narrows = [
        Narrow::Nothing,
        Narrow::Steps(words.clone()),
        Narrow::Places(words.clone()),
        Narrow::ReadPoints(words),
        Narrow::Items { ranges: vec![lot(TEA, "L7").into()], roles: vec![Role::Epc] },
        Narrow::Items {
            ranges: (0..100).map(|n| lot(TEA, &format!("L{n}")).into()).collect(),
            roles: vec![Role::Epc],
        },
        Narrow::Items { ranges: vec![KeyRange::lots(TEA, "L29").unwrap()], roles: Role::ALL.to_vec() },
        Narrow::Items { ranges: vec![ItemKey::uri("urn:x").into()], roles: Role::ALL.to_vec() },
        Narrow::Identities(vec![event(5).identity.unwrap()]),
        Narrow::Keys(vec![(a, event(5).id), (b, event(6).id)]),
    ];
    let from = Span { from: Some(Micros(NEW_YEAR + 1_000_000_000)), until: None };
    for narrow in narrows {
        for scope in [Scope::Party(a), Scope::PartyAndPublic(a), Scope::Public, Scope::All] {
            for (event_time, record_time) in [(Span::default(), Span::default()), (from, from)] {
                for (order, direction) in
                    [(Order::EventTime, Direction::Asc), (Order::RecordTime, Direction::Desc)]
                {
                    let scan = Scan {
                        narrow: narrow.clone(),
                        event_time,
                        record_time,
                        order,
                        direction,
                        ..Scan::of(scope, 30)
                    };
                    let steps = store.explain(scan.clone()).await.unwrap();
                    assert!(!steps.is_empty(), "{scan:?}");
                    for step in &steps {
                        let whole = step.contains("Seq Scan")
                            || step.starts_with("SCAN item_event")
                            || (step.starts_with("SCAN event") && !step.contains("USING INDEX event_public"));
                        assert!(!whole, "{step} in {steps:#?} for {scan:?}");
                    }
                }
            }
        }
    }
}
