//! Sensor elements out: metadata and reports are attributes alone.

use super::{Step, Writer};
use crate::cbv::{Code, Vocabulary};
use crate::model::{Number, SensorElement, SensorMetadata, SensorReport, Time, Uri};
use crate::tree::Field;

impl Writer<'_> {
    pub(super) fn sensor_element(&mut self, element: &SensorElement) {
        self.out.open("sensorElement");
        if let Some(metadata) = &element.metadata {
            let name = Field::SensorMetadata.word();
            self.out.open(name);
            self.within(Step::Field(Field::SensorMetadata), |writer| writer.metadata(metadata));
            self.out.close(name);
        }
        self.within(Step::Field(Field::SensorReport), |writer| {
            for (place, report) in element.reports.iter().enumerate() {
                writer.out.open("sensorReport");
                writer.within(Step::Item(place), |writer| writer.report(report));
                writer.out.close("sensorReport");
            }
        });
        self.extensions(&element.extensions);
        self.out.close("sensorElement");
    }

    fn metadata(&mut self, metadata: &SensorMetadata) {
        self.time_attribute(Field::Time, metadata.time.as_ref());
        self.time_attribute(Field::StartTime, metadata.start_time.as_ref());
        self.time_attribute(Field::EndTime, metadata.end_time.as_ref());
        self.uri_attribute(Field::DeviceId, metadata.device_id.as_ref());
        self.uri_attribute(Field::DeviceMetadata, metadata.device_metadata.as_ref());
        self.uri_attribute(Field::RawData, metadata.raw_data.as_ref());
        self.uri_attribute(Field::DataProcessingMethod, metadata.data_processing_method.as_ref());
        self.uri_attribute(Field::BizRules, metadata.biz_rules.as_ref());
        self.extension_attributes(&metadata.extensions);
    }

    fn report(&mut self, report: &SensorReport) {
        self.code_attribute(Field::Type, report.kind.as_ref());
        self.code_attribute(Field::Exception, report.exception.as_ref());
        self.uri_attribute(Field::DeviceId, report.device_id.as_ref());
        self.uri_attribute(Field::DeviceMetadata, report.device_metadata.as_ref());
        self.uri_attribute(Field::RawData, report.raw_data.as_ref());
        self.uri_attribute(Field::DataProcessingMethod, report.data_processing_method.as_ref());
        self.uri_attribute(Field::BizRules, report.biz_rules.as_ref());
        self.time_attribute(Field::Time, report.time.as_ref());
        self.uri_attribute(Field::Microorganism, report.microorganism.as_ref());
        self.uri_attribute(Field::ChemicalSubstance, report.chemical_substance.as_ref());
        self.uri_attribute(Field::CoordinateReferenceSystem, report.coordinate_reference_system.as_ref());
        self.number_attribute(Field::Value, report.value.as_ref());
        self.code_attribute(Field::Component, report.component.as_ref());
        self.text_attribute(Field::StringValue, report.string_value.as_deref());
        let truth = report.boolean_value.map(|value| if value { "true" } else { "false" });
        self.text_attribute(Field::BooleanValue, truth);
        self.text_attribute(Field::HexBinaryValue, report.hex_binary_value.as_deref());
        self.uri_attribute(Field::UriValue, report.uri_value.as_ref());
        self.number_attribute(Field::MinValue, report.min_value.as_ref());
        self.number_attribute(Field::MaxValue, report.max_value.as_ref());
        self.number_attribute(Field::MeanValue, report.mean_value.as_ref());
        self.number_attribute(Field::SDev, report.s_dev.as_ref());
        self.number_attribute(Field::PercRank, report.perc_rank.as_ref());
        self.number_attribute(Field::PercValue, report.perc_value.as_ref());
        self.text_attribute(Field::Uom, report.uom.as_deref());
        self.extension_attributes(&report.extensions);
    }

    fn text_attribute(&mut self, field: Field, text: Option<&str>) {
        if let Some(text) = text {
            self.attribute(field, text);
        }
    }

    fn uri_attribute(&mut self, field: Field, uri: Option<&Uri>) {
        self.text_attribute(field, uri.map(Uri::as_str));
    }

    fn time_attribute(&mut self, field: Field, time: Option<&Time>) {
        self.text_attribute(field, time.map(Time::as_str));
    }

    fn number_attribute(&mut self, field: Field, number: Option<&Number>) {
        self.text_attribute(field, number.map(Number::as_str));
    }

    fn code_attribute<V: Vocabulary>(&mut self, field: Field, code: Option<&Code<V>>) {
        if let Some(code) = code {
            self.attribute(field, &code.iri());
        }
    }
}
