//! Conditions on what sensors said.

use crate::model::{Event, Number, SensorMetadata, SensorReport, Uri};
use crate::query::scalar::fits as stands;
use crate::query::unit::{Measure, order};
use crate::query::{Comparison, IdField, Reading, TextField, Unit};

pub(super) fn reports(event: &Event) -> impl Iterator<Item = &SensorReport> {
    event.sensor_element_list.iter().flat_map(|element| &element.reports)
}

pub(super) fn metadata(event: &Event) -> impl Iterator<Item = &SensorMetadata> {
    event.sensor_element_list.iter().filter_map(|element| element.metadata.as_ref())
}

pub(super) fn id(event: &Event, field: IdField, has: &mut dyn FnMut(Option<&Uri>) -> bool) -> bool {
    let common = metadata(event).any(|metadata| match field {
        IdField::DeviceId => has(metadata.device_id.as_ref()),
        IdField::DeviceMetadata => has(metadata.device_metadata.as_ref()),
        IdField::RawData => has(metadata.raw_data.as_ref()),
        IdField::DataProcessingMethod => has(metadata.data_processing_method.as_ref()),
        IdField::BizRules => has(metadata.biz_rules.as_ref()),
        _ => false,
    });
    common
        || reports(event).any(|report| match field {
            IdField::DeviceId => has(report.device_id.as_ref()),
            IdField::DeviceMetadata => has(report.device_metadata.as_ref()),
            IdField::RawData => has(report.raw_data.as_ref()),
            IdField::DataProcessingMethod => has(report.data_processing_method.as_ref()),
            IdField::BizRules => has(report.biz_rules.as_ref()),
            IdField::Microorganism => has(report.microorganism.as_ref()),
            IdField::ChemicalSubstance => has(report.chemical_substance.as_ref()),
            IdField::UriValue => has(report.uri_value.as_ref()),
            IdField::EventId | IdField::TransformationId | IdField::CorrectiveEventId => false,
        })
}

pub(super) fn text(event: &Event, field: TextField, texts: &[Box<str>]) -> bool {
    reports(event).any(|report| match field {
        TextField::StringValue => report.string_value.as_ref().is_some_and(|value| texts.contains(value)),
        TextField::HexBinaryValue => {
            let value = report.hex_binary_value.as_ref();
            value.is_some_and(|value| texts.iter().any(|text| text.eq_ignore_ascii_case(value)))
        }
    })
}

pub(super) fn perc_rank(event: &Event, compared: &Comparison<Number>) -> bool {
    reports(event).filter_map(|report| report.perc_rank.as_ref()).any(|rank| {
        let order = |wanted: &Number| rank.value().partial_cmp(&wanted.value());
        compared.values().iter().filter_map(order).any(|order| stands(compared.operator(), order))
    })
}

pub(super) fn reading(
    event: &Event,
    reading: Reading,
    unit: Option<&Unit>,
    compared: &Comparison<Number>,
) -> bool {
    let measure = if reading == Reading::SDev { Measure::Distance } else { Measure::Point };
    reports(event).any(|report| {
        let value = match reading {
            Reading::Value => &report.value,
            Reading::MinValue => &report.min_value,
            Reading::MaxValue => &report.max_value,
            Reading::MeanValue => &report.mean_value,
            Reading::SDev => &report.s_dev,
            Reading::PercValue => &report.perc_value,
        };
        let Some(value) = value else { return false };
        let order = |wanted: &Number| match (unit, &report.uom) {
            (None, _) => value.value().partial_cmp(&wanted.value()),
            (Some(unit), Some(uom)) => order((value.value(), uom), (wanted.value(), unit.as_str()), measure),
            (Some(_), None) => None,
        };
        compared.values().iter().filter_map(order).any(|order| stands(compared.operator(), order))
    })
}
