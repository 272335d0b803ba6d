//! One question for any text.

use gs1::epc::PrefixLengths;
use gs1::key::{Gln, Gmn, Gtin, GtinForm, Upui};
use gs1::{Answer, Code, check, check_with};

fn keys(answer: &Answer) -> Vec<String> {
    answer.keys.iter().map(|(ai, value)| format!("{ai}={value}")).collect()
}

#[test]
fn every_form_says_the_same() {
    let link = "https://id.gs1.org/01/08936012345674/10/L1";
    for text in [
        link,
        "https://sen.vn/01/08936012345674/10/L1?x=y",
        "(01)08936012345674(10)L1",
        "(10)L1(01)08936012345674",
        "^010893601234567410L1",
        "urn:epc:class:lgtin:893601234.0567.L1",
    ] {
        let answer = check(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(answer.digital_link.as_deref(), Some(link), "{text}");
        let mut keys = keys(&answer);
        keys.sort_unstable();
        assert_eq!(keys, ["01=08936012345674", "10=L1"], "{text}");
        assert_eq!(answer.urn.is_some(), text.starts_with("urn:"));
    }
    let lengths = PrefixLengths::unknown().with("893", 9);
    let urn = check_with("(01)08936012345674(10)L1", &lengths).unwrap().urn;
    assert_eq!(urn.as_deref(), Some("urn:epc:class:lgtin:893601234.0567.L1"));
}

#[test]
fn plain_keys_are_told_by_their_length() {
    for (text, key) in [
        ("08936012345674", "01=08936012345674"),
        ("8936012345674", "01=08936012345674"),
        ("416000336108", "01=00416000336108"),
        ("02345673", "01=00000002345673"),
        ("340123451111111111", "00=340123451111111111"),
        ("40123452223334442", "402=40123452223334442"),
    ] {
        assert_eq!(keys(&check(text).unwrap_or_else(|error| panic!("{text}: {error}"))), [key]);
    }
    for (text, code) in [
        ("", Code::Nothing),
        ("08936012345673", Code::CheckDigit),
        ("123", Code::UnknownForm),
        ("chè", Code::UnknownForm),
        (" 08936012345674", Code::UnknownForm),
    ] {
        assert_eq!(check(text).unwrap_err().code, code, "{text}");
    }
}

#[test]
fn an_element_string_need_not_be_a_link() {
    let answer = check("(99)ABC").unwrap();
    assert_eq!((answer.digital_link, answer.urn), (None, None));
    for text in ["(01)12312312312326(8200)http://example.com", "^01123123123123268200http://example.com"] {
        let answer = check(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!((answer.keys.len(), answer.digital_link), (2, None));
    }
}

#[test]
fn keys_are_types_that_hold() {
    let gtin = Gtin::new("8936012345674").unwrap();
    assert_eq!(
        (gtin.as_str(), gtin.short(), gtin.form()),
        ("08936012345674", "8936012345674", GtinForm::Thirteen)
    );
    assert_eq!(Gtin::new("02345673").unwrap().form(), GtinForm::Eight);
    assert_eq!(Gtin::new("416000336108").unwrap().form(), GtinForm::Twelve);
    assert_eq!(Gtin::new("80614141123458").unwrap().form(), GtinForm::Fourteen);
    assert_eq!(Gtin::new("8936012345673").unwrap_err().code, Code::CheckDigit);
    assert!(Gtin::new("123").is_err() && Gln::new("4012345000055").is_err());
    assert_eq!("4012345000054".parse::<Gln>().unwrap().to_string(), "4012345000054");
    assert_eq!(Gmn::new("1987654Ad4X4bL5ttr2310c2K").unwrap().as_str().len(), 25);
    let pack = Upui::new(gtin.clone(), "51qIgY)<&Jp3*j7'SDB").unwrap();
    assert_eq!((pack.gtin(), pack.serial().len()), (&gtin, 19));
    assert!(Upui::new(gtin, &"x".repeat(29)).is_err());
}
