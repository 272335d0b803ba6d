//! The canonical order of fields.

use crate::tree::Field;

/// What a field holds, for the hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// A value.
    Plain,
    /// A time.
    Time,
    /// A word of a vocabulary whose IRIs begin so.
    Word(&'static str),
    /// A list of identifiers.
    Epcs,
    /// A list of quantity elements.
    Quantities,
    /// Fields in an order of their own.
    Fields(&'static [(Field, Holds)]),
    /// Sensor elements.
    Sensors,
}

use Holds::{Epcs, Fields, Plain, Quantities, Sensors, Time, Word};

/// The IRIs of measurement types and sensor alerts.
pub(super) const VOC: &str = "https://gs1.org/voc/";
const DISPOSITION: Holds = Word("https://ref.gs1.org/cbv/Disp-");

/// The fields of an event.
pub(super) const EVENT: &[(Field, Holds)] = &[
    (Field::EventTime, Time),
    (Field::EventTimeZoneOffset, Plain),
    (Field::CertificationInfo, Plain),
    (Field::EpcList, Epcs),
    (Field::ParentId, Plain),
    (Field::InputEpcList, Epcs),
    (Field::ChildEpcs, Epcs),
    (Field::QuantityList, Quantities),
    (Field::ChildQuantityList, Quantities),
    (Field::InputQuantityList, Quantities),
    (Field::OutputEpcList, Epcs),
    (Field::OutputQuantityList, Quantities),
    (Field::Action, Plain),
    (Field::TransformationId, Plain),
    (Field::BizStep, Word("https://ref.gs1.org/cbv/BizStep-")),
    (Field::Disposition, DISPOSITION),
    (Field::PersistentDisposition, Fields(&[(Field::Set, DISPOSITION), (Field::Unset, DISPOSITION)])),
    (Field::ReadPoint, Fields(LOCATION)),
    (Field::BizLocation, Fields(LOCATION)),
    (Field::SensorElementList, Sensors),
];

const LOCATION: &[(Field, Holds)] = &[(Field::Id, Plain)];

/// The fields of a quantity element.
pub(super) const QUANTITY: &[(Field, Holds)] =
    &[(Field::EpcClass, Plain), (Field::Quantity, Plain), (Field::Uom, Plain)];

/// The fields of a sensor element's metadata.
pub(super) const METADATA: &[(Field, Holds)] = &[
    (Field::Time, Time),
    (Field::StartTime, Time),
    (Field::EndTime, Time),
    (Field::DeviceId, Plain),
    (Field::DeviceMetadata, Plain),
    (Field::RawData, Plain),
    (Field::DataProcessingMethod, Plain),
    (Field::BizRules, Plain),
];

/// The fields of a sensor report. Its business rules stand apart, at the end of the event.
pub(super) const REPORT: &[(Field, Holds)] = &[
    (Field::Type, Word(VOC)),
    (Field::Exception, Word(VOC)),
    (Field::DeviceId, Plain),
    (Field::DeviceMetadata, Plain),
    (Field::RawData, Plain),
    (Field::DataProcessingMethod, Plain),
    (Field::Time, Time),
    (Field::Microorganism, Plain),
    (Field::ChemicalSubstance, Plain),
    (Field::Value, Plain),
    (Field::Component, Word("https://ref.gs1.org/cbv/Comp-")),
    (Field::StringValue, Plain),
    (Field::BooleanValue, Plain),
    (Field::HexBinaryValue, Plain),
    (Field::UriValue, Plain),
    (Field::MinValue, Plain),
    (Field::MaxValue, Plain),
    (Field::MeanValue, Plain),
    (Field::SDev, Plain),
    (Field::PercRank, Plain),
    (Field::PercValue, Plain),
    (Field::Uom, Plain),
    (Field::CoordinateReferenceSystem, Plain),
];
