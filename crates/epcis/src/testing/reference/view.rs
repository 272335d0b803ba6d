//! An event laid flat: names of fields and their values.

use super::own::{self, Leaf};
use crate::model::{Event, Kind, Location, Number, Objects, SensorReport, Time, Uri};

/// An event laid flat.
#[derive(Debug, Default)]
pub(super) struct View {
    /// Fields of the standard with a text as value.
    pub(super) fields: Vec<(&'static str, String)>,
    /// List, type and identifier of business transactions, sources and destinations.
    pub(super) typed: Vec<(&'static str, String, String)>,
    /// Quantities with their unit, empty where there is none.
    pub(super) quantities: Vec<(f64, String)>,
    /// Name, number and unit of what sensors measured.
    pub(super) readings: Vec<(&'static str, f64, String)>,
    pub(super) has_sensors: bool,
    /// Fields of one's own: `area|depth|name`.
    pub(super) own: Vec<(String, Leaf)>,
}

impl View {
    pub(super) fn of(event: &Event) -> Self {
        let mut view = Self::default();
        view.put("type", Some(event.event_type().to_owned()));
        view.put("action", event.action().map(|action| action.word().to_owned()));
        view.time("eventTime", Some(&event.event_time));
        view.time("recordTime", event.record_time.as_ref());
        view.uri("eventID", event.event_id.as_ref());
        view.put("bizStep", event.biz_step.as_ref().map(crate::cbv::Code::iri));
        view.put("disposition", event.disposition.as_ref().map(crate::cbv::Code::iri));
        if let Some(change) = &event.persistent_disposition {
            change.set.iter().for_each(|state| view.put("set", Some(state.iri())));
            change.unset.iter().for_each(|state| view.put("unset", Some(state.iri())));
        }
        view.place("readPoint", "readPoint_", event.read_point.as_ref());
        view.place("bizLocation", "bizLocation_", event.biz_location.as_ref());
        view.objects(event);
        for each in event.biz_transaction_list() {
            let kind = each.kind.as_ref().map(crate::cbv::Code::iri).unwrap_or_default();
            view.typed.push(("bizTransaction", kind, each.id.as_str().to_owned()));
        }
        for each in &event.source_list {
            view.typed.push(("source", each.kind.iri(), each.id.as_str().to_owned()));
        }
        for each in &event.destination_list {
            view.typed.push(("destination", each.kind.iri(), each.id.as_str().to_owned()));
        }
        if let Some(declared) = &event.error_declaration {
            view.time("declarationTime", Some(&declared.declaration_time));
            view.put("reason", declared.reason.as_ref().map(crate::cbv::Code::iri));
            declared.corrective_event_ids.iter().for_each(|id| view.uri("correctiveEventIDs", Some(id)));
            own::lay("ERROR_DECLARATION_", &declared.extensions, &mut view.own);
        }
        own::lay("", &event.extensions, &mut view.own);
        own::lay("ILMD_", event.ilmd(), &mut view.own);
        view.sensors(event);
        view
    }

    pub(super) fn texts(&self, field: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    fn put(&mut self, field: &'static str, text: Option<String>) {
        self.fields.extend(text.map(|text| (field, text)));
    }

    fn uri(&mut self, field: &'static str, uri: Option<&Uri>) {
        self.put(field, uri.map(|uri| uri.as_str().to_owned()));
    }

    fn time(&mut self, field: &'static str, time: Option<&Time>) {
        self.put(field, time.map(|time| time.as_str().to_owned()));
    }

    fn place(&mut self, field: &'static str, area: &'static str, place: Option<&Location>) {
        if let Some(place) = place {
            self.uri(field, Some(&place.id));
            own::lay(area, &place.extensions, &mut self.own);
        }
    }

    fn objects(&mut self, event: &Event) {
        self.uri("parentID", event.parent());
        self.list("epcList", "quantityList", event.objects());
        self.list("childEPCs", "childQuantityList", event.children());
        if let Kind::Transformation(transformation) = &event.kind {
            self.uri("transformationID", transformation.id.as_ref());
            self.list("inputEPCList", "inputQuantityList", Some(&transformation.inputs));
            self.list("outputEPCList", "outputQuantityList", Some(&transformation.outputs));
        }
    }

    fn list(&mut self, epcs: &'static str, quantities: &'static str, objects: Option<&Objects>) {
        if let Some(objects) = objects {
            objects.epcs.iter().for_each(|epc| self.uri(epcs, Some(epc)));
            for element in &objects.quantities {
                self.uri(quantities, Some(&element.epc_class));
                self.uri("epcClass", Some(&element.epc_class));
                let uom = element.uom.as_ref().map(|uom| uom.as_str().to_owned()).unwrap_or_default();
                self.quantities.extend(element.quantity.as_ref().map(|number| (number.value(), uom)));
            }
        }
    }

    fn sensors(&mut self, event: &Event) {
        for element in &event.sensor_element_list {
            self.has_sensors = true;
            own::lay("SENSORELEMENT_", &element.extensions, &mut self.own);
            if let Some(metadata) = &element.metadata {
                self.time("time", metadata.time.as_ref());
                self.time("startTime", metadata.start_time.as_ref());
                self.time("endTime", metadata.end_time.as_ref());
                self.uri("deviceID", metadata.device_id.as_ref());
                self.uri("deviceMetadata", metadata.device_metadata.as_ref());
                self.uri("rawData", metadata.raw_data.as_ref());
                self.uri("dataProcessingMethod", metadata.data_processing_method.as_ref());
                self.uri("bizRules", metadata.biz_rules.as_ref());
                own::lay("SENSORMETADATA_", &metadata.extensions, &mut self.own);
            }
            element.reports.iter().for_each(|report| self.report(report));
        }
    }

    fn report(&mut self, report: &SensorReport) {
        self.put("sensor type", report.kind.as_ref().map(crate::cbv::Code::iri));
        self.time("time", report.time.as_ref());
        self.uri("deviceID", report.device_id.as_ref());
        self.uri("deviceMetadata", report.device_metadata.as_ref());
        self.uri("rawData", report.raw_data.as_ref());
        self.uri("dataProcessingMethod", report.data_processing_method.as_ref());
        self.uri("bizRules", report.biz_rules.as_ref());
        self.uri("microorganism", report.microorganism.as_ref());
        self.uri("chemicalSubstance", report.chemical_substance.as_ref());
        self.uri("uriValue", report.uri_value.as_ref());
        self.put("stringValue", report.string_value.as_ref().map(ToString::to_string));
        self.put("booleanValue", report.boolean_value.map(|value| value.to_string()));
        self.put("hexBinaryValue", report.hex_binary_value.as_ref().map(ToString::to_string));
        let uom = report.uom.as_ref().map(ToString::to_string).unwrap_or_default();
        let readings: [(&str, &Option<Number>); 7] = [
            ("value", &report.value),
            ("minValue", &report.min_value),
            ("maxValue", &report.max_value),
            ("meanValue", &report.mean_value),
            ("sDev", &report.s_dev),
            ("percValue", &report.perc_value),
            ("percRank", &report.perc_rank),
        ];
        for (name, number) in readings {
            self.readings.extend(number.as_ref().map(|number| (name, number.value(), uom.clone())));
        }
        own::lay("SENSORREPORT_", &report.extensions, &mut self.own);
    }
}
