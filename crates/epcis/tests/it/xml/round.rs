//! What goes out as XML comes in as the same model, with the same hashes.

use epcis::hash::{Hasher, events};
use epcis::model::{Content, Event};
use epcis::xml::{Version, WordForm, write, write_with};

use crate::corpora::{files, name};

fn model(bytes: &[u8]) -> Option<(Content, Vec<String>)> {
    let tree = epcis::lower(bytes).unwrap();
    let (content, _) = epcis::check_tree(&tree);
    let mut hasher = Hasher::new(&tree);
    let hashes = events(&tree).map(|event| hasher.hash(event).to_string()).collect();
    Some((content?, hashes))
}

fn again(written: &str) -> (Content, Vec<String>) {
    let tree = epcis::lower(written.as_bytes()).unwrap_or_else(|fault| panic!("{fault}\n{written}"));
    let report = epcis::check_tree(&tree).1;
    assert!(report.is_ok(), "{:#?}\n{written}", report.errors);
    model(written.as_bytes()).unwrap()
}

const XML: [&str; 6] =
    ["valid/xml", "valid/xml-events", "valid/xml-1.2", "hash/examples", "hash/expected_equal", "invalid/xml"];
const JSON: [(&str, &str); 6] = [
    ("valid/json", "json"),
    ("valid/json-events", "json"),
    ("query/json", "json"),
    ("food", "jsonld"),
    ("hash/examples", "jsonld"),
    ("hash/expected_equal", "json"),
];

fn sources() -> impl Iterator<Item = (String, Content, Vec<String>)> {
    let xml = XML.into_iter().flat_map(|folder| files(folder, "xml"));
    let json = JSON.into_iter().flat_map(|(folder, ending)| files(folder, ending));
    xml.chain(json).filter_map(|(path, bytes)| {
        let (content, hashes) = model(&bytes)?;
        Some((name(&path), content, hashes))
    })
}

#[test]
fn words_go_out_as_iris_and_come_in_alike() {
    let (mut files, mut count) = (0, 0);
    for (file, content, hashes) in sources() {
        files += 1;
        let written = write_with(&content, Version::Two, WordForm::WebUri).unwrap();
        for old in ["urn:epcglobal:cbv:bizstep:", "urn:epcglobal:cbv:disp:", "urn:epcglobal:cbv:btt:"] {
            assert!(!written.contains(&format!(">{old}")), "{file}: {old}\n{written}");
        }
        count += written.matches("https://ref.gs1.org/cbv/BizStep-").count();
        let (same, others) = again(&written);
        assert_eq!(content.events(), same.events(), "{file}\n{written}");
        assert_eq!(hashes, others, "{file}\n{written}");
        let older =
            (write_with(&content, Version::OneTwo, WordForm::WebUri), write(&content, Version::OneTwo));
        assert_eq!(older.0, older.1, "{file}: 1.2 knows no others");
    }
    // Without the corpora there is nothing to read, which was said.
    assert!(files == 0 || count > 100, "{count}");
}

#[test]
fn what_goes_out_comes_in_alike() {
    for (file, content, hashes) in sources() {
        let written = write(&content, Version::Two).unwrap_or_else(|refused| panic!("{file}: {refused:?}"));
        let (same, others) = again(&written);
        assert_eq!(content.events(), same.events(), "{file}\n{written}");
        assert_eq!(hashes, others, "{file}\n{written}");
        assert_eq!(write(&same, Version::Two).as_ref(), Ok(&written), "{file}");
        match (&content, &same) {
            (Content::Document(one), Content::Document(two)) => {
                assert_eq!(one.header, two.header, "{file}\n{written}");
                let fields = |document: &epcis::model::Document| {
                    let business = (document.sender.clone(), document.receiver.clone());
                    (
                        business,
                        document.instance_identifier.clone(),
                        document.id.clone(),
                        document.extensions.clone(),
                    )
                };
                assert_eq!(fields(one), fields(two), "{file}");
            }
            (Content::QueryDocument(one), Content::QueryDocument(two)) => {
                assert_eq!(one.results, two.results, "{file}\n{written}");
                assert_eq!((&one.id, &one.creation_date), (&two.id, &two.creation_date), "{file}");
            }
            (Content::Event(..), Content::Event(..)) => {}
            _ => panic!("{file} became something else"),
        }
    }
}

