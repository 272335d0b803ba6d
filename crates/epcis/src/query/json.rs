//! Queries as JSON: an object of parameters, and named queries.

use std::fmt::Write;

use super::fault::Faults;
use super::parameter::Parameter;
use super::{Given, Prefixes, Query, QueryCode, QueryFault};
use crate::json;
use crate::tree::{Branch, TreeFault, TreeFaultKind, Value};

/// The key of prefixes, among parameters.
const CONTEXT: &str = "@context";

/// A query with the name it is kept under (`/queries`).
#[derive(Debug, Clone, PartialEq)]
pub struct NamedQuery {
    /// The name.
    pub name: String,
    /// The query.
    pub query: Query,
}

impl NamedQuery {
    /// Reads `{"name": …, "query": {…}}`.
    ///
    /// # Errors
    /// All that does not hold, up to [`super::MAX_FAULTS`].
    pub fn from_json(source: &str, prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        let tree = json::read_unnamed(source).map_err(|fault| vec![of_fault(&fault)])?;
        Self::from_branch(tree.root(), prefixes)
    }

    /// Reads the same out of a source.
    ///
    /// # Errors
    /// As [`NamedQuery::from_json`].
    pub fn from_branch(object: Branch<'_, '_>, prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        let child = |key: &str| object.children().find(|child| child.written() == key);
        let name = child("name").and_then(|name| match name.value() {
            Value::Text(name) if !name.is_empty() => Some(name.to_string()),
            _ => None,
        });
        let no_name = || vec![QueryFault::new(QueryCode::NoQueryName, "name", "")];
        let name = name.ok_or_else(no_name)?;
        let mut prefixes = prefixes.clone();
        declare(object, &mut prefixes);
        let query = child("query").ok_or_else(|| vec![QueryFault::new(QueryCode::NoQuery, "query", "")])?;
        Ok(Self { name, query: Query::from_branch(query, &prefixes)? })
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::from("{\"name\":");
        push_string(&self.name, &mut out);
        out.push_str(",\"query\":");
        out.push_str(&self.query.to_json());
        out.push('}');
        out
    }
}

impl Query {
    /// Reads an object of parameters; its `@context` may declare prefixes.
    ///
    /// # Errors
    /// All that does not hold, up to [`super::MAX_FAULTS`].
    pub fn from_json(source: &str, prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        let tree = json::read_unnamed(source).map_err(|fault| vec![of_fault(&fault)])?;
        Self::from_branch(tree.root(), prefixes)
    }

    /// Reads an object of parameters inside of a source.
    ///
    /// # Errors
    /// As [`Query::from_json`].
    pub fn from_branch(object: Branch<'_, '_>, prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        if *object.value() != Value::Fields {
            return Err(vec![QueryFault::new(QueryCode::NotJson, "", object.written())]);
        }
        let mut prefixes = prefixes.clone();
        declare(object, &mut prefixes);
        let (mut given, mut faults) = (Vec::new(), Faults::default());
        let fields = object.children().filter(|child| child.written() != CONTEXT);
        for child in fields.take(super::MAX_PARAMETERS + 1) {
            match values(child) {
                Some(values) => given.push(Given { name: child.written().to_owned(), values }),
                None => faults.add(QueryCode::WrongKind, child.written(), ""),
            }
        }
        match Self::read(&given, &prefixes) {
            Ok(query) if faults.0.is_empty() => Ok(query),
            read => Err(faults.0.into_iter().chain(read.err().unwrap_or_default()).collect()),
        }
    }

    /// As an object of parameters.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::from("{");
        for (place, (parameter, values)) in self.parameters().into_iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            push_string(&parameter.name(), &mut out);
            out.push(':');
            push_values(&parameter, &values, &mut out);
        }
        out.push('}');
        out
    }
}

fn values(child: Branch<'_, '_>) -> Option<Vec<String>> {
    match child.value() {
        Value::Null => Some(Vec::new()),
        Value::Fields => None,
        _ => child.items().take(super::MAX_VALUES + 1).map(|item| item.text().map(str::to_owned)).collect(),
    }
}

// What contexts declare: `"prefix": "namespace"`, or `"prefix": {"@id": "namespace"}`.
fn declare(object: Branch<'_, '_>, prefixes: &mut Prefixes) {
    let Some(context) = object.children().find(|child| child.written() == CONTEXT) else { return };
    for declared in context.items().flat_map(Branch::children) {
        let expanded = || declared.children().find(|inner| inner.written() == "@id")?.text();
        if let Some(namespace) = declared.text().or_else(expanded) {
            prefixes.declare(declared.written(), namespace);
        }
    }
}

fn of_fault(fault: &TreeFault) -> QueryFault {
    match fault.kind {
        TreeFaultKind::Twice => QueryFault::new(QueryCode::Repeated, &fault.found, ""),
        _ => QueryFault::new(QueryCode::NotJson, "", &format!("{}@{}", fault.place, fault.at)),
    }
}

fn push_values(parameter: &Parameter, values: &[String], out: &mut String) {
    let push = |value: &String, out: &mut String| {
        let plain = match parameter {
            Parameter::BooleanValue => true,
            Parameter::EventCountLimit
            | Parameter::MaxEventCount
            | Parameter::Quantity(..)
            | Parameter::PercRank(_)
            | Parameter::Reading(..) => is_number(value),
            Parameter::Own(..) if !parameter.is_list() => is_number(value),
            _ => false,
        };
        if plain { out.push_str(value) } else { push_string(value, out) }
    };
    match values {
        // The schema of queries wants an integer where the standard's text has nothing.
        [] => out.push('1'),
        [value] if !parameter.is_list() => push(value, out),
        _ => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                push(value, out);
            }
            out.push(']');
        }
    }
}

// As JSON writes numbers (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (digits, None),
    };
    let (whole, part) =
        mantissa.split_once('.').map_or((mantissa, None), |(whole, part)| (whole, Some(part)));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && part.is_none_or(all)
        && exponent.is_none_or(all)
}

fn push_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            // Writing into a text cannot fail.
            '\0'..' ' => drop(write!(out, "\\u{:04x}", u32::from(character))),
            other => out.push(other),
        }
    }
    out.push('"');
}
