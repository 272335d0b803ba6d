//! Many papers in one file.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use lopdf::{Dictionary, Document, Object, dictionary};
use proptest::prelude::*;

use papers::dossier::{Entry, MAX_LEVELS, MAX_PAGES, MAX_PARTS, Merged, Part, Reason, Replaced, merge};
use papers::testing::{self, PRINTED};
use papers::{Engine, PaperError};

use crate::reading::{engine, open, sizes, text};

fn entry(title: &str, part: Part) -> Entry {
    Entry { title: title.into(), part }
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(40, 30).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn form(engine: &Engine) -> Vec<u8> {
    engine.typeset(&testing::registration_form(), PRINTED).unwrap().into_bytes()
}

/// A PDF of `count` bare pages that take their size and a script from the nodes above.
fn bare(count: usize) -> Vec<u8> {
    let mut document = Document::with_version("1.4");
    let root = document.new_object_id();
    let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let pages: Vec<Object> = (0..count)
        .map(|_| {
            let note = dictionary! { "Type" => "Annot", "Subtype" => "Link", "A" => action.clone() };
            let page = dictionary! { "Type" => "Page", "Parent" => root, "Annots" => vec![note.into()] };
            document.add_object(page).into()
        })
        .collect();
    let size: Vec<Object> = [0, 0, 200, 100].map(Object::Integer).to_vec();
    let count = i64::try_from(count).unwrap();
    let node = dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => count, "MediaBox" => size };
    document.objects.insert(root, node.into());
    let catalog =
        document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root, "OpenAction" => action });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// A file locked with a password that nobody gave.
fn locked(engine: &Engine) -> Vec<u8> {
    let mut document = open(&form(engine));
    let id = Object::string_literal(vec![7u8; 16]);
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn titles(merged: &Merged) -> Vec<(usize, String)> {
    let document = open(merged.pdf.bytes());
    let root = document.catalog().unwrap().get(b"Outlines").and_then(Object::as_reference).unwrap();
    let mut found = Vec::new();
    walk(&document, document.get_dictionary(root).unwrap(), 1, &mut found);
    found
}

fn walk(document: &Document, node: &Dictionary, level: usize, found: &mut Vec<(usize, String)>) {
    let mut next = node.get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let item = document.get_dictionary(id).unwrap();
        found.push((level, lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap()));
        walk(document, item, level + 1, found);
        next = item.get(b"Next").and_then(Object::as_reference).ok();
    }
}

#[test]
fn a_dossier_opens_with_its_contents_and_nested_bookmarks() {
    let engine = engine();
    let entries = [
        entry("Phiếu đăng ký", Part::Pdf(form(&engine))),
        entry(
            "Minh chứng",
            Part::Group(vec![
                entry("Ảnh xưởng", Part::Picture(picture(ImageFormat::Jpeg))),
                entry("Ảnh nhãn", Part::Picture(picture(ImageFormat::Png))),
            ]),
        ),
    ];
    let merged = merge(&engine, "Hồ sơ Sa Đéc Tửu", &entries, PRINTED).unwrap();
    assert_eq!(merged.replaced, []);
    assert_eq!(merged.pdf.pages(), 1 + 2 + 1 + 1);
    let document = open(merged.pdf.bytes());
    assert_eq!(document.get_pages().len(), merged.pdf.pages());
    let cover = text(&document, &[1]);
    assert!(cover.contains("MỤC LỤC") && cover.contains("Phiếu đăng ký"), "{cover}");
    for (title, page) in [("Phiếu đăng ký", "2"), ("Minh chứng", "4"), ("Ảnh xưởng", "4"), ("Ảnh nhãn", "5")]
    {
        let after = cover.split(title).nth(1).unwrap().trim_start_matches(['.', ' ']);
        assert!(after.starts_with(page), "{title} in {cover}");
    }
    assert!(text(&document, &[2]).contains("PHIẾU ĐĂNG KÝ"));
    let expected =
        [(1, "Hồ sơ Sa Đéc Tửu"), (1, "Phiếu đăng ký"), (1, "Minh chứng"), (2, "Ảnh xưởng"), (2, "Ảnh nhãn")];
    assert_eq!(titles(&merged), expected.map(|(level, title)| (level, title.to_owned())));
}

