//! What a binding cannot carry is refused where it stands.

use epcis::xml::{Version, write};

const HEAD: &str = r#""eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00""#;

// Codes and places, in the source and as pointers into the JSON binding.
fn refused(source: &str, version: Version) -> Vec<(&'static str, String, String)> {
    let tree = epcis::lower(source.as_bytes()).unwrap();
    let (content, report) = epcis::check_tree(&tree);
    let content = content.unwrap_or_else(|| panic!("{:#?}", report.errors));
    let Err(refused) = write(&content, version) else { return Vec::new() };
    let both = |one: &epcis::xml::Unwritable| {
        (one.rule.code(), one.finding_in(&tree).at, one.finding(content.namespaces()).at)
    };
    refused.iter().map(both).collect()
}

fn json(members: &str) -> String {
    format!(
        r#"{{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{{"x":"http://x.example/"}}],
        "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-07-22T06:45:00Z","epcisBody":{{"eventList":[
        {{"type":"ObjectEvent",{HEAD},"epcList":["urn:x:1"],"action":"OBSERVE"}},
        {{{HEAD},{members}}}]}}}}"#
    )
}

fn same(code: &'static str, places: &[&str]) -> Vec<(&'static str, String, String)> {
    let place =
        |at: &&str| (code, format!("/epcisBody/eventList/1{at}"), format!("/epcisBody/eventList/1{at}"));
    places.iter().map(place).collect()
}

#[test]
fn what_only_the_newer_version_says_is_refused_in_the_older() {
    let members = r#""type":"ObjectEvent","epcList":["urn:x:1"],"action":"OBSERVE","certificationInfo":["urn:x:2","urn:x:3"],
        "persistentDisposition":{"set":["recalled"]},"sensorElementList":[{"sensorReport":[{"type":"Temperature","value":4}]}]"#;
    let places = ["/certificationInfo", "/sensorElementList", "/persistentDisposition"];
    assert_eq!(refused(&json(members), Version::OneTwo), same("not-in-xml-1-2", &places));
    assert_eq!(refused(&json(members), Version::Two), []);
    let members = r#""type":"AssociationEvent","action":"DELETE","parentID":"urn:x:1""#;
    assert_eq!(refused(&json(members), Version::OneTwo), same("not-in-xml-1-2", &["/type"]));
}

#[test]
fn places_of_xml_are_told_as_xpaths() {
    let source = "<ObjectEvent><eventTime>2026-07-22T06:45:00Z</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>\
        <epcList/><action>OBSERVE</action><extension><extension><persistentDisposition><set>urn:epcglobal:cbv:disp:recalled\
        </set></persistentDisposition></extension></extension></ObjectEvent>";
    let place = "/ObjectEvent/extension/extension/persistentDisposition".to_owned();
    let wanted = [("not-in-xml-1-2", place, "/persistentDisposition".to_owned())];
    assert_eq!(refused(source, Version::OneTwo), wanted);
}

#[test]
fn names_and_values_that_xml_cannot_have_are_refused() {
    let event = r#""type":"ObjectEvent","epcList":["urn:x:1"],"action":"OBSERVE""#;
    for (member, code, at) in [
        (r#""x:a b":"1""#, "no-xml-name", "/x:a b"),
        (r#""x:1":"1""#, "no-xml-name", "/x:1"),
        (r#""x:a":{"b c":"1"}"#, "no-xml-name", "/x:a/b c"),
        (r#""x:a":"\u0001""#, "no-xml-value", "/x:a"),
        (r#""x:a":["b",["c"]]"#, "no-xml-value", "/x:a/1"),
        (r#""x:a":[{"x:b":"\uffff"}]"#, "no-xml-value", "/x:a/0/x:b"),
        (r#""readPoint":{"id":"urn:x:1","x:/":""}"#, "no-xml-name", "/readPoint/x:~1"),
        (
            r#""sensorElementList":[{"sensorReport":[{"type":"Temperature","x:a":{"x:b":"1"}}]}]"#,
            "no-xml-value",
            "/sensorElementList/0/sensorReport/0/x:a",
        ),
        (
            r#""sensorElementList":[{"sensorReport":[{"type":"Temperature","stringValue":"\u0002"}]}]"#,
            "no-xml-value",
            "/sensorElementList/0/sensorReport/0/stringValue",
        ),
    ] {
        assert_eq!(refused(&json(&format!("{event},{member}")), Version::Two), same(code, &[at]), "{member}");
    }
}

#[test]
fn a_question_is_refused() {
    let source = r#"<q:EPCISQueryDocument xmlns:q="urn:epcglobal:epcis-query:xsd:1" schemaVersion="1.2"
        creationDate="2026-07-22T06:45:00Z"><EPCISBody><q:Poll><queryName>SimpleEventQuery</queryName><params><param>
        <name>eventType</name><value><string>ObjectEvent</string></value></param></params></q:Poll></EPCISBody>
        </q:EPCISQueryDocument>"#;
    let wanted =
        ("no-results", "/q:EPCISQueryDocument/EPCISBody/q:Poll".to_owned(), "/epcisBody/Poll".to_owned());
    assert_eq!(refused(source, Version::Two), [wanted]);
}
