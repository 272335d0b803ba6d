//! Item keys: reversible, in the order of what they name, a product's keys in one range.

use proptest::option;
use proptest::prelude::*;
use trace::store::{EventKey, ItemKey, KeyFault, KeyRange, MAX_KEY, Micros, Parts};

/// What a trade item is, in the order in which keys are to stand: class, lots, pieces of lots, pieces.
fn trade_item() -> impl Strategy<Value = (u64, Option<String>, Option<String>)> {
    let gtin = prop_oneof![Just(8_938_505_970_011), Just(8_938_505_970_012), 0..100_000_000_000_000_u64];
    (gtin, option::of("[!-~]{1,3}"), option::of("[!-~]{1,3}"))
}

fn any_key() -> impl Strategy<Value = ItemKey> {
    prop_oneof![
        trade_item().prop_map(|(gtin, lot, serial)| {
            ItemKey::trade_item(gtin, lot.as_deref(), serial.as_deref()).unwrap()
        }),
        (0..1_000_000_000_000_000_000_u64).prop_map(|sscc| ItemKey::sscc(sscc).unwrap()),
        (0..10_000_000_000_000_u64, option::of("[!-~]{1,20}")).prop_map(|(gln, extension)| ItemKey::place(
            gln,
            extension.as_deref()
        )
        .unwrap()),
        (any::<u16>(), "[!-~]{1,30}", proptest::collection::vec((any::<u16>(), "[!-~]{1,12}"), 0..3))
            .prop_map(|(ai, value, qualifiers)| {
                let qualifiers: Vec<_> = qualifiers.iter().map(|(ai, value)| (*ai, value.as_str())).collect();
                ItemKey::other(ai, &value, &qualifiers).unwrap()
            }),
        "[ -~]{0,40}".prop_map(|uri| ItemKey::uri(&uri)),
    ]
}

fn again(key: &ItemKey) -> ItemKey {
    match key.parts().unwrap() {
        Parts::TradeItem { gtin, lot, serial } => ItemKey::trade_item(gtin, lot, serial).unwrap(),
        Parts::Sscc(sscc) => ItemKey::sscc(sscc).unwrap(),
        Parts::Place { gln, extension } => ItemKey::place(gln, extension).unwrap(),
        Parts::Other { ai, value, qualifiers } => ItemKey::other(ai, value, &qualifiers).unwrap(),
        Parts::Hash(_) => ItemKey::from_bytes(key.as_bytes()).unwrap(),
    }
}

proptest! {
    #[test]
    fn a_key_is_taken_apart_into_what_it_was_made_of((gtin, lot, serial) in trade_item()) {
        let key = ItemKey::trade_item(gtin, lot.as_deref(), serial.as_deref()).unwrap();
        prop_assert_eq!(key.parts().unwrap(), Parts::TradeItem { gtin, lot: lot.as_deref(), serial: serial.as_deref() });
    }

    #[test]
    fn parts_make_the_same_key_again(key in any_key()) {
        prop_assert_eq!(&again(&key), &key);
        prop_assert_eq!(ItemKey::from_bytes(key.as_bytes()).unwrap(), key);
    }

    #[test]
    fn keys_stand_in_the_order_of_what_they_name(a in trade_item(), b in trade_item()) {
        // Without a lot: the class first, pieces last.
        let rank = |(gtin, lot, serial): &(u64, Option<String>, Option<String>)| {
            let kind = match (lot, serial) { (None, None) => 0, (Some(_), _) => 1, (None, Some(_)) => 2 };
            (*gtin, kind, lot.clone(), serial.clone())
        };
        let key = |(gtin, lot, serial): &(u64, Option<String>, Option<String>)| {
            ItemKey::trade_item(*gtin, lot.as_deref(), serial.as_deref()).unwrap()
        };
        prop_assert_eq!(key(&a).cmp(&key(&b)), rank(&a).cmp(&rank(&b)));
    }

    #[test]
    fn ranges_hold_exactly_what_they_say((gtin, lot, serial) in trade_item(), other in trade_item(), start in "[!-~]{0,2}") {
        let key = ItemKey::trade_item(other.0, other.1.as_deref(), other.2.as_deref()).unwrap();
        prop_assert_eq!(KeyRange::product(gtin).unwrap().holds(&key), other.0 == gtin);
        let of_lots = other.0 == gtin && other.1.as_ref().is_some_and(|lot| lot.starts_with(&start));
        prop_assert_eq!(KeyRange::lots(gtin, &start).unwrap().holds(&key), of_lots);
        let of_pieces = other.0 == gtin && other.1.is_none() && other.2.as_ref().is_some_and(|s| s.starts_with(&start));
        prop_assert_eq!(KeyRange::pieces(gtin, &start).unwrap().holds(&key), of_pieces);
        let last = gtin.saturating_add(1000).min(99_999_999_999_999);
        prop_assert_eq!(KeyRange::products(gtin, last).unwrap().holds(&key), (gtin..=last).contains(&other.0));
        let own = ItemKey::trade_item(gtin, lot.as_deref(), serial.as_deref()).unwrap();
        prop_assert!(KeyRange::product(gtin).unwrap().holds(&own));
    }

    #[test]
    fn a_part_is_below_ten_to_the_ninth(key in any_key()) {
        prop_assert!((0..1_000_000_000).contains(&key.part()));
    }

    #[test]
    fn bytes_that_are_no_key_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        if let Ok(key) = ItemKey::from_bytes(&bytes) {
            let again = again(&key);
            prop_assert_eq!(again.as_bytes(), bytes.as_slice());
        }
    }

    #[test]
    fn an_event_key_tells_its_record_time_to_the_microsecond(at in 0..4_000_000_000_000_000_i64, random: [u8; 8]) {
        let key = EventKey::at(Micros(at), random);
        prop_assert_eq!(key.record_time(), Micros(at));
        prop_assert_eq!(key.0[6] >> 4, 7);
        prop_assert_eq!(key.0[8] >> 6, 2);
        prop_assert!(key < EventKey::at(Micros(at + 1), [0; 8]));
    }
}

#[test]
fn everything_of_a_producer_has_one_part() {
    let lot = ItemKey::trade_item(18_938_505_970_018, Some("L1"), None).unwrap();
    assert_eq!(lot.part(), 893_850_597);
    assert_eq!(ItemKey::sscc(389_385_059_700_000_012).unwrap().part(), lot.part());
    assert_eq!(ItemKey::place(8_938_505_970_004, Some("A")).unwrap().part(), lot.part());
    assert_eq!(ItemKey::other(8003, "08938505970004X", &[]).unwrap().part(), lot.part());
    assert_eq!(ItemKey::other(8004, "8938505970004X", &[]).unwrap().part(), lot.part());
}

#[test]
fn what_no_key_can_be_made_of_says_why() {
    let digits = Err(KeyFault::Digits { number: 100_000_000_000_000, digits: 14 });
    assert_eq!(ItemKey::trade_item(100_000_000_000_000, None, None), digits);
    assert_eq!(ItemKey::trade_item(1, Some(""), None), Err(KeyFault::Empty));
    assert_eq!(ItemKey::trade_item(1, Some("L 1"), None), Err(KeyFault::Character { at: 1 }));
    assert_eq!(ItemKey::trade_item(1, None, Some("lô")), Err(KeyFault::Character { at: 1 }));
    let long = "9".repeat(MAX_KEY);
    assert_eq!(ItemKey::other(8004, &long, &[]), Err(KeyFault::Long { length: MAX_KEY + 3 }));
}
