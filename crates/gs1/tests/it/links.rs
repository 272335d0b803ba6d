//! Digital Link URIs: what is one, what is none, and why.

use gs1::link::{DigitalLink, Reading, build};
use gs1::{Code, Element, element::parse_bracketed};

fn elements(link: &DigitalLink<'_>) -> String {
    gs1::element::to_bracketed(&link.elements().cloned().collect::<Vec<_>>())
}

#[test]
fn links_are_read_wherever_they_live() {
    let known = [
        ("http://a/00/006141411234567890", "(00)006141411234567890"),
        ("HTTPS://a/00/006141411234567890", "(00)006141411234567890"),
        ("https://xn--fsq.xn--0zwm56d/01/12312312312333", "(01)12312312312333"),
        ("https://a.:65535/01/12312312312333", "(01)12312312312333"),
        ("https://[2001:db8::1]/01/12312312312333", "(01)12312312312333"),
        ("https://a/more/stem/00/006141411234567890", "(00)006141411234567890"),
        ("https://a/00/faux/00/006141411234567890", "(00)006141411234567890"),
        ("https://a/01/12312312312333/22/TEST/10/ABC/21/XYZ", "(01)12312312312333(22)TEST(10)ABC(21)XYZ"),
        ("https://a/01/12312312312333/235/TEST", "(01)12312312312333(235)TEST"),
        ("https://a/253/1231231231232TEST5678901234567", "(253)1231231231232TEST5678901234567"),
        ("https://a/8018/123456789012345675/8019/123", "(8018)123456789012345675(8019)123"),
        ("https://a/stem/00/006141411234567890?", "(00)006141411234567890"),
        (
            "https://a/01/12312312312333?&&&99=ABC&&unknown=666&one&98=XYZ&&",
            "(01)12312312312333(99)ABC(98)XYZ",
        ),
        ("https://a/01/12312312312333/22/ABC%2d1+3?98=XYZ%2f987", "(01)12312312312333(22)ABC-1+3(98)XYZ/987"),
        ("https://a/01/12312312312333/10/abc?99=ABC#fragment", "(01)12312312312333(10)abc(99)ABC"),
        (
            "https://id.gs1.org/01/09520123456788?3103=000195&3922=0299&17=201225",
            "(01)09520123456788(3103)000195(3922)0299(17)201225",
        ),
        ("https://id.gs1.org/414/9520123456788/254/32a%2Fb", "(414)9520123456788(254)32a/b"),
        ("https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123", "(01)09520123456788(235)XYZ(10)ABC123"),
    ];
    for (text, expected) in known {
        let link = DigitalLink::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(elements(&link), expected, "{text}");
    }
}

#[test]
fn every_refusal_names_the_identifier_and_the_reason() {
    let known = [
        ("", Code::Scheme, ""),
        ("ftp://a/01/12312312312333", Code::Scheme, ""),
        ("HtTp://a/b/00/006141411234567890", Code::Scheme, ""),
        ("http:///", Code::Domain, ""),
        ("http://a", Code::Domain, ""),
        ("https://a$/00/006141411234567890", Code::Domain, ""),
        ("https://[fe80::1%25lo]/01/12312312312333", Code::Domain, ""),
        ("https://a/01/12312312312333 ", Code::UriCharacter, ""),
        ("https://a/đ/01/12312312312333", Code::UriCharacter, ""),
        ("http://a/b/", Code::NoKey, ""),
        ("https://00/006141411234567890", Code::NoKey, ""),
        ("https://a/01/12312312312333/89/ABC", Code::NoKey, ""),
        ("https://a/10/ABC", Code::NoKey, ""),
        ("https://a/stem/00/006141411234567890/", Code::TrailingSlash, ""),
        ("https://a/gtin/12312312312333", Code::NamedKey, "gtin"),
        ("https://a/01/12312312312333/ser/1", Code::NamedKey, "ser"),
        ("https://a/01/2112345678900", Code::ValueTooShort, "01"),
        ("https://a/01/12312312312334", Code::CheckDigit, "01"),
        ("https://a/253/1231231231232TEST56789012345678", Code::ValueTooLong, "253"),
        ("https://a/01/12312312312333/21/x/10/y", Code::Qualifiers, "10"),
        ("https://a/01/12312312312333/10/x/235/y", Code::Qualifiers, "235"),
        ("https://a/8003/012345678901280/7040/1ABC", Code::Qualifiers, "7040"),
        ("https://a/01/12312312312333/10/", Code::ValueEmpty, "10"),
        ("https://a/01/12312312312333?99=", Code::ValueEmpty, "99"),
        ("https://a/01/12312312312333?99=ABC&999=x", Code::UnknownAi, "999"),
        ("https://a/01/12312312312333?98=XYZ+987", Code::Character, "98"),
        ("https://a/01/12312312312333?98=%zz", Code::PercentCode, "98"),
        ("https://a/01/12312312312333/10/a%00b", Code::Character, "10"),
        ("https://a/01/12312312312333/10/a%C4%91", Code::Character, "10"),
        ("https://a/01/12312312312333?10=ABC", Code::BelongsInPath, "10"),
        ("https://a/01/12312312312333?8200=x", Code::NoAttribute, "8200"),
        ("https://a/01/12312312312333/10/A?22=ABC", Code::BelongsInPath, "22"),
        ("https://a/01/12312312312333/10/A?235=ABC", Code::NoAttribute, "235"),
        ("https://a/01/12312312312333?01=12312312312333", Code::Twice, "01"),
        ("https://a/01/12312312312333?99=A&99=A", Code::Twice, "99"),
        ("https://a/01/12312312312333?11=230229", Code::Date, "11"),
        ("https://a/01/12312312312333?37=2", Code::Excludes, "01"),
        ("https://a/415/1231231231232", Code::Needs, "415"),
        ("https://a/01/12312312312333?427=NSW", Code::Needs, "427"),
    ];
    for (text, code, at) in known {
        let error = DigitalLink::parse(text).expect_err(text);
        assert_eq!((error.code, error.at.as_str()), (code, at), "{text}: {error}");
    }
}

