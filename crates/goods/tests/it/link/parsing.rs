//! Paths: what is a Digital Link of this installation, and what is none.

use goods::link::{Entity, Key, LONGEST, NoLink};
use proptest::prelude::*;

use super::bed::GTIN;

fn read(path: &str) -> Result<Entity, NoLink> {
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    Entity::read(path, query)
}

fn code(path: &str) -> &'static str {
    read(path).unwrap_err().code()
}

#[test]
fn each_key_with_its_qualifiers_is_read() {
    let own = goods::item::ItemCode::of_random([7; 8]);
    for path in [
        format!("/01/{GTIN}"),
        format!("/01/{GTIN}/22/2A/10/L1/21/S1"),
        format!("/01/{GTIN}/235/TPX1"),
        "/00/095060001343520009".to_owned(),
        "/414/9506000134376/254/32a".to_owned(),
        "/417/9506000134376".to_owned(),
        "/8003/09506000134376X1".to_owned(),
        "/8004/95060001343X1".to_owned(),
        "/8013/9506000134376ABC".to_owned(),
        "/253/9506000134376X".to_owned(),
        "/255/9506000134376".to_owned(),
        "/401/95060001343X".to_owned(),
        format!("/p/{own}"),
        format!("/p/{own}/10/L1/21/S1"),
    ] {
        let read = read(&path);
        let only_check =
            read.as_ref().is_err_and(|no| no.code() == "gs1-check-digit" || no.code() == "gs1-check-pair");
        assert!(read.is_ok() || only_check, "{path}: {read:?}");
    }
}

#[test]
fn the_parts_are_told_apart() {
    let entity = read(&format!("/01/{GTIN}/10/A%2FB/21/X%3F1/?17=271001&utm=x")).unwrap();
    assert_eq!(entity.key, Key::Gtin(GTIN.to_owned()));
    assert_eq!(entity.lot.unwrap().as_str(), "A/B");
    assert_eq!(entity.serial.as_deref(), Some("X?1"));
    assert_eq!(entity.item_path, format!("/01/{GTIN}"));
    assert_eq!(entity.lot_path, format!("/01/{GTIN}/10/A%2FB"));
    assert_eq!(entity.path, format!("/01/{GTIN}/10/A%2FB/21/X%3F1"));
}

#[test]
fn what_breaks_a_rule_is_refused_with_its_reason() {
    let own = goods::item::ItemCode::of_random([7; 8]);
    let wrong = {
        let mut text = own.to_string();
        let last = if text.ends_with('7') { "8" } else { "7" };
        text.replace_range(text.len() - 1.., last);
        text
    };
    for (path, reason) in [
        ("/01/08935001700006".to_owned(), "gs1-check-digit"),
        ("/01/8935001700005".to_owned(), "gs1-value-too-short"),
        (format!("/01/{GTIN}/foo"), "gs1-no-key"),
        (format!("/01/{GTIN}/17/261231"), "gs1-qualifiers"),
        (format!("/01/{GTIN}/21/S1/10/L1"), "gs1-qualifiers"),
        (format!("/01/{GTIN}/10/{}", "A".repeat(21)), "gs1-value-too-long"),
        (format!("/01/{GTIN}/10/L%C3%B4"), "gs1-character"),
        (format!("/01/{GTIN}/10/%ZZ"), "gs1-percent-code"),
        (format!("/01/{GTIN}?17=269931"), "gs1-date"),
        (format!("/01/{GTIN}?10=L1"), "gs1-belongs-in-path"),
        (format!("/01/{GTIN}/01/{GTIN}"), "link-two-keys"),
        (format!("/p/{own}/01/{GTIN}"), "link-two-keys"),
        ("/01".to_owned(), "gs1-no-key"),
        (format!("/p/{wrong}"), "link-no-code"),
        (format!("/p/{own}/10"), "gs1-no-key"),
        (format!("/01/{GTIN}?x={}", "a".repeat(LONGEST)), "link-too-long"),
    ] {
        assert_eq!(code(&path), reason, "{path}");
    }
}

#[test]
fn the_offset_points_into_the_path() {
    let path = format!("/01/{GTIN}/10/L\u{f4}").replace('\u{f4}', "%C3%B4");
    let offset = read(&path).unwrap_err().offset();
    assert!(path[offset..].starts_with("10/L%C3"), "{offset}");
    let own = format!("/p/{}/10/L%C3%B4", goods::item::ItemCode::of_random([7; 8]));
    let offset = read(&own).unwrap_err().offset();
    assert!(own[offset..].starts_with("10/L%C3"), "{offset}");
}

proptest! {
    #[test]
    fn no_path_is_too_strange_to_be_answered(
        path in "/(01|p|00|8003)/[ -~]{0,60}",
        query in proptest::option::of("[ -~]{0,40}"),
    ) {
        let _ = Entity::read(&path, query.as_deref());
    }

    #[test]
    fn a_lot_and_a_serial_come_back_as_they_were_escaped(
        lot in "[A-Z0-9/%?+.-]{1,20}",
        serial in "[a-zA-Z0-9/%&=]{1,20}",
    ) {
        let path = format!("/01/{GTIN}/10/{}/21/{}", gs1::percent::escaped(&lot), gs1::percent::escaped(&serial));
        let entity = Entity::read(&path, None).unwrap();
        prop_assert_eq!(entity.path, path);
        prop_assert_eq!(entity.lot.unwrap().to_string(), lot);
        prop_assert_eq!(entity.serial, Some(serial));
    }
}
