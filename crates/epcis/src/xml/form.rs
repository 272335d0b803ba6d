//! What may stand in which element of the standard, and what it becomes in the tree: the XML schemas of EPCIS
//! 2.0 and 1.2 (sections 9.5 to 9.7) as one table.

use crate::tree::Field;

/// An element of the standard with parts of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// `EPCISDocument`.
    Document,
    /// `EPCISQueryDocument`.
    QueryDocument,
    /// `EPCISHeader`.
    Header,
    /// `EPCISMasterData`, or the body of a master data document.
    MasterData,
    /// `Vocabulary`.
    Vocabulary,
    /// `VocabularyElement`.
    VocabularyElement,
    /// `EPCISBody`.
    Body,
    /// `QueryResults`.
    Results,
    /// `resultsBody`.
    ResultsBody,
    /// `Poll`.
    Poll,
    /// `param`.
    Param,
    /// An event.
    Event,
    /// `QuantityEvent` of 1.0, deprecated since 1.1 and gone in 2.0.
    QuantityEvent,
    /// `errorDeclaration`.
    Declaration,
    /// `readPoint`, `bizLocation`.
    Location,
    /// `quantityElement`.
    Quantity,
    /// `persistentDisposition`.
    Persistent,
    /// `sensorElement`.
    SensorElement,
    /// `sensorMetadata`, `sensorReport`: attributes alone.
    Sensor,
    /// `ilmd`: nothing of the standard's.
    Ilmd,
}

/// What the content of an element becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A text.
    Text,
    /// Fields.
    Part(Part),
    /// A list: its items are elements of that name.
    List(&'static str, Item),
    /// The element itself repeats; together they are a list.
    Repeated(Item),
    /// The same, where one alone is no list.
    Several(Item),
    /// The value of a query parameter: a text, or a list of them.
    Value,
}

/// What an item of a list becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// A text.
    Text,
    /// Fields.
    Part(Part),
    /// A text that becomes a field beside those of the attributes.
    Typed(Field),
    /// An event, whose type is the element's name.
    Event,
    /// An attribute of master data.
    Attribute,
}

const EPCS: Shape = Shape::List("epc", Item::Text);
const QUANTITIES: Shape = Shape::List("quantityElement", Item::Part(Part::Quantity));
const VOCABULARIES: Shape = Shape::List("Vocabulary", Item::Part(Part::Vocabulary));

/// The field and shape of an element of the standard inside another; `None` where it does not belong there.
pub(super) fn child(part: Part, local: &str) -> Option<(Field, Shape)> {
    let found = match part {
        Part::Document | Part::QueryDocument => match local {
            "EPCISHeader" => (Field::EpcisHeader, Shape::Part(Part::Header)),
            "EPCISBody" => (Field::EpcisBody, Shape::Part(Part::Body)),
            _ => return None,
        },
        Part::Header if local == "EPCISMasterData" => (Field::EpcisMasterData, Shape::Part(Part::MasterData)),
        Part::MasterData if local == "VocabularyList" => (Field::VocabularyList, VOCABULARIES),
        Part::Vocabulary if local == "VocabularyElementList" => {
            let items = Item::Part(Part::VocabularyElement);
            (Field::VocabularyElementList, Shape::List("VocabularyElement", items))
        }
        Part::VocabularyElement => match local {
            "attribute" => (Field::Attributes, Shape::Repeated(Item::Attribute)),
            "children" => (Field::Children, Shape::List("id", Item::Text)),
            _ => return None,
        },
        Part::Body => match local {
            "EventList" => (Field::EventList, Shape::List("", Item::Event)),
            "QueryResults" => (Field::QueryResults, Shape::Part(Part::Results)),
            "Poll" => (Field::Poll, Shape::Part(Part::Poll)),
            _ => return None,
        },
        Part::Results => match local {
            "queryName" => (Field::QueryName, Shape::Text),
            "subscriptionID" => (Field::SubscriptionId, Shape::Text),
            "resultsBody" => (Field::ResultsBody, Shape::Part(Part::ResultsBody)),
            _ => return None,
        },
        Part::ResultsBody => match local {
            "EventList" => (Field::EventList, Shape::List("", Item::Event)),
            "VocabularyList" => (Field::VocabularyList, VOCABULARIES),
            _ => return None,
        },
        Part::Poll => match local {
            "queryName" => (Field::QueryName, Shape::Text),
            "params" => (Field::Params, Shape::List("param", Item::Part(Part::Param))),
            _ => return None,
        },
        Part::Param => match local {
            "name" => (Field::ParamName, Shape::Text),
            "value" => (Field::Value, Shape::Value),
            _ => return None,
        },
        Part::Event => return of_event(Field::of(local)?),
        Part::QuantityEvent => {
            let field = Field::of(local)?;
            let amount = matches!(field, Field::EpcClass | Field::Quantity).then_some((field, Shape::Text));
            return amount.or_else(|| of_event(field));
        }
        _ => return of_part(part, Field::of(local)?),
    };
    Some(found)
}

