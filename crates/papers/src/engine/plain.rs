//! Makes the words people typed fit for an official paper, without changing what they say.
//!
//! A template places every value as text, so nothing in it is ever executed. What is left to settle here is
//! what text itself can do to a page: direction overrides that make a name read differently from what is
//! recorded, control characters, and runs without a space that would leave the sheet.

use serde_json::Value;

/// Longest run of characters without a space that is set unbroken. The narrowest column holds about this
/// many at 12 pt; a longer run gets places where the line may break.
const LONGEST_RUN: usize = 24;

/// A place where a line may break, with no width and no mark.
const BREAK: char = '\u{200B}';

/// Cleans every text inside `value`, keys excepted.
pub(crate) fn plain(value: &mut Value) {
    match value {
        Value::String(text) => {
            if needs_care(text) {
                *text = plain_text(text);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        Value::Object(fields) => fields.values_mut().for_each(plain),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn needs_care(text: &str) -> bool {
    text.split_whitespace().any(|word| word.len() > LONGEST_RUN) || text.chars().any(dropped)
}

fn plain_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut run = 0;
    for letter in text.chars().filter(|letter| !dropped(*letter)) {
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST_RUN && !joins(letter) {
            out.push(BREAK);
            run = 1;
        }
        out.push(letter);
    }
    out
}

/// Characters a paper never carries: controls other than line breaks and tabs, and the marks that reorder
/// what stands around them (Unicode Annex 9).
fn dropped(letter: char) -> bool {
    (letter.is_control() && letter != '\n' && letter != '\t')
        || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that belong to the one before them: combining marks, joiners, variation selectors.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_stay_as_they_were_typed() {
        let mut value =
            serde_json::json!({"a": "HTX nông nghiệp Tân Tây\nphường Sa Đéc", "b": [1, null, true]});
        let before = value.clone();
        plain(&mut value);
        assert_eq!(value, before);
    }

    #[test]
    fn marks_that_reorder_a_name_are_dropped() {
        assert_eq!(plain_text("abc\u{202E}fdp.exe\u{0}"), "abcfdp.exe");
    }

    #[test]
    fn a_long_run_may_break_and_loses_nothing() {
        let long = "x".repeat(100);
        let broken = plain_text(&long);
        assert!(broken.contains(BREAK));
        assert_eq!(broken.replace(BREAK, ""), long);
    }
}
