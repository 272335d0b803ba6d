//! The `Poll` of a query document.

use super::url;
use epcis::check::Lang;
use epcis::query::{Prefixes, Query, QueryCode};

fn poll(body: &str) -> Result<Query, Vec<epcis::query::QueryFault>> {
    let source = format!(
        r#"{{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],"type":"EPCISQueryDocument",
        "schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{body}}}"#
    );
    Query::from_document(&epcis::json::read(&source).unwrap(), &Prefixes::default())
}

#[test]
fn a_poll_is_a_list_of_names_and_values() {
    let read = poll(
        r#"{"Poll":{"queryName":"SimpleEventQuery","params":[
            {"name":"eventType","value":["ObjectEvent"]},
            {"name":"GE_eventTime","value":"2026-01-01T00:00:00Z"},
            {"name":"EXISTS_errorDeclaration","value":null}]}}"#,
    );
    assert_eq!(
        read,
        Ok(url("eventType=ObjectEvent&GE_eventTime=2026-01-01T00:00:00Z&EXISTS_errorDeclaration"))
    );
}

#[test]
fn what_asks_no_event_query_is_refused() {
    let code = |body: &str| poll(body).unwrap_err()[0].code;
    assert_eq!(code("{}"), QueryCode::NoQuery);
    assert_eq!(code(r#"{"Poll":{"queryName":"SimpleMasterDataQuery","params":[]}}"#), QueryCode::NoQuery);
    let wrong =
        r#"{"Poll":{"queryName":"SimpleEventQuery","params":[{"name":"EQ_action","value":["LOOK"]}]}}"#;
    assert_eq!(code(wrong), QueryCode::UnknownWord);
}

#[test]
fn a_check_of_a_document_looks_at_what_it_asks() {
    let check = |params: &str| {
        let source = format!(
            r#"{{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],"type":"EPCISQueryDocument",
            "schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z",
            "epcisBody":{{"Poll":{{"queryName":"SimpleEventQuery","params":[{params}]}}}}}}"#
        );
        epcis::check(source.as_bytes())
    };
    let holds = r#"{"name":"eventType","value":["ObjectEvent"]}"#;
    assert!(check(holds).is_ok());
    let report = check(&format!(
        r#"{holds},{{"name":"GE_eventTime","value":"soon"}},{{"name":"colour","value":"red"}}"#
    ));
    let told: Vec<_> =
        report.errors.iter().map(|one| (one.rule.code(), one.at.as_str(), one.wanted.as_str())).collect();
    assert_eq!(
        told,
        [
            ("bad-query", "/epcisBody/Poll/params/1", "bad-time GE_eventTime"),
            ("bad-query", "/epcisBody/Poll/params/2", "unknown-parameter colour"),
        ]
    );
    for (lang, begins) in [(Lang::Vi, "Câu hỏi"), (Lang::En, "The question")] {
        let text = report.errors[0].text(lang);
        assert!(text.starts_with(begins) && text.contains("GE_eventTime") && text.contains("soon"), "{text}");
    }
}

#[test]
fn a_poll_says_which_question_it_asks_and_names_its_parameters() {
    let check = |poll: &str| {
        let source = format!(
            r#"<epcisq:EPCISQueryDocument xmlns:epcisq="urn:epcglobal:epcis-query:xsd:2" schemaVersion="2.0"
            creationDate="2026-01-01T00:00:00Z"><EPCISBody><epcisq:Poll>{poll}</epcisq:Poll></EPCISBody></epcisq:EPCISQueryDocument>"#
        );
        let found = epcis::check(source.as_bytes()).errors.into_iter();
        found.map(|one| [one.rule.code(), " ", &one.at].concat()).collect::<Vec<_>>()
    };
    const AT: &str = "missing /epcisq:EPCISQueryDocument/EPCISBody/epcisq:Poll";
    let name = "<queryName>SimpleEventQuery</queryName>";
    assert_eq!(check(&format!("{name}<params/>")), [""; 0]);
    assert_eq!(check("<params/>"), [format!("{AT}/queryName")]);
    assert_eq!(check(name), [format!("{AT}/params")]);
    let params = "<params><param><name>eventType</name><value>ObjectEvent</value></param><param><value>ADD</value></param></params>";
    assert_eq!(check(&format!("{name}{params}")), [format!("{AT}/params/param[2]/name")]);
}

#[test]
fn a_poll_of_xml_has_values_of_its_types() {
    let source = r#"<?xml version="1.0" encoding="UTF-8"?>
<epcisq:EPCISQueryDocument xmlns:epcisq="urn:epcglobal:epcis-query:xsd:2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:ex="https://ns.example.org/voc/" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z">
  <EPCISBody>
    <epcisq:Poll>
      <queryName>SimpleEventQuery</queryName>
      <params>
        <param><name>eventType</name><value xsi:type="epcisq:ArrayOfString"><value>ObjectEvent</value><value>TransactionEvent</value></value></param>
        <param><name>GE_eventTime</name><value xsi:type="xsd:dateTime">2026-01-01T00:00:00Z</value></param>
        <param><name>EXISTS_errorDeclaration</name><value xsi:type="epcisq:VoidHolder"/></param>
        <param><name>EQ_ILMD_ex:a</name><value>
            <value>5</value>
        </value></param>
        <param><name>maxEventCount</name><value>7</value></param>
      </params>
    </epcisq:Poll>
  </EPCISBody>
</epcisq:EPCISQueryDocument>"#;
    let read = Query::from_document(&epcis::lower(source.as_bytes()).unwrap(), &Prefixes::default());
    let wanted = "eventType=ObjectEvent|TransactionEvent&GE_eventTime=2026-01-01T00:00:00Z&EXISTS_errorDeclaration\
        &EQ_ILMD_https://ns.example.org/voc/%23a=5&maxEventCount=7";
    assert_eq!(read, Ok(url(wanted)));
}
