//! Object events of about a kilobyte, as text, and what their identifiers look like.

use gs1::key::check_digit;

/// Events of a document.
pub(super) const DOCUMENT: u64 = 500;
const CONTEXT: &str =
    r#"["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{"vn":"https://ns.example.vn/"}]"#;

/// A document of events.
pub(super) fn document(events: &[String]) -> String {
    let head = r#""type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z""#;
    let events = events.join(",");
    format!(r#"{{"@context":{CONTEXT},{head},"epcisBody":{{"eventList":[{events}]}}}}"#)
}

/// The n-th document of object events.
pub(super) fn documents(number: u64) -> String {
    let events: Vec<String> = (number * DOCUMENT..(number + 1) * DOCUMENT).map(event).collect();
    document(&events)
}

/// The n-th event by itself.
pub(super) fn single(number: u64) -> String {
    format!(r#"{{"@context":{CONTEXT},{}"#, &event(number)[1..])
}

/// The n-th event: three serial numbers and three lots at a place, with what was ordered and what grew where.
fn event(number: u64) -> String {
    let party = number / DOCUMENT % 50;
    let serials = joined((0..3).map(|which| format!(r#""{}""#, serial(party, 1, number * 3 + which))));
    let lots = joined((0..3).map(|which| quantity(&lot(party, 2 + which, &format!("L26-{number:08}")))));
    let parts = [
        r#"{"type":"ObjectEvent","action":"ADD","bizStep":"commissioning","disposition":"active""#.to_owned(),
        when(number),
        place(party, number % 9),
        format!(r#""epcList":[{serials}],"quantityList":[{lots}]"#),
        order(number),
        format!(r#""ilmd":{{{}}}}}"#, work(number)),
    ];
    joined(parts.into_iter())
}

/// The order that an event is of.
pub(super) fn order(number: u64) -> String {
    let order = r#""type":"po","bizTransaction":"urn:epcglobal:cbv:bt:8936000000019"#;
    format!(r#""bizTransactionList":[{{{order}:{number}"}}]"#)
}

/// Whose work it is, and on which plot, in words of one's own.
pub(super) fn work(number: u64) -> String {
    let number = spread(number);
    format!(r#""vn:harvester":"Hộ {}","vn:plot":"{:012x}""#, number % 400, number >> 16)
}

/// Identifier and time of the n-th event: one a millisecond.
pub(super) fn when(number: u64) -> String {
    let id = (u128::from(spread(number)) << 64) | u128::from(spread(number ^ 0x5555_5555_5555));
    let id = format!("{id:032x}");
    format!(
        r#""eventID":"urn:uuid:{}-{}-{}-{}-{}","eventTime":"{}","eventTimeZoneOffset":"+07:00""#,
        &id[..8],
        &id[8..12],
        &id[12..16],
        &id[16..20],
        &id[20..],
        time(number, "+07:00")
    )
}

/// When the n-th event happens.
pub(super) fn time(number: u64, zone: &str) -> String {
    let (hours, minutes) = (number / 3_600_000 % 24, number / 60_000 % 60);
    format!("2026-01-01T{hours:02}:{minutes:02}:{:02}.{:03}{zone}", number / 1_000 % 60, number % 1_000)
}

/// Read point and location of one place of a party.
pub(super) fn place(party: u64, place: u64) -> String {
    let gln = checked(&format!("893{party:05}{place:04}"));
    let at = |field: &str, of: String| format!(r#""{field}":{{"id":"https://id.gs1.org/414/{gln}{of}"}}"#);
    format!("{},{}", at("readPoint", format!("/254/{place}")), at("bizLocation", String::new()))
}

/// The Digital Link of a lot.
pub(super) fn lot(party: u64, product: u64, lot: &str) -> String {
    format!("https://id.gs1.org/01/{}/10/{lot}", gtin(party, product))
}

/// The Digital Link of one piece.
pub(super) fn serial(party: u64, product: u64, serial: u64) -> String {
    format!("https://id.gs1.org/01/{}/21/{serial}", gtin(party, product))
}

/// The Digital Link of a logistic unit.
pub(super) fn unit(party: u64, number: u64) -> String {
    format!("https://id.gs1.org/00/{}", checked(&format!("0893{party:05}{number:08}")))
}

/// So much of a lot.
pub(super) fn quantity(lot: &str) -> String {
    format!(r#"{{"epcClass":"{lot}","quantity":12.5,"uom":"KGM"}}"#)
}

pub(super) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(",")
}

fn gtin(party: u64, product: u64) -> String {
    checked(&format!("0893{party:05}{product:04}"))
}

fn checked(digits: &str) -> String {
    format!("{digits}{}", char::from(check_digit(digits.as_bytes())))
}

/// SplitMix64: different numbers for different numbers, without order.
pub(super) fn spread(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
