//! What a query asks of an event: a parameter with its values, as types.

use super::parameter::{
    Bound, Change, IdField, Operator, OwnField, Part, PlaceField, Reach, Reading, Role, TextField, TimeField,
    Unit, VocabularyField,
};
use super::{Identifiers, Patterns, Scalar};
use crate::cbv::{BizStep, BizTransactionType, Disposition, ErrorReason, MeasurementType, SourceDestType};
use crate::model::{Action, Number, Time, Uri};

/// A type of event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventType {
    /// `ObjectEvent`
    Object,
    /// `AggregationEvent`
    Aggregation,
    /// `TransactionEvent`
    Transaction,
    /// `TransformationEvent`
    Transformation,
    /// `AssociationEvent`
    Association,
    /// One's own, which no event here is of.
    Own(Uri),
}

impl EventType {
    /// The type of that word, compact or whole IRI.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Some(match crate::read::bare_type(word) {
            "ObjectEvent" => Self::Object,
            "AggregationEvent" => Self::Aggregation,
            "TransactionEvent" => Self::Transaction,
            "TransformationEvent" => Self::Transformation,
            "AssociationEvent" => Self::Association,
            _ => Self::Own(Uri::read(word).ok()?),
        })
    }

    /// Its word or IRI.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Object => "ObjectEvent",
            Self::Aggregation => "AggregationEvent",
            Self::Transaction => "TransactionEvent",
            Self::Transformation => "TransformationEvent",
            Self::Association => "AssociationEvent",
            Self::Own(uri) => uri.as_str(),
        }
    }
}

/// Values to compare with: one of several, or one to be beyond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison<T> {
    /// Equal to one of these.
    OneOf(Vec<T>),
    /// Greater.
    Greater(T),
    /// Greater or equal.
    AtLeast(T),
    /// Less.
    Less(T),
    /// Less or equal.
    AtMost(T),
}

impl<T> Comparison<T> {
    /// How values are compared.
    #[must_use]
    pub const fn operator(&self) -> Operator {
        match self {
            Self::OneOf(_) => Operator::Equal,
            Self::Greater(_) => Operator::Greater,
            Self::AtLeast(_) => Operator::AtLeast,
            Self::Less(_) => Operator::Less,
            Self::AtMost(_) => Operator::AtMost,
        }
    }

    /// The values.
    #[must_use]
    pub fn values(&self) -> &[T] {
        match self {
            Self::OneOf(values) => values,
            Self::Greater(value) | Self::AtLeast(value) | Self::Less(value) | Self::AtMost(value) => {
                std::slice::from_ref(value)
            }
        }
    }

    // There is at least one value; of several only equality asks.
    pub(super) fn of(operator: Operator, mut values: Vec<T>) -> Option<Self> {
        if operator == Operator::Equal {
            return (!values.is_empty()).then_some(Self::OneOf(values));
        }
        let value = values.pop()?;
        Some(match operator {
            Operator::Equal | Operator::Greater => Self::Greater(value),
            Operator::AtLeast => Self::AtLeast(value),
            Operator::Less => Self::Less(value),
            Operator::AtMost => Self::AtMost(value),
        })
    }
}

/// One condition; an event fits a query when it meets all.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Its type is one of these.
    EventType(Vec<EventType>),
    /// Its action is one of these.
    Action(Vec<Action>),
    /// Its business step is one of these.
    BizStep(Vec<BizStep>),
    /// Its disposition is one of these.
    Disposition(Vec<Disposition>),
    /// One of its persistent dispositions is one of these.
    PersistentDisposition(Change, Vec<Disposition>),
    /// A time of it is on this side.
    Time(TimeField, Bound, Time),
    /// A place of it is one of these, or below one.
    Place(PlaceField, Reach, Identifiers),
    /// One of its objects fits.
    Match(Role, Patterns),
    /// A field of identifiers has one of these.
    Id(IdField, Identifiers),
    /// The reason of its error declaration is one of these.
    ErrorReason(Vec<ErrorReason>),
    /// It has this part.
    Exists(Part),
    /// A quantity of it compares so; in this unit, or in whatever it is told.
    Quantity(Option<Unit>, Comparison<Number>),
    /// A business transaction of this type is one of these.
    BizTransaction(BizTransactionType, Identifiers),
    /// A source of this type is one of these.
    Source(SourceDestType, Identifiers),
    /// A destination of this type is one of these.
    Destination(SourceDestType, Identifiers),
    /// A sensor report is of one of these types.
    MeasurementType(Vec<MeasurementType>),
    /// A text of a sensor report is one of these.
    Text(TextField, Vec<Box<str>>),
    /// A truth value of a sensor report is this.
    BooleanValue(bool),
    /// The rank of a percentile compares so.
    PercRank(Comparison<Number>),
    /// A number of a sensor report, in this unit or in whichever it has, compares so.
    Reading(Reading, Option<Unit>, Comparison<Number>),
    /// A field of one's own compares so.
    Own(OwnField, Comparison<Scalar>),
    /// A field of one's own is there and not empty.
    OwnExists(OwnField),
    /// Master data of the field's value has one of these attributes.
    HasAttribute(VocabularyField, Vec<Box<str>>),
    /// An attribute in the master data of the field's value is one of these.
    AttributeIs(VocabularyField, Box<str>, Vec<Scalar>),
}

/// What results are ordered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrderBy {
    /// The time of the event.
    EventTime,
    /// The time the repository received it.
    RecordTime,
    /// A field of one's own.
    Own(super::FieldName),
}

/// In which sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The smallest first.
    Ascending,
    /// The greatest first: what the standard does where nothing is said.
    #[default]
    Descending,
}

/// The order of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: OrderBy,
    /// In which sequence.
    pub direction: Direction,
}

/// How many results there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// No more than so many, or the query is refused as too large: `maxEventCount`.
    AtMost(u64),
    /// The first so many: `eventCountLimit`, only with an order.
    First(u64),
}
