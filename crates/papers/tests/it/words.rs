//! Every refusal has its sentence in both languages.

use papers::PaperError;

const VI: &str = include_str!("../../words/vi.ftl");
const EN: &str = include_str!("../../words/en.ftl");

fn keys(words: &str) -> Vec<&str> {
    words.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

#[test]
fn both_languages_have_the_same_sentences() {
    assert!(!keys(VI).is_empty());
    assert_eq!(keys(VI), keys(EN));
}

#[test]
fn every_refusal_has_a_sentence() {
    let refusals = [
        PaperError::TemplateMissing { name: String::new() },
        PaperError::TemplateName { name: String::new() },
        PaperError::Template { name: String::new(), line: 1, message: String::new() },
        PaperError::Facts(serde_json::from_str::<u8>("x").unwrap_err()),
        PaperError::QrTooLong { bytes: 0 },
        PaperError::TooManyParts { parts: 0, limit: 0 },
        PaperError::TooLarge { bytes: 0, limit: 0 },
        PaperError::TooDeep { limit: 0 },
        PaperError::Merge(String::new()),
    ];
    for refusal in refusals {
        assert!(keys(VI).contains(&refusal.code()), "{}", refusal.code());
    }
}
