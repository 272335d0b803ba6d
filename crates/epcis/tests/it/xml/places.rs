//! Findings name the XPath of what the writer wrote.

/// The errors of a document of one event with that content.
fn errors(version: &str, list: &str) -> Vec<(&'static str, String)> {
    let source = format!(
        r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:{version}" xmlns:x="http://x.example/"
            schemaVersion="{version}.0" creationDate="2026-01-01T00:00:00Z"><EPCISBody><EventList>{list}</EventList>
            </EPCISBody></e:EPCISDocument>"#
    );
    let report = epcis::check(source.as_bytes());
    report.errors.iter().map(|error| (error.rule.code(), error.at.clone())).collect()
}

const EVENTS: &str = "/e:EPCISDocument/EPCISBody/EventList";
const WHEN: &str =
    "<eventTime>2026-01-01T00:00:00Z</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>";
const SEEN: &str = "<epcList><epc>urn:x:1</epc></epcList><action>OBSERVE</action>";

#[test]
fn the_second_of_two_is_told_from_the_first() {
    let list = format!(
        "<ObjectEvent>{WHEN}{SEEN}</ObjectEvent><ObjectEvent>{WHEN}<epcList/><action>X</action></ObjectEvent>"
    );
    assert_eq!(errors("2", &list), [("bad-action", format!("{EVENTS}/ObjectEvent[2]/action"))]);
}

#[test]
fn wrappers_stand_in_the_place() {
    let wrapped = |inner: &str| {
        format!(
            "<extension><TransformationEvent>{WHEN}<inputEPCList><epc>urn:x:1</epc></inputEPCList>{inner}</TransformationEvent></extension>"
        )
    };
    let outputs = "<outputEPCList><epc>urn:x:2</epc></outputEPCList>";
    let list = [wrapped(outputs), wrapped(&[outputs, "<bizStep>no step</bizStep>"].concat())].concat();
    let place = format!("{EVENTS}/extension[2]/TransformationEvent/bizStep");
    assert_eq!(errors("1", &list), [("unknown-word", place)]);

    let deep = "<extension><quantityList><quantityElement><epcClass>urn:x:c</epcClass><quantity>many</quantity></quantityElement></quantityList></extension>";
    let list = format!("<ObjectEvent>{WHEN}{SEEN}{deep}</ObjectEvent>");
    let place = format!("{EVENTS}/ObjectEvent/extension/quantityList/quantityElement/quantity");
    assert_eq!(errors("1", &list), [("bad-number", place)]);
}

#[test]
fn attributes_are_told_by_their_sign() {
    let list = format!(
        "<ObjectEvent>{WHEN}{SEEN}<sensorElementList><sensorElement><sensorReport type=\"Temperature\" value=\"warm\"/>\
         <sensorReport type=\"Temperature\" worth=\"1\"/></sensorElement></sensorElementList></ObjectEvent>"
    );
    let reports = format!("{EVENTS}/ObjectEvent/sensorElementList/sensorElement/sensorReport");
    let wanted =
        [("bad-number", format!("{reports}[1]/@value")), ("unknown-field", format!("{reports}[2]/@worth"))];
    let mut found = errors("2", &list);
    found.sort_by(|one, other| one.1.cmp(&other.1));
    assert_eq!(found, wanted);
}

#[test]
fn an_attribute_that_stands_twice_has_its_place() {
    let list = format!(
        "<ObjectEvent>{WHEN}{SEEN}</ObjectEvent><ObjectEvent x:a=\"1\" x:a=\"2\">{WHEN}{SEEN}</ObjectEvent>"
    );
    assert_eq!(errors("2", &list), [("twice", format!("{EVENTS}/ObjectEvent/@x:a"))]);
}

#[test]
fn text_in_a_wrapper_is_refused() {
    let list = format!("<ObjectEvent>{WHEN}{SEEN}<extension>x<quantityList/></extension></ObjectEvent>");
    assert_eq!(errors("1", &list), [("unknown-field", format!("{EVENTS}/ObjectEvent/extension/text()"))]);
    let list = format!(
        "<ObjectEvent>{WHEN}<epcList><extension>x</extension></epcList><action>ADD</action></ObjectEvent>"
    );
    assert_eq!(errors("1", &list), [("wrong-kind", format!("{EVENTS}/ObjectEvent/epcList"))]);
}