#[test]
fn a_broken_or_locked_paper_is_named_in_its_place() {
    let engine = engine();
    let entries = [
        entry("Tệp hỏng", Part::Pdf(b"%PDF-1.7\nkhong phai".to_vec())),
        entry("Tệp khóa", Part::Pdf(locked(&engine))),
        entry("Ảnh hỏng", Part::Picture(b"\x89PNG\r\n\x1a\nxx".to_vec())),
        entry("Phiếu", Part::Pdf(form(&engine))),
    ];
    let merged = merge(&engine, "Hồ sơ", &entries, PRINTED).unwrap();
    let replaced =
        [("Tệp hỏng", Reason::Broken), ("Tệp khóa", Reason::Encrypted), ("Ảnh hỏng", Reason::Picture)];
    assert_eq!(merged.replaced, replaced.map(|(title, reason)| Replaced { title: title.into(), reason }));
    let document = open(merged.pdf.bytes());
    assert!(text(&document, &[2]).contains("Tệp hỏng") && text(&document, &[2]).contains("bị hỏng"));
    assert!(text(&document, &[3]).contains("Tệp khóa") && text(&document, &[3]).contains("mật khẩu"));
    assert!(
        text(&document, &[4]).contains("Ảnh hỏng") && text(&document, &[4]).contains("ảnh không đọc được")
    );
    assert!(text(&document, &[5]).contains("PHIẾU ĐĂNG KÝ"));
}

#[test]
fn pages_keep_their_size_and_lose_their_scripts() {
    let merged = merge(&engine(), "Hồ sơ", &[entry("Trang nhỏ", Part::Pdf(bare(3)))], PRINTED).unwrap();
    let document = open(merged.pdf.bytes());
    assert_eq!(sizes(&document)[1..], [(200.0, 100.0); 3]);
    let bytes = merged.pdf.bytes();
    for gone in [&b"JavaScript"[..], b"app.alert", b"OpenAction", b"Annots"] {
        assert!(!bytes.windows(gone.len()).any(|window| window == gone), "{}", String::from_utf8_lossy(gone));
    }
}

#[test]
fn a_paper_over_the_page_limit_is_replaced_and_the_rest_stays() {
    let engine = engine();
    let entries =
        [entry("Quá dài", Part::Pdf(bare(MAX_PAGES + 1))), entry("Phiếu", Part::Pdf(form(&engine)))];
    let merged = merge(&engine, "Hồ sơ", &entries, PRINTED).unwrap();
    assert_eq!(merged.replaced, [Replaced { title: "Quá dài".into(), reason: Reason::Pages }]);
    assert_eq!(merged.pdf.pages(), 1 + 1 + 2);
}

#[test]
fn too_many_papers_or_levels_are_refused() {
    let many = vec![entry("x", Part::Pdf(Vec::new())); MAX_PARTS + 1];
    let refusal = merge(&engine(), "Hồ sơ", &many, PRINTED).unwrap_err();
    assert!(matches!(refusal, PaperError::TooManyParts { limit: MAX_PARTS, .. }));
    let deep = (0..=MAX_LEVELS).fold(Vec::new(), |inner, _| vec![entry("x", Part::Group(inner))]);
    assert!(matches!(
        merge(&engine(), "Hồ sơ", &deep, PRINTED),
        Err(PaperError::TooDeep { limit: MAX_LEVELS })
    ));
}

#[test]
fn a_dossier_of_nothing_is_its_cover() {
    let empty = [entry("Minh chứng", Part::Group(Vec::new()))];
    let merged = merge(&engine(), "Hồ sơ", &empty, PRINTED).unwrap();
    assert_eq!(merged.pdf.pages(), 1);
    assert_eq!(titles(&merged).len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn damage_anywhere_in_a_paper_never_stops_the_dossier(spots in prop::collection::vec((0.0..1.0f64, any::<u8>()), 1..60), cut in 0.3..1.0f64) {
        let engine = engine();
        let mut bytes = form(&engine);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a length")]
        let place = |share: f64, length: usize| (share * length as f64) as usize;
        for (share, byte) in spots {
            let at = place(share, bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(place(cut, bytes.len()).max(1));
        let merged = merge(&engine, "Hồ sơ", &[entry("Tệp", Part::Pdf(bytes))], PRINTED).unwrap();
        prop_assert!(merged.pdf.pages() >= 2);
        prop_assert_eq!(open(merged.pdf.bytes()).get_pages().len(), merged.pdf.pages());
    }
}
