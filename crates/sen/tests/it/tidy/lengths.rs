//! Files stay short: median at most 120 lines, nine of ten at most 350, none over 600.

use super::tracked;

const MEDIAN: usize = 120;
const NINE_OF_TEN: usize = 350;
const LONGEST: usize = 600;

#[test]
fn files_of_code_stay_short() {
    let code = tracked(".rs");
    let mut lengths: Vec<(usize, &str)> = code
        .iter()
        .filter(|(name, _)| name.starts_with("crates/") && !name.contains("/tests/"))
        .map(|(name, text)| (text.lines().count(), name.as_str()))
        .collect();
    lengths.sort_unstable();
    let at = |share: usize| lengths[(lengths.len() * share / 100).min(lengths.len() - 1)];
    assert!(at(50).0 <= MEDIAN, "the median file is {:?}", at(50));
    assert!(at(90).0 <= NINE_OF_TEN, "at nine of ten stands {:?}", at(90));
    let longest = lengths.last().unwrap();
    assert!(longest.0 <= LONGEST, "the longest file is {longest:?}");
}
