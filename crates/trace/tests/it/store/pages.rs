//! Pages stay right while others write.

use trace::store::{Batch, Direction, EventKey, Micros, Narrow, Order, Scan, Scope, Span};

use super::cast::{DAY, NEW_YEAR, event, public, step};
use super::everywhere;
use super::ground::Place;
use super::model::Dice;

everywhere! {
    reading_page_by_page_meets_each_earlier_event_once_while_others_write
    half_open_spans_do_not_overlap
    what_came_since_the_last_look_is_found_in_any_order
}

async fn reading_page_by_page_meets_each_earlier_event_once_while_others_write(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let other = store.tenant_of("b", "").await.unwrap();
    // Every third at the same time as the two before it.
    let before: Vec<_> = (0..300)
        .map(|number| {
            let mut new = step(event(number), ["packing", "shipping"][usize::from(number % 2 == 0)]);
            new.event_time = Micros(NEW_YEAR + i64::try_from(number / 3).unwrap() * 1_000);
            new
        })
        .collect();
    store.append(Batch::of(tenant, before.clone())).await.unwrap();
    let writing = {
        let store = store.clone();
        tokio::spawn(async move {
            let mut dice = Dice::new(3);
            for number in 1000..1400 {
                let mut new = step(public(event(number)), "packing");
                new.event_time = Micros(NEW_YEAR + i64::try_from(dice.roll(100)).unwrap() * 1_000);
                let by = if number % 2 == 0 { tenant } else { other };
                store.append(Batch::of(by, vec![new])).await.unwrap();
            }
        })
    };
    for (scope, order, direction) in [
        (Scope::Party(tenant), Order::EventTime, Direction::Asc),
        (Scope::PartyAndPublic(tenant), Order::EventTime, Direction::Desc),
        (Scope::PartyAndPublic(tenant), Order::RecordTime, Direction::Asc),
        (Scope::All, Order::RecordTime, Direction::Desc),
        (Scope::All, Order::EventTime, Direction::Asc),
    ] {
        let mut scan = Scan { order, direction, ..Scan::of(scope, 7) };
        let mut seen = std::collections::BTreeMap::<EventKey, u32>::new();
        loop {
            let page = store.scan(scan.clone()).await.unwrap();
            let Some(last) = page.last() else { break };
            scan.after = Some(scan.after(last));
            page.iter().for_each(|event| *seen.entry(event.id).or_default() += 1);
        }
        assert!(seen.values().all(|times| *times == 1), "{scope:?} {order:?}: an event came twice");
        let missed = before.iter().filter(|event| !seen.contains_key(&event.id)).count();
        assert_eq!(missed, 0, "{scope:?} {order:?} {direction:?}");
    }
    writing.await.unwrap();
}

async fn half_open_spans_do_not_overlap(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    store.append(Batch::of(tenant, (0..100).map(event).collect())).await.unwrap();
    let at = |second: i64| Some(Micros(NEW_YEAR + second * 1_000_000));
    let mut found = 0;
    for (from, until) in [(None, at(10)), (at(10), at(50)), (at(50), None)] {
        let span = Span { from, until };
        for scan in [
            Scan { event_time: span, ..Scan::of(Scope::Party(tenant), 1000) },
            Scan { record_time: span, ..Scan::of(Scope::Party(tenant), 1000) },
        ] {
            found += store.scan(scan).await.unwrap().len();
        }
    }
    assert_eq!(found, 200);
}

async fn what_came_since_the_last_look_is_found_in_any_order(place: &Place) {
    let store = place.open().await;
    let tenant = store.tenant_of("a", "").await.unwrap();
    let old = (0..5000).map(|number| step(event(number), "packing")).collect();
    store.append(Batch::of(tenant, old)).await.unwrap();
    // Recorded late, happened early.
    let mut late = step(event(9_000), "packing");
    late.id = EventKey::at(Micros(NEW_YEAR + DAY), [1; 8]);
    late.event_time = Micros(NEW_YEAR - DAY);
    store.append(Batch::of(tenant, vec![late.clone()])).await.unwrap();
    let since = Span { from: Some(Micros(NEW_YEAR + DAY)), until: None };
    for order in [Order::EventTime, Order::RecordTime] {
        for narrow in [Narrow::Nothing, Narrow::Steps(vec![late.biz_step.clone().unwrap()])] {
            let scan = Scan { record_time: since, order, narrow, ..Scan::of(Scope::Party(tenant), 10) };
            let found = store.scan(scan).await.unwrap();
            assert_eq!(found.iter().map(|event| event.id).collect::<Vec<_>>(), [late.id]);
        }
    }
}
