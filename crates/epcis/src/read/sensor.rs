//! Sensor elements (section 7.3.7).

use super::Reader;
use super::fields::{Fields, Set};
use crate::check::Rule;
use crate::model::{SensorElement, SensorMetadata, SensorReport, Time};
use crate::tree::{Branch, Field, Syntax};

const ELEMENT: Set = Set::of(&[Field::SensorMetadata, Field::SensorReport]);
const METADATA: Set = Set::of(&[
    Field::Time,
    Field::StartTime,
    Field::EndTime,
    Field::DeviceId,
    Field::DeviceMetadata,
    Field::RawData,
    Field::DataProcessingMethod,
    Field::BizRules,
]);
// What both the metadata and a report may say.
const SHARED: [Field; 6] = [
    Field::Time,
    Field::DeviceId,
    Field::DeviceMetadata,
    Field::RawData,
    Field::DataProcessingMethod,
    Field::BizRules,
];
const REPORT: Set = Set::of(&[
    Field::Type,
    Field::Exception,
    Field::DeviceId,
    Field::DeviceMetadata,
    Field::RawData,
    Field::DataProcessingMethod,
    Field::BizRules,
    Field::Time,
    Field::Microorganism,
    Field::ChemicalSubstance,
    Field::CoordinateReferenceSystem,
    Field::Value,
    Field::Component,
    Field::StringValue,
    Field::BooleanValue,
    Field::HexBinaryValue,
    Field::UriValue,
    Field::MinValue,
    Field::MaxValue,
    Field::MeanValue,
    Field::SDev,
    Field::PercRank,
    Field::PercValue,
    Field::Uom,
]);

impl Reader<'_> {
    pub(super) fn sensor_element(&mut self, node: Branch<'_, '_>) -> Option<SensorElement> {
        let fields = self.fields(node, ELEMENT, true)?;
        let metadata = fields.get(Field::SensorMetadata).and_then(|node| self.sensor_metadata(node));
        let reports = self.list(&fields, Field::SensorReport, Self::sensor_report);
        match fields.get(Field::SensorReport) {
            None => self.findings.missing(node, Field::SensorReport),
            Some(list) if list.items().next().is_none() => {
                self.findings.add(Rule::NoSensorReport, list, "");
            }
            Some(_) => {}
        }
        if let Some(metadata) = fields.get(Field::SensorMetadata) {
            self.said_twice(metadata, fields.get(Field::SensorReport));
        }
        let extensions = self.extensions(&fields);
        Some(SensorElement { metadata, reports, extensions })
    }

    // What the metadata say holds for all reports: none says it again (TCR-53, step 29).
    fn said_twice(&mut self, metadata: Branch<'_, '_>, reports: Option<Branch<'_, '_>>) {
        let said: Vec<Field> = metadata
            .children()
            .filter_map(Branch::field)
            .filter(|field| SHARED.contains(field))
            .take(SHARED.len())
            .collect();
        for report in reports.into_iter().flat_map(Branch::items) {
            for child in report.children() {
                if let Some(field) = child.field()
                    && said.contains(&field)
                {
                    self.findings.add(Rule::SensorTwice, child, field.word());
                }
            }
        }
    }

    // No sensor measures after the event (M122).
    fn sensor_time(&mut self, fields: &Fields<'_, '_>, field: Field) -> Option<Time> {
        let node = fields.get(field)?;
        let time = self.time(node)?;
        if self.event_time.is_some_and(|event| time.unix_nanos() > event) {
            self.findings.add(Rule::SensorAfterEvent, node, "eventTime");
        }
        Some(time)
    }

    fn sensor_metadata(&mut self, node: Branch<'_, '_>) -> Option<SensorMetadata> {
        if Self::is_empty_element(node) {
            return None;
        }
        let fields = self.fields(node, METADATA, true)?;
        Some(SensorMetadata {
            time: self.sensor_time(&fields, Field::Time),
            start_time: self.sensor_time(&fields, Field::StartTime),
            end_time: self.sensor_time(&fields, Field::EndTime),
            device_id: self.uri_of(&fields, Field::DeviceId),
            device_metadata: self.uri_of(&fields, Field::DeviceMetadata),
            raw_data: self.uri_of(&fields, Field::RawData),
            data_processing_method: self.uri_of(&fields, Field::DataProcessingMethod),
            biz_rules: self.uri_of(&fields, Field::BizRules),
            extensions: self.extensions(&fields),
        })
    }

    fn sensor_report(&mut self, node: Branch<'_, '_>) -> Option<SensorReport> {
        let fields = self.fields(node, REPORT, true)?;
        if !fields.has(Field::Exception) {
            self.required(&fields, Field::Type);
        }
        Some(SensorReport {
            kind: self.code_of(&fields, Field::Type),
            exception: self.code_of(&fields, Field::Exception),
            device_id: self.uri_of(&fields, Field::DeviceId),
            device_metadata: self.uri_of(&fields, Field::DeviceMetadata),
            raw_data: self.uri_of(&fields, Field::RawData),
            data_processing_method: self.uri_of(&fields, Field::DataProcessingMethod),
            biz_rules: self.uri_of(&fields, Field::BizRules),
            time: self.sensor_time(&fields, Field::Time),
            microorganism: self.uri_of(&fields, Field::Microorganism),
            chemical_substance: self.uri_of(&fields, Field::ChemicalSubstance),
            coordinate_reference_system: self.uri_of(&fields, Field::CoordinateReferenceSystem),
            value: self.number_of(&fields, Field::Value),
            component: self.code_of(&fields, Field::Component),
            string_value: self.boxed(&fields, Field::StringValue),
            boolean_value: self.boolean_of(&fields, Field::BooleanValue),
            hex_binary_value: fields.get(Field::HexBinaryValue).and_then(|node| self.hex(node)),
            uri_value: self.uri_of(&fields, Field::UriValue),
            min_value: self.number_of(&fields, Field::MinValue),
            max_value: self.number_of(&fields, Field::MaxValue),
            mean_value: self.number_of(&fields, Field::MeanValue),
            s_dev: self.number_of(&fields, Field::SDev),
            perc_rank: self.number_of(&fields, Field::PercRank),
            perc_value: self.number_of(&fields, Field::PercValue),
            uom: self.boxed(&fields, Field::Uom),
            extensions: self.extensions(&fields),
        })
    }

    fn hex(&mut self, node: Branch<'_, '_>) -> Option<Box<str>> {
        let text = self.text(node)?;
        // The types of XML have whole bytes, the schema of JSON any digits.
        let cut = node.tree().syntax() != Syntax::Json && text.len() % 2 == 1;
        if cut || text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            self.findings.add(Rule::BadHex, node, "");
            return None;
        }
        Some(text.into())
    }
}
