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
        let poll = poll(tree.root()).ok_or_else(|| none(""))?;
        let name = query_name(poll);
        if name != SIMPLE_EVENT_QUERY {
            return Err(none(name));
        }
        let mut prefixes = prefixes.clone();
        for declared in tree.prefixes() {
            prefixes.declare(&declared.prefix, &declared.iri);
        }
        let params = poll.child(Field::Params);
        let given: Vec<Given> = params.into_iter().flat_map(given).take(super::MAX_PARAMETERS + 1).collect();
        Self::read(&given, &prefixes)
    }
}

/// The faults of a document that asks for events, each with the parameter it is in.
pub(crate) fn faults_of<'t, 's>(tree: &'t Tree<'s>) -> Vec<(QueryFault, Branch<'t, 's>)> {
    let Some(poll) = poll(tree.root()).filter(|poll| query_name(*poll) == SIMPLE_EVENT_QUERY) else {
        return Vec::new();
    };
    let faults = Query::from_document(tree, &Prefixes::default()).err().unwrap_or_default();
    // A fault names its parameter shortened; of parameters named alike, the last is one too many.
    let place = |fault: &QueryFault| {
        let named = |(name, _): &(&str, Branch<'_, '_>)| *name == fault.parameter;
        poll.child(Field::Params).into_iter().flat_map(each).filter(named).last()
    };
    faults
        .into_iter()
        .map(|fault| {
            let at = place(&fault).map_or(poll, |(_, at)| at);
            (fault, at)
        })
        .collect()
}

fn poll<'t, 's>(root: Branch<'t, 's>) -> Option<Branch<'t, 's>> {
    match root.field() {
        Some(Field::Poll) => Some(root),
        _ => root.child(Field::Poll).or_else(|| root.child(Field::EpcisBody)?.child(Field::Poll)),
    }
}

fn query_name<'t>(poll: Branch<'t, '_>) -> &'t str {
    poll.child(Field::QueryName).and_then(Branch::text).unwrap_or_default()
}

// A list of `param`, or `param` after `param`: the name of each and where it stands.
fn each<'t, 's>(params: Branch<'t, 's>) -> impl Iterator<Item = (&'t str, Branch<'t, 's>)> {
    params
        .children()
        .flat_map(Branch::items)
        .filter_map(|param| Some((param.child(Field::ParamName)?.text()?.trim(), param)))
}

fn given<'t>(params: Branch<'t, '_>) -> impl Iterator<Item = Given> {
    each(params).map(|(name, param)| {
        let mut values = Vec::new();
        if let Some(value) = param.child(Field::Value) {
            collect(value, &mut values);
        }
        Given { name: name.to_owned(), values }
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
