//! A slow evaluator of `SimpleEventQuery`, written from the standard's text (section 8.2.7.1) over a flat view of
//! an event. It shares nothing with the quick one but the model, the units, and the canonical link of an identifier.

mod own;
mod pattern;
mod same;
mod view;

use std::cmp::Ordering;

use crate::model::{AttributeValue, Event, Time, VocabularyElement, VocabularyList};
use own::Leaf;
use same::{equal_ids, instant, words};
use view::View;

/// Master data that is asked.
pub type Master = [VocabularyList];

/// The numbers of the events that fit, in the order that is asked for; parameters are taken to be sound.
/// `maxEventCount` is left to the caller.
#[must_use]
pub fn evaluate(events: &[Event], parameters: &[(String, Vec<String>)], master: &Master) -> Vec<usize> {
    let fits = |event: &Event| {
        let view = View::of(event);
        parameters.iter().all(|(name, values)| holds(&view, name, values, master))
    };
    let mut found: Vec<usize> =
        events.iter().enumerate().filter(|(_, event)| fits(event)).map(|(place, _)| place).collect();
    let value = |name: &str| {
        let (_, values) = parameters.iter().find(|(known, _)| known == name)?;
        values.first().map(String::as_str)
    };
    if let Some(by) = value("orderBy") {
        let ascending = value("orderDirection") == Some("ASC");
        found.sort_by(|one, two| order(&events[*one], &events[*two], by, ascending));
    }
    if let Some(count) = value("eventCountLimit") {
        found.truncate(count.parse().unwrap_or(usize::MAX));
    }
    found
}

// Events without the field may stand anywhere: here they stand last.
fn order(one: &Event, two: &Event, by: &str, ascending: bool) -> Ordering {
    let key = |event: &Event| match by {
        "eventTime" => Some(Leaf::Text(event.event_time.as_str().to_owned())),
        "recordTime" => event.record_time.as_ref().map(|time| Leaf::Text(time.as_str().to_owned())),
        _ => {
            let view = View::of(event);
            let field = view.own.iter().filter(|(name, _)| *name == ["", "", by].join("|"));
            field.map(|(_, leaf)| leaf).find(|leaf| leaf.rank().is_some()).cloned()
        }
    };
    let (one, two) = (key(one), key(two));
    match (&one, &two) {
        (Some(one), Some(two)) if ascending => one.rank().partial_cmp(&two.rank()).unwrap_or(Ordering::Equal),
        (Some(one), Some(two)) => two.rank().partial_cmp(&one.rank()).unwrap_or(Ordering::Equal),
        _ => two.is_some().cmp(&one.is_some()),
    }
}

