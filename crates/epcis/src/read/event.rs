//! One event.

use super::Reader;
use super::fields::{Fields, Set};
use crate::check::Rule;
use crate::model::{Event, Kind, Time};
use crate::tree::{Branch, Field, Value};

const COMMON: Set = Set::of(&[
    Field::Type,
    Field::EventTime,
    Field::RecordTime,
    Field::EventTimeZoneOffset,
    Field::EventId,
    Field::CertificationInfo,
    Field::ErrorDeclaration,
    Field::BizStep,
    Field::Disposition,
    Field::PersistentDisposition,
    Field::ReadPoint,
    Field::BizLocation,
    Field::BizTransactionList,
    Field::SourceList,
    Field::DestinationList,
    Field::SensorElementList,
]);
const OBJECT: Set = COMMON.and(Set::of(&[Field::Action, Field::EpcList, Field::QuantityList, Field::Ilmd]));
const PARENT: Set =
    COMMON.and(Set::of(&[Field::Action, Field::ParentId, Field::ChildEpcs, Field::ChildQuantityList]));
const TRANSACTION: Set =
    COMMON.and(Set::of(&[Field::Action, Field::ParentId, Field::EpcList, Field::QuantityList]));
const TRANSFORMATION: Set = COMMON.and(Set::of(&[
    Field::InputEpcList,
    Field::InputQuantityList,
    Field::OutputEpcList,
    Field::OutputQuantityList,
    Field::TransformationId,
    Field::Ilmd,
]));

impl Reader<'_> {
    /// One event; its `type` is known to be among [`super::EVENT_TYPES`].
    pub(super) fn event(&mut self, node: Branch<'_, '_>, kind: &str) -> Option<Event> {
        let known = match kind {
            "ObjectEvent" => OBJECT,
            "AggregationEvent" | "AssociationEvent" => PARENT,
            "TransactionEvent" => TRANSACTION,
            _ => TRANSFORMATION,
        };
        let fields = self.fields(node, known, true)?;
        let time = self.required(&fields, Field::EventTime).and_then(|node| self.time(node));
        let offset = self.required(&fields, Field::EventTimeZoneOffset).and_then(|node| self.offset(node));
        self.event_time = time.as_ref().map(Time::unix_nanos);
        let kind = match kind {
            "ObjectEvent" => self.object(&fields),
            "AggregationEvent" => self.aggregation(&fields),
            "AssociationEvent" => self.association(&fields),
            "TransactionEvent" => self.transaction_event(&fields),
            _ => Some(self.transformation(&fields)),
        };
        let of_transaction = matches!(kind, Some(Kind::Transaction { .. }));
        let parts = self.common(&fields, of_transaction);
        let mut event = Event::new(kind?, time?, offset?);
        parts(&mut event);
        Some(event)
    }

    // What every type says is read even where the event will be left out, so that its errors are found.
    fn common(&mut self, fields: &Fields<'_, '_>, of_transaction: bool) -> impl FnOnce(&mut Event) + use<> {
        let record_time = self.time_of(fields, Field::RecordTime);
        let event_id = self.uri_of(fields, Field::EventId);
        let certification_info = fields.get(Field::CertificationInfo).map(|node| self.uris(node));
        let error_declaration = fields.get(Field::ErrorDeclaration).and_then(|node| self.declaration(node));
        let biz_step = self.code_of(fields, Field::BizStep);
        let disposition = self.code_of(fields, Field::Disposition);
        let persistent = fields.get(Field::PersistentDisposition).and_then(|node| self.persistent(node));
        let read_point = fields.get(Field::ReadPoint).and_then(|node| self.location(node));
        let biz_location = fields.get(Field::BizLocation).and_then(|node| self.location(node));
        let transactions = if of_transaction {
            Vec::new()
        } else {
            self.list(fields, Field::BizTransactionList, Self::transaction)
        };
        let source_list = self.list(fields, Field::SourceList, Self::source);
        let destination_list = self.list(fields, Field::DestinationList, Self::destination);
        let sensors = self.list(fields, Field::SensorElementList, Self::sensor_element);
        let extensions = self.extensions(fields);
        move |event| {
            event.record_time = record_time;
            event.event_id = event_id;
            event.certification_info = certification_info.unwrap_or_default();
            event.error_declaration = error_declaration;
            event.biz_step = biz_step;
            event.disposition = disposition;
            event.persistent_disposition = persistent;
            event.read_point = read_point;
            event.biz_location = biz_location;
            event.transactions = transactions;
            event.source_list = source_list;
            event.destination_list = destination_list;
            event.sensor_element_list = sensors;
            event.extensions = extensions;
        }
    }

    /// An event of a list; one with an error is left out, so that the others may stay.
    pub(super) fn event_or_its_errors(&mut self, node: Branch<'_, '_>) -> Option<Event> {
        let before = self.findings.count_of_errors();
        let event = self.event_of_list(node);
        let errors = self.findings.count_of_errors() - before;
        self.events.errors += errors;
        // Places are counted as the hash counts events.
        let place = self.events.seen;
        self.events.seen += usize::from(*node.value() == Value::Fields);
        let event = event.filter(|_| errors == 0)?;
        self.events.kept.push(place);
        Some(event)
    }

    /// An event among others: its type is looked at first.
    pub(super) fn event_of_list(&mut self, node: Branch<'_, '_>) -> Option<Event> {
        let Some(kind) = node.child(Field::Type) else {
            self.findings.missing(node, Field::Type);
            return None;
        };
        let word = self.text(kind)?;
        let word = super::document::bare_type(word);
        if super::EVENT_TYPES.contains(&word) {
            return self.event(node, word);
        }
        self.findings.add(Rule::OwnEventType, kind, "");
        None
    }
}
