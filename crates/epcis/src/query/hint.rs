//! What a store can narrow a query by, before events are looked at one by one.

use super::{
    Bound, Condition, EventType, IdField, Identifiers, Limit, Order, Patterns, PlaceField, Query, Reach,
    Role, TimeField,
};
use crate::cbv::{BizStep, Disposition};
use crate::model::{Action, Time};

/// What every event that fits must have: each part that is there holds; what is asked beyond them,
/// [`Query::matches`](super::Query::matches) decides.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hint<'q> {
    /// Its type is one of these.
    pub types: Option<&'q [EventType]>,
    /// Its action is one of these.
    pub actions: Option<&'q [Action]>,
    /// Its business step is one of these.
    pub steps: Option<&'q [BizStep]>,
    /// Its disposition is one of these.
    pub dispositions: Option<&'q [Disposition]>,
    /// Its read point is one of these.
    pub read_points: Option<&'q Identifiers>,
    /// Its business location is one of these.
    pub biz_locations: Option<&'q Identifiers>,
    /// Its read point is one of these, or below one.
    pub within_read_points: Option<&'q Identifiers>,
    /// Its business location is one of these, or below one.
    pub within_biz_locations: Option<&'q Identifiers>,
    /// Its identifier is one of these.
    pub event_ids: Option<&'q Identifiers>,
    /// Its time, from the first on, before the second.
    pub event_time: (Option<&'q Time>, Option<&'q Time>),
    /// The time it was received, from the first on, before the second.
    pub record_time: (Option<&'q Time>, Option<&'q Time>),
    /// Of each of these it names an object.
    pub items: Vec<ItemHint>,
    /// The order asked for.
    pub order: Option<&'q Order>,
    /// How many results there may be.
    pub limit: Option<Limit>,
}

/// An event names one of these objects in this role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemHint {
    /// Where.
    pub role: Role,
    /// The objects.
    pub ranges: Vec<ItemRange>,
}

/// Objects that lie together in the order of their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemRange {
    /// This one: its canonical Digital Link, or the URI as written where it is none of GS1.
    Is(String),
    /// All whose key of this number, such as `01`, has a value that begins so.
    Begins {
        /// The number of the key.
        key: String,
        /// What its value begins with.
        value: String,
    },
}

impl Query {
    /// What a store can narrow by.
    #[must_use]
    pub fn hint(&self) -> Hint<'_> {
        let mut hint = Hint { order: self.order.as_ref(), limit: self.limit, ..Hint::default() };
        for condition in &self.conditions {
            hint.take(condition);
        }
        hint
    }
}

impl<'q> Hint<'q> {
    fn take(&mut self, condition: &'q Condition) {
        match condition {
            Condition::EventType(types) => self.types = Some(types),
            Condition::Action(actions) => self.actions = Some(actions),
            Condition::BizStep(steps) => self.steps = Some(steps),
            Condition::Disposition(dispositions) => self.dispositions = Some(dispositions),
            Condition::Place(field, reach, places) => {
                let place = match (field, reach) {
                    (PlaceField::ReadPoint, Reach::Itself) => &mut self.read_points,
                    (PlaceField::BizLocation, Reach::Itself) => &mut self.biz_locations,
                    (PlaceField::ReadPoint, Reach::Below) => &mut self.within_read_points,
                    (PlaceField::BizLocation, Reach::Below) => &mut self.within_biz_locations,
                };
                *place = Some(places);
            }
            Condition::Id(IdField::EventId, ids) => self.event_ids = Some(ids),
            Condition::Time(field @ (TimeField::EventTime | TimeField::RecordTime), bound, time) => {
                let span = match field {
                    TimeField::EventTime => &mut self.event_time,
                    _ => &mut self.record_time,
                };
                match bound {
                    Bound::From => span.0 = Some(time),
                    Bound::Before => span.1 = Some(time),
                    // What sensors said alone is asked for at a time.
                    Bound::At => {}
                }
            }
            Condition::Match(role, patterns) => {
                self.items.extend(ranges(patterns).map(|ranges| ItemHint { role: *role, ranges }));
            }
            _ => {}
        }
    }
}

// None where a pattern leaves everything open.
fn ranges(patterns: &Patterns) -> Option<Vec<ItemRange>> {
    let exact = patterns.exact().written().iter().map(|uri| {
        let link = super::identifier::canonical(uri.as_str());
        ItemRange::Is(link.unwrap_or_else(|| uri.as_str().to_owned()))
    });
    let mut all: Vec<ItemRange> = exact.collect();
    for pattern in patterns.open() {
        let key = pattern.key()?;
        for value in key.beginnings() {
            if value.is_empty() {
                return None;
            }
            all.push(ItemRange::Begins { key: key.key().to_owned(), value });
        }
    }
    Some(all)
}
