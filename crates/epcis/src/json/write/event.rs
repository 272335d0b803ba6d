//! Events out.

use super::Writer;
use crate::model::{Event, Kind, Namespaces, Transformation};
use crate::tree::Field;

impl Writer<'_> {
    pub(super) fn bare_event(&mut self, event: &Event, namespaces: &Namespaces) {
        self.out.open('{');
        self.context(namespaces);
        self.members(event);
        self.out.close('}');
    }

    pub(super) fn event(&mut self, event: &Event) {
        self.out.open('{');
        self.members(event);
        self.out.close('}');
    }

    fn members(&mut self, event: &Event) {
        self.member(Field::Type, event.event_type());
        self.uri(Field::EventId, event.event_id.as_ref());
        self.time(Field::EventTime, Some(&event.event_time));
        self.member(Field::EventTimeZoneOffset, &event.event_time_zone_offset.to_string());
        self.time(Field::RecordTime, event.record_time.as_ref());
        match event.certification_info.as_slice() {
            [one] => self.uri(Field::CertificationInfo, Some(one)),
            several => self.uris(Field::CertificationInfo, several),
        }
        if let Some(declaration) = &event.error_declaration {
            self.declaration(declaration);
        }
        self.kind(event);
        self.code(Field::BizStep, event.biz_step.as_ref());
        self.code(Field::Disposition, event.disposition.as_ref());
        if let Some(persistent) = &event.persistent_disposition {
            self.persistent(persistent);
        }
        self.location(Field::ReadPoint, event.read_point.as_ref());
        self.location(Field::BizLocation, event.biz_location.as_ref());
        self.list(Field::BizTransactionList, event.biz_transaction_list(), Self::transaction);
        self.list(Field::SourceList, &event.source_list, Self::source);
        self.list(Field::DestinationList, &event.destination_list, Self::destination);
        self.list(Field::SensorElementList, &event.sensor_element_list, Self::sensor_element);
        if !event.ilmd().is_empty() {
            self.out.key(Field::Ilmd.word());
            self.out.open('{');
            self.extensions(event.ilmd());
            self.out.close('}');
        }
        self.extensions(&event.extensions);
    }

    fn kind(&mut self, event: &Event) {
        if let Some(action) = event.action() {
            self.member(Field::Action, action.word());
        }
        self.uri(Field::ParentId, event.parent());
        if let Some(objects) = event.objects() {
            if objects.is_empty() {
                // An event may be about no object; the list says so.
                self.out.key(Field::EpcList.word());
                self.out.open('[');
                self.out.close(']');
            }
            self.objects(objects, Field::EpcList, Field::QuantityList);
        }
        if let Some(children) = event.children() {
            self.objects(children, Field::ChildEpcs, Field::ChildQuantityList);
        }
        if let Kind::Transformation(transformation) = &event.kind {
            self.transformation(transformation);
        }
    }

    fn transformation(&mut self, transformation: &Transformation) {
        self.objects(&transformation.inputs, Field::InputEpcList, Field::InputQuantityList);
        self.objects(&transformation.outputs, Field::OutputEpcList, Field::OutputQuantityList);
        self.uri(Field::TransformationId, transformation.id.as_ref());
    }
}
