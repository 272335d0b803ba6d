//! Element strings, in brackets and as scanned, and the content of values.

use gs1::element::{parse_bracketed, parse_scanned, to_bracketed, to_scanned};
use gs1::{Ai, Code};

#[test]
fn element_strings_are_read_in_brackets() {
    for (text, elements) in [
        ("(01)12345678901231", 1),
        ("(01)12345678901231(10)12345", 2),
        ("(01)12345678901231(10)12345\\(11)991225", 2),
        ("(01)12345678901231(10)12345\\(", 2),
        ("(400)ABC(400)ABC", 2),
        ("(01)95012345678903(3103)000123", 2),
    ] {
        let read = parse_bracketed(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read.len(), elements, "{text}");
        assert_eq!(to_bracketed(&read), text);
    }
    assert_eq!(parse_bracketed("(01)12345678901231(10)1\\(11)9").unwrap()[1].value, "1(11)9");
}

#[test]
fn what_is_no_element_string_says_why() {
    let known = [
        ("", Code::Nothing, ""),
        ("12345", Code::Bracket, ""),
        ("1(12345", Code::Bracket, ""),
        ("(15", Code::Bracket, ""),
        ("(01)12345678901231x", Code::ValueTooLong, "01"),
        ("()12345", Code::UnknownAi, ""),
        ("(1A)12345", Code::UnknownAi, "1A"),
        ("(12345)12345", Code::UnknownAi, "12345"),
        ("(89)X", Code::UnknownAi, "89"),
        ("(10)(11)98765", Code::ValueEmpty, "10"),
        ("(01)12345678901231(10)", Code::ValueEmpty, "10"),
        ("(10)12345^", Code::Character, "10"),
        ("(17)9(90)217", Code::ValueTooShort, "17"),
        ("(10)12345", Code::Needs, "10"),
        ("(01)12345678901231(02)12345678901231(37)1", Code::Excludes, "01"),
        ("(400)ABC(400)XYZ", Code::Contradicts, "400"),
        ("(01)12345678901231(3100)000001(3101)000001", Code::Excludes, "3100"),
        ("(00)123456789012345675(37)2", Code::Needs, "37"),
        ("(253)1234567890128(8030)abc", Code::SerialMissing, "253"),
    ];
    for (text, code, at) in known {
        let error = parse_bracketed(text).expect_err(text);
        assert_eq!((error.code, error.at.as_str()), (code, at), "{text}: {error}");
    }
}

