//! Folding of Vietnamese text for search and for the warning of duplicates.

use unicode_normalization::UnicodeNormalization;

/// Folds text so that "sa dec" finds "Sa Đéc": decomposed, marks dropped, đ → d, lower case, single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfd() {
        match c {
            '\u{0300}'..='\u{036f}' => {}
            'đ' | 'Đ' => push(&mut folded, &mut gap, 'd'),
            c if c.is_alphanumeric() => {
                for lower in c.to_lowercase() {
                    push(&mut folded, &mut gap, lower);
                }
            }
            _ => gap = true,
        }
    }
    folded
}

fn push(folded: &mut String, gap: &mut bool, c: char) {
    if *gap && !folded.is_empty() {
        folded.push(' ');
    }
    *gap = false;
    folded.push(c);
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn a_search_without_marks_finds_the_marked_name() {
        assert_eq!(fold("Sa Đéc"), "sa dec");
        assert_eq!(fold("  HTX  Nông-nghiệp “Tân Tây” "), "htx nong nghiep tan tay");
    }

    #[test]
    fn composed_and_decomposed_text_fold_alike() {
        assert_eq!(
            fold("Bưởi Năm Roi Lai Vung Ữ"),
            fold(
                &unicode_normalization::UnicodeNormalization::nfd("Bưởi Năm Roi Lai Vung Ữ")
                    .collect::<String>()
            )
        );
    }
}
