//! Conditions on fields of one's own.

use crate::model::{Event, Extension, ExtensionValue, Location};
use crate::query::scalar::fits as stands;
use crate::query::{Area, Comparison, FieldName, OwnField, Scalar};
use crate::tree::MAX_DEPTH;

type Test<'t> = &'t mut dyn FnMut(&ExtensionValue) -> bool;

/// Whether the test holds for a value of the field.
pub(in crate::query) fn any(event: &Event, field: &OwnField, test: Test<'_>) -> bool {
    let sensors = || event.sensor_element_list.iter();
    let place = |place: &Option<Location>, test: Test<'_>| {
        place.as_ref().is_some_and(|place| among(&place.extensions, field, test))
    };
    match field.area {
        Area::Event => among(&event.extensions, field, test),
        Area::Ilmd => among(event.ilmd(), field, test),
        Area::ErrorDeclaration => {
            event.error_declaration.as_ref().is_some_and(|declared| among(&declared.extensions, field, test))
        }
        Area::ReadPoint => place(&event.read_point, test),
        Area::BizLocation => place(&event.biz_location, test),
        Area::SensorElement => sensors().any(|element| among(&element.extensions, field, test)),
        Area::SensorMetadata => sensors()
            .filter_map(|element| element.metadata.as_ref())
            .any(|metadata| among(&metadata.extensions, field, test)),
        Area::SensorReport => sensors()
            .flat_map(|element| &element.reports)
            .any(|report| among(&report.extensions, field, test)),
    }
}

fn among(extensions: &[Extension], field: &OwnField, test: Test<'_>) -> bool {
    extensions.iter().any(|extension| {
        if field.inner {
            within(&extension.value, &field.name, MAX_DEPTH, test)
        } else {
            field.name.is(&extension.name) && test(&extension.value)
        }
    })
}

// At any depth below a value; deeper than a tree may be, nothing is looked for.
fn within(value: &ExtensionValue, name: &FieldName, depth: usize, test: Test<'_>) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match value {
        ExtensionValue::Fields(fields) => fields.iter().any(|inner| {
            (name.is(&inner.name) && test(&inner.value)) || within(&inner.value, name, depth, test)
        }),
        ExtensionValue::List(items) => items.iter().any(|item| within(item, name, depth, test)),
        _ => false,
    }
}

/// Whether a value, or one of several, compares so.
pub(super) fn compares(value: &ExtensionValue, compared: &Comparison<Scalar>, scratch: &mut String) -> bool {
    let ordered = |scalar: &Scalar| {
        let order = match value {
            // An element of XML without content: it has no value.
            ExtensionValue::Text(text) if text.is_empty() => None,
            ExtensionValue::Text(text) => scalar.order_of_text(text),
            ExtensionValue::Number(number) => scalar.order_of_number(number),
            ExtensionValue::Bool(value) => scalar.order_of_text(word(*value)),
            _ => None,
        };
        order.is_some_and(|order| stands(compared.operator(), order))
    };
    match (value, compared) {
        (ExtensionValue::List(items), _) => items.iter().any(|item| compares(item, compared, scratch)),
        (_, Comparison::OneOf(scalars)) => scalars.iter().any(|scalar| equals(value, scalar, scratch)),
        _ => compared.values().iter().any(ordered),
    }
}

/// Whether a single value is equal.
pub(super) fn equals(value: &ExtensionValue, scalar: &Scalar, scratch: &mut String) -> bool {
    match value {
        ExtensionValue::Text(text) => scalar.is_text(text, scratch),
        ExtensionValue::Number(number) => scalar.is_number(number),
        ExtensionValue::Bool(value) => scalar.as_str() == word(*value),
        ExtensionValue::Null | ExtensionValue::List(_) | ExtensionValue::Fields(_) => false,
    }
}

/// A truth value as XML has it: a text.
pub(in crate::query) const fn word(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Whether there is something in the value, at any depth: XML drops lists without items.
pub(super) fn is_there(value: &ExtensionValue) -> bool {
    match value {
        ExtensionValue::Null => false,
        ExtensionValue::Text(text) => !text.is_empty(),
        ExtensionValue::Number(_) | ExtensionValue::Bool(_) => true,
        ExtensionValue::List(items) => items.iter().any(is_there),
        ExtensionValue::Fields(fields) => fields.iter().any(|field| is_there(&field.value)),
    }
}
