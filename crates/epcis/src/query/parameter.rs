//! What a parameter asks for: its name, as types (section 8.2.7.1).

use super::{FieldName, Prefixes, QueryCode, table};
use crate::cbv::{BizTransactionType, SourceDestType};

macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident { $($variant:ident = $word:literal,)+ })+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            pub enum $name { $(#[doc = concat!("`", $word, "`")] $variant,)+ }

            impl $name {
                /// All of them.
                pub const ALL: &[Self] = &[$(Self::$variant,)+];

                /// As it stands in the names of parameters.
                #[must_use]
                pub const fn word(self) -> &'static str {
                    match self { $(Self::$variant => $word,)+ }
                }

                /// The one that stands for this word.
                #[must_use]
                pub fn of(word: &str) -> Option<Self> {
                    Self::ALL.iter().copied().find(|known| known.word() == word)
                }
            }
        )+
    };
}

words! {
    /// How a value is compared.
    Operator { Equal = "EQ", Greater = "GT", AtLeast = "GE", Less = "LT", AtMost = "LE", }

    /// One side of a time span: from it on, or before it; or the time itself.
    Bound { From = "GE", Before = "LT", At = "EQ", }

    /// A time of an event.
    TimeField {
        EventTime = "eventTime",
        RecordTime = "recordTime",
        ErrorDeclarationTime = "errorDeclarationTime",
        SensorTime = "time",
        StartTime = "startTime",
        EndTime = "endTime",
    }

    /// A place of an event.
    PlaceField { ReadPoint = "readPoint", BizLocation = "bizLocation", }

    /// The place itself, or also what master data put below it.
    Reach { Itself = "EQ", Below = "WD", }

    /// Where an event names objects.
    Role {
        Epc = "epc",
        ParentId = "parentID",
        InputEpc = "inputEPC",
        OutputEpc = "outputEPC",
        AnyEpc = "anyEPC",
        EpcClass = "epcClass",
        InputEpcClass = "inputEPCClass",
        OutputEpcClass = "outputEPCClass",
        AnyEpcClass = "anyEPCClass",
    }

    /// A field that holds identifiers and is compared for being equal alone.
    IdField {
        EventId = "eventID",
        TransformationId = "transformationID",
        CorrectiveEventId = "correctiveEventID",
        DeviceId = "deviceID",
        DeviceMetadata = "deviceMetadata",
        RawData = "rawData",
        DataProcessingMethod = "dataProcessingMethod",
        Microorganism = "microorganism",
        ChemicalSubstance = "chemicalSubstance",
        BizRules = "bizRules",
        UriValue = "uriValue",
    }

    /// A sensor's value that is no number.
    TextField { StringValue = "stringValue", HexBinaryValue = "hexBinaryValue", }

    /// A sensor's number with a unit.
    Reading {
        Value = "value",
        MinValue = "minValue",
        MaxValue = "maxValue",
        MeanValue = "meanValue",
        SDev = "sDev",
        PercValue = "percValue",
    }

    /// A side of the persistent dispositions.
    Change { Set = "set", Unset = "unset", }

    /// A part that an event has or has not.
    Part { ErrorDeclaration = "errorDeclaration", SensorElement = "sensorElement", }

    /// Where a field of one's own stands.
    Area {
        Event = "",
        Ilmd = "ILMD_",
        ErrorDeclaration = "ERROR_DECLARATION_",
        ReadPoint = "readPoint_",
        BizLocation = "bizLocation_",
        SensorElement = "SENSORELEMENT_",
        SensorMetadata = "SENSORMETADATA_",
        SensorReport = "SENSORREPORT_",
    }

    /// A field of the standard whose values may have master data.
    VocabularyWord {
        BizStep = "bizStep",
        Disposition = "disposition",
        ReadPoint = "readPoint",
        BizLocation = "bizLocation",
        BizTransaction = "bizTransaction",
        Source = "source",
        Destination = "destination",
        EpcClass = "epcClass",
        EpcList = "epcList",
        ChildEpcs = "childEPCs",
        ParentId = "parentID",
        InputEpcList = "inputEPCList",
        OutputEpcList = "outputEPCList",
        TransformationId = "transformationID",
    }
}