#[test]
fn scanned_strings_need_separators_only_behind_open_values() {
    let known = [
        ("^0112345678901231^991234", "(01)12345678901231(99)1234"),
        ("]d20112345678901231991234", "(01)12345678901231(99)1234"),
        ("]C1\u{1d}0112345678901231", "(01)12345678901231"),
        ("0112345678901231242123456\u{1d}10ABC123\u{1d}", "(01)12345678901231(242)123456(10)ABC123"),
        ("^800302112345678900ABC", "(8003)02112345678900ABC"),
    ];
    for (text, bracketed) in known {
        let read = parse_scanned(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(to_bracketed(&read), bracketed, "{text}");
        let again = parse_scanned(&to_scanned(&read)).unwrap().len();
        assert_eq!(again, read.len());
    }
    for text in
        ["", "^", "]C1", "^891234", "^011234567890123", "^01123456789012312", "^99~ABC", "^7007211225\u{1d}x"]
    {
        assert!(parse_scanned(text).is_err(), "{text}");
    }
}

const GOOD: &[(u16, &str)] = &[
    (0, "123456789012345675"),
    (8010, "1234A#-/"),
    (8013, "1987654Ad4X4bL5ttr2310c2K"),
    (8030, "12="),
    (8030, "1=="),
    (8030, "12"),
    (7040, "1AB_"),
    (8001, "12341234512398"),
    (8011, "1234"),
    (4321, "0"),
    (426, "704"),
    (7030, "999ABC"),
    (4307, "VN"),
    (3910, "7041"),
    (8007, "GB98MIDL07009312345678"),
    (8007, "MT90MALT011000012345MTLCAST001SABC"),
    (8008, "20122515"),
    (8008, "201225153059"),
    (4324, "2012002359"),
    (8026, "123456789012310303"),
    (4300, "ABC%0a"),
    (4309, "18000000003600000000"),
    (4330, "000000-"),
    (4330, "000000"),
    (11, "200600"),
    (17, "000229"),
    (7250, "20000229"),
    (7258, "9/9"),
    (7241, "80"),
    (7041, "201"),
    (7041, "8"),
    (7252, "9"),
    (423, "704"),
    (423, "704156392"),
    (8014, "12345_NOPQRSTUVWXYZDN"),
    (8112, "001234561234560123456"),
    (8112, "061234567890121234569123456789012345"),
    (8110, "012345612345611110123"),
    (8110, "012345612345611110123101101239"),
    (7007, "211225211231"),
    (7230, "123"),
];

const BAD: &[(u16, &str, Code)] = &[
    (0, "A23456789012345675", Code::Character),
    (0, "123456789012345670", Code::CheckDigit),
    (10, " ", Code::Character),
    (8010, "1234_", Code::Character),
    (8013, "123456ABOO", Code::CheckPair),
    (8013, "1987654Ad4X4bL5ttr2310c2X", Code::CheckPair),
    (8030, "ABC:123", Code::Character),
    (8030, "123=", Code::Padding),
    (8030, "===", Code::Padding),
    (401, "123", Code::CompanyPrefix),
    (7023, "12A4", Code::CompanyPrefix),
    (7040, "1AB=", Code::ImporterIndex),
    (8001, "12340000012311", Code::Zero),
    (8003, "112345678901281234567890123456", Code::NotZero),
    (8011, "01", Code::ZeroFirst),
    (8011, "0", Code::ZeroFirst),
    (4321, "2", Code::YesNo),
    (8001, "12341234512321", Code::Winding),
    (426, "987", Code::Country),
    (426, "999", Code::Country),
    (7030, "987ABC", Code::Country),
    (4307, "AA", Code::Country),
    (4307, "vn", Code::Country),
    (3910, "9870", Code::Currency),
    (8007, "FR1234567", Code::Iban),
    (8007, "FR12_45678901234", Code::Character),
    (8007, "AB12345678901234", Code::Country),
    (8007, "FR12345678901234", Code::Iban),
    (8008, "20122524", Code::Time),
    (8008, "20122515300", Code::ValueTooShort),
    (4326, "201300", Code::Date),
    (4326, "201200", Code::Date),
    (4324, "2012252400", Code::Time),
    (4324, "2012252360", Code::Time),
    (8008, "201225230060", Code::Time),
    (8026, "123456789012310099", Code::PieceOfTotal),
    (8026, "123456789012310100", Code::PieceOfTotal),
    (8026, "123456789012310302", Code::PieceOfTotal),
    (4300, "ABC%0g", Code::PercentCode),
    (4300, "ABC%0", Code::PercentCode),
    (4309, "18000000010000000000", Code::Latitude),
    (4309, "00000000003600000001", Code::Longitude),
    (4330, "000000X", Code::Hyphen),
    (11, "131313", Code::Date),
    (11, "210229", Code::Date),
    (11, "200431", Code::Date),
    (7250, "21000229", Code::Date),
    (7258, "2/1", Code::Position),
    (7258, "0/1", Code::Position),
    (7258, "1//", Code::Position),
    (7241, "11", Code::MediaType),
    (7041, "0", Code::PackageType),
    (7252, "3", Code::Sex),
    (8014, "1234522", Code::CheckPair),
    (8112, "201234561234560123456", Code::Coupon),
    (8112, "0012345612345601234567", Code::Coupon),
    (8110, "712345678901231234561111012", Code::Coupon),
    (8110, "01234561234561111012335006064500607", Code::Coupon),
    (8110, "0123456123456111101233200010", Code::Date),
    (7007, "2112252112", Code::ValueTooShort),
    (7230, "12", Code::ValueTooShort),
    (242, "1234567", Code::ValueTooLong),
];

fn judged(ai: u16, value: &str) -> Option<Code> {
    Ai::of(ai).unwrap().check(value).err().map(|error| error.code)
}

#[test]
fn values_hold_what_their_identifier_says() {
    for &(ai, value) in GOOD {
        assert_eq!(judged(ai, value), None, "({ai}) {value}");
    }
    for &(ai, value, code) in BAD {
        assert_eq!(judged(ai, value), Some(code), "({ai}) {value}");
    }
}
