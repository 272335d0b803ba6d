//! Every code has its sentence in both languages.

use epcis::cbv::{BizSteps, Dispositions, Vocabulary};
use epcis::grade::CbvGrade;
use trace::store::StoreError;

#[test]
fn each_error_of_the_store_has_its_sentence_in_both_languages() {
    for language in ["vi", "en"] {
        let path = format!("{}/words/{language}.ftl", env!("CARGO_MANIFEST_DIR"));
        let words = std::fs::read_to_string(&path).unwrap();
        for code in StoreError::CODES {
            assert!(words.lines().any(|line| line.starts_with(&format!("{code} = "))), "{code} in {path}");
        }
    }
}

#[test]
fn each_step_state_and_grade_of_the_standard_has_its_word_in_both_languages() {
    let steps = BizSteps::TERMS.iter().map(|word| format!("trace-step-{word} = "));
    let states = Dispositions::TERMS.iter().map(|word| format!("trace-disposition-{word} = "));
    let grades = CbvGrade::ALL.iter().map(|grade| format!("trace-grade-{} = ", grade.word()));
    let keys: Vec<String> = steps.chain(states).chain(grades).collect();
    for words in [trace::ROOM.words.0, trace::ROOM.words.1] {
        for key in &keys {
            assert!(words.lines().any(|line| line.starts_with(key)), "{key}");
        }
    }
}
