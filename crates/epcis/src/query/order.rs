//! The order of results.

use std::cmp::Ordering;

use super::matches::{any_own, word};
use super::parameter::{Area, OwnField};
use super::scalar::{Form, form};
use super::{Direction, FieldName, OrderBy, Query};
use crate::model::{Event, ExtensionValue};

impl Query {
    /// How two events stand in the order that is asked for; equal where none is. Events that lack the field
    /// come last.
    #[must_use]
    pub fn order_of(&self, one: &Event, two: &Event) -> Ordering {
        let Some(order) = &self.order else { return Ordering::Equal };
        let directed = |ordering: Ordering| match order.direction {
            Direction::Ascending => ordering,
            Direction::Descending => ordering.reverse(),
        };
        match &order.by {
            OrderBy::EventTime => directed(one.event_time.unix_nanos().cmp(&two.event_time.unix_nanos())),
            OrderBy::RecordTime => {
                let nanos =
                    |event: &Event| event.record_time.as_ref().map(|time| Key::Time(time.unix_nanos()));
                last_where_missing(nanos(one), nanos(two), directed)
            }
            OrderBy::Own(name) => last_where_missing(key(one, name), key(two, name), directed),
        }
    }
}

// Times before numbers before texts, where one field has several types.
#[derive(Debug)]
enum Key {
    Time(i128),
    Number(f64),
    Text(Box<str>),
}

impl Key {
    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Time(one), Self::Time(two)) => one.cmp(two),
            (Self::Number(one), Self::Number(two)) => one.total_cmp(two),
            (Self::Text(one), Self::Text(two)) => one.cmp(two),
            (Self::Time(_), _) | (Self::Number(_), Self::Text(_)) => Ordering::Less,
            _ => Ordering::Greater,
        }
    }
}

fn last_where_missing(
    one: Option<Key>,
    two: Option<Key>,
    directed: impl Fn(Ordering) -> Ordering,
) -> Ordering {
    match (one, two) {
        (Some(one), Some(two)) => directed(one.order(&two)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

// The first value of the field.
fn key(event: &Event, name: &FieldName) -> Option<Key> {
    let field = OwnField { area: Area::Event, inner: false, name: name.clone() };
    let mut found = None;
    any_own(event, &field, &mut |value| {
        found = match value {
            ExtensionValue::List(items) => items.iter().find_map(of_value),
            single => of_value(single),
        };
        found.is_some()
    });
    found
}

fn of_value(value: &ExtensionValue) -> Option<Key> {
    match value {
        ExtensionValue::Text(text) if !text.is_empty() => Some(match form(text) {
            Form::Time(nanos) => Key::Time(nanos),
            Form::Number(number) => Key::Number(number),
            Form::Text => Key::Text(text.clone()),
        }),
        ExtensionValue::Number(number) => Some(Key::Number(number.value())),
        ExtensionValue::Bool(value) => Some(Key::Text(word(*value).into())),
        _ => None,
    }
}
