//! Every text that code or a template asks for by a fixed key stands in the word files.

use std::collections::BTreeSet;

use super::tracked;

// Calls whose next quoted argument is the key of a text.
const CALLS: [&str; 6] = [".t(\"", ".t1(\"", ".t2(\"", ".tn(\"", "column(here, \"", ".column(here, \""];

fn keys() -> BTreeSet<String> {
    let files = tracked(".ftl");
    let lines = files.iter().flat_map(|(_, text)| text.lines());
    lines
        .filter_map(|line| line.split_once(" = ").or_else(|| line.split_once(" =")))
        .map(|(key, _)| key.trim().to_owned())
        .collect()
}

#[test]
fn every_key_that_is_asked_for_is_written() {
    let known = keys();
    let mut missing = BTreeSet::new();
    let sources = tracked(".html").into_iter().chain(tracked(".rs"));
    for (name, text) in sources.filter(|(name, _)| name.starts_with("crates/") && !name.contains("/tests/")) {
        for call in CALLS {
            for rest in text.split(call).skip(1) {
                let Some((key, _)) = rest.split_once('"') else { continue };
                let is_key = !key.is_empty()
                    && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if is_key && !known.contains(key) {
                    missing.insert(format!("{key} ({name})"));
                }
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn nothing_is_left_open() {
    // Put together here, so that this file does not find itself.
    let marks =
        [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["dbg", "!("].concat(), ["#[ig", "nore"].concat()];
    let found: Vec<String> = tracked(".rs")
        .iter()
        .flat_map(|(name, text)| {
            marks
                .iter()
                .filter(|mark| text.contains(mark.as_str()))
                .map(move |mark| format!("{name}: {mark}"))
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}
