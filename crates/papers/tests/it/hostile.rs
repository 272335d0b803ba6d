//! Whatever people type is set as text: it neither breaks a paper nor runs.

use proptest::prelude::*;
use serde_json::Value;

use papers::testing::{PRINTED, Sample, samples};

use crate::reading::{engine, letters, open};

/// Keys whose value is a word of the program or a date, not text that people type.
const NOT_TYPED: [&str; 8] = ["kind", "date", "received", "founded", "opened", "closed", "issued", "expires"];

/// Puts `text` into every field people type.
fn fill(value: &mut Value, text: &str) {
    match value {
        Value::String(field) => text.clone_into(field),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, text)),
        Value::Object(fields) => {
            for (key, field) in fields {
                if !NOT_TYPED.contains(&key.as_str()) || field.is_object() {
                    fill(field, text);
                }
            }
        }
        _ => {}
    }
}

/// Puts `text` into the name of the first product only.
fn fill_product(value: &mut Value, text: &str) -> bool {
    match value {
        Value::Array(items) => items.iter_mut().any(|item| fill_product(item, text)),
        Value::Object(fields) => {
            if let Some(Value::String(product)) = fields.get_mut("product") {
                text.clone_into(product);
                return true;
            }
            fields.values_mut().any(|field| fill_product(field, text))
        }
        _ => false,
    }
}

fn typeset_facts(sample: &Sample, facts: Value) -> Vec<u8> {
    engine()
        .typeset_facts(sample.template, facts, sample.attachments.clone(), PRINTED)
        .unwrap_or_else(|error| panic!("{}: {error}", sample.template))
        .into_bytes()
}

fn typeset_filled(sample: &Sample, text: &str) -> Vec<u8> {
    let mut facts = sample.facts.clone();
    fill(&mut facts, text);
    typeset_facts(sample, facts)
}

#[test]
fn markup_typed_into_any_field_is_printed_not_run() {
    let pieces =
        ["#panic()", "$x^2$", "*a*", "_b_", "`c`", "<d>", "@e", "\\", "//", "\"nháy\"", "'đơn'", "#[#{1+1}]"];
    let text = format!("= Tiêu {}\n- gạch\n1. số", pieces.join(" "));
    for sample in samples().unwrap() {
        let words = letters(&open(&typeset_filled(&sample, &text))).to_lowercase();
        for piece in pieces.into_iter().chain(["=tiêu", "-gạch", "1.số"]) {
            assert!(words.contains(piece), "{}: {piece:?} in {words}", sample.template);
        }
    }
}

#[test]
fn a_text_of_ten_thousand_characters_stays_whole() {
    for text in ["ø".repeat(10_000), "rượu ø ".repeat(1_430)] {
        let letter = text.matches('ø').count();
        for sample in samples().unwrap() {
            let mut facts = sample.facts.clone();
            assert!(fill_product(&mut facts, &text), "{} names no product", sample.template);
            let words = letters(&open(&typeset_facts(&sample, facts))).to_lowercase();
            assert!(words.matches('ø').count() >= letter, "{}", sample.template);
        }
    }
}

#[test]
fn right_to_left_emoji_empty_and_control_text_is_survived() {
    let strange = "\u{202E}שלום مرحبا 🍶🏳️‍🌈👨‍👩‍👧 a\u{0}\u{7}b Z̷̢a̴l̵g̶o̴ \u{FEFF}\u{200B} \u{FFFF} \u{E000} \u{1F}x";
    for text in ["", "\n \n", strange] {
        for sample in samples().unwrap() {
            assert!(!open(&typeset_filled(&sample, text)).get_pages().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_text_in_any_paper_gives_a_readable_file(text in "\\PC{0,60}", which in 0usize..10) {
        let sample = &samples().unwrap()[which];
        prop_assert!(!open(&typeset_filled(sample, &text)).get_pages().is_empty());
    }
}
