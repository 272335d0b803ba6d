//! What the forms of XML say, as the model has it.

use epcis::hash::{Hasher, events};
use epcis::model::{AttributeValue, Content, Document, Event, ExtensionValue};

const WHEN: &str =
    "<eventTime>2026-07-22T06:45:00Z</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>";
const SEEN: &str = "<epcList><epc>urn:x:1</epc></epcList><action>OBSERVE</action>";

fn content(source: &str) -> Content {
    let tree = epcis::lower(source.as_bytes()).unwrap_or_else(|fault| panic!("{fault}\n{source}"));
    let (content, report) = epcis::check_tree(&tree);
    content.unwrap_or_else(|| panic!("{:#?}\n{source}", report.errors))
}

fn document(source: &str) -> Document {
    match content(source) {
        Content::Document(document) => *document,
        other => panic!("{other:?}"),
    }
}

fn event(inner: &str) -> Event {
    let source = format!(
        r#"<ObjectEvent xmlns:x="http://x.example/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:xsd="http://www.w3.org/2001/XMLSchema">{WHEN}{SEEN}{inner}</ObjectEvent>"#
    );
    content(&source).events()[0].clone()
}

fn extensions(inner: &str) -> Vec<ExtensionValue> {
    event(inner).extensions.into_iter().map(|extension| extension.value).collect()
}

fn prehash(source: &str) -> String {
    let tree = epcis::lower(source.as_bytes()).unwrap();
    let event = events(&tree).next().unwrap();
    Hasher::new(&tree).prehash(event).to_owned()
}

