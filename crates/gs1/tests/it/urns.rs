//! EPC URNs and the links they are.

use gs1::epc::{Epc, Kind, PrefixLengths, Scheme, to_digital_link, to_urn};
use gs1::link::DigitalLink;
use gs1::{Ai, Code, Element};

const URNS: [(&str, &str); 24] = [
    ("urn:epc:id:sgtin:4012345.012345.12", "/01/04012345123456/21/12"),
    (
        "urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()",
        "/01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29",
    ),
    ("urn:epc:id:sgtin:415056789012.0.a.b", "/01/04150567890128/21/a.b"),
    ("urn:epc:id:sscc:4012345.3111111111", "/00/340123451111111111"),
    ("urn:epc:id:sgln:4012345.00005.0", "/414/4012345000054"),
    ("urn:epc:id:sgln:4012345.00005.122", "/414/4012345000054/254/122"),
    ("urn:epc:id:grai:4012345.66666.87", "/8003/0401234566666387"),
    ("urn:epc:id:giai:4012345.A%2Fb", "/8004/4012345A%2Fb"),
    ("urn:epc:id:gsrn:4012345.0000006765", "/8018/401234500000067657"),
    ("urn:epc:id:gsrnp:4012345.0000000007", "/8017/401234500000000074"),
    ("urn:epc:id:gdti:987659999999..9", "/253/98765999999929"),
    ("urn:epc:id:cpi:0614141.11-A%23%2F.1234", "/8010/061414111-A%23%2F/8011/1234"),
    ("urn:epc:id:sgcn:4012345.99999.44", "/255/401234599999044"),
    ("urn:epc:id:ginc:0614141.xyz47%2F11", "/401/0614141xyz47%2F11"),
    ("urn:epc:id:gsin:4012345.222333444", "/402/40123452223334442"),
    ("urn:epc:id:itip:4012345.012345.01.02.999", "/8006/040123451234560102/21/999"),
    ("urn:epc:id:upui:4012345.012345.AB12", "/01/04012345123456/235/AB12"),
    ("urn:epc:id:pgln:4000001.00000", "/417/4000001000005"),
    ("urn:epc:class:lgtin:4012345.012345.Lot987", "/01/04012345123456/10/Lot987"),
    ("urn:epc:idpat:sgtin:4012345.012345.*", "/01/04012345123456"),
    ("urn:epc:idpat:grai:4012345.66666.*", "/8003/04012345666663"),
    ("urn:epc:idpat:cpi:4012345.ABC.*", "/8010/4012345ABC"),
    ("urn:epc:idpat:itip:4012345.012345.01.02.*", "/8006/040123451234560102"),
    ("urn:epc:idpat:gdti:4012345.55555.*", "/253/4012345555554"),
];

#[test]
fn a_urn_is_its_link_and_back_where_the_prefix_is_known() {
    for (urn, path) in URNS {
        let link = to_digital_link(urn).unwrap_or_else(|error| panic!("{urn}: {error}"));
        assert_eq!(link, format!("https://id.gs1.org{path}"), "{urn}");
        let digits = Epc::parse(urn).unwrap().prefix_digits();
        let lengths = PrefixLengths::unknown().with("", digits);
        let read = DigitalLink::parse(&link).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert_eq!(to_urn(read.path(), &lengths).as_deref(), Ok(urn));
    }
}

#[test]
fn the_longest_known_beginning_says_the_prefixs_length() {
    let lengths: PrefixLengths = [("893", 9), ("8936", 10), ("4", 7)].into_iter().collect();
    assert_eq!(lengths, PrefixLengths::unknown().with("4", 7).with("8936", 10).with("893", 9));
    assert_eq!([lengths.of("8930001"), lengths.of("8936012"), lengths.of("5")], [Some(9), Some(10), None]);
    let link = DigitalLink::parse("https://id.gs1.org/01/08936012345674/10/L1").unwrap();
    assert_eq!(to_urn(link.path(), &lengths).unwrap(), "urn:epc:class:lgtin:8936012345.067.L1");
    let unknown = to_urn(link.path(), &PrefixLengths::unknown()).unwrap_err();
    assert_eq!((unknown.code, unknown.at.as_str()), (Code::PrefixLength, "01"));
}

