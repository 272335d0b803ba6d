//! Sensor elements out.

use super::Writer;
use crate::model::{SensorElement, SensorMetadata, SensorReport};
use crate::tree::Field;

impl Writer<'_> {
    pub(super) fn sensor_element(&mut self, element: &SensorElement) {
        self.out.open('{');
        if let Some(metadata) = &element.metadata {
            self.sensor_metadata(metadata);
        }
        self.list(Field::SensorReport, &element.reports, Self::sensor_report);
        self.extensions(&element.extensions);
        self.out.close('}');
    }

    fn sensor_metadata(&mut self, metadata: &SensorMetadata) {
        self.out.key(Field::SensorMetadata.word());
        self.out.open('{');
        self.time(Field::Time, metadata.time.as_ref());
        self.time(Field::StartTime, metadata.start_time.as_ref());
        self.time(Field::EndTime, metadata.end_time.as_ref());
        self.uri(Field::DeviceId, metadata.device_id.as_ref());
        self.uri(Field::DeviceMetadata, metadata.device_metadata.as_ref());
        self.uri(Field::RawData, metadata.raw_data.as_ref());
        self.uri(Field::DataProcessingMethod, metadata.data_processing_method.as_ref());
        self.uri(Field::BizRules, metadata.biz_rules.as_ref());
        self.extensions(&metadata.extensions);
        self.out.close('}');
    }

    fn sensor_report(&mut self, report: &SensorReport) {
        self.out.open('{');
        self.code(Field::Type, report.kind.as_ref());
        self.code(Field::Exception, report.exception.as_ref());
        self.uri(Field::DeviceId, report.device_id.as_ref());
        self.uri(Field::DeviceMetadata, report.device_metadata.as_ref());
        self.uri(Field::RawData, report.raw_data.as_ref());
        self.uri(Field::DataProcessingMethod, report.data_processing_method.as_ref());
        self.uri(Field::BizRules, report.biz_rules.as_ref());
        self.time(Field::Time, report.time.as_ref());
        self.uri(Field::Microorganism, report.microorganism.as_ref());
        self.uri(Field::ChemicalSubstance, report.chemical_substance.as_ref());
        self.uri(Field::CoordinateReferenceSystem, report.coordinate_reference_system.as_ref());
        self.number(Field::Value, report.value.as_ref());
        self.code(Field::Component, report.component.as_ref());
        self.string(Field::StringValue, report.string_value.as_deref());
        if let Some(value) = report.boolean_value {
            self.out.key(Field::BooleanValue.word());
            self.out.word(if value { "true" } else { "false" });
        }
        self.string(Field::HexBinaryValue, report.hex_binary_value.as_deref());
        self.uri(Field::UriValue, report.uri_value.as_ref());
        self.number(Field::MinValue, report.min_value.as_ref());
        self.number(Field::MaxValue, report.max_value.as_ref());
        self.number(Field::MeanValue, report.mean_value.as_ref());
        self.number(Field::SDev, report.s_dev.as_ref());
        self.number(Field::PercRank, report.perc_rank.as_ref());
        self.number(Field::PercValue, report.perc_value.as_ref());
        self.string(Field::Uom, report.uom.as_deref());
        self.extensions(&report.extensions);
        self.out.close('}');
    }

    pub(super) fn string(&mut self, field: Field, text: Option<&str>) {
        if let Some(text) = text {
            self.member(field, text);
        }
    }
}