#[test]
fn values_have_the_kind_that_their_type_says() {
    let found = extensions(
        "<x:a xsi:type='xsd:boolean'>1</x:a><x:b xsi:type='xsd:double'>2.50</x:b><x:c xsi:nil='true'/><x:d>true</x:d>\
         <x:e xsi:type='xsd:integer'>007</x:e><x:f/><x:g xml:space='preserve'> a </x:g><x:h> a </x:h>",
    );
    let text = |text: &str| ExtensionValue::Text(text.into());
    let number = epcis::model::Number::read("2.50").unwrap();
    let wanted = vec![
        ExtensionValue::Bool(true),
        ExtensionValue::Number(number),
        ExtensionValue::Null,
        text("true"),
        text("007"),
        text(""),
        text(" a "),
        text("a"),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn names_that_stand_several_times_are_one_list() {
    let found = extensions("<x:a>1</x:a><x:b>2</x:b><x:a>3</x:a>");
    let text = |text: &str| ExtensionValue::Text(text.into());
    assert_eq!(found, [ExtensionValue::List(vec![text("1"), text("3")]), text("2")]);
}

#[test]
fn a_prefix_means_what_the_source_says() {
    let source = |spaces: &str, step: &str| {
        format!("<ObjectEvent {spaces}>{WHEN}{SEEN}<bizStep>{step}</bizStep></ObjectEvent>")
    };
    let plain = prehash(&source("", "urn:epcglobal:cbv:bizstep:receiving"));
    let own = source("xmlns:c='https://ref.gs1.org/cbv/'", "c:BizStep-receiving");
    assert_eq!(prehash(&own), plain);
    assert_eq!(content(&own).events(), content(&source("", "cbv:BizStep-receiving")).events());
    let other = source("xmlns:cbv='http://x.example/'", "cbv:BizStep-receiving");
    assert!(prehash(&other).contains("bizStep=http://x.example/BizStep-receiving"));
}

#[test]
fn namespaces_are_resolved_at_every_level() {
    let inner =
        |open: &str, close: &str| format!("<ObjectEvent>{WHEN}{SEEN}{open}<p:b>1</p:b>{close}</ObjectEvent>");
    let one = inner("<p:a xmlns:p='http://x.example/'>", "</p:a>");
    let two = format!(
        "<ObjectEvent xmlns:p='http://y.example/'>{WHEN}{SEEN}<a xmlns='http://x.example/'><b>1</b></a></ObjectEvent>"
    );
    assert_eq!(content(&one).events(), content(&two).events());
    let qualified = format!("<ObjectEvent>{WHEN}{SEEN}</ObjectEvent>");
    let defaulted = qualified.replacen("<ObjectEvent", "<ObjectEvent xmlns='urn:epcglobal:epcis:xsd:2'", 1);
    assert_eq!(content(&qualified).events(), content(&defaulted).events());
}

#[test]
fn an_amount_may_be_nil() {
    let found = event(
        "<quantityList><quantityElement><epcClass>urn:x:c</epcClass><quantity xsi:nil='true'/></quantityElement></quantityList>",
    );
    assert_eq!(found.objects().unwrap().quantities[0].quantity, None);
}

const MASTER: &str = r#"<VocabularyList><Vocabulary type="urn:epcglobal:epcis:vtype:Location"><VocabularyElementList>
    <VocabularyElement id="urn:epc:id:sgln:4012345.00001.0"><attribute id="urn:x:name"> Warehouse </attribute>
    <attribute id="urn:x:address"><x:city xmlns:x="http://x.example/">Huế</x:city></attribute><attribute id="urn:x:none"/>
    <children><id>urn:epc:id:sgln:4012345.00001.1</id></children></VocabularyElement></VocabularyElementList></Vocabulary>
    </VocabularyList>"#;

fn is_master(document: &Document) {
    let lists = &document.header.as_ref().unwrap().master_data;
    assert_eq!(lists[0].kind.as_str(), "urn:epcglobal:epcis:vtype:Location");
    let element = &lists[0].elements[0];
    assert_eq!(element.id.as_str(), "urn:epc:id:sgln:4012345.00001.0");
    assert_eq!(element.children[0].as_str(), "urn:epc:id:sgln:4012345.00001.1");
    assert_eq!(element.attributes[0].value, AttributeValue::Text("Warehouse".into()));
    assert!(matches!(&element.attributes[1].value, AttributeValue::Fields(fields) if fields.len() == 1));
    assert!(document.events.is_empty());
}

#[test]
fn master_data_documents_and_headers_hold_the_same() {
    let head = r#"schemaVersion="1.2" creationDate="2026-07-22T06:45:00Z""#;
    let own = format!(
        r#"<m:EPCISMasterDataDocument xmlns:m="urn:epcglobal:epcis-masterdata:xsd:1" {head}><EPCISBody>{MASTER}</EPCISBody>
        </m:EPCISMasterDataDocument>"#
    );
    let header = |open: &str, close: &str| {
        format!(
            r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:1" {head}><EPCISHeader>{open}<EPCISMasterData>{MASTER}
            </EPCISMasterData>{close}</EPCISHeader><EPCISBody><EventList/></EPCISBody></e:EPCISDocument>"#
        )
    };
    for source in [own, header("", ""), header("<extension>", "</extension>")] {
        is_master(&document(&source));
    }
}

#[test]
fn a_header_for_business_documents_becomes_fields_and_stays_where_it_says_more() {
    let source = |authority: &str| {
        format!(
            r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" xmlns:s="{}" schemaVersion="2.0"
            creationDate="2026-07-22T06:45:00Z"><EPCISHeader><s:StandardBusinessDocumentHeader>
            <s:HeaderVersion>1.0</s:HeaderVersion><s:Sender><s:Identifier{authority}>urn:x:s</s:Identifier></s:Sender>
            <s:Receiver><s:Identifier>urn:x:r</s:Identifier></s:Receiver><s:DocumentIdentification>
            <s:Standard>EPCglobal</s:Standard><s:TypeVersion>1.0</s:TypeVersion>
            <s:InstanceIdentifier>7</s:InstanceIdentifier><s:Type>Events</s:Type>
            <s:CreationDateAndTime>2026-07-22T06:45:00Z</s:CreationDateAndTime></s:DocumentIdentification>
            </s:StandardBusinessDocumentHeader></EPCISHeader><EPCISBody><EventList/></EPCISBody></e:EPCISDocument>"#,
            "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
        )
    };
    for (authority, more) in [("", false), (" Authority='GS1'", true)] {
        let document = document(&source(authority));
        assert_eq!(document.sender.as_deref(), Some("urn:x:s"));
        assert_eq!(document.receiver.as_deref(), Some("urn:x:r"));
        assert_eq!(document.instance_identifier.as_deref(), Some("7"));
        assert_eq!(document.header.is_some(), more);
    }
}

#[test]
fn results_and_questions_are_query_documents() {
    let of = |body: &str| {
        format!(
            r#"<q:EPCISQueryDocument xmlns:q="urn:epcglobal:epcis-query:xsd:2" schemaVersion="2.0"
            creationDate="2026-07-22T06:45:00Z"><EPCISBody>{body}</EPCISBody></q:EPCISQueryDocument>"#
        )
    };
    let results = of(&format!(
        "<q:QueryResults><queryName>q</queryName><resultsBody><EventList><ObjectEvent>{WHEN}{SEEN}</ObjectEvent></EventList>\
         </resultsBody></q:QueryResults>"
    ));
    let Content::QueryDocument(found) = content(&results) else { panic!("no results") };
    assert_eq!((found.results.as_ref().unwrap().events.len(), &*found.results.unwrap().query_name), (1, "q"));
    let master = of(&format!(
        "<q:QueryResults><queryName>q</queryName><resultsBody>{MASTER}</resultsBody></q:QueryResults>"
    ));
    let Content::QueryDocument(found) = content(&master) else { panic!("no results") };
    assert_eq!(found.results.unwrap().vocabularies.len(), 1);
    let question = of("<q:Poll><queryName>SimpleEventQuery</queryName><params><param><name>EQ_action</name>\
        <value><string>ADD</string><string>OBSERVE</string></value></param><param><name>GE_eventTime</name>\
        <value>2026-01-01T00:00:00Z</value></param></params></q:Poll>");
    let Content::QueryDocument(found) = content(&question) else { panic!("no question") };
    assert_eq!(found.results, None);
}

#[test]
fn missing_attributes_and_frames_are_told_as_xml_has_them() {
    let places = |source: &str| -> Vec<String> {
        epcis::check(source.as_bytes()).errors.into_iter().map(|error| error.at).collect()
    };
    let open = r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2""#;
    let root = "/e:EPCISDocument";
    let wanted = ["/@schemaVersion", "/@creationDate", "/EPCISBody"].map(|step| [root, step].concat());
    assert_eq!(places(&format!("{open}/>")), wanted);
    let source =
        format!("<ObjectEvent>{WHEN}{SEEN}<sourceList><source>urn:x:1</source></sourceList></ObjectEvent>");
    assert_eq!(places(&source), ["/ObjectEvent/sourceList/source/@type"]);
    let source = format!(
        "<ObjectEvent>{WHEN}{SEEN}<sensorElementList><sensorElement><sensorReport/></sensorElement></sensorElementList></ObjectEvent>"
    );
    assert_eq!(places(&source).len(), 1);
}

#[test]
fn a_quantity_event_is_an_object_event_about_an_amount() {
    let of = |version: &str, event: &str| {
        format!(
            r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:{version}" schemaVersion="1.2"
            creationDate="2026-07-22T06:45:00Z"><EPCISBody><EventList>{event}</EventList></EPCISBody></e:EPCISDocument>"#
        )
    };
    let old =
        format!("<QuantityEvent>{WHEN}<epcClass>urn:x:c</epcClass><quantity>5</quantity></QuantityEvent>");
    let new = format!(
        "<ObjectEvent>{WHEN}<epcList/><action>OBSERVE</action><extension><quantityList><quantityElement><epcClass>urn:x:c\
         </epcClass><quantity>5</quantity></quantityElement></quantityList></extension></ObjectEvent>"
    );
    assert_eq!(content(&of("1", &old)).events(), content(&of("1", &new)).events());
    assert!(!epcis::check(of("2", &old).as_bytes()).is_ok());
    let bare = format!("<QuantityEvent>{WHEN}</QuantityEvent>");
    let report = epcis::check(of("1", &bare).as_bytes());
    let place = "/e:EPCISDocument/EPCISBody/EventList/QuantityEvent/epcClass";
    assert_eq!(report.errors.iter().map(|error| error.at.as_str()).collect::<Vec<_>>(), [place]);
}
