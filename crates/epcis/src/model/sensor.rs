//! What sensors said (section 7.3.7).

use super::{Extension, Number, Time, Uri};
use crate::cbv::{Component, MeasurementType, SensorAlert};

/// Reports of sensors with what they have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SensorElement {
    /// What holds for all reports.
    pub metadata: Option<SensorMetadata>,
    /// The reports, at least one (M121).
    pub reports: Vec<SensorReport>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// What holds for all reports of a sensor element.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SensorMetadata {
    /// When it was measured.
    pub time: Option<Time>,
    /// From when on.
    pub start_time: Option<Time>,
    /// Until when.
    pub end_time: Option<Time>,
    /// The device.
    pub device_id: Option<Uri>,
    /// About the device.
    pub device_metadata: Option<Uri>,
    /// Where the raw data lie.
    pub raw_data: Option<Uri>,
    /// How the data were processed.
    pub data_processing_method: Option<Uri>,
    /// By which rules the event was made.
    pub biz_rules: Option<Uri>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// One report of a sensor.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SensorReport {
    /// What was measured.
    pub kind: Option<MeasurementType>,
    /// What the sensor warns of.
    pub exception: Option<SensorAlert>,
    /// The device.
    pub device_id: Option<Uri>,
    /// About the device.
    pub device_metadata: Option<Uri>,
    /// Where the raw data lie.
    pub raw_data: Option<Uri>,
    /// How the data were processed.
    pub data_processing_method: Option<Uri>,
    /// By which rules the report was made.
    pub biz_rules: Option<Uri>,
    /// When it was measured.
    pub time: Option<Time>,
    /// The microorganism measured.
    pub microorganism: Option<Uri>,
    /// The substance measured.
    pub chemical_substance: Option<Uri>,
    /// The reference system of a coordinate.
    pub coordinate_reference_system: Option<Uri>,
    /// The value.
    pub value: Option<Number>,
    /// Which component of a vector or coordinate the value is.
    pub component: Option<Component>,
    /// A value that is a text.
    pub string_value: Option<Box<str>>,
    /// A value that is true or false.
    pub boolean_value: Option<bool>,
    /// A value of bytes, in hexadecimal digits.
    pub hex_binary_value: Option<Box<str>>,
    /// A value that is an identifier.
    pub uri_value: Option<Uri>,
    /// The smallest value of the time span.
    pub min_value: Option<Number>,
    /// The largest value of the time span.
    pub max_value: Option<Number>,
    /// The mean of the time span.
    pub mean_value: Option<Number>,
    /// The standard deviation.
    pub s_dev: Option<Number>,
    /// The percentile's rank.
    pub perc_rank: Option<Number>,
    /// The percentile's value.
    pub perc_value: Option<Number>,
    /// The unit of all values.
    pub uom: Option<Box<str>>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}