#[test]
fn what_was_printed_before_is_read_when_asked() {
    for text in [
        "https://a/gtin/2112345678900/lot/x/",
        "https://a/01/02112345678900/10/x/",
        "https://a/gtin/02112345678900/10/x",
    ] {
        assert!(DigitalLink::parse(text).is_err(), "{text}");
        let link =
            DigitalLink::read(text, Reading::Tolerant).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(link.canonical(), "https://id.gs1.org/01/02112345678900/10/x");
    }
}

#[test]
fn a_link_walks_up_to_its_key() {
    let link =
        DigitalLink::parse("https://sen.vn/x/01/09520123456788/10/ABC1/21/12345?17=180426&a=b").unwrap();
    assert_eq!(link.stem(), "https://sen.vn/x");
    assert_eq!(link.extra(), ["a=b"]);
    assert_eq!(link.value(17), Some("180426"));
    let lot = link.up().unwrap();
    assert_eq!(lot.canonical(), "https://id.gs1.org/01/09520123456788/10/ABC1");
    let item = lot.up().unwrap();
    assert_eq!(item.at("https://sen.vn/"), "https://sen.vn/01/09520123456788");
    assert_eq!(item.up(), None);
}

#[test]
fn links_are_built_from_element_strings() {
    let stem = "https://example.com";
    let known = [
        ("(01)12312312312326(21)abc123", "/01/12312312312326/21/abc123"),
        ("(01)12312312312326(22)ABC(10)DEF(21)GHI(95)INT", "/01/12312312312326/22/ABC/10/DEF/21/GHI?95=INT"),
        ("(21)XYZ(01)12312312312333(10)ABC123(99)XYZ", "/01/12312312312333/10/ABC123/21/XYZ?99=XYZ"),
        ("(01)12312312312333(10)ABC+123(99)XYZ+QWERTY", "/01/12312312312333/10/ABC%2B123?99=XYZ%2BQWERTY"),
        (
            "(98)ABC(253)9526064000028000001(99)000001(8017)795260646688514634",
            "/253/9526064000028000001?98=ABC&99=000001&8017=795260646688514634",
        ),
        (
            "(253)9526064000028000001(99)000001(01)12312312312326(10)DEF(95)INT",
            "/253/9526064000028000001?01=12312312312326&99=000001&10=DEF&95=INT",
        ),
        (
            "(01)12312312312326(01)12312312312326(10)ABC123(99)XYZ789(99)XYZ789",
            "/01/12312312312326/10/ABC123?99=XYZ789",
        ),
        (
            "(01)12312312312326(10)!\"%&'\\()*+,/:;<=>?",
            "/01/12312312312326/10/%21%22%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F",
        ),
        ("(01)12312312312326(235)TPX(10)LOT", "/01/12312312312326/235/TPX?10=LOT"),
    ];
    for (text, path) in known {
        let elements = parse_bracketed(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(build(&elements, stem).unwrap(), format!("{stem}{path}"), "{text}");
    }
    let refused = |text: &str| build(&parse_bracketed(text).unwrap(), stem).unwrap_err();
    assert_eq!(refused("(01)12312312312326(8200)http://example.com").code, Code::NoAttribute);
    assert_eq!(refused("(99)A").code, Code::NoKey);
    assert_eq!(build(&[] as &[Element<'_>], stem).unwrap_err().code, Code::NoKey);
}
