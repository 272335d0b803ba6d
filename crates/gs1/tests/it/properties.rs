//! There and back, and never a panic.

use gs1::element::{parse_bracketed, parse_scanned, to_bracketed, to_scanned};
use gs1::epc::{Epc, PrefixLengths, to_hashed_link, to_urn};
use gs1::key::{check_digit, check_pair};
use gs1::link::compressed::decompress;
use gs1::link::{CANONICAL_STEM, DigitalLink, Reading, build, wrong_check_digit};
use gs1::percent::{Plus, decoded, escaped};
use gs1::vietqr::Payment;
use gs1::{Ai, Code, Element, check};
use proptest::prelude::*;

const SET82: &str = "[!-\"%-/0-9:-?A-Z_a-z]{1,20}";

fn keyed(ai: u16, body: &str) -> Element<'static> {
    let check = char::from(check_digit(body.as_bytes()));
    Element::new(Ai::of(ai).unwrap(), format!("{body}{check}"))
}

fn texts() -> impl Strategy<Value = String> {
    let near = "(https?://[a-z./]{0,6}|urn:epc:(id|class|idpat):[a-z]{3,5}:|\\(|\\]d2|\\^)?[0-9(/?=&%.*:#+\\\\a-zđ]{0,40}";
    prop_oneof![
        any::<String>(),
        near.prop_map(String::from),
        "(https://a)?(/[0-9]{2,4}/[0-9A-F%]{0,18}){0,4}"
    ]
}

