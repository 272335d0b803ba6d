//! An event of each type with everything that EPCIS 2.0 (section 7) lets it say, as JSON and as XML.

use serde_json::{Value, json};

/// The types of events.
pub(super) const TYPES: [&str; 5] =
    ["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"];

/// The identifier of every event here.
pub(super) const EVENT_ID: &str = "urn:uuid:6f1c2a04-0d1e-4b52-9a55-6a1d6b1f0001";

// What every type of event may say.
fn common(kind: &str) -> Value {
    json!({
        "type": kind,
        "eventTime": "2026-10-01T08:00:00.000+07:00",
        "recordTime": "2026-10-01T08:00:05+07:00",
        "eventTimeZoneOffset": "+07:00",
        "eventID": EVENT_ID,
        "certificationInfo": ["https://example.org/chung-nhan/vietgap-17"],
        "errorDeclaration": {
            "declarationTime": "2026-10-02T08:00:00+07:00",
            "reason": "incorrect_data",
            "correctiveEventIDs": ["urn:uuid:6f1c2a04-0d1e-4b52-9a55-6a1d6b1f0002"],
            "ex:ghiChu": "cân nhầm"
        },
        "bizStep": "packing",
        "disposition": "in_progress",
        "readPoint": { "id": "https://id.gs1.org/414/8930000000020", "ex:cua": "2" },
        "bizLocation": { "id": "https://id.gs1.org/414/8930000000020" },
        "sourceList": [{ "type": "owning_party", "source": "https://id.gs1.org/417/8930000000020" }],
        "destinationList": [{ "type": "possessing_party", "destination": "https://id.gs1.org/417/8930000000037" }],
        "sensorElementList": [{
            "sensorMetadata": {
                "time": "2026-10-01T07:59:00+07:00",
                "startTime": "2026-10-01T07:00:00+07:00",
                "endTime": "2026-10-01T07:59:00+07:00",
                "deviceID": "urn:epc:id:giai:893000000.7",
                "deviceMetadata": "https://example.org/may/7",
                "rawData": "https://example.org/may/7/tho",
                "dataProcessingMethod": "https://example.org/cach/1",
                "bizRules": "https://example.org/luat/1",
                "ex:pin": "đầy"
            },
            "sensorReport": [{
                "type": "Temperature",
                "exception": "ALARM_CONDITION",
                "microorganism": "https://example.org/sinh-vat/1",
                "chemicalSubstance": "https://example.org/chat/1",
                "coordinateReferenceSystem": "https://example.org/toa-do/1",
                "value": 4.5,
                "component": "x",
                "stringValue": "lạnh",
                "booleanValue": true,
                "hexBinaryValue": "f0f0",
                "uriValue": "https://example.org/gia-tri/1",
                "minValue": 3,
                "maxValue": 6,
                "meanValue": 4.25,
                "sDev": 0.5,
                "percRank": 95,
                "percValue": 5,
                "uom": "CEL",
                "ex:kenh": 1
            }]
        }],
        "ex:nguoiGhi": { "ex:ten": "Nguyễn Văn An", "ex:ca": [1, 2] }
    })
}

fn quantities() -> Value {
    json!([{ "epcClass": "https://id.gs1.org/01/08930000000013/10/L1", "quantity": 20.5, "uom": "KGM" }])
}

fn transactions() -> Value {
    json!([{ "type": "po", "bizTransaction": "https://example.org/don/17" }])
}

