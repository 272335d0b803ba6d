//! Whether an event meets a query.

mod attribute;
mod event;
mod object;
mod own;
mod sensor;

pub(super) use own::{any as any_own, word};

use super::{Condition, MasterData, Query};
use crate::model::Event;

impl Query {
    /// Whether the event meets every condition.
    #[must_use]
    pub fn matches(&self, event: &Event, master: &dyn MasterData) -> bool {
        let mut scratch = String::new();
        self.conditions.iter().all(|condition| meets(event, condition, master, &mut scratch))
    }
}

fn meets(event: &Event, condition: &Condition, master: &dyn MasterData, scratch: &mut String) -> bool {
    use Condition as C;

    match condition {
        C::EventType(types) => event::is_of_type(event, types),
        C::Action(actions) => event.action().is_some_and(|action| actions.contains(&action)),
        C::BizStep(steps) => event.biz_step.as_ref().is_some_and(|step| steps.contains(step)),
        C::Disposition(wanted) => event.disposition.as_ref().is_some_and(|known| wanted.contains(known)),
        C::PersistentDisposition(change, wanted) => event::persistent(event, *change, wanted),
        C::Time(field, bound, time) => event::time(event, *field, *bound, time),
        C::Place(field, reach, places) => event::place(event, *field, *reach, places, master, scratch),
        C::Match(role, patterns) => object::fits(event, *role, patterns, scratch),
        C::Id(field, ids) => event::id(event, *field, ids, scratch),
        C::ErrorReason(reasons) => event::error_reason(event, reasons),
        C::Exists(part) => event::has(event, *part),
        C::Quantity(unit, compared) => object::quantity(event, unit.as_ref(), compared),
        C::BizTransaction(kind, ids) => {
            let mut all = event.biz_transaction_list().iter();
            all.any(|each| each.kind.as_ref() == Some(kind) && ids.contain(each.id.as_str(), scratch))
        }
        C::Source(kind, ids) => {
            event.source_list.iter().any(|each| each.kind == *kind && ids.contain(each.id.as_str(), scratch))
        }
        C::Destination(kind, ids) => {
            let mut all = event.destination_list.iter();
            all.any(|each| each.kind == *kind && ids.contain(each.id.as_str(), scratch))
        }
        C::MeasurementType(types) => {
            sensor::reports(event).any(|report| report.kind.as_ref().is_some_and(|kind| types.contains(kind)))
        }
        C::Text(field, texts) => sensor::text(event, *field, texts),
        C::BooleanValue(value) => sensor::reports(event).any(|report| report.boolean_value == Some(*value)),
        C::PercRank(compared) => sensor::perc_rank(event, compared),
        C::Reading(reading, unit, compared) => sensor::reading(event, *reading, unit.as_ref(), compared),
        C::Own(field, compared) => {
            own::any(event, field, &mut |value| own::compares(value, compared, scratch))
        }
        C::OwnExists(field) => own::any(event, field, &mut |value| own::is_there(value)),
        C::HasAttribute(field, names) => attribute::has(event, field, names, master),
        C::AttributeIs(field, name, values) => attribute::is(event, field, name, values, master, scratch),
    }
}
