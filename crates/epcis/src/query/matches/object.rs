//! Conditions on the objects of an event.

use crate::model::{Event, Kind, Number, Objects, QuantityElement, Transformation};
use crate::query::scalar::fits as stands;
use crate::query::unit::{Measure, order};
use crate::query::{Comparison, Patterns, Role, Unit};

fn transformation(event: &Event) -> Option<&Transformation> {
    match &event.kind {
        Kind::Transformation(transformation) => Some(transformation),
        _ => None,
    }
}

/// `epcList` and `childEPCs`, with their quantities.
pub(super) fn own(event: &Event) -> impl Iterator<Item = &Objects> {
    event.objects().into_iter().chain(event.children())
}

pub(super) fn inputs(event: &Event) -> Option<&Objects> {
    transformation(event).map(|transformation| &transformation.inputs)
}

pub(super) fn outputs(event: &Event) -> Option<&Objects> {
    transformation(event).map(|transformation| &transformation.outputs)
}

/// All quantities of an event.
pub(super) fn quantities(event: &Event) -> impl Iterator<Item = &QuantityElement> {
    own(event).chain(inputs(event)).chain(outputs(event)).flat_map(|objects| &objects.quantities)
}

pub(super) fn fits(event: &Event, role: Role, patterns: &Patterns, scratch: &mut String) -> bool {
    let mut epcs = |objects: Option<&Objects>| {
        objects.is_some_and(|objects| objects.epcs.iter().any(|epc| patterns.fit(epc.as_str(), scratch)))
    };
    match role {
        Role::Epc => own(event).any(|objects| epcs(Some(objects))),
        Role::InputEpc => epcs(inputs(event)),
        Role::OutputEpc => epcs(outputs(event)),
        Role::AnyEpc => {
            own(event).any(|objects| epcs(Some(objects)))
                || epcs(inputs(event))
                || epcs(outputs(event))
                || event.parent().is_some_and(|parent| patterns.fit(parent.as_str(), scratch))
        }
        Role::ParentId => event.parent().is_some_and(|parent| patterns.fit(parent.as_str(), scratch)),
        _ => class_fits(event, role, patterns, scratch),
    }
}

fn class_fits(event: &Event, role: Role, patterns: &Patterns, scratch: &mut String) -> bool {
    let mut classes = |objects: Option<&Objects>| {
        let mut classes = objects.into_iter().flat_map(|objects| &objects.quantities);
        classes.any(|quantity| patterns.fit(quantity.epc_class.as_str(), scratch))
    };
    match role {
        Role::EpcClass => own(event).any(|objects| classes(Some(objects))),
        Role::InputEpcClass => classes(inputs(event)),
        Role::OutputEpcClass => classes(outputs(event)),
        _ => {
            own(event).any(|objects| classes(Some(objects)))
                || classes(inputs(event))
                || classes(outputs(event))
        }
    }
}

pub(super) fn quantity(event: &Event, unit: Option<&Unit>, compared: &Comparison<Number>) -> bool {
    quantities(event).any(|element| {
        let Some(quantity) = &element.quantity else { return false };
        let uom = element.uom.as_ref().map(crate::model::Uom::as_str);
        compared.values().iter().any(|wanted| {
            let order = match (unit, uom) {
                (None, _) => quantity.value().partial_cmp(&wanted.value()),
                (Some(_), None) => None,
                (Some(unit), Some(uom)) => {
                    order((quantity.value(), uom), (wanted.value(), unit.as_str()), Measure::Point)
                }
            };
            order.is_some_and(|order| stands(compared.operator(), order))
        })
    })
}