/// The event of that type.
pub(super) fn event(kind: &str) -> Value {
    let epcs =
        || json!(["https://id.gs1.org/01/08930000000013/21/1", "urn:epc:id:sgtin:0614141.107346.2017"]);
    let persistent = json!({ "set": ["completeness_verified"], "unset": ["completeness_inferred"] });
    let ilmd = json!({ "ex:vuMua": "Thu Đông", "cbvmda:bestBeforeDate": "2026-12-31" });
    let own = match kind {
        "ObjectEvent" => json!({
            "action": "ADD", "epcList": epcs(), "quantityList": quantities(), "ilmd": ilmd,
            "bizTransactionList": transactions(), "persistentDisposition": persistent
        }),
        "TransactionEvent" => json!({
            "action": "ADD", "parentID": "urn:epc:id:sscc:0614141.1234567890", "epcList": epcs(),
            "quantityList": quantities(), "bizTransactionList": transactions()
        }),
        "TransformationEvent" => json!({
            "inputEPCList": epcs(), "inputQuantityList": quantities(), "outputEPCList": ["urn:epc:id:sgtin:0614141.107346.2018"],
            "outputQuantityList": quantities(), "transformationID": "urn:epc:id:gdti:0614141.00001.1618034",
            "ilmd": ilmd, "bizTransactionList": transactions(), "persistentDisposition": persistent
        }),
        _ => json!({
            "action": "ADD", "parentID": "urn:epc:id:sscc:0614141.1234567890", "childEPCs": epcs(),
            "childQuantityList": quantities(), "bizTransactionList": transactions()
        }),
    };
    let mut event = common(kind);
    event.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    event
}

/// A document of that event, with master data in its header.
pub(super) fn document(kind: &str) -> Value {
    json!({
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", { "ex": "https://example.org/ns/" }],
        "id": "https://example.org/tai-lieu/1",
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-11-01T08:00:00+07:00",
        "instanceIdentifier": "1",
        "sender": "urn:epc:id:pgln:0614141.00777",
        "receiver": "urn:epc:id:pgln:0614141.00778",
        "epcisHeader": { "epcisMasterData": { "vocabularyList": [{
            "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
            "vocabularyElementList": [{
                "id": "https://id.gs1.org/414/8930000000020",
                "attributes": [{ "id": "urn:epcglobal:cbv:mda#name", "attribute": "Xưởng 1" }],
                "children": ["https://id.gs1.org/414/8930000000037"]
            }]
        }] } },
        "epcisBody": { "eventList": [event(kind)] }
    })
}

const COMMON_XML: &str = r#"<sourceList><source type="owning_party">https://id.gs1.org/417/8930000000020</source></sourceList>
<destinationList><destination type="possessing_party">https://id.gs1.org/417/8930000000037</destination></destinationList>
<sensorElementList><sensorElement>
<sensorMetadata time="2026-10-01T07:59:00+07:00" startTime="2026-10-01T07:00:00+07:00" endTime="2026-10-01T07:59:00+07:00" deviceID="urn:epc:id:giai:893000000.7" deviceMetadata="https://example.org/may/7" rawData="https://example.org/may/7/tho" dataProcessingMethod="https://example.org/cach/1" bizRules="https://example.org/luat/1" ex:pin="day"/>
<sensorReport type="Temperature" exception="ALARM_CONDITION" microorganism="https://example.org/sinh-vat/1" chemicalSubstance="https://example.org/chat/1" coordinateReferenceSystem="https://example.org/toa-do/1" value="4.5" component="x" stringValue="lanh" booleanValue="true" hexBinaryValue="f0f0" uriValue="https://example.org/gia-tri/1" minValue="3" maxValue="6" meanValue="4.25" sDev="0.5" percRank="95" percValue="5" uom="CEL" ex:kenh="1"/>
</sensorElement></sensorElementList>"#;

const BEFORE_XML: &str = r#"<eventTime>2026-10-01T08:00:00.000+07:00</eventTime>
<recordTime>2026-10-01T08:00:05+07:00</recordTime>
<eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
<eventID>urn:uuid:6f1c2a04-0d1e-4b52-9a55-6a1d6b1f0001</eventID>
<errorDeclaration><declarationTime>2026-10-02T08:00:00+07:00</declarationTime><reason>incorrect_data</reason>
<correctiveEventIDs><correctiveEventID>urn:uuid:6f1c2a04-0d1e-4b52-9a55-6a1d6b1f0002</correctiveEventID></correctiveEventIDs></errorDeclaration>
<certificationInfo>https://example.org/chung-nhan/vietgap-17</certificationInfo>"#;

