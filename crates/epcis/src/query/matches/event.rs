//! Conditions on the event itself.

use super::sensor;
use crate::cbv::{Disposition, ErrorReason};
use crate::model::{Event, Kind, Time, Uri};
use crate::query::{
    Bound, Change, EventType, IdField, Identifiers, MasterData, Part, PlaceField, Reach, TimeField,
};

pub(super) fn is_of_type(event: &Event, types: &[EventType]) -> bool {
    let own = match &event.kind {
        Kind::Object { .. } => EventType::Object,
        Kind::Aggregation(_) => EventType::Aggregation,
        Kind::Transaction { .. } => EventType::Transaction,
        Kind::Transformation(_) => EventType::Transformation,
        Kind::Association(_) => EventType::Association,
    };
    types.contains(&own)
}

pub(super) fn persistent(event: &Event, change: Change, wanted: &[Disposition]) -> bool {
    event.persistent_disposition.as_ref().is_some_and(|known| {
        let side = match change {
            Change::Set => &known.set,
            Change::Unset => &known.unset,
        };
        side.iter().any(|each| wanted.contains(each))
    })
}

pub(super) fn time(event: &Event, field: TimeField, bound: Bound, limit: &Time) -> bool {
    let limit = limit.unix_nanos();
    let fits = |time: &Time| match bound {
        Bound::From => time.unix_nanos() >= limit,
        Bound::Before => time.unix_nanos() < limit,
        Bound::At => time.unix_nanos() == limit,
    };
    let mut metadata = sensor::metadata(event);
    match field {
        TimeField::EventTime => fits(&event.event_time),
        TimeField::RecordTime => event.record_time.as_ref().is_some_and(fits),
        TimeField::ErrorDeclarationTime => {
            event.error_declaration.as_ref().is_some_and(|declared| fits(&declared.declaration_time))
        }
        TimeField::SensorTime => {
            let mut times = metadata.filter_map(|metadata| metadata.time.as_ref());
            times.any(fits) || sensor::reports(event).filter_map(|report| report.time.as_ref()).any(fits)
        }
        TimeField::StartTime => metadata.any(|metadata| metadata.start_time.as_ref().is_some_and(fits)),
        TimeField::EndTime => metadata.any(|metadata| metadata.end_time.as_ref().is_some_and(fits)),
    }
}

pub(super) fn place(
    event: &Event,
    field: PlaceField,
    reach: Reach,
    places: &Identifiers,
    master: &dyn MasterData,
    scratch: &mut String,
) -> bool {
    let place = match field {
        PlaceField::ReadPoint => &event.read_point,
        PlaceField::BizLocation => &event.biz_location,
    };
    place.as_ref().is_some_and(|place| {
        let id = place.id.as_str();
        places.contain(id, scratch) || (reach == Reach::Below && master.is_below(id, places))
    })
}

pub(super) fn id(event: &Event, field: IdField, ids: &Identifiers, scratch: &mut String) -> bool {
    let mut has = |id: Option<&Uri>| id.is_some_and(|id| ids.contain(id.as_str(), scratch));
    match field {
        IdField::EventId => has(event.event_id.as_ref()),
        IdField::TransformationId => match &event.kind {
            Kind::Transformation(transformation) => has(transformation.id.as_ref()),
            _ => false,
        },
        IdField::CorrectiveEventId => {
            let declared = event.error_declaration.as_ref();
            declared.is_some_and(|declared| declared.corrective_event_ids.iter().any(|id| has(Some(id))))
        }
        _ => sensor::id(event, field, &mut has),
    }
}

pub(super) fn error_reason(event: &Event, reasons: &[ErrorReason]) -> bool {
    let reason = event.error_declaration.as_ref().and_then(|declared| declared.reason.as_ref());
    reason.is_some_and(|reason| reasons.contains(reason))
}

pub(super) const fn has(event: &Event, part: Part) -> bool {
    match part {
        Part::ErrorDeclaration => event.error_declaration.is_some(),
        Part::SensorElement => !event.sensor_element_list.is_empty(),
    }
}
