//! Serials prove themselves.

use goods::item::ItemCode;
use goods::lot::LotCode;
use goods::serial::{Issued, LENGTH, LotSeal, MOST_INDEX, MOST_RUNS, Seal, Serial, Verdict, judge};
use proptest::prelude::*;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn lot(secret: u8, item: u8, lot: &str) -> LotSeal {
    let item = ItemCode::of_random([item; 8]);
    Seal::of_secret(&[secret; 32]).lot(&item, &LotCode::parse(lot).unwrap())
}

fn ours() -> LotSeal {
    lot(1, 1, "L2610")
}

fn issued(run: u16) -> Issued {
    Issued { number: run, first: 1, count: 1_000_000 }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back_and_genuine(run in 1..=MOST_RUNS, index in 1..=1_000_000_u32) {
        let serial = ours().serial(run, index);
        let text = serial.to_string();
        prop_assert_eq!(text.len(), LENGTH);
        // AI 21 carries at most twenty characters; these need no escape in a link and fit a QR's alphanumeric mode.
        prop_assert!(text.len() <= 20 && text.chars().all(|c| ALPHABET.contains(c)));
        prop_assert_eq!(Serial::exact(&text), Ok(serial));
        prop_assert_eq!(judge(&serial, issued(run), &ours()), Verdict::Genuine { run, index });
    }

    #[test]
    fn any_one_character_changed_is_forged(
        run in 1..=MOST_RUNS, index in 1..=1_000_000_u32, place in 0..LENGTH, letter in 0..32_usize,
    ) {
        let mut text = ours().serial(run, index).to_string().into_bytes();
        let letter = ALPHABET.as_bytes()[letter];
        prop_assume!(text[place] != letter);
        text[place] = letter;
        let altered = Serial::exact(std::str::from_utf8(&text).unwrap()).unwrap();
        // Whichever run it now names, be there one of that number or not.
        prop_assert_eq!(judge(&altered, issued(altered.run), &ours()), Verdict::Forged);
        prop_assert_eq!(judge(&altered, issued(run), &ours()), Verdict::Forged);
    }

    #[test]
    fn what_was_proved_for_another_lot_item_or_key_is_forged(run in 1..=MOST_RUNS, index in 1..=MOST_INDEX) {
        for other in [lot(1, 1, "L2611"), lot(1, 2, "L2610"), lot(2, 1, "L2610")] {
            prop_assert_eq!(judge(&other.serial(run, index), issued(run), &ours()), Verdict::Forged);
        }
    }

    #[test]
    fn a_proved_place_outside_the_run_was_not_issued(
        first in 1..1_000_u32, count in 1..1_000_u32, index in 1..3_000_u32,
    ) {
        let run = Issued { number: 3, first, count };
        let verdict = judge(&ours().serial(3, index), run, &ours());
        let is_in = index >= first && index < first + count;
        let genuine = Verdict::Genuine { run: 3, index };
        prop_assert_eq!(verdict, if is_in { genuine } else { Verdict::NotIssued });
    }

    #[test]
    fn any_text_is_read_without_a_fall(text in "\\PC{0,24}") {
        let _ = Serial::typed(&text);
        if let Ok(serial) = Serial::exact(&text) {
            prop_assert_eq!(serial.to_string(), text);
        }
    }
}

#[test]
fn no_two_places_of_a_lot_have_the_same_serial() {
    let run = Issued { number: 1, first: 1, count: 50_000 };
    let serials: std::collections::HashSet<String> =
        run.serials(&ours(), 0..50_000).map(|serial| serial.to_string()).collect();
    assert_eq!(serials.len(), 50_000);
    assert_eq!(run.serials(&ours(), 49_990..60_000).count(), 10);
}

#[test]
fn a_serial_read_aloud_is_understood() {
    let serial = ours().serial(1, 1);
    let text = serial.to_string();
    let spoken = text.to_lowercase().replace('0', "o").replace('1', "l");
    let (head, tail) = spoken.split_at(5);
    assert_eq!(Serial::typed(&format!(" {head}-{tail} ")), Ok(serial));
    assert!(Serial::exact(&spoken).is_err());
}

#[test]
fn a_keys_name_is_not_its_secret() {
    let name = Seal::of_secret(&[1; 32]).name();
    assert_eq!(name.len(), 16);
    assert_ne!(name, Seal::of_secret(&[2; 32]).name());
    assert!(!name.contains("0101"));
}