#[test]
fn schemes_that_are_not_gs1s_are_known_but_have_no_link() {
    for (urn, scheme, kind) in [
        ("urn:epc:id:gid:95100000.12345.400", Scheme::Gid, Kind::Instance),
        ("urn:epc:id:usdod:CAGEY.5678", Scheme::Usdod, Kind::Instance),
        ("urn:epc:id:adi:35962.PQ7VZ4.M37GXB92", Scheme::Adi, Kind::Instance),
        ("urn:epc:id:bic:CSQU3054383", Scheme::Bic, Kind::Instance),
        ("urn:epc:id:imovn:9176187", Scheme::Imovn, Kind::Instance),
        ("urn:epc:idpat:gid:95100000.12345.*", Scheme::Gid, Kind::Pattern),
        ("urn:epc:idpat:sgtin:4012345.*.*", Scheme::Sgtin, Kind::Pattern),
        ("urn:epc:idpat:sscc:4012345.*", Scheme::Sscc, Kind::Pattern),
    ] {
        let epc = Epc::parse(urn).unwrap_or_else(|error| panic!("{urn}: {error}"));
        assert_eq!((epc.scheme(), epc.kind(), epc.elements().len()), (scheme, kind, 0), "{urn}");
        assert_eq!(to_digital_link(urn).unwrap_err().code, Code::NoKey);
    }
}

#[test]
fn each_scheme_that_is_not_gs1s_has_its_own_form() {
    for holds in [
        "gid:268435455.16777215.68719476735",
        "gid:0.0.0",
        "usdod:W81X9C.0",
        "usdod:CAGEY.68719476735",
        "adi:W81X9C..1",
        "adi:35962.PQ7-VZ4%2FA.%23M37GXB92",
        "bic:MSCU6639870",
    ] {
        assert!(Epc::parse(&["urn:epc:id:", holds].concat()).is_ok(), "{holds}");
    }
    let long = format!("adi:35962.{}.1", "A".repeat(33));
    for wrong in [
        "gid:268435456.0.0",
        "gid:0.16777216.0",
        "gid:0.0.68719476736",
        "gid:95100000.12345.01",
        "gid:1..1",
        "usdod:CAGE.1",
        "usdod:CAGEYX1.1",
        "usdod:CAGEI.1",
        "usdod:CAGEY.01",
        "usdod:CAGEY.68719476736",
        "adi:35962..%23",
        "adi:35962.A.1%232",
        "adi:35962.a.1",
        "adi:35962.A/B.1",
        &long,
        "bic:CSQU3054384",
        "bic:CSQA3054383",
        "bic:CSQUA054383",
        "bic:CSQU305438",
        "imovn:917618",
    ] {
        let refused = Epc::parse(&["urn:epc:id:", wrong].concat()).expect_err(wrong);
        assert_eq!(refused.code, Code::UrnParts, "{wrong}");
    }
}

#[test]
fn a_key_whose_company_prefix_is_no_number_or_all_there_is_has_no_urn() {
    let lengths = PrefixLengths::unknown().with("", 9);
    for value in ["40000011kil", "400000112"] {
        let key = Element::new(Ai::of(8004).unwrap(), value);
        assert_eq!(to_urn(&[key], &lengths).unwrap_err().code, Code::PrefixLength, "{value}");
    }
}

#[test]
fn what_is_no_urn_says_why() {
    for (urn, code) in [
        ("urn:uuid:1", Code::Urn),
        ("urn:epc:id", Code::UrnScheme),
        ("urn:epc:id:sgtin", Code::UrnScheme),
        ("urn:epc:id:lgtin:4012345.012345.1", Code::UrnScheme),
        ("urn:epc:tag:sgtin-96:3.0652642.800031.400", Code::UrnScheme),
        ("urn:epc:class:sgtin:4012345.012345.1", Code::UrnScheme),
        ("urn:epc:id:sgtin:4012345.12345.1", Code::UrnParts),
        ("urn:epc:id:sgtin:4012345.012345.", Code::UrnParts),
        ("urn:epc:id:sgtin:4012345.012345.*x", Code::UrnParts),
        ("urn:epc:id:sgtin:4012345.012345.a/b", Code::UrnParts),
        ("urn:epc:id:sgtin:4012345.012345.%2", Code::UrnParts),
        ("urn:epc:idpat:sgtin:4012345.012345.1", Code::UrnParts),
        ("urn:epc:id:sgtin:40123.01234567.1", Code::UrnParts),
        ("urn:epc:id:gid:a.b.c", Code::UrnParts),
        ("urn:epc:id:sgtin:4012345.012345.123456789012345678901", Code::ValueTooLong),
        ("urn:epc:id:cpi:4012345.abc.1", Code::Character),
        ("urn:epc:id:cpi:4012345.ABC.01", Code::ZeroFirst),
        ("urn:epc:id:itip:4012345.012345.03.02.999", Code::PieceOfTotal),
        ("urn:epc:id:sgcn:4012345.99999.4a", Code::Character),
    ] {
        let refused = Epc::parse(urn);
        // An asterisk is a character of serial numbers too.
        if urn.ends_with("*x") {
            assert!(refused.is_ok());
            continue;
        }
        assert_eq!(refused.expect_err(urn).code, code, "{urn}");
    }
}
