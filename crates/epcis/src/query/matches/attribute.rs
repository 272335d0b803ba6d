//! Conditions on master data of what an event names.

use super::{object, own};
use crate::model::{AttributeValue, Event, ExtensionValue, Kind, Objects, Uri};
use crate::query::master::is_called;
use crate::query::{Area, FieldName, MasterData, OwnField, Scalar, VocabularyField, VocabularyWord};

/// Whether a named attribute is known of the field's value.
pub(super) fn has(
    event: &Event,
    field: &VocabularyField,
    names: &[Box<str>],
    master: &dyn MasterData,
) -> bool {
    any(event, field, &mut |element| {
        master.any_attribute(element, &mut |attribute| names.iter().any(|name| is_called(attribute, name)))
    })
}

/// Whether the attribute of the field's value is one of these.
pub(super) fn is(
    event: &Event,
    field: &VocabularyField,
    name: &str,
    values: &[Scalar],
    master: &dyn MasterData,
    scratch: &mut String,
) -> bool {
    any(event, field, &mut |element| {
        master.any_attribute(element, &mut |attribute| {
            is_called(attribute, name)
                && values.iter().any(|wanted| match &attribute.value {
                    AttributeValue::Text(text) => wanted.is_text(text, scratch),
                    AttributeValue::Number(number) => wanted.is_number(number),
                    AttributeValue::None | AttributeValue::Fields(_) => false,
                })
        })
    })
}

fn any(event: &Event, field: &VocabularyField, test: &mut dyn FnMut(&str) -> bool) -> bool {
    match field {
        VocabularyField::Standard(word) => any_standard(event, *word, test),
        VocabularyField::Own(name) => any_own(event, name, test),
    }
}

fn any_own(event: &Event, name: &FieldName, test: &mut dyn FnMut(&str) -> bool) -> bool {
    let field = OwnField { area: Area::Event, inner: false, name: name.clone() };
    own::any(event, &field, &mut |value| match value {
        ExtensionValue::Text(text) => test(text),
        ExtensionValue::List(items) => items.iter().any(|item| match item {
            ExtensionValue::Text(text) => test(text),
            _ => false,
        }),
        _ => false,
    })
}

fn any_standard(event: &Event, word: VocabularyWord, test: &mut dyn FnMut(&str) -> bool) -> bool {
    use VocabularyWord as W;

    let one =
        |uri: Option<&Uri>, test: &mut dyn FnMut(&str) -> bool| uri.is_some_and(|uri| test(uri.as_str()));
    let epcs = |objects: Option<&Objects>, test: &mut dyn FnMut(&str) -> bool| {
        objects.is_some_and(|objects| objects.epcs.iter().any(|epc| test(epc.as_str())))
    };
    match word {
        W::BizStep => event.biz_step.as_ref().is_some_and(|step| test(&step.iri())),
        W::Disposition => event.disposition.as_ref().is_some_and(|state| test(&state.iri())),
        W::ReadPoint => one(event.read_point.as_ref().map(|place| &place.id), test),
        W::BizLocation => one(event.biz_location.as_ref().map(|place| &place.id), test),
        W::BizTransaction => event.biz_transaction_list().iter().any(|each| test(each.id.as_str())),
        W::Source => event.source_list.iter().any(|each| test(each.id.as_str())),
        W::Destination => event.destination_list.iter().any(|each| test(each.id.as_str())),
        W::EpcClass => object::quantities(event).any(|quantity| test(quantity.epc_class.as_str())),
        W::EpcList => epcs(event.objects(), test),
        W::ChildEpcs => epcs(event.children(), test),
        W::ParentId => one(event.parent(), test),
        W::InputEpcList => epcs(object::inputs(event), test),
        W::OutputEpcList => epcs(object::outputs(event), test),
        W::TransformationId => match &event.kind {
            Kind::Transformation(transformation) => one(transformation.id.as_ref(), test),
            _ => false,
        },
    }
}
