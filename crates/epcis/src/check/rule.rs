//! The rules a source can break, each with a stable code.

use crate::coded::coded;

/// How heavy a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// The source is refused.
    Error,
    /// The source is taken; someone should look.
    Warning,
}

coded! {
    /// A rule that a source breaks.
    Rule,
    /// Whether breaking it refuses the source.
    grade: Grade,
    /// No EPCIS at all.
    NotEpcis = "not-epcis" Error,
    /// Longer than a source may be.
    TooLong = "too-long" Error,
    /// Nested deeper than a source may be.
    TooDeep = "too-deep" Error,
    /// More values than a source may have.
    TooMany = "too-many" Error,
    /// Not UTF-8.
    Encoding = "encoding" Error,
    /// It ends too early.
    Cut = "cut" Error,
    /// It is no JSON or no XML.
    Syntax = "syntax" Error,
    /// More after the end.
    Trailing = "trailing" Error,
    /// The same key or element twice.
    Twice = "twice" Error,
    /// A document type declaration.
    Doctype = "doctype" Error,
    /// A prefix that nothing declares.
    UndeclaredPrefix = "undeclared-prefix" Error,
    /// An obligatory field is missing.
    Missing = "missing" Error,
    /// A field that the standard does not have there.
    UnknownField = "unknown-field" Error,
    /// A name that must be in a namespace is not.
    NoNamespace = "no-namespace" Error,
    /// An identifier, word or time longer than one may be.
    LongValue = "long-value" Error,
    /// A value of another kind is wanted.
    WrongKind = "wrong-kind" Error,
    /// A list must have an entry.
    EmptyList = "empty-list" Error,
    /// The same entry twice in a list of different ones.
    Repeated = "repeated" Error,
    /// No time of the wanted form.
    BadTime = "bad-time" Error,
    /// A day or hour that does not exist.
    TimeRange = "time-range" Error,
    /// A time without its zone.
    TimeWithoutZone = "time-without-zone" Error,
    /// No zone offset of the wanted form.
    BadOffset = "bad-offset" Error,
    /// No absolute IRI.
    BadUri = "bad-uri" Error,
    /// No number.
    BadNumber = "bad-number" Error,
    /// No action.
    BadAction = "bad-action" Error,
    /// A word that the standard's vocabulary does not have.
    UnknownWord = "unknown-word" Error,
    /// An event of a type that is none of the standard's five.
    OwnEventType = "event-type" Error,
    /// No unit code.
    BadUom = "bad-uom" Error,
    /// No hexadecimal digits.
    BadHex = "bad-hex" Error,
    /// No truth value.
    BadBoolean = "bad-boolean" Error,
    /// No version.
    BadVersion = "bad-version" Error,
    /// Master data of instance and lot on an event where nothing begins.
    IlmdNotAdd = "ilmd-not-add" Error,
    /// An event about nothing.
    NoObjects = "no-objects" Error,
    /// An aggregation or association of nothing.
    NoChildren = "no-children" Error,
    /// A transformation without inputs.
    NoInputs = "no-inputs" Error,
    /// A transformation without outputs.
    NoOutputs = "no-outputs" Error,
    /// A persistent disposition that neither sets nor unsets.
    NothingSet = "nothing-set" Error,
    /// A sensor element without a report.
    NoSensorReport = "no-sensor-report" Error,
    /// EPCIS 1.2 has no form for it.
    NotInOld = "not-in-xml-1-2" Error,
    /// A name that XML cannot have.
    NoXmlName = "no-xml-name" Error,
    /// A value that XML cannot have.
    NoXmlValue = "no-xml-value" Error,
    /// A parameter of a question that the standard's query does not take; see [`crate::query::QueryCode`].
    BadQuery = "bad-query" Error,
    /// A question where results are wanted.
    NoResults = "no-results" Error,
    /// The same attribute in the metadata and in a report.
    SensorTwice = "sensor-twice" Warning,
    /// A sensor time after the event.
    SensorAfterEvent = "sensor-after-event" Warning,
    /// A wrong check digit inside an identifier.
    CheckDigit = "check-digit" Warning,
    /// A word in the standard's own namespace that the standard does not have.
    UnlistedWord = "unlisted-word" Warning,
    /// A compact name with a prefix that no known context declares.
    UnknownPrefix = "unknown-prefix" Warning,
    /// A remark that is no part of the data.
    Remark = "remark" Warning,
}
