//! Every reason has its sentence in both languages.

use goods::link::{LinkType, NoLink};
use web::Words;

#[test]
fn each_reason_and_each_type_has_its_words() {
    let words = Words::load(&[("goods", goods::ROOM.words), ("gs1", gs1::WORDS)]).unwrap();
    for no_link in [NoLink::Code, NoLink::TwoKeys, NoLink::TooLong] {
        assert!(words.has(no_link.words().0), "{no_link:?}");
    }
    for code in gs1::Code::ALL {
        assert!(words.has(code.word()), "{code}");
    }
    for kind in LinkType::all() {
        assert!(words.has(&format!("link-type-{kind}")), "{kind}");
    }
    for key in
        ["link-nothing", "link-no-kind", "link-refused-400", "link-refused-404", "journal-manage-links"]
    {
        assert!(words.has(key), "{key}");
    }
    for code in [
        "link-not-https",
        "link-not-an-address",
        "link-leads-back",
        "link-not-a-language",
        "link-not-a-context",
        "link-not-a-media-type",
        "link-default-for-whom",
        "link-no-such-lot",
        "link-not-understood",
    ] {
        assert!(words.has(&format!("problem-{code}")), "{code}");
    }
    for code in ["link-too-many", "link-not-handed-over"] {
        assert!(words.has(&format!("refusal-{code}")), "{code}");
    }
}