#[test]
fn what_does_not_belong_into_a_list_is_refused() {
    let in_list = |inner: &str| {
        errors(
            "2",
            &format!("<ObjectEvent>{WHEN}<epcList>{inner}</epcList><action>OBSERVE</action></ObjectEvent>"),
        )
    };
    let list = format!("{EVENTS}/ObjectEvent/epcList");
    assert_eq!(in_list("<epc>urn:x:1</epc><epcs>urn:x:2</epcs>"), [("wrong-kind", format!("{list}/epcs"))]);
    assert_eq!(in_list("urn:x:1"), [("wrong-kind", list.clone())]);
    assert_eq!(in_list("<epc><epc>urn:x:1</epc></epc>"), [("wrong-kind", format!("{list}/epc"))]);
    assert_eq!(in_list("<x:epc>urn:x:1</x:epc>"), [("wrong-kind", format!("{list}/x:epc"))]);
}

#[test]
fn words_of_json_are_no_elements() {
    let source = r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0"
        creationDate="2026-01-01T00:00:00Z"><EPCISBody><eventList/></EPCISBody></e:EPCISDocument>"#;
    let report = epcis::check(source.as_bytes());
    let places: Vec<&str> = report.errors.iter().map(|error| error.at.as_str()).collect();
    assert!(places.contains(&"/e:EPCISDocument/EPCISBody/eventList"), "{places:?}");
}

#[test]
fn an_element_that_stands_twice_is_refused() {
    let list = format!("<ObjectEvent>{WHEN}{SEEN}<action>ADD</action></ObjectEvent>");
    assert_eq!(errors("2", &list), [("twice", format!("{EVENTS}/ObjectEvent/action[2]"))]);
}

#[test]
fn an_attribute_where_a_text_alone_belongs_is_refused_at_its_place() {
    for (event, code, at) in [
        (
            "<epcList/><action>OBSERVE</action><bizStep x:a='1'>urn:x:s</bizStep>",
            "unknown-field",
            "bizStep/@x:a",
        ),
        ("<epcList/><action kind='b'>OBSERVE</action>", "unknown-field", "action/@kind"),
        (
            "<epcList><epc kind='b'>urn:x:1</epc></epcList><action>OBSERVE</action>",
            "wrong-kind",
            "epcList/epc",
        ),
    ] {
        let list = format!("<ObjectEvent>{WHEN}{event}</ObjectEvent>");
        assert_eq!(errors("2", &list), [(code, format!("{EVENTS}/ObjectEvent/{at}"))], "{event}");
    }
    // What XML says of itself is no field.
    let own = "<epcList/><action xml:lang='vi'>OBSERVE</action>";
    assert_eq!(errors("2", &format!("<ObjectEvent>{WHEN}{own}</ObjectEvent>")), []);
}

#[test]
fn bytes_in_hexadecimal_are_whole() {
    let event = |digits: &str| {
        format!(
            "<ObjectEvent>{WHEN}{SEEN}<sensorElementList><sensorElement><sensorReport type='gs1:Temperature' hexBinaryValue='{digits}'/>\
             </sensorElement></sensorElementList></ObjectEvent>"
        )
    };
    assert_eq!(errors("2", &event("f0f0")), []);
    let place = format!("{EVENTS}/ObjectEvent/sensorElementList/sensorElement/sensorReport/@hexBinaryValue");
    assert_eq!(errors("2", &event("f0f")), [("bad-hex", place)]);
}

#[test]
fn the_date_of_a_document_may_lack_its_zone() {
    let source = |date: &str| {
        format!(
            r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:1" schemaVersion="1.2" creationDate="{date}"><EPCISBody><EventList/>
            </EPCISBody></e:EPCISDocument>"#
        )
    };
    let (content, report) = epcis::check::check_source(source("2018-02-27T21:52:16.416129").as_bytes());
    assert!(report.is_ok(), "{:#?}", report.errors);
    let Some(epcis::model::Content::Document(document)) = content else { panic!("a document") };
    assert_eq!(document.creation_date.as_str(), "2018-02-27T21:52:16.416129Z");
    assert!(!epcis::check(source("2018-02-27").as_bytes()).is_ok());
}
