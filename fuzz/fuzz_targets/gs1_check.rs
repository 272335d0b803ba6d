//! Any text that may be an identifier: no panic; what is a link or a URN says the same when it is read again.

#![no_main]

use gs1::epc::{Epc, PrefixLengths, to_hashed_link};
use gs1::key::check_pair;
use gs1::link::DigitalLink;
use gs1::link::compressed::decompress;
use gs1::vietqr::Payment;
use gs1::{check, check_with};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(answer) = check(text) {
        if let Some(link) = &answer.digital_link {
            let again = check(link).unwrap_or_else(|error| panic!("{link}: {error}"));
            assert_eq!(again.digital_link.as_ref(), Some(link));
        }
        if let Some(urn) = &answer.urn {
            assert_eq!(check(urn).map(|again| again.digital_link), Ok(answer.digital_link.clone()));
        }
    }
    let lengths = PrefixLengths::unknown().with("", 9);
    if let Ok(answer) = check_with(text, &lengths)
        && let Some(urn) = answer.urn
    {
        let epc = Epc::parse(&urn).unwrap_or_else(|error| panic!("{urn}: {error}"));
        let _ = epc.link("https://id.gs1.org");
    }
    if let Ok(payment) = Payment::parse(text) {
        let payload = payment.payload().unwrap_or_else(|error| panic!("{payment:?}: {error}"));
        assert_eq!(Payment::parse(&payload), Ok(payment));
    }
    if let Ok(link) = decompress(text) {
        assert!(DigitalLink::parse(&link).is_ok(), "{link}");
    }
    let _ = (to_hashed_link(text), check_pair(text.as_bytes()));
});
