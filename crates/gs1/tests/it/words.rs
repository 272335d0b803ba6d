//! Every refusal has its sentence in both languages, with parameters that exist.

use std::collections::BTreeMap;

use gs1::{Code, WORDS};

fn sentences(words: &str) -> BTreeMap<&str, &str> {
    words.lines().filter_map(|line| line.split_once(" = ")).collect()
}

fn parameters(sentence: &str) -> Vec<&str> {
    let mut named: Vec<&str> =
        sentence.split("{ $").skip(1).filter_map(|rest| rest.split(" }").next()).collect();
    named.sort_unstable();
    named
}

#[test]
fn every_reason_has_its_sentence_in_both_languages() {
    let (vi, en) = (sentences(WORDS.0), sentences(WORDS.1));
    let reasons: Vec<&str> = Code::ALL.iter().map(|code| code.word()).collect();
    for words in [&vi, &en] {
        let mut missing = reasons.iter().filter(|word| !words.contains_key(**word));
        assert_eq!(missing.next(), None);
        assert_eq!(words.len(), reasons.len(), "a sentence without a reason");
    }
    for (word, sentence) in &vi {
        assert_eq!(parameters(sentence), parameters(en[word]), "{word}");
        assert!(parameters(sentence).iter().all(|name| ["at", "found", "expects"].contains(name)), "{word}");
    }
}

#[test]
fn a_refusal_can_be_read_by_developers_too() {
    let error = gs1::check("(01)08936012345673").unwrap_err();
    assert_eq!(error.to_string(), "(01) at 0: check-digit: \"3\", expected 4");
    assert_eq!(error.code.word(), format!("gs1-{}", error.code));
}
