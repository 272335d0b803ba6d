//! The parameters of `SimpleEventQuery`, from the table that reads them.

use epcis::query::{Bound, IdField, Operator, Parameter, Prefixes, Query, TextField};
use serde_json::{Map, Value, json};

use super::answer::schema_of;
use crate::resource::TYPES;

/// The shared parameter that stands for all families.
pub(super) const FAMILIES: &str = "families";

/// The fixed names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    Query::fixed_names()
}

/// The shared parameters.
pub(super) fn shared() -> Map<String, Value> {
    let mut shared: Map<String, Value> = names()
        .filter_map(|name| {
            Some((name.to_owned(), told(name, &Parameter::read(name, &Prefixes::default()).ok()?)))
        })
        .collect();
    shared.insert(FAMILIES.to_owned(), families());
    shared
}

fn told(name: &str, parameter: &Parameter) -> Value {
    let mut told = json!({ "name": name, "in": "query", "description": description(parameter) });
    let schema = schema(parameter);
    if parameter.is_list() {
        told["style"] = "pipeDelimited".into();
        told["explode"] = false.into();
        told["schema"] = json!({ "type": "array", "minItems": 1, "items": schema });
    } else {
        told["schema"] = schema;
    }
    told
}

fn schema(parameter: &Parameter) -> Value {
    match parameter {
        Parameter::EventType => json!({ "type": "string", "enum": TYPES }),
        Parameter::Action => json!({ "type": "string", "enum": ["OBSERVE", "ADD", "DELETE"] }),
        Parameter::Time(..) => json!({ "type": "string", "format": "date-time" }),
        Parameter::Quantity(..) | Parameter::PercRank(_) | Parameter::Reading(..) => {
            json!({ "type": "number" })
        }
        Parameter::BooleanValue => json!({ "type": "boolean" }),
        // The standard leaves the value open: only `false` asks for nothing.
        Parameter::Exists(_) => json!({ "type": "string", "examples": ["true"] }),
        Parameter::OrderDirection => json!({ "type": "string", "enum": ["ASC", "DESC"], "default": "DESC" }),
        Parameter::EventCountLimit | Parameter::MaxEventCount => json!({ "type": "integer", "minimum": 0 }),
        Parameter::OrderBy => json!({ "type": "string", "minLength": 1, "examples": ["eventTime"] }),
        Parameter::Text(TextField::HexBinaryValue) => {
            json!({ "type": "string", "pattern": "^[0-9A-Fa-f]+$" })
        }
        Parameter::BizStep => schema_of("BizStep"),
        Parameter::Disposition | Parameter::PersistentDisposition(_) => schema_of("Disposition"),
        Parameter::Match(_) | Parameter::Place(..) | Parameter::Id(_) => schema_of("Uri"),
        _ => json!({ "type": "string", "minLength": 1 }),
    }
}

fn description(parameter: &Parameter) -> String {
    let (name, several) =
        (parameter.name(), if parameter.is_list() { " One of several, with `|` between." } else { "" });
    let field = name.split_once('_').map_or(name.as_str(), |(_, field)| field);
    let said = match parameter {
        Parameter::EventType => "The type of the event.".to_owned(),
        Parameter::PersistentDisposition(_) => {
            "A persistent disposition that the event sets or unsets.".to_owned()
        }
        Parameter::Time(_, bound) => {
            let when = match bound {
                Bound::From => "at this time or later",
                Bound::Before => "before this time",
                Bound::At => "this time",
            };
            format!("`{field}` is {when}.")
        }
        Parameter::Place(..) if name.starts_with("WD_") => {
            format!("`{field}` is this place, or one that master data put below it.")
        }
        Parameter::Match(_) => format!("`{field}` names this object: an identifier, or a pattern of one."),
        Parameter::Id(IdField::EventId) => "The identifier of the event, as URN or Digital Link.".to_owned(),
        Parameter::Exists(_) => format!("The event has `{field}`. `false` asks nothing."),
        Parameter::Quantity(operator, _)
        | Parameter::PercRank(operator)
        | Parameter::Reading(_, operator, _) => {
            format!("`{field}` is {} this number.", compared(*operator))
        }
        Parameter::OrderBy => {
            "What results are ordered by: `eventTime`, `recordTime`, or a field of one's own.".to_owned()
        }
        Parameter::OrderDirection => "The order of results.".to_owned(),
        Parameter::EventCountLimit => "Results after so many are left out; needs `orderBy`.".to_owned(),
        Parameter::MaxEventCount => "More results than so many are refused.".to_owned(),
        _ => format!("`{field}` is this."),
    };
    said + several
}

const fn compared(operator: Operator) -> &'static str {
    match operator {
        Operator::Equal => "equal to",
        Operator::Greater => "greater than",
        Operator::AtLeast => "at least",
        Operator::Less => "less than",
        Operator::AtMost => "at most",
    }
}

/// A query as an object of parameters.
pub(super) fn as_json() -> Value {
    let properties: Map<String, Value> = names()
        .filter_map(|name| {
            Some((name.to_owned(), in_json(&Parameter::read(name, &Prefixes::default()).ok()?)))
        })
        .collect();
    json!({
        "description": "Parameters of `SimpleEventQuery`, those of families by their own names; `@context` may declare \
                        prefixes.",
        "type": "object",
        "properties": properties,
        "patternProperties": { pattern(): true, "^@context$": { "$ref": "#/components/schemas/Context" } },
        "additionalProperties": false
    })
}

fn in_json(parameter: &Parameter) -> Value {
    let schema = scalar_in_json(parameter);
    let told = if parameter.is_list() {
        json!({ "anyOf": [{ "type": "array", "minItems": 1, "items": schema }, schema] })
    } else {
        schema
    };
    json!({ "description": description(parameter), "allOf": [told] })
}

// A number may stand as text and a text that is a number as one: in an address they are the same.
fn scalar_in_json(parameter: &Parameter) -> Value {
    match parameter {
        Parameter::Exists(_) => json!({}),
        Parameter::Quantity(..) | Parameter::PercRank(_) | Parameter::Reading(..) => {
            json!({ "type": ["number", "string"] })
        }
        Parameter::EventCountLimit | Parameter::MaxEventCount => json!({ "type": ["integer", "string"] }),
        Parameter::BooleanValue => json!({ "enum": [true, false, "true", "false", 1, 0, "1", "0"] }),
        Parameter::Text(_) => json!({ "type": ["string", "number", "boolean"] }),
        _ => schema(parameter),
    }
}

fn pattern() -> String {
    format!("^({}).+$", Query::families().collect::<Vec<_>>().join("|"))
}

// OpenAPI has no name with an open end: an object whose members stand in the address comes nearest to it.
fn families() -> Value {
    json!({
        "name": FAMILIES,
        "in": "query",
        "style": "form",
        "explode": true,
        "description": "Parameters whose names end openly: in a type, a unit of measure, or the name of a field as \
                        `namespace#name` or with a prefix that `GS1-Extensions` declares. Each stands in the address \
                        by its own name.",
        "schema": {
            "type": "object",
            "propertyNames": { "pattern": pattern() },
            "additionalProperties": { "type": "string", "minLength": 1 },
            "examples": [
                { "GE_quantity_KGM": "10" },
                { "EQ_bizTransaction_po": "urn:epc:id:gdti:0614141.00001.1618034" }
            ]
        },
        "x-begins": Query::families().collect::<Vec<_>>()
    })
}
