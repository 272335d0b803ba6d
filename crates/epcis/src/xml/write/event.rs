//! Events out, in the order of the schemas.

use super::{Step, Version, Writer};
use crate::check::Rule;
use crate::model::{Event, Kind, Objects, QuantityElement, Transformation, Uri};
use crate::tree::Field;

impl Writer<'_> {
    /// An event in a list of events.
    pub(super) fn event(&mut self, event: &Event) {
        // Transformations came with 1.1, after the list of events was fixed.
        let wrapped = self.version == Version::OneTwo && matches!(event.kind, Kind::Transformation(_));
        if wrapped {
            self.out.open("extension");
        }
        self.out.open(event.event_type());
        self.content(event);
        self.out.close(event.event_type());
        if wrapped {
            self.out.close("extension");
        }
    }

    /// What stands in the element of an event.
    pub(super) fn content(&mut self, event: &Event) {
        if self.version == Version::OneTwo {
            self.refuse_newer(event);
        }
        self.base(event);
        match &event.kind {
            Kind::Object { objects, .. } => {
                self.epcs(Field::EpcList, &objects.epcs);
                self.why(event);
                self.transactions(event);
                self.more(event, Field::QuantityList, &objects.quantities);
            }
            Kind::Aggregation(_) | Kind::Association(_) => self.parent_and_children(event),
            Kind::Transaction { objects, .. } => {
                self.transactions(event);
                self.uri(Field::ParentId, event.parent());
                self.epcs(Field::EpcList, &objects.epcs);
                self.why(event);
                self.more(event, Field::QuantityList, &objects.quantities);
            }
            Kind::Transformation(transformation) => {
                self.transformation(transformation);
                self.why(event);
                self.transactions(event);
                self.late(event);
            }
        }
        self.extensions(&event.extensions);
    }

    fn refuse_newer(&mut self, event: &Event) {
        if matches!(event.kind, Kind::Association(_)) {
            self.within(Step::Field(Field::Type), |writer| writer.refuse(Rule::NotInOld));
        }
        for (field, there) in [
            (Field::CertificationInfo, !event.certification_info.is_empty()),
            (Field::SensorElementList, !event.sensor_element_list.is_empty()),
            (Field::PersistentDisposition, event.persistent_disposition.is_some()),
        ] {
            if there {
                self.within(Step::Field(field), |writer| writer.refuse(Rule::NotInOld));
            }
        }
    }

    fn base(&mut self, event: &Event) {
        self.time(Field::EventTime, Some(&event.event_time));
        self.time(Field::RecordTime, event.record_time.as_ref());
        self.field(Field::EventTimeZoneOffset, &event.event_time_zone_offset.to_string());
        let more = event.event_id.is_some() || event.error_declaration.is_some();
        let wrapped = self.version == Version::OneTwo && more;
        if wrapped {
            self.out.open("baseExtension");
        }
        self.uri(Field::EventId, event.event_id.as_ref());
        if let Some(declaration) = &event.error_declaration {
            self.declaration(declaration);
        }
        if wrapped {
            self.out.close("baseExtension");
        }
        if self.version == Version::Two {
            event.certification_info.iter().for_each(|info| self.uri(Field::CertificationInfo, Some(info)));
        }
    }

    // The schema wants the list, also an empty one.
    fn epcs(&mut self, field: Field, epcs: &[Uri]) {
        self.uris(field, epcs, "epc");
    }

    fn parent_and_children(&mut self, event: &Event) {
        self.uri(Field::ParentId, event.parent());
        let none = Objects::default();
        let children = event.children().unwrap_or(&none);
        let association = matches!(event.kind, Kind::Association(_));
        if !association || !children.epcs.is_empty() {
            self.epcs(Field::ChildEpcs, &children.epcs);
        }
        if association {
            self.quantities(Field::ChildQuantityList, &children.quantities);
        }
        self.why(event);
        self.transactions(event);
        let rest = if association { &[][..] } else { &children.quantities };
        self.more(event, Field::ChildQuantityList, rest);
    }

    fn transformation(&mut self, transformation: &Transformation) {
        let (inputs, outputs) = (&transformation.inputs, &transformation.outputs);
        if !inputs.epcs.is_empty() {
            self.epcs(Field::InputEpcList, &inputs.epcs);
        }
        self.quantities(Field::InputQuantityList, &inputs.quantities);
        if !outputs.epcs.is_empty() {
            self.epcs(Field::OutputEpcList, &outputs.epcs);
        }
        self.quantities(Field::OutputQuantityList, &outputs.quantities);
        self.uri(Field::TransformationId, transformation.id.as_ref());
    }

    fn why(&mut self, event: &Event) {
        if let Some(action) = event.action() {
            self.field(Field::Action, action.word());
        }
        self.code(Field::BizStep, event.biz_step.as_ref());
        self.code(Field::Disposition, event.disposition.as_ref());
        self.location(Field::ReadPoint, event.read_point.as_ref());
        self.location(Field::BizLocation, event.biz_location.as_ref());
    }

    fn transactions(&mut self, event: &Event) {
        let list = event.biz_transaction_list();
        self.typed(Field::BizTransactionList, Field::BizTransaction, list, |writer, transaction| {
            (transaction.kind.as_ref().map(|kind| writer.word(kind)), &transaction.id)
        });
    }

    // What 1.1 added stands in an extension of 1.2.
    fn more(&mut self, event: &Event, field: Field, quantities: &[QuantityElement]) {
        let parties = !event.source_list.is_empty() || !event.destination_list.is_empty();
        let more = !quantities.is_empty() || parties || !event.ilmd().is_empty();
        let wrapped = self.version == Version::OneTwo && more;
        if wrapped {
            self.out.open("extension");
        }
        self.quantities(field, quantities);
        self.late(event);
        if wrapped {
            self.out.close("extension");
        }
    }

    fn late(&mut self, event: &Event) {
        self.typed(Field::SourceList, Field::Source, &event.source_list, |writer, source| {
            (Some(writer.word(&source.kind)), &source.id)
        });
        self.typed(
            Field::DestinationList,
            Field::Destination,
            &event.destination_list,
            |writer, destination| (Some(writer.word(&destination.kind)), &destination.id),
        );
        if self.version == Version::Two {
            self.some(Field::SensorElementList, &event.sensor_element_list, Self::sensor_element);
            if let Some(persistent) = &event.persistent_disposition {
                self.persistent(persistent);
            }
        }
        if !event.ilmd().is_empty() {
            self.out.open(Field::Ilmd.word());
            self.within(Step::Field(Field::Ilmd), |writer| writer.extensions(event.ilmd()));
            self.out.close(Field::Ilmd.word());
        }
    }
}