fn of_event(field: Field) -> Option<(Field, Shape)> {
    let shape = match field {
        Field::EventTime
        | Field::RecordTime
        | Field::EventTimeZoneOffset
        | Field::EventId
        | Field::Action
        | Field::BizStep
        | Field::Disposition
        | Field::ParentId
        | Field::TransformationId => Shape::Text,
        Field::CertificationInfo => Shape::Several(Item::Text),
        Field::EpcList | Field::ChildEpcs | Field::InputEpcList | Field::OutputEpcList => EPCS,
        Field::QuantityList
        | Field::ChildQuantityList
        | Field::InputQuantityList
        | Field::OutputQuantityList => QUANTITIES,
        Field::BizTransactionList => Shape::List("bizTransaction", Item::Typed(Field::BizTransaction)),
        Field::SourceList => Shape::List("source", Item::Typed(Field::Source)),
        Field::DestinationList => Shape::List("destination", Item::Typed(Field::Destination)),
        Field::ErrorDeclaration => Shape::Part(Part::Declaration),
        Field::ReadPoint | Field::BizLocation => Shape::Part(Part::Location),
        Field::PersistentDisposition => Shape::Part(Part::Persistent),
        Field::SensorElementList => Shape::List("sensorElement", Item::Part(Part::SensorElement)),
        Field::Ilmd => Shape::Part(Part::Ilmd),
        _ => return None,
    };
    Some((field, shape))
}

fn of_part(part: Part, field: Field) -> Option<(Field, Shape)> {
    let shape = match (part, field) {
        (Part::Declaration, Field::DeclarationTime | Field::Reason)
        | (Part::Location, Field::Id)
        | (Part::Quantity, Field::EpcClass | Field::Quantity | Field::Uom) => Shape::Text,
        (Part::Declaration, Field::CorrectiveEventIds) => Shape::List("correctiveEventID", Item::Text),
        (Part::Persistent, Field::Set | Field::Unset) => Shape::Repeated(Item::Text),
        (Part::SensorElement, Field::SensorMetadata) => Shape::Part(Part::Sensor),
        (Part::SensorElement, Field::SensorReport) => Shape::Repeated(Item::Part(Part::Sensor)),
        _ => return None,
    };
    Some((field, shape))
}

/// What an attribute without a namespace becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// A field of the standard.
    Field(Field),
    /// Not the standard's, but its schema lets anyone add some: it says nothing.
    Ignored,
    /// The schema has no such attribute.
    Unknown,
}

/// The field of an attribute without a namespace.
pub(super) fn attribute(part: Part, local: &str) -> Plain {
    let field = match (part, local) {
        (Part::Document | Part::QueryDocument, "schemaVersion") => Field::SchemaVersion,
        (Part::Document | Part::QueryDocument, "creationDate") => Field::CreationDate,
        (Part::Document | Part::QueryDocument | Part::VocabularyElement, "id") => Field::Id,
        (Part::Vocabulary, "type") => Field::Type,
        (Part::Sensor, _) => return Field::of(local).map_or(Plain::Unknown, Plain::Field),
        (Part::Quantity | Part::Location | Part::Persistent | Part::SensorElement | Part::ResultsBody, _) => {
            return Plain::Unknown;
        }
        _ => return Plain::Ignored,
    };
    Plain::Field(field)
}
