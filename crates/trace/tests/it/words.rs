//! Every code has its sentence in both languages.

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
