//! Where a node stands in its source: a JSON pointer (RFC 6901) or an XPath.

use std::fmt::Write as _;

use super::{Branch, Field, Value};

/// What a tree was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// JSON-LD.
    Json,
    /// XML 2.0.
    Xml,
    /// XML 1.2 and older.
    XmlOld,
}

impl Branch<'_, '_> {
    /// JSON pointer or XPath of this node.
    #[must_use]
    pub fn place(self) -> String {
        let tree = self.tree();
        let mut place = String::new();
        let mut here = tree.root();
        step(&mut place, tree.syntax(), here, None);
        while here.index() != self.index() {
            let Some(child) = here.children().find(|child| child.holds(self.index())) else { break };
            step(&mut place, tree.syntax(), child, Some(here));
            here = child;
        }
        place
    }

    /// The place a missing child would have.
    #[must_use]
    pub fn place_of_missing(self, field: Field) -> String {
        let mut place = self.place();
        place.push('/');
        if self.tree().syntax() == Syntax::Json {
            place.push_str(field.word());
            return place;
        }
        if field.is_attribute_of(self.owner()) {
            place.push('@');
        }
        place.push_str(field.element());
        place
    }

    // The word of the node, or of the list that it is an item of.
    fn owner(self) -> Option<Field> {
        let mut here = self.tree().root();
        let mut list = None;
        while here.index() != self.index() {
            list = here.field();
            here = here.children().find(|child| child.holds(self.index()))?;
        }
        here.field().or(list)
    }
}

fn step(place: &mut String, syntax: Syntax, node: Branch<'_, '_>, parent: Option<Branch<'_, '_>>) {
    match syntax {
        Syntax::Json => {
            let Some(parent) = parent else { return };
            place.push('/');
            if matches!(parent.value(), Value::List) {
                let before = parent.children().take_while(|child| child.index() != node.index()).count();
                let _ = write!(place, "{before}");
            } else {
                place.push_str(&node.written().replace('~', "~0").replace('/', "~1"));
            }
        }
        Syntax::Xml | Syntax::XmlOld => {
            if node.written().is_empty() {
                return;
            }
            place.push('/');
            place.push_str(node.written());
            let Some(parent) = parent else { return };
            let same = || parent.children().filter(|child| child.written() == node.written());
            if same().nth(1).is_some() {
                let before = same().take_while(|child| child.index() != node.index()).count();
                let _ = write!(place, "[{}]", before + 1);
            }
        }
    }
}
