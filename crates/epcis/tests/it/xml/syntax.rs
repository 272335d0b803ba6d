//! What is not well-formed, or more than a source may be, is refused; nothing panics.

use std::time::{Duration, Instant};

use epcis::tree::TreeFaultKind;
use proptest::prelude::*;

fn fault(source: &str) -> Option<TreeFaultKind> {
    epcis::lower(source.as_bytes()).err().map(|fault| fault.kind)
}

const BEGIN: &str = r#"<ObjectEvent xmlns:x="http://x.example/">"#;

fn event(inner: &str) -> String {
    format!("{BEGIN}{inner}</ObjectEvent>")
}

#[test]
fn document_types_and_entities_are_refused() {
    let bomb =
        r#"<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><ObjectEvent>&b;</ObjectEvent>"#;
    assert_eq!(fault(bomb), Some(TreeFaultKind::Doctype));
    let file = r#"<!DOCTYPE b SYSTEM "file:///etc/passwd"><ObjectEvent/>"#;
    assert_eq!(fault(file), Some(TreeFaultKind::Doctype));
    assert_eq!(fault(&event("<eventID>&b;</eventID>")), Some(TreeFaultKind::Doctype));
    assert_eq!(fault(&event("<eventID a='&b;'/>")), Some(TreeFaultKind::Doctype));
}

#[test]
fn what_is_not_well_formed_is_refused() {
    let syntax = [
        "<a><b></a></b>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&;</a>",
        "<a>\u{1}</a>",
        "<a>\u{ffff}</a>",
        "<a>]]></a>",
        "<a b=c/>",
        "<a b/>",
        "<a b='<'/>",
        "<a b='1'c='2'/>",
        "<1a/>",
        "<a:b:c xmlns:a='urn:x:y'/>",
        "<:a/>",
        "<a><!-- -- --></a>",
        "<a xmlns:b=''/>",
        "<a xmlns:xmlns='urn:x:y'/>",
        "<a xmlns:b='urn:x:y' xmlns:b='urn:x:z'/>",
        "x<a/>",
        "<?xml version='1.0'?><?xml version='1.0'?><a/>",
        " <?xml version='1.0'?><a/>",
    ];
    for source in syntax {
        // Some of these do not begin with a sign of XML; none is JSON.
        let kind = epcis::xml::read(source).err().map(|fault| fault.kind);
        assert_eq!(kind, Some(TreeFaultKind::Syntax), "{source}");
    }
    for source in ["<a>", "<a", "<a b='", "<a><!--", "<a><![CDATA[", "<?xml", "<", ""] {
        let kind = epcis::xml::read(source).err().map(|fault| fault.kind);
        assert!(matches!(kind, Some(TreeFaultKind::Cut | TreeFaultKind::Syntax)), "{source} {kind:?}");
    }
    assert_eq!(fault("<a/><b/>"), Some(TreeFaultKind::Trailing));
    assert_eq!(fault("<a/>b"), Some(TreeFaultKind::Trailing));
    assert_eq!(fault("<a b='1' b='2'/>"), Some(TreeFaultKind::Twice));
    let twice = "<a xmlns:b='urn:x:y' xmlns:c='urn:x:y' b:d='1' c:d='2'/>";
    assert_eq!(fault(twice), Some(TreeFaultKind::Twice));
    assert_eq!(fault("<a:b/>"), Some(TreeFaultKind::Undeclared));
    assert_eq!(epcis::lower(b"<a:b/>").err().map(|fault| fault.found), Some("a".to_owned()));
    assert_eq!(fault("<a b:c='1'/>"), Some(TreeFaultKind::Undeclared));
    assert_eq!(
        fault("<?xml version='1.0' encoding='UTF-16'?><ObjectEvent>ă</ObjectEvent>"),
        Some(TreeFaultKind::Encoding)
    );
    assert_eq!(epcis::lower(b"<a>\xff</a>").err().map(|fault| fault.kind), Some(TreeFaultKind::Encoding));
}

