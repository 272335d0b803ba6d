//! Which of several links of a type answers (section 2.6.3), and quality values (RFC 9110, section 12).

use goods::link::{Choice, Link, LinkType, Wishes, of_language, of_media_type, weighed};
use proptest::prelude::*;

fn link(href: &str, media_type: Option<&str>, hreflang: &[&str], context: &[&str]) -> Link {
    Link {
        hreflang: hreflang.iter().map(|tag| (*tag).to_owned()).collect(),
        media_type: media_type.map(str::to_owned),
        context: context.iter().map(|tag| (*tag).to_owned()).collect(),
        ..Link::plain(LinkType::PIP, href, "t")
    }
}

fn links() -> Vec<Link> {
    vec![
        link("pdf", Some("application/pdf"), &[], &[]),
        link("pdf-en", Some("application/pdf"), &["en"], &[]),
        link("pdf-en-lk", Some("application/pdf"), &["en"], &["LK"]),
        link("html-fr", Some("text/html"), &["fr"], &[]),
        link("html-1", Some("text/html"), &[], &[]),
        link("html-2", Some("text/html"), &[], &[]),
    ]
}

fn chosen(parameters: &[(&str, &str)], accept: &str, language: &str) -> Vec<String> {
    let parameters: Vec<(String, String)> =
        parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let links = links();
    match Wishes::of(&parameters, accept, language).choose(&links) {
        Choice::None => Vec::new(),
        Choice::One(link) => vec![link.href.clone()],
        Choice::Several(links) => links.iter().map(|link| link.href.clone()).collect(),
    }
}

#[test]
fn parameters_decide_by_media_type_language_and_context() {
    assert_eq!(chosen(&[("mediaType", "application/pdf")], "", ""), ["pdf"]);
    assert_eq!(chosen(&[("type", "application/pdf")], "", ""), ["pdf"]);
    assert_eq!(chosen(&[("mediaType", "application/pdf"), ("lang", "en")], "", ""), ["pdf-en"]);
    assert_eq!(
        chosen(&[("mediaType", "application/pdf"), ("lang", "en"), ("context", "LK")], "", ""),
        ["pdf-en-lk"]
    );
    assert_eq!(chosen(&[("lang", "fr")], "", ""), ["html-fr"]);
}

#[test]
fn headers_decide_where_no_parameter_does() {
    assert_eq!(chosen(&[], "text/html", "fr-CA, en;q=0.5"), ["html-fr"]);
    assert_eq!(chosen(&[], "application/pdf, text/html;q=0.2", "en"), ["pdf-en"]);
    assert_eq!(chosen(&[("lang", "en")], "application/pdf", "fr"), ["pdf-en"]);
    assert_eq!(chosen(&[("mediaType", "undefined"), ("lang", "fr")], "*/*", "*"), ["html-fr"]);
}

#[test]
fn those_that_fit_alike_are_all_named() {
    assert_eq!(chosen(&[("mediaType", "text/html")], "", ""), ["html-1", "html-2"]);
    assert_eq!(chosen(&[], "text/html", "de"), ["html-1", "html-2"]);
}

#[test]
fn weights_are_read_as_the_standard_writes_them() {
    let ranges =
        weighed("text/*;q=0.3, text/html;q=0.7, text/plain;level=1, */*;q=0.5, a/b;q=2, c/d;q=0.1234");
    assert_eq!(of_media_type(&ranges, "text/html"), 700);
    assert_eq!(of_media_type(&ranges, "TEXT/CSS"), 300);
    assert_eq!(of_media_type(&ranges, "text/plain"), 1_000);
    assert_eq!(of_media_type(&ranges, "image/jpeg"), 500);
    assert_eq!(of_media_type(&ranges, "a/b"), 500);
    let ranges = weighed("da, en-GB;q=0.8, en;q=0.7, fr;q=0, *;q=0.1");
    assert_eq!(of_language(&ranges, "en-GB"), 800);
    assert_eq!(of_language(&ranges, "en"), 700);
    assert_eq!(of_language(&ranges, "en-US"), 700);
    assert_eq!(of_language(&ranges, "fr-CA"), 0);
    assert_eq!(of_language(&ranges, "vi"), 100);
    assert_eq!(of_language(&weighed("vi-VN"), "vi"), 1_000);
    assert_eq!(of_language(&weighed("vi-VN"), "vie"), 0);
}

fn tags() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(
        proptest::sample::select(vec!["vi", "en", "en-GB", "fr"]).prop_map(str::to_owned),
        0..3,
    )
}

prop_compose! {
    fn any_link()(
        media_type in proptest::option::of(proptest::sample::select(vec!["text/html", "application/pdf"])),
        hreflang in tags(),
        context in proptest::option::of(proptest::sample::select(vec!["VN", "JP"])),
        n in 0_u32..1_000_000,
    ) -> Link {
        Link {
            hreflang,
            media_type: media_type.map(str::to_owned),
            context: context.map(str::to_owned).into_iter().collect(),
            ..Link::plain(LinkType::PIP, format!("https://a.example/{n}"), "t")
        }
    }
}

proptest! {
    #[test]
    fn there_is_an_answer_exactly_where_there_is_a_link(
        links in proptest::collection::vec(any_link(), 0..6),
        accept in "[a-z*/;=0-9., ]{0,40}",
        language in "[a-zA-Z*;=0-9., -]{0,40}",
    ) {
        let wishes = Wishes::of(&[], &accept, &language);
        match wishes.choose(&links) {
            Choice::None => prop_assert!(links.is_empty()),
            Choice::One(one) => prop_assert!(links.contains(one)),
            Choice::Several(several) => {
                prop_assert!(several.len() > 1);
                // Those that are left over differ in nothing that the request asked for.
                let weights: Vec<u16> = several
                    .iter()
                    .map(|link| link.hreflang.iter().map(|tag| of_language(&wishes.languages, tag)).max().unwrap_or(0))
                    .collect();
                prop_assert!(weights.iter().all(|weight| *weight == weights[0]));
            }
        }
    }

    #[test]
    fn the_order_of_the_links_does_not_decide(
        links in proptest::collection::vec(any_link(), 1..6),
        language in tags(),
    ) {
        let wishes = Wishes::of(&[], "text/html, */*;q=0.1", &language.join(","));
        let turned: Vec<Link> = links.iter().rev().cloned().collect();
        let set = |links: &[Link]| {
            let mut hrefs: Vec<String> = match wishes.choose(links) {
                Choice::None => Vec::new(),
                Choice::One(one) => vec![one.href.clone()],
                Choice::Several(several) => several.iter().map(|link| link.href.clone()).collect(),
            };
            hrefs.sort();
            hrefs
        };
        prop_assert_eq!(set(&links), set(&turned));
    }

    #[test]
    fn who_names_one_language_gets_it_where_it_is(links in proptest::collection::vec(any_link(), 1..6)) {
        let wishes = Wishes::of(&[("lang".to_owned(), "fr".to_owned())], "", "");
        if links.iter().all(|link| link.media_type.is_none()) && links.iter().any(|link| link.hreflang == ["fr"]) {
            let found = match wishes.choose(&links) {
                Choice::None => Vec::new(),
                Choice::One(one) => vec![one],
                Choice::Several(several) => several,
            };
            prop_assert!(found.iter().all(|link| link.hreflang.iter().any(|tag| tag == "fr")));
        }
    }
}
