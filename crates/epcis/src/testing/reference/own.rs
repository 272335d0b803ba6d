//! Fields of one's own.

use super::same::canonical;
use super::view::View;
use crate::model::{Extension, ExtensionName, ExtensionValue, Time};

/// One value of a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Leaf {
    Text(String),
    /// With its digits.
    Number(f64, String),
    Bool(bool),
    /// Fields within; whether one has something in it.
    Fields(bool),
}

/// What a text or number is taken for, in this order.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub(super) enum Rank {
    Time(i128),
    Number(f64),
    Text(String),
}

/// Lays fields flat under `area|depth|name`: directly there (empty), or within another (`INNER_`).
pub(super) fn lay(area: &str, extensions: &[Extension], out: &mut Vec<(String, Leaf)>) {
    let mut open: Vec<(&str, &Extension)> = extensions.iter().rev().map(|each| ("", each)).collect();
    while let Some((depth, extension)) = open.pop() {
        let name = [area, depth, &name_of(&extension.name)].join("|");
        let mut values = vec![&extension.value];
        let mut inner = Vec::new();
        while let Some(value) = values.pop() {
            match value {
                ExtensionValue::Null => {}
                ExtensionValue::Text(text) => out.push((name.clone(), Leaf::Text(text.to_string()))),
                ExtensionValue::Number(number) => {
                    out.push((name.clone(), Leaf::Number(number.value(), number.as_str().to_owned())));
                }
                ExtensionValue::Bool(value) => out.push((name.clone(), Leaf::Bool(*value))),
                ExtensionValue::List(items) => values.extend(items.iter().rev()),
                ExtensionValue::Fields(fields) => {
                    out.push((name.clone(), Leaf::Fields(fields.iter().any(has_something))));
                    inner.extend(fields);
                }
            }
        }
        open.extend(inner.into_iter().rev().map(|each| ("INNER_", each)));
    }
}

// Any text, number or truth value, however deep.
fn has_something(extension: &Extension) -> bool {
    let mut open = vec![&extension.value];
    while let Some(value) = open.pop() {
        match value {
            ExtensionValue::Null => {}
            ExtensionValue::Text(text) if text.is_empty() => {}
            ExtensionValue::Text(_) | ExtensionValue::Number(_) | ExtensionValue::Bool(_) => return true,
            ExtensionValue::List(items) => open.extend(items),
            ExtensionValue::Fields(fields) => open.extend(fields.iter().map(|field| &field.value)),
        }
    }
    false
}

fn name_of(name: &ExtensionName) -> String {
    match name {
        ExtensionName::Own { namespace, local } => format!("{}#{local}", namespace.trim_end_matches('#')),
        ExtensionName::Field(field) => field.word().to_owned(),
        ExtensionName::Bare(word) => word.to_string(),
    }
}

/// `EQ_`, `GT_`, … and `EXISTS_` of fields of one's own.
pub(super) fn holds(view: &View, operator: &str, rest: &str, values: &[String]) -> bool {
    let (depth, rest) = match rest.strip_prefix("INNER_") {
        Some(rest) => ("INNER_", rest),
        None => ("", rest),
    };
    let areas = [
        "ILMD_",
        "ERROR_DECLARATION_",
        "readPoint_",
        "bizLocation_",
        "SENSORELEMENT_",
        "SENSORMETADATA_",
        "SENSORREPORT_",
    ];
    let area = areas.into_iter().find(|area| rest.starts_with(area)).unwrap_or("");
    let name = rest[area.len()..].replace("cbvmda:", "urn:epcglobal:cbv:mda#");
    let wanted = [area, depth, &name].join("|");
    let mut found = view.own.iter().filter(|(name, _)| *name == wanted).map(|(_, leaf)| leaf);
    if operator == "EXISTS" {
        return super::asked(values) <= found.any(Leaf::is_there);
    }
    found.any(|leaf| {
        values.iter().any(|value| match operator {
            "EQ" => leaf.equals(value),
            _ => leaf.compares(operator, value),
        })
    })
}

impl Leaf {
    fn is_there(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(..) | Self::Bool(_) => true,
            Self::Fields(some) => *some,
        }
    }

    pub(super) fn rank(&self) -> Option<Rank> {
        match self {
            Self::Text(text) => (!text.is_empty()).then(|| rank(text)),
            Self::Number(value, _) => Some(Rank::Number(*value)),
            Self::Bool(value) => Some(Rank::Text(value.to_string())),
            Self::Fields(_) => None,
        }
    }

    pub(super) fn equals(&self, wanted: &str) -> bool {
        match self {
            Self::Text(text) => {
                let typed = !matches!(rank(wanted), Rank::Text(_)) && rank(wanted) == rank(text);
                text == wanted || typed || canonical(text) == canonical(wanted)
            }
            Self::Number(value, digits) => digits == wanted || rank(wanted) == Rank::Number(*value),
            Self::Bool(value) => value.to_string() == wanted,
            Self::Fields(_) => false,
        }
    }

    // Only values of one type compare.
    fn compares(&self, operator: &str, wanted: &str) -> bool {
        let Some(found) = self.rank() else { return false };
        let wanted = rank(wanted);
        let alike = matches!(
            (&found, &wanted),
            (Rank::Time(_), Rank::Time(_))
                | (Rank::Number(_), Rank::Number(_))
                | (Rank::Text(_), Rank::Text(_))
        );
        alike
            && match operator {
                "GT" => found > wanted,
                "GE" => found >= wanted,
                "LT" => found < wanted,
                _ => found <= wanted,
            }
    }
}

// A day or a time; a number without exponent, of at most 15 digits, without zeros before it; else a text.
fn rank(text: &str) -> Rank {
    let zoned = [text.to_owned(), format!("{text}Z"), format!("{text}T00:00:00Z")];
    let looks_like_a_day = text.chars().nth(4) == Some('-') && text.chars().nth(7) == Some('-');
    if looks_like_a_day && let Some(time) = zoned.iter().find_map(|text| Time::read(text).ok()) {
        return Rank::Time(time.unix_nanos());
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let parts: Vec<&str> = digits.split('.').collect();
    let plain = parts.len() <= 2
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
        && (parts[0] == "0" || !parts[0].starts_with('0'))
        && digits.chars().filter(char::is_ascii_digit).count() <= 15;
    match text.parse() {
        Ok(number) if plain => Rank::Number(number),
        _ => Rank::Text(text.to_owned()),
    }
}
