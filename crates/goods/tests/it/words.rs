//! Every text is there in both languages.

use std::collections::BTreeSet;

fn keys(text: &str) -> BTreeSet<&str> {
    let heads = text.lines().filter(|line| !line.starts_with([' ', '#']));
    heads.filter_map(|line| line.split_once(" =").map(|(key, _)| key.trim())).collect()
}

#[test]
fn every_text_stands_in_both_languages() {
    let (vi, en) = goods::ROOM.words;
    assert_eq!(keys(vi), keys(en));
    for code in ["label-too-small", "label-too-full"] {
        assert!(keys(vi).contains(format!("problem-{code}").as_str()), "{code}");
    }
    assert!(keys(vi).contains("refusal-serials-used-up"));
}