// What EPCIS 1.2 cannot say.
fn is_new(event: &Event) -> bool {
    !event.certification_info.is_empty()
        || !event.sensor_element_list.is_empty()
        || event.persistent_disposition.is_some()
        || event.event_type() == "AssociationEvent"
}

#[test]
fn the_older_version_carries_what_it_can_and_refuses_the_rest() {
    let (mut carried, mut refused) = (0, 0);
    for (file, content, hashes) in sources() {
        let new = content.events().iter().any(is_new);
        match write(&content, Version::OneTwo) {
            Ok(written) => {
                assert!(!new, "{file}\n{written}");
                let (same, others) = again(&written);
                assert_eq!(content.events(), same.events(), "{file}\n{written}");
                assert_eq!(hashes, others, "{file}\n{written}");
                carried += 1;
            }
            Err(errors) => {
                assert!(new, "{file}: {errors:?}");
                refused += 1;
            }
        }
    }
    assert!(carried == 0 || (carried > 40 && refused > 20), "{carried} {refused}");
}

#[test]
fn xml_that_goes_out_as_json_comes_in_alike() {
    for folder in XML {
        for (path, bytes) in files(folder, "xml") {
            let Some((content, hashes)) = model(&bytes) else { continue };
            // JSON has an identifier once in a list.
            if name(&path) == "epcisDocWithAllGS1Keys.xml" {
                continue;
            }
            let written = epcis::json::write(&content).unwrap();
            let (same, others) = again(&written);
            assert_eq!(content.events(), same.events(), "{}\n{written}", name(&path));
            assert_eq!(hashes, others, "{}\n{written}", name(&path));
        }
    }
}

fn json(members: &str) -> String {
    format!(
        r#"{{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{{"x":"http://x.example/"}}],
        "eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00",{members}}}"#
    )
}

