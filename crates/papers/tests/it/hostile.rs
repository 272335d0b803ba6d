//! Whatever people type is set as text: it neither breaks a paper nor runs.

use proptest::prelude::*;
use serde_json::Value;

use papers::testing::{PRINTED, Sample, samples};

use crate::reading::{engine, letters, open};

/// Keys whose value is a word of the program or a date, not text that people type.
const NOT_TYPED: [&str; 11] = [
    "kind", "date", "received", "founded", "opened", "closed", "issued", "expires", "code", "points", "mean",
];

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

fn typeset_filled(sample: &Sample, text: &str) -> Vec<u8> {
    let mut facts = sample.facts.clone();
    fill(&mut facts, text);
    engine()
        .typeset_facts(sample.template, facts, sample.attachments.clone(), PRINTED)
        .unwrap_or_else(|error| panic!("{} with {text:?}: {error}", sample.template))
        .into_bytes()
}

#[test]
fn markup_typed_into_any_field_is_printed_not_run() {
    for text in [
        "#panic()",
        "$x^2$ *a* _b_ `c` <d> @e \\ // f",
        "= Tiêu đề",
        "- gạch 1. số \"nháy\" 'đơn'",
        "#[#{1+1}]",
    ] {
        for sample in samples().unwrap() {
            let words = letters(&open(&typeset_filled(&sample, text)));
            let wanted: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            // Typographic quotes are set by markup only, never in a value.
            assert!(
                words.to_lowercase().contains(&wanted.to_lowercase()),
                "{}: {text:?} in {words}",
                sample.template
            );
        }
    }
}

#[test]
fn text_of_ten_thousand_characters_stays_whole() {
    let unbroken = "đ".repeat(10_000);
    let spaced = "rượu trắng ".repeat(910);
    for sample in samples().unwrap() {
        for text in [&unbroken, &spaced] {
            let bytes = typeset_filled(&sample, text);
            assert!(open(&bytes).get_pages().len() > 1, "{}", sample.template);
        }
    }
}

#[test]
fn right_to_left_emoji_empty_and_control_text_is_survived() {
    for text in [
        "",
        " ",
        "\n\n",
        "\u{202E}שלום مرحبا",
        "🍶🏳️‍🌈👨‍👩‍👧",
        "a\u{0}\u{7}b",
        "Z̷̢a̴l̵g̶o̴",
        "\u{FEFF}\u{200B}",
        "\u{FFFF}",
    ] {
        for sample in samples().unwrap() {
            assert!(!open(&typeset_filled(&sample, text)).get_pages().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_in_any_paper_gives_a_readable_file(text in "\\PC{0,60}", which in 0usize..10) {
        let sample = &samples().unwrap()[which];
        prop_assert!(!open(&typeset_filled(sample, &text)).get_pages().is_empty());
    }
}