fn holds(view: &View, name: &str, values: &[String], master: &Master) -> bool {
    let any_word = |field: &str, vocabulary: &str| {
        view.texts(field)
            .any(|found| values.iter().any(|value| words(value, vocabulary) == words(found, vocabulary)))
    };
    let any_id =
        |field: &str| view.texts(field).any(|found| values.iter().any(|value| equal_ids(found, value)));
    let any_text = |field: &str| view.texts(field).any(|found| values.iter().any(|value| value == found));
    match name {
        "orderBy" | "orderDirection" | "eventCountLimit" | "maxEventCount" => true,
        "eventType" => any_text("type"),
        "EQ_action" => any_text("action"),
        "EQ_bizStep" => any_word("bizStep", "BizStep-"),
        "EQ_disposition" => any_word("disposition", "Disp-"),
        "EQ_persistentDisposition_set" => any_word("set", "Disp-"),
        "EQ_persistentDisposition_unset" => any_word("unset", "Disp-"),
        "EQ_errorReason" => any_word("reason", "ER-"),
        "EQ_type" => any_word("sensor type", ""),
        "EQ_stringValue" => any_text("stringValue"),
        "EQ_booleanValue" => any_text("booleanValue"),
        "EQ_hexBinaryValue" => view
            .texts("hexBinaryValue")
            .any(|found| values.iter().any(|v| v.to_uppercase() == found.to_uppercase())),
        "EQ_eventID" => any_text("eventID"),
        "EQ_correctiveEventID" => any_text("correctiveEventIDs"),
        "EQ_transformationID"
        | "EQ_deviceID"
        | "EQ_deviceMetadata"
        | "EQ_rawData"
        | "EQ_dataProcessingMethod"
        | "EQ_microorganism"
        | "EQ_chemicalSubstance"
        | "EQ_bizRules"
        | "EQ_uriValue"
        | "EQ_readPoint"
        | "EQ_bizLocation" => any_id(name.trim_start_matches("EQ_")),
        "WD_readPoint" | "WD_bizLocation" => view
            .texts(name.trim_start_matches("WD_"))
            .any(|found| values.iter().any(|top| is_within(found, top, master))),
        "EXISTS_errorDeclaration" => asked(values) <= view.texts("declarationTime").next().is_some(),
        "EXISTS_sensorElement" | "EXISTS_sensorElementList" => asked(values) <= view.has_sensors,
        _ if name.starts_with("MATCH_") => pattern::any(view, name.trim_start_matches("MATCH_"), values),
        _ => family(view, name, values, master),
    }
}

// `EXISTS_` says nothing with its value, but `false` asks for nothing.
fn asked(values: &[String]) -> bool {
    values.first().map(String::as_str) != Some("false")
}

fn family(view: &View, name: &str, values: &[String], master: &Master) -> bool {
    let (operator, rest) = name.split_once('_').unwrap_or((name, ""));
    for (list, begin, vocabulary) in [
        ("bizTransaction", "bizTransaction_", "BTT-"),
        ("source", "source_", "SDT-"),
        ("destination", "destination_", "SDT-"),
    ] {
        if operator == "EQ"
            && let Some(kind) = rest.strip_prefix(begin)
        {
            let wanted = words(kind, vocabulary);
            let ids = view.typed.iter().filter(|each| each.0 == list && words(&each.1, vocabulary) == wanted);
            return ids.into_iter().any(|each| values.iter().any(|value| equal_ids(&each.2, value)));
        }
    }
    let time_field = rest.replace("errorDeclaration_Time", "errorDeclarationTime");
    if ["eventTime", "recordTime", "errorDeclarationTime", "time", "startTime", "endTime"]
        .contains(&&*time_field)
    {
        let Some(limit) = values.first().and_then(|value| instant(value)) else { return false };
        let field = if time_field == "errorDeclarationTime" { "declarationTime" } else { &*time_field };
        let mut times = view.texts(field).filter_map(instant);
        return if operator == "GE" {
            times.any(|time| time >= limit)
        } else {
            times.any(|time| time < limit)
        };
    }
    if let Some(unit) = rest.strip_prefix("quantity") {
        let unit = unit.trim_start_matches('_');
        return view
            .quantities
            .iter()
            .any(|(value, uom)| measured(operator, *value, uom, values, unit, false));
    }
    if rest == "percRank" {
        return view.readings.iter().any(|(name, value, _)| {
            *name == "percRank" && measured(operator, *value, "", values, "", false)
        });
    }
    for reading in ["value", "minValue", "maxValue", "meanValue", "sDev", "percValue"] {
        if let Some(unit) = rest.strip_prefix(&format!("{reading}_")) {
            return view.readings.iter().any(|(name, value, uom)| {
                *name == reading && measured(operator, *value, uom, values, unit, reading == "sDev")
            });
        }
        if rest == reading {
            return view.readings.iter().any(|(name, value, _)| {
                *name == reading && measured(operator, *value, "", values, "", false)
            });
        }
    }
    match (operator, rest.strip_prefix("ATTR_")) {
        ("HASATTR", _) => {
            has_attribute(view, rest, master, &|id, _| values.iter().any(|name| same::attribute(id, name)))
        }
        ("EQATTR", _) => attribute_is(view, rest, values, master),
        ("EQ", Some(rest)) => attribute_is(view, rest, values, master),
        _ => own::holds(view, operator, rest, values),
    }
}