/// The code of a unit in a parameter's name: two to four capital letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Unit(Box<str>);

impl Unit {
    /// Reads a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        ((2..=4).contains(&text.len()) && text.bytes().all(plain)).then(|| Self(text.into()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A field of one's own: where it stands, and whether directly or deeper.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnField {
    /// Where.
    pub area: Area,
    /// Within a field that stands there, at any depth.
    pub inner: bool,
    /// Its name.
    pub name: FieldName,
}

/// A field whose values may have master data.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VocabularyField {
    /// One of the standard's.
    Standard(VocabularyWord),
    /// One's own, of the event itself.
    Own(FieldName),
}

impl VocabularyField {
    pub(super) fn name(&self) -> String {
        match self {
            Self::Standard(word) => word.word().to_owned(),
            Self::Own(name) => name.written(),
        }
    }
}

/// What a parameter asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parameter {
    /// `eventType`
    EventType,
    /// `EQ_action`
    Action,
    /// `EQ_bizStep`
    BizStep,
    /// `EQ_disposition`
    Disposition,
    /// `EQ_persistentDisposition_set`, `…_unset`
    PersistentDisposition(Change),
    /// `GE_eventTime` and its like
    Time(TimeField, Bound),
    /// `EQ_readPoint`, `WD_readPoint` and their like
    Place(PlaceField, Reach),
    /// `MATCH_epc` and its like
    Match(Role),
    /// `EQ_eventID` and its like
    Id(IdField),
    /// `EQ_errorReason`
    ErrorReason,
    /// `EXISTS_errorDeclaration`, `EXISTS_sensorElement`
    Exists(Part),
    /// `EQ_quantity`, `EQ_quantity_uom` and their like
    Quantity(Operator, Option<Unit>),
    /// `EQ_bizTransaction_type`
    BizTransaction(BizTransactionType),
    /// `EQ_source_type`
    Source(SourceDestType),
    /// `EQ_destination_type`
    Destination(SourceDestType),
    /// `EQ_type`
    MeasurementType,
    /// `EQ_stringValue`, `EQ_hexBinaryValue`
    Text(TextField),
    /// `EQ_booleanValue`
    BooleanValue,
    /// `GE_percRank` and its like
    PercRank(Operator),
    /// `EQ_value_uom`, `GE_sDev` and their like
    Reading(Reading, Operator, Option<Unit>),
    /// `EQ_fieldname`, `EQ_INNER_ILMD_fieldname` and their like
    Own(OwnField, Operator),
    /// `EXISTS_fieldname` and its like
    OwnExists(OwnField),
    /// `HASATTR_fieldname`
    HasAttribute(VocabularyField),
    /// `EQATTR_fieldname_attrname`
    AttributeIs(VocabularyField, Box<str>),
    /// `orderBy`
    OrderBy,
    /// `orderDirection`
    OrderDirection,
    /// `eventCountLimit`
    EventCountLimit,
    /// `maxEventCount`
    MaxEventCount,
}

impl Parameter {
    /// The parameter of that name.
    ///
    /// # Errors
    /// There is no such parameter; or the name's field, type, unit or prefix cannot be read.
    pub fn read(name: &str, prefixes: &Prefixes) -> Result<Self, QueryCode> {
        table::read(name, prefixes)
    }

    /// Its name, in the spelling of the standard's text.
    #[must_use]
    pub fn name(&self) -> String {
        table::name(self)
    }

    /// Its values are texts, in which a space is a space.
    pub(super) const fn is_text(&self) -> bool {
        matches!(
            self,
            Self::Text(TextField::StringValue)
                | Self::Own(..)
                | Self::OwnExists(_)
                | Self::HasAttribute(_)
                | Self::AttributeIs(..)
        )
    }

    /// It takes several values, of which one must fit.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        match self {
            Self::Time(..)
            | Self::Exists(_)
            | Self::OwnExists(_)
            | Self::BooleanValue
            | Self::OrderBy
            | Self::OrderDirection
            | Self::EventCountLimit
            | Self::MaxEventCount => false,
            Self::Quantity(operator, _)
            | Self::PercRank(operator)
            | Self::Reading(_, operator, _)
            | Self::Own(_, operator) => matches!(operator, Operator::Equal),
            _ => true,
        }
    }
}
