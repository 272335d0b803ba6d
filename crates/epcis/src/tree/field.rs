//! The words of the standard that name things: EPCIS 2.0, sections 7 and 10.

macro_rules! fields {
    ($($field:ident = $word:literal,)+) => {
        /// A word of the standard that names a node.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Field {
            $(#[doc = concat!("`", $word, "`")] $field,)+
        }

        impl Field {
            /// Every word.
            pub const ALL: &[Self] = &[$(Self::$field,)+];

            /// As it is written in JSON-LD and, save the document's frame, in XML.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$field => $word,)+
                }
            }

            /// The field of that word.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                Some(match word {
                    $($word => Self::$field,)+
                    _ => return None,
                })
            }
        }
    };
}

fields! {
    Type = "type",
    Id = "id",
    SchemaVersion = "schemaVersion",
    CreationDate = "creationDate",
    InstanceIdentifier = "instanceIdentifier",
    Sender = "sender",
    Receiver = "receiver",
    EpcisHeader = "epcisHeader",
    EpcisMasterData = "epcisMasterData",
    VocabularyList = "vocabularyList",
    VocabularyElementList = "vocabularyElementList",
    Attributes = "attributes",
    Attribute = "attribute",
    Children = "children",
    EpcisBody = "epcisBody",
    Event = "event",
    EventList = "eventList",
    QueryResults = "queryResults",
    QueryName = "queryName",
    SubscriptionId = "subscriptionID",
    ResultsBody = "resultsBody",
    EventTime = "eventTime",
    RecordTime = "recordTime",
    EventTimeZoneOffset = "eventTimeZoneOffset",
    EventId = "eventID",
    CertificationInfo = "certificationInfo",
    ErrorDeclaration = "errorDeclaration",
    DeclarationTime = "declarationTime",
    Reason = "reason",
    CorrectiveEventIds = "correctiveEventIDs",
    Action = "action",
    EpcList = "epcList",
    ParentId = "parentID",
    ChildEpcs = "childEPCs",
    InputEpcList = "inputEPCList",
    OutputEpcList = "outputEPCList",
    QuantityList = "quantityList",
    ChildQuantityList = "childQuantityList",
    InputQuantityList = "inputQuantityList",
    OutputQuantityList = "outputQuantityList",
    EpcClass = "epcClass",
    Quantity = "quantity",
    Uom = "uom",
    TransformationId = "transformationID",
    BizStep = "bizStep",
    Disposition = "disposition",
    PersistentDisposition = "persistentDisposition",
    Set = "set",
    Unset = "unset",
    ReadPoint = "readPoint",
    BizLocation = "bizLocation",
    BizTransactionList = "bizTransactionList",
    BizTransaction = "bizTransaction",
    SourceList = "sourceList",
    Source = "source",
    DestinationList = "destinationList",
    Destination = "destination",
    Ilmd = "ilmd",
    SensorElementList = "sensorElementList",
    SensorMetadata = "sensorMetadata",
    SensorReport = "sensorReport",
    Time = "time",
    StartTime = "startTime",
    EndTime = "endTime",
    DeviceId = "deviceID",
    DeviceMetadata = "deviceMetadata",
    RawData = "rawData",
    DataProcessingMethod = "dataProcessingMethod",
    BizRules = "bizRules",
    Exception = "exception",
    Microorganism = "microorganism",
    ChemicalSubstance = "chemicalSubstance",
    CoordinateReferenceSystem = "coordinateReferenceSystem",
    Value = "value",
    Component = "component",
    StringValue = "stringValue",
    BooleanValue = "booleanValue",
    HexBinaryValue = "hexBinaryValue",
    UriValue = "uriValue",
    MinValue = "minValue",
    MaxValue = "maxValue",
    MeanValue = "meanValue",
    SDev = "sDev",
    PercRank = "percRank",
    PercValue = "percValue",
    Context = "@context",
    TextValue = "@value",
    Poll = "Poll",
    Params = "params",
    Param = "param",
    ParamName = "name",
}

impl Field {
    /// As the element is written in XML.
    pub(crate) const fn element(self) -> &'static str {
        match self {
            Self::EpcisHeader => "EPCISHeader",
            Self::EpcisMasterData => "EPCISMasterData",
            Self::VocabularyList => "VocabularyList",
            Self::VocabularyElementList => "VocabularyElementList",
            Self::Attributes => "attribute",
            Self::EpcisBody => "EPCISBody",
            Self::EventList => "EventList",
            Self::QueryResults => "QueryResults",
            _ => self.word(),
        }
    }

    /// In XML it is an attribute when it stands in a node of that name.
    pub(crate) fn is_attribute_of(self, parent: Option<Self>) -> bool {
        match parent {
            Some(Self::SensorMetadata | Self::SensorReport) => true,
            Some(
                Self::BizTransactionList | Self::SourceList | Self::DestinationList | Self::VocabularyList,
            ) => self == Self::Type,
            Some(Self::VocabularyElementList | Self::Attributes) => self == Self::Id,
            None => matches!(self, Self::SchemaVersion | Self::CreationDate),
            _ => false,
        }
    }
}
