use ground::Day;
use proptest::prelude::*;
use serde_json::json;

use super::{KeySet, NotVerified, verify};
use crate::code::Code;
use crate::seal::{DecisionCited, Signer, Statement};
use crate::state::{Standing, State};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn statement() -> Statement {
    Statement {
        v: 1,
        code: Code::of_random([7; 8]),
        url: "https://sen.example/c/X".into(),
        number: "12/GCN-OCOP".into(),
        product: "Sa Đéc Tửu".into(),
        product_code: None,
        producer: "HTX nông nghiệp Tân Tây".into(),
        set: 14,
        stars: 3,
        place: "phường Sa Đéc, tỉnh Đồng Tháp".into(),
        decision: DecisionCited {
            number: "1/QĐ-UBND".into(),
            date: day("2024-12-20"),
            authority: "UBND tỉnh".into(),
        },
        rules: "qd148-2023".into(),
        issued: day("2024-12-20"),
        expires: day("2027-12-20"),
        opens: Some(day("2027-06-23")),
        closes: Some(day("2027-08-22")),
        late_until: Some(day("2028-06-17")),
        pending: false,
        standing: Standing::Good,
        since: None,
        on: day("2026-10-14"),
        state: State::Valid,
    }
}

fn answer(signer: &Signer) -> serde_json::Value {
    let mut answer = serde_json::to_value(statement()).unwrap();
    answer["signed"] = json!(signer.sign(&statement()).unwrap());
    answer
}

#[test]
fn a_signed_statement_verifies_alone_and_as_the_answer_and_says_what_it_is_worth_on_a_day() {
    let signer = Signer::of_secret(&[1; 32]);
    let keys = KeySet::parse(&signer.key_set().to_json().to_string()).unwrap();
    for text in [
        signer.sign(&statement()).unwrap(),
        answer(&signer).to_string(),
        format!("\u{feff}{:#}\n", answer(&signer)),
    ] {
        assert_eq!(verify(&text, &keys, day("2026-10-14")).unwrap().state, State::Valid);
        assert_eq!(verify(&text, &keys, day("2027-12-21")).unwrap().state, State::Expired);
    }
}

#[test]
fn the_readable_fields_must_be_those_that_were_signed() {
    let signer = Signer::of_secret(&[1; 32]);
    let mut more_stars = answer(&signer);
    more_stars["stars"] = json!(5);
    assert_eq!(
        verify(&more_stars.to_string(), &signer.key_set(), day("2026-10-14")),
        Err(NotVerified::Altered("stars".into()))
    );
    let mut added = answer(&signer);
    added["award"] = json!("gold");
    assert_eq!(
        verify(&added.to_string(), &signer.key_set(), day("2026-10-14")),
        Err(NotVerified::Altered("award".into()))
    );
    let mut missing = answer(&signer);
    missing.as_object_mut().unwrap().remove("standing");
    assert_eq!(
        verify(&missing.to_string(), &signer.key_set(), day("2026-10-14")),
        Err(NotVerified::Altered("standing".into()))
    );
}

#[test]
fn another_installations_signature_is_named_by_its_key() {
    let (ours, theirs) = (Signer::of_secret(&[1; 32]), Signer::of_secret(&[2; 32]));
    let refused = verify(&theirs.sign(&statement()).unwrap(), &ours.key_set(), day("2026-10-14"));
    assert_eq!(refused, Err(NotVerified::UnknownKey(theirs.id().to_owned())));
}

#[test]
fn a_text_without_a_statement_is_unreadable_and_an_unknown_form_is_named() {
    let keys = Signer::of_secret(&[1; 32]).key_set();
    for text in ["", "{}", "https://sen.example/c/7K3Q9M2TXA", "a.b.c", "{\"signed\": 1}"] {
        assert_eq!(verify(text, &keys, day("2026-10-14")), Err(NotVerified::Unreadable), "{text}");
    }
    let later = Statement { v: 2, ..statement() };
    let signed = Signer::of_secret(&[1; 32]).sign(&later).unwrap();
    assert!(matches!(verify(&signed, &keys, day("2026-10-14")), Err(NotVerified::Form(_))));
    assert!(matches!(KeySet::parse("{\"keys\":[]}"), Err(NotVerified::Keys)));
}

proptest! {
    #[test]
    fn no_changed_byte_verifies(place in 0_usize..2_000, byte in 33_u8..127) {
        let signer = Signer::of_secret(&[1; 32]);
        let signed = signer.sign(&statement()).unwrap();
        let place = place % signed.len();
        let mut bytes = signed.clone().into_bytes();
        prop_assume!(bytes[place] != byte);
        bytes[place] = byte;
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(verify(&text, &signer.key_set(), day("2026-10-14")).is_err());
    }
}