/// Compares a number with a unit; without a unit in the name the number alone.
fn measured(operator: &str, found: f64, uom: &str, values: &[String], unit: &str, is_distance: bool) -> bool {
    let found = match unit {
        "" => Some(found),
        _ if is_distance => {
            let convert = |value| crate::unit::convert(value, uom, unit);
            convert(found)
                .zip(convert(0.0))
                .map(|(found, zero)| if uom == unit { found } else { found - zero })
        }
        _ => crate::unit::convert(found, uom, unit),
    };
    let Some(found) = found else { return false };
    let exact = unit.is_empty() || unit == uom;
    values.iter().filter_map(|value| value.parse::<f64>().ok()).any(|wanted| {
        let equal = found == wanted || (!exact && (found - wanted).abs() < 1e-9 * wanted.abs().max(1.0));
        match operator {
            "EQ" => equal,
            "GT" => !equal && found > wanted,
            "GE" => equal || found > wanted,
            "LT" => !equal && found < wanted,
            _ => equal || found < wanted,
        }
    })
}

fn elements<'m>(id: &str, master: &'m Master) -> Vec<&'m VocabularyElement> {
    let all = master.iter().flat_map(|list| &list.elements);
    all.filter(|element| equal_ids(element.id.as_str(), id)).collect()
}

/// Whether a place is another, or a direct or indirect child of it (6.5).
fn is_within(place: &str, top: &str, master: &Master) -> bool {
    let mut reached = vec![top.to_owned()];
    let mut next = 0;
    while let Some(parent) = reached.get(next).cloned() {
        for child in elements(&parent, master).iter().flat_map(|element| &element.children) {
            if !reached.iter().any(|known| equal_ids(known, child.as_str())) {
                reached.push(child.as_str().to_owned());
            }
        }
        next += 1;
    }
    reached.iter().any(|known| equal_ids(known, place))
}

fn has_attribute(
    view: &View,
    field: &str,
    master: &Master,
    test: &dyn Fn(&str, &AttributeValue) -> bool,
) -> bool {
    let own = view.own.iter().filter(|(name, _)| *name == ["", "", field].join("|"));
    let own = own.filter_map(|(_, leaf)| match leaf {
        Leaf::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let typed = view.typed.iter().filter(|each| each.0 == field).map(|each| each.2.as_str());
    let values: Vec<&str> = view.texts(field).chain(typed).chain(own).collect();
    let known = values.iter().flat_map(|value| elements(value, master));
    known.flat_map(|element| &element.attributes).any(|attribute| {
        attribute.value != AttributeValue::None && test(attribute.id.as_str(), &attribute.value)
    })
}

fn attribute_is(view: &View, rest: &str, values: &[String], master: &Master) -> bool {
    // The name of a field of one's own ends at the first underscore behind its namespace.
    let from = if rest.contains("://ns.") { rest.find('#').unwrap_or(0) } else { 0 };
    let Some(end) = rest[from..].find('_').map(|end| end + from) else { return false };
    let (field, name) = (&rest[..end], &rest[end + 1..]);
    has_attribute(view, field, master, &|id, value| {
        let leaf = match value {
            AttributeValue::Text(text) => Leaf::Text(text.to_string()),
            AttributeValue::Number(number) => Leaf::Number(number.value(), number.as_str().to_owned()),
            AttributeValue::None | AttributeValue::Fields(_) => return false,
        };
        same::attribute(id, name) && values.iter().any(|wanted| leaf.equals(wanted))
    })
}

fn nanos(time: &Time) -> i128 {
    time.unix_nanos()
}
