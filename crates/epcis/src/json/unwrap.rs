//! JSON-LD value objects: `{"@value": x}`, `{"@id": x}`, `{"@set": […]}` and `{"@list": […]}` become x.

use crate::tree::{Branch, Tree, Value};

/// Keys that say something of a value and are no part of it.
const ABOUT: [&str; 4] = ["@type", "@language", "@direction", "@index"];

/// The same tree without value objects.
pub(super) fn unwrap<'s>(tree: &Tree<'s>) -> Tree<'s> {
    let nodes = Vec::with_capacity(tree.nodes.len());
    let mut to =
        Tree { syntax: tree.syntax, nodes, spaces: tree.spaces.clone(), prefixes: tree.prefixes.clone() };
    // Old end and new index of what is open.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut index = 0;
    while index < tree.nodes.len() {
        close(&mut to, &mut open, index);
        let mut node = tree.nodes[index].clone();
        let end = node.end as usize;
        let mut next = index + 1;
        if node.value == Value::Fields
            && let Some(inner) = wrapped(Branch::new(tree, offset(index)))
        {
            node.value = inner.value().clone();
            next = if node.value == Value::List { inner.index() as usize + 1 } else { end };
        }
        if next < end {
            open.push((end, to.nodes.len()));
        }
        node.end = offset(to.nodes.len() + 1);
        to.nodes.push(node);
        index = next;
    }
    close(&mut to, &mut open, usize::MAX);
    to
}

fn close(to: &mut Tree<'_>, open: &mut Vec<(usize, usize)>, index: usize) {
    while let Some((end, new)) = open.last().copied()
        && end <= index
    {
        to.nodes[new].end = offset(to.nodes.len());
        open.pop();
    }
}

// What a value object holds.
fn wrapped<'t, 's>(object: Branch<'t, 's>) -> Option<Branch<'t, 's>> {
    let key = |name: &str| object.children().find(|child| child.written() == name);
    let count = object.children().count();
    if let Some(value) = key("@value") {
        let about = object.children().filter(|child| ABOUT.contains(&child.written())).count();
        return (count == about + 1 && !is_nested(value)).then_some(value);
    }
    let one = (count == 1).then(|| object.children().next()).flatten()?;
    match one.written() {
        "@id" => (!is_nested(one)).then_some(one),
        "@set" | "@list" => matches!(one.value(), Value::List).then_some(one),
        _ => None,
    }
}

fn is_nested(node: Branch<'_, '_>) -> bool {
    matches!(node.value(), Value::List | Value::Fields)
}

fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