#[test]
fn what_is_no_epcis_is_refused() {
    for source in [
        "<html/>",
        "<EPCISDocument/>",
        "<x:ObjectEvent xmlns:x='http://x.example/'/>",
        "<e:EPCISDocument xmlns:e='urn:epcglobal:epcis:xsd:3'/>",
        "<e:Something xmlns:e='urn:epcglobal:epcis:xsd:2'/>",
    ] {
        assert_eq!(fault(source), Some(TreeFaultKind::Foreign), "{source}");
        let report = epcis::check(source.as_bytes());
        assert_eq!(report.errors.len(), 1);
        assert_eq!(report.errors[0].at, "");
    }
}

#[test]
fn references_sections_comments_and_line_ends_are_read_as_xml_says() {
    let source = event(
        "<eventID>\r\n urn:x:<!-- c -->&lt;&#x41;&#66;<?p i?><![CDATA[<&]]>&amp;\r\n</eventID><x:a b='1&#10;2\r\n3'/>",
    );
    let tree = epcis::xml::read(&source).unwrap();
    let texts: Vec<String> = tree
        .root()
        .children()
        .filter_map(|child| {
            child.text().map(str::to_owned).or_else(|| child.children().next()?.text().map(str::to_owned))
        })
        .collect();
    assert_eq!(texts, ["ObjectEvent", "urn:x:<AB<&&", "1\n2 3"]);
}

#[test]
fn what_is_too_much_is_refused_in_linear_time() {
    let begin = Instant::now();
    let deep = event(&["<x:a>".repeat(100_000), "</x:a>".repeat(100_000)].concat());
    assert_eq!(fault(&deep), Some(TreeFaultKind::TooDeep));
    let within = event(&["<x:a>".repeat(60), "</x:a>".repeat(60)].concat());
    assert_eq!(fault(&within), None);
    let lists = event(&["<extension>".repeat(100_000), "</extension>".repeat(100_000)].concat());
    assert_eq!(fault(&lists), Some(TreeFaultKind::TooDeep));
    let spaces: String = (0..10_000).map(|number| format!(" xmlns:n{number}='urn:n:{number}'")).collect();
    assert_eq!(fault(&format!("<ObjectEvent{spaces}/>")), Some(TreeFaultKind::TooManySpaces));
    let spaces: String =
        (0..10_000).map(|number| format!("<x:a xmlns:n{number}='urn:n:{number}'/>")).collect();
    assert_eq!(fault(&event(&spaces)), Some(TreeFaultKind::TooManySpaces));
    let attributes: String = (0..10_000).map(|number| format!(" n{number}=''")).collect();
    assert_eq!(fault(&format!("<ObjectEvent{attributes}/>")), Some(TreeFaultKind::TooMany));
    let elements: String = (0..20_000).map(|number| format!("<x:a{number}/>")).collect();
    assert_eq!(fault(&event(&elements)), None);
    let same = event(&"<x:a xmlns:y='urn:y:y'/>".repeat(20_000));
    assert_eq!(fault(&same), None);
    // Debug builds on busy machines are slow; what is not linear takes minutes.
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
}

/// Pieces that markup is made of, so that random sources get far.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "<e:EPCISDocument xmlns:e='urn:epcglobal:epcis:xsd:2' schemaVersion='2.0' creationDate='2026-01-01T00:00:00Z'>",
        "</e:EPCISDocument>",
        "<EPCISBody>",
        "</EPCISBody>",
        "<EventList>",
        "</EventList>",
        "<ObjectEvent>",
        "</ObjectEvent>",
        "<extension>",
        "</extension>",
        "<epcList>",
        "</epcList>",
        "<epc>",
        "</epc>",
        "<action>",
        "ADD",
        "</action>",
        "<ilmd>",
        "</ilmd>",
        "<x:a xmlns:x='urn:x:y'>",
        "</x:a>",
        "<sensorElementList>",
        "<sensorElement>",
        "<sensorReport type='a' value='1'/>",
        "&amp;",
        "&#65;",
        "&x;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?p",
        "?>",
        "<!DOCTYPE",
        ">",
        "<",
        "/>",
        "'",
        "\"",
        "=",
        "xsi:nil",
        " ",
        "\u{e9}",
        "\u{fffe}",
    ];
    prop_oneof![9 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut source = b"<".to_vec();
        source.extend(bytes);
        let _ = epcis::check(&source);
    }

    #[test]
    fn markup_never_panics(pieces in proptest::collection::vec(piece(), 0..60)) {
        let _ = epcis::check(pieces.concat().as_bytes());
    }
}
