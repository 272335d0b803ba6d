//! Queries in documents: the `Poll` of a query document, in either binding (section 8.2.6).

use super::{Given, Prefixes, Query, QueryCode, QueryFault};
use crate::tree::{Branch, Field, Tree, Value};

/// The query whose parameters these are.
const SIMPLE_EVENT_QUERY: &str = "SimpleEventQuery";

impl Query {
    /// Reads the `Poll` of a document: the name of the query, and a name and values for each parameter.
    ///
    /// # Errors
    /// There is none, it asks another query, or its parameters do not hold.
    pub fn from_document(tree: &Tree<'_>, prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        let none = |found: &str| vec![QueryFault::new(QueryCode::NoQuery, "queryName", found)];
        let root = tree.root();
        let poll = match root.field() {
            Some(Field::Poll) => Some(root),
            _ => root.child(Field::Poll).or_else(|| root.child(Field::EpcisBody)?.child(Field::Poll)),
        };
        let poll = poll.ok_or_else(|| none(""))?;
        let name = poll.child(Field::QueryName).and_then(Branch::text).unwrap_or_default();
        if name != SIMPLE_EVENT_QUERY {
            return Err(none(name));
        }
        let mut prefixes = prefixes.clone();
        for declared in tree.prefixes() {
            prefixes.declare(&declared.prefix, &declared.iri);
        }
        let params = poll.child(Field::Params);
        let given: Vec<Given> = params.into_iter().flat_map(each).take(super::MAX_PARAMETERS + 1).collect();
        Self::read(&given, &prefixes)
    }
}

// A list of `param`, or `param` after `param`.
fn each<'t>(params: Branch<'t, '_>) -> impl Iterator<Item = Given> {
    params.children().flat_map(Branch::items).filter_map(|param| {
        let name = param.child(Field::ParamName)?.text()?.trim().to_owned();
        let mut values = Vec::new();
        if let Some(value) = param.child(Field::Value) {
            collect(value, &mut values);
        }
        Some(Given { name, values })
    })
}

// A value, a list of values, or an element with values in it; an empty one is no value. As deep as a tree may be.
fn collect(node: Branch<'_, '_>, values: &mut Vec<String>) {
    if values.len() > super::MAX_VALUES {
        return;
    }
    match node.value() {
        Value::List | Value::Fields => node.children().for_each(|child| collect(child, values)),
        _ => values.extend(node.text().filter(|text| !text.is_empty()).map(str::to_owned)),
    }
}