proptest! {
    #[test]
    fn what_is_escaped_is_plain_in_every_part_of_a_uri_and_comes_back(text in any::<String>()) {
        let written = escaped(&text);
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        for plus in [Plus::Itself, Plus::Space] {
            prop_assert_eq!(decoded(&written, plus).unwrap(), text.as_str());
        }
    }

    #[test]
    fn no_text_panics(text in texts()) {
        let _ = check(&text);
        let _ = DigitalLink::parse(&text);
        let _ = DigitalLink::read(&text, Reading::Tolerant);
        let _ = (parse_bracketed(&text).is_ok(), parse_scanned(&text).is_ok(), Epc::parse(&text).is_ok());
        let _ = decompress(&text);
        let _ = (to_hashed_link(&text), Payment::parse(&text).is_ok(), check_pair(text.as_bytes()));
        for ai in Ai::all() {
            let _ = ai.check(&text);
        }
    }

    #[test]
    fn a_wrong_check_digit_is_what_reading_the_link_refuses_for(
        link in "https://(01/)?a(/x)?/(01|gtin|00|414|8003)/0?[0-9]{7,13}[0-9]?(/(22|10|21|254|99)/[A-C%2]{1,3}){0,3}/?([?](15|01)=2[0-9]{5})?(#1)?",
        text in texts(),
    ) {
        for text in [link, text] {
            let refused = DigitalLink::read(&text, Reading::Tolerant).err();
            let wanted = refused.filter(|refusal| refusal.code == Code::CheckDigit);
            prop_assert_eq!(wrong_check_digit(&text), wanted, "{}", text);
        }
    }

    #[test]
    fn no_compressed_link_panics(packed in "[A-Za-z0-9_-]{1,80}") {
        if let Ok(link) = decompress(&format!("https://a/{packed}")) {
            prop_assert!(DigitalLink::parse(&link).is_ok(), "{link}");
        }
    }

    #[test]
    fn trade_items_go_round(body in "[0-9]{13}", lot in SET82, serial in SET82, date in "2[0-9](0[1-9]|1[0-2])(0[0-9]|1[0-9]|2[0-8])") {
        let ai = |number| Ai::of(number).unwrap();
        let elements = vec![keyed(1, &body), Element::new(ai(10), lot.clone()), Element::new(ai(21), serial.clone()), Element::new(ai(17), date)];
        let link = build(&elements, "https://sen.vn/x").unwrap();
        let read = DigitalLink::parse(&link).unwrap();
        prop_assert_eq!(read.at("https://sen.vn/x"), link.clone());
        let values = |elements: Vec<Element<'_>>| elements.into_iter().map(|e| (e.ai.number(), e.value.into_owned())).collect::<Vec<_>>();
        let own = values(elements.clone());
        prop_assert_eq!(values(read.elements().cloned().collect()), own.clone());
        let bracketed = to_bracketed(&elements);
        prop_assert_eq!(values(parse_bracketed(&bracketed).unwrap()), own.clone());
        let scanned = to_scanned(&elements);
        let mut back = values(parse_scanned(&scanned).unwrap());
        back.sort_by_key(|(number, _)| own.iter().position(|(other, _)| other == number));
        prop_assert_eq!(back, own);
        // The hash writes the finest level, whichever way it is told of it.
        let finest = vec![elements[0].clone(), elements[2].clone()];
        let urn = to_urn(&finest, &PrefixLengths::unknown().with("", 9)).unwrap();
        prop_assert_eq!(to_hashed_link(&urn), to_hashed_link(&link));
    }

    #[test]
    fn keys_go_round_through_urns(
        scheme in 0_usize..12, digits in "[0-9]{17}", text in SET82, part in "[0-9A-Z#/-]{1,18}", prefix in 6_usize..=12,
    ) {
        let ai = |number| Ai::of(number).unwrap();
        let (key, qualifier) = match scheme {
            0 => (keyed(0, &digits), None),
            1 => (keyed(1, &digits[..13]), Some((21, text))),
            2 => (keyed(414, &digits[..12]), Some((254, format!("x{}", &text[..1])))),
            3 => (keyed(417, &digits[..12]), None),
            4 => (Element::new(ai(8003), format!("0{}{}", keyed(414, &digits[..12]).value, &text[..text.len().min(16)])), None),
            5 => (Element::new(ai(8004), format!("{}{}", &digits[..12], &text[..text.len().min(18)])), None),
            6 => (keyed(8018, &digits), None),
            7 => (Element::new(ai(253), format!("{}{}", keyed(414, &digits[..12]).value, &text[..text.len().min(17)])), None),
            8 => (Element::new(ai(8010), format!("{}{part}", &digits[..12])), Some((8011, "17".to_owned()))),
            9 => (Element::new(ai(401), format!("{}{}", &digits[..12], &text[..text.len().min(18)])), None),
            10 => (keyed(402, &digits[..16]), None),
            _ => (Element::new(ai(8006), format!("{}0203", keyed(1, &digits[..13]).value)), Some((21, text))),
        };
        let mut elements = vec![key];
        elements.extend(qualifier.map(|(number, value)| Element::new(ai(number), value)));
        let lengths = PrefixLengths::unknown().with("", prefix);
        let urn = to_urn(&elements, &lengths).unwrap();
        let epc = Epc::parse(&urn).unwrap_or_else(|error| panic!("{urn}: {error}"));
        let link = build(&elements, CANONICAL_STEM).unwrap();
        prop_assert_eq!(epc.link(CANONICAL_STEM).unwrap(), link.clone());
        prop_assert_eq!(epc.prefix_digits(), prefix);
        let read = DigitalLink::parse(&link).unwrap();
        prop_assert_eq!(to_urn(read.path(), &lengths).unwrap(), urn.clone());
        prop_assert_eq!(to_hashed_link(&urn), to_hashed_link(&link));
    }

    #[test]
    fn one_changed_digit_is_found(body in "[0-9]{12}", place in 0_usize..13, by in 1_u8..10) {
        let whole = keyed(414, &body).value.into_owned();
        let mut changed = whole.into_bytes();
        changed[place] = b'0' + (changed[place] - b'0' + by) % 10;
        prop_assert!(Ai::of(414).unwrap().check(&String::from_utf8(changed).unwrap()).is_err());
    }

    #[test]
    fn payments_go_round(bank in "[0-9]{6}", account in "[0-9A-Z]{1,19}", amount in proptest::option::of(1_u64..10_000_000_000_000), bill in proptest::option::of("[ -~]{1,25}"), purpose in proptest::option::of("[ -~]{1,25}")) {
        let payment = Payment { amount, bill, purpose, ..Payment::to_account(bank, account) };
        prop_assert_eq!(Payment::parse(&payment.payload().unwrap()), Ok(payment));
    }
}