#[test]
fn events_without_objects_come_back() {
    let transactions = r#""bizTransactionList":[{"bizTransaction":"urn:x:1"}]"#;
    for members in [
        r#""type":"AggregationEvent","action":"DELETE","parentID":"urn:x:1""#.to_owned(),
        r#""type":"AssociationEvent","action":"DELETE","parentID":"urn:x:1""#.to_owned(),
        format!(r#""type":"TransactionEvent","action":"DELETE",{transactions}"#),
        r#""type":"ObjectEvent","action":"OBSERVE","epcList":[]"#.to_owned(),
        r#""type":"TransformationEvent","inputEPCList":["urn:x:1"],"transformationID":"urn:x:2""#.to_owned(),
        r#""type":"ObjectEvent","action":"OBSERVE","quantityList":[{"epcClass":"urn:x:1","quantity":0.50}]"#
            .to_owned(),
    ] {
        let (content, hashes) = model(json(&members).as_bytes()).unwrap();
        for version in [Version::Two, Version::OneTwo] {
            let Ok(written) = write(&content, version) else { continue };
            let (same, others) = again(&written);
            assert_eq!(content.events(), same.events(), "{written}");
            assert_eq!(hashes, others, "{written}");
        }
    }
}

#[test]
fn what_xml_tells_in_another_way_hashes_alike() {
    let event = r#""type":"ObjectEvent","action":"ADD","epcList":["urn:x:1"]"#;
    for own in [
        r#""x:a":["1"]"#,
        r#""x:a":[]"#,
        r#""x:a":{}"#,
        r#""x:a":null"#,
        r#""x:a":[true,1.50,null,"b",{"x:c":2}]"#,
        r#""x:a":{"@value":"3.50","unit":"KGM"}"#,
        r#""x:a":{"@value":3.50,"x:unit":{"x:b":["c","d"]}}"#,
        r#""x:a":{"type":"b","id":"c","quantity":5}"#,
        r#""x:a":{"@type":"b","@value":"c"}"#,
        r#""x:a":"  b\n c\t ""#,
        r#""ilmd":{"x:a":[{"x:b":"1"},{"x:b":"2"}],"cbvmda:lotNumber":"7"}"#,
    ] {
        let (content, hashes) = model(json(&[event, ",", own].concat()).as_bytes()).unwrap();
        for version in [Version::Two, Version::OneTwo] {
            let written = write(&content, version).unwrap_or_else(|refused| panic!("{own}: {refused:?}"));
            assert_eq!(hashes, again(&written).1, "{own}\n{written}");
        }
    }
}

#[test]
fn what_stands_around_a_text_keeps_its_order() {
    let own = r#"<ex:a b="1" c="2">text<d><ex:e>3</ex:e></d><f>4</f><ex:g>5</ex:g></ex:a>"#;
    let event = format!(
        r#"<ObjectEvent xmlns:ex="https://example.org/ns/"><eventTime>2026-10-01T08:00:00+07:00</eventTime>
        <eventTimeZoneOffset>+07:00</eventTimeZoneOffset><epcList><epc>urn:x:1</epc></epcList><action>ADD</action>
        {own}</ObjectEvent>"#
    );
    let (content, hashes) = model(event.as_bytes()).unwrap();
    let written = write(&content, Version::Two).unwrap();
    let (same, others) = again(&written);
    assert_eq!(content.events(), same.events(), "{written}");
    assert_eq!(hashes, others, "{written}");
}

#[test]
fn what_is_said_beside_events_and_master_data_comes_in_alike() {
    let source = r#"{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{"x":"http://x.example/"}],
        "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-07-22T06:45:00Z",
        "epcisHeader":{"epcisMasterData":{"vocabularyList":[{"type":"urn:x:v","x:list":"a","vocabularyElementList":[
            {"id":"urn:x:1","attributes":[{"id":"urn:x:a","attribute":"b"}],"x:element":{"x:in":"c"}}]}]}},
        "epcisBody":{"eventList":[],"x:body":["d","e"]},"x:document":"f"}"#;
    let (content, _) = model(source.as_bytes()).unwrap();
    let written = write(&content, Version::Two).unwrap();
    let json = epcis::json::write(&again(&written).0).unwrap();
    for said in ["list", "element", "body", "document"] {
        assert!(json.contains(&format!("\"x:{said}\":")), "{said}: {json}");
    }
    let Content::Document(document) = &content else { panic!("a document") };
    let Content::Document(same) = again(&json).0 else { panic!("a document") };
    assert_eq!((&document.body_extensions, &document.header), (&same.body_extensions, &same.header));
}

#[test]
fn results_of_events_and_of_master_data_at_once_have_no_form() {
    let source = r#"{"@context":[],"type":"EPCISQueryDocument","epcisBody":{"queryResults":{"queryName":"q","resultsBody":{
        "eventList":[{"type":"ObjectEvent","action":"OBSERVE","epcList":[],"eventTime":"2026-07-22T06:45:00Z",
        "eventTimeZoneOffset":"+07:00"}],"vocabularyList":[{"type":"urn:x:v"}]}}}}"#;
    let (content, _) = model(source.as_bytes()).unwrap();
    let refused = write(&content, Version::Two).unwrap_err();
    let at = refused[0].finding(content.namespaces()).at;
    assert_eq!(at, "/epcisBody/queryResults/resultsBody/eventList");
}

#[test]
fn a_unit_without_a_quantity_stands_behind_none() {
    let source = r#"{"@context":[],"type":"ObjectEvent","action":"OBSERVE","eventTime":"2026-07-22T06:45:00Z",
        "eventTimeZoneOffset":"+07:00","quantityList":[{"epcClass":"urn:x:1","uom":"KGM"}]}"#;
    let (content, hashes) = model(source.as_bytes()).unwrap();
    let written = write(&content, Version::Two).unwrap();
    assert!(written.contains(r#"xsi:nil="true""#), "{written}");
    let (same, others) = again(&written);
    assert_eq!((same.events(), &others), (content.events(), &hashes));
}
