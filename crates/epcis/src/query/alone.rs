//! A question that is a source of its own: an object of parameters, or the body that gives one a name (`/queries`).

use super::{NamedQuery, Parameter, Prefixes, Query, QueryFault};
use crate::tree::{Branch, Field, Value};

/// How the address of the standard's schema of questions ends, which contexts name.
const SCHEMA: &str = "query-schema.json";

/// The faults of a source of JSON that asks for events, each with where it stands; `None` where it asks nothing.
pub(crate) fn faults_alone<'t, 's>(root: Branch<'t, 's>) -> Option<Vec<(QueryFault, Branch<'t, 's>)>> {
    if root.child(Field::Type).is_some() {
        return None;
    }
    let prefixes = Prefixes::default();
    let named = root.children().find(|child| child.written() == "query" && *child.value() == Value::Fields);
    let (parameters, faults) = match named {
        Some(query) => (query, NamedQuery::from_branch(root, &prefixes).err()),
        None if asks(root) => (root, Query::from_branch(root, &prefixes).err()),
        None => return None,
    };
    let place = |fault: &QueryFault| {
        let named = |child: &Branch<'_, '_>| child.written() == fault.parameter;
        parameters.children().chain(root.children()).find(named).unwrap_or(parameters)
    };
    let faults = faults.unwrap_or_default();
    Some(faults.into_iter().map(|fault| (place(&fault), fault)).map(|(at, fault)| (fault, at)).collect())
}

// It says so, or has a parameter of the standard.
fn asks(root: Branch<'_, '_>) -> bool {
    root.children().any(|child| match child.written() {
        "@context" => child.items().filter_map(Branch::text).any(|address| address.ends_with(SCHEMA)),
        name => Parameter::read(name, &Prefixes::default()).is_ok(),
    })
}