const STEP_XML: &str = r#"<bizStep>packing</bizStep><disposition>in_progress</disposition>
<readPoint><id>https://id.gs1.org/414/8930000000020</id></readPoint>
<bizLocation><id>https://id.gs1.org/414/8930000000020</id></bizLocation>"#;

const TRANSACTIONS_XML: &str = r#"<bizTransactionList><bizTransaction type="po">https://example.org/don/17</bizTransaction></bizTransactionList>"#;
const EPCS_XML: &str =
    "<epc>https://id.gs1.org/01/08930000000013/21/1</epc><epc>urn:epc:id:sgtin:0614141.107346.2017</epc>";
const QUANTITY_XML: &str = "<quantityElement><epcClass>https://id.gs1.org/01/08930000000013/10/L1</epcClass><quantity>20.5</quantity><uom>KGM</uom></quantityElement>";
const PERSISTENT_XML: &str = "<persistentDisposition><set>completeness_verified</set><unset>completeness_inferred</unset></persistentDisposition>";
const ILMD_XML: &str = "<ilmd><ex:vuMua>Thu Dong</ex:vuMua></ilmd>";
const PARENT_XML: &str = "<parentID>urn:epc:id:sscc:0614141.1234567890</parentID>";

// In the order of the schema of XML.
fn event_xml(kind: &str) -> String {
    let action = "<action>ADD</action>";
    let children = format!("<childEPCs>{EPCS_XML}</childEPCs>");
    let child_quantities = format!("<childQuantityList>{QUANTITY_XML}</childQuantityList>");
    let (epcs, quantities) =
        (format!("<epcList>{EPCS_XML}</epcList>"), format!("<quantityList>{QUANTITY_XML}</quantityList>"));
    let own = match kind {
        "ObjectEvent" => format!(
            "{epcs}{action}{STEP_XML}{TRANSACTIONS_XML}{quantities}{COMMON_XML}{PERSISTENT_XML}{ILMD_XML}"
        ),
        "TransactionEvent" => {
            format!("{TRANSACTIONS_XML}{PARENT_XML}{epcs}{action}{STEP_XML}{quantities}{COMMON_XML}")
        }
        "TransformationEvent" => format!(
            "<inputEPCList>{EPCS_XML}</inputEPCList><inputQuantityList>{QUANTITY_XML}</inputQuantityList>\
             <outputEPCList><epc>urn:epc:id:sgtin:0614141.107346.2018</epc></outputEPCList>\
             <outputQuantityList>{QUANTITY_XML}</outputQuantityList>\
             <transformationID>urn:epc:id:gdti:0614141.00001.1618034</transformationID>\
             {STEP_XML}{TRANSACTIONS_XML}{COMMON_XML}{PERSISTENT_XML}{ILMD_XML}"
        ),
        "AssociationEvent" => {
            format!(
                "{PARENT_XML}{children}{child_quantities}{action}{STEP_XML}{TRANSACTIONS_XML}{COMMON_XML}"
            )
        }
        _ => format!(
            "{PARENT_XML}{children}{action}{STEP_XML}{TRANSACTIONS_XML}{child_quantities}{COMMON_XML}"
        ),
    };
    format!("<{kind}>{BEFORE_XML}{own}<ex:nguoiGhi><ex:ten>An</ex:ten></ex:nguoiGhi></{kind}>")
}

/// The same as XML.
pub(super) fn document_xml(kind: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:ex="https://example.org/ns/" schemaVersion="2.0" creationDate="2026-11-01T08:00:00+07:00">
<EPCISHeader><extension><EPCISMasterData><VocabularyList><Vocabulary type="urn:epcglobal:epcis:vtype:BusinessLocation"><VocabularyElementList>
<VocabularyElement id="https://id.gs1.org/414/8930000000020"><attribute id="urn:epcglobal:cbv:mda#name">Xuong 1</attribute>
<children><id>https://id.gs1.org/414/8930000000037</id></children></VocabularyElement>
</VocabularyElementList></Vocabulary></VocabularyList></EPCISMasterData></extension></EPCISHeader>
<EPCISBody><EventList>{}</EventList></EPCISBody></epcis:EPCISDocument>"#,
        event_xml(kind)
    )
}
