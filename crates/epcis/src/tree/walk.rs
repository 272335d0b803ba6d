//! Walking through a tree.

use super::{Field, Name, Node, Tree, Value};

/// A node of a tree, with the tree.
#[derive(Debug, Clone, Copy)]
pub struct Branch<'t, 's> {
    tree: &'t Tree<'s>,
    index: u32,
}

impl<'t, 's> Branch<'t, 's> {
    pub(crate) const fn new(tree: &'t Tree<'s>, index: u32) -> Self {
        Self { tree, index }
    }

    fn node(self) -> &'t Node<'s> {
        &self.tree.nodes[self.index as usize]
    }

    pub(crate) const fn index(self) -> u32 {
        self.index
    }

    pub(super) fn holds(self, index: u32) -> bool {
        self.index <= index && index < self.node().end
    }

    pub(crate) fn written(self) -> &'t str {
        &self.node().written
    }

    /// The tree it stands in.
    #[must_use]
    pub const fn tree(self) -> &'t Tree<'s> {
        self.tree
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'t Name<'s> {
        &self.node().name
    }

    /// The word of the standard it is called by.
    #[must_use]
    pub fn field(self) -> Option<Field> {
        match self.node().name {
            Name::Field(field) => Some(field),
            _ => None,
        }
    }

    /// What it holds.
    #[must_use]
    pub fn value(self) -> &'t Value<'s> {
        &self.node().value
    }

    /// Byte offset in the source.
    #[must_use]
    pub fn at(self) -> usize {
        self.node().at as usize
    }

    /// The text, or the number as written.
    #[must_use]
    pub fn text(self) -> Option<&'t str> {
        match self.value() {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List | Value::Fields => None,
        }
    }

    /// Its children in their order: fields, or items.
    #[must_use]
    pub fn children(self) -> Children<'t, 's> {
        Children { tree: self.tree, next: self.index + 1, end: self.node().end }
    }

    /// The first child of that name.
    #[must_use]
    pub fn child(self, field: Field) -> Option<Self> {
        self.children().find(|child| child.field() == Some(field))
    }

    /// Its items when it is a list; else itself as the only one: JSON-LD lets a single value stand for a list of one.
    #[must_use]
    pub fn items(self) -> Items<'t, 's> {
        match self.value() {
            Value::List => Items { one: None, many: Some(self.children()) },
            _ => Items { one: Some(self), many: None },
        }
    }
}

/// The children of a node.
#[derive(Debug, Clone)]
pub struct Children<'t, 's> {
    tree: &'t Tree<'s>,
    next: u32,
    end: u32,
}

impl<'t, 's> Iterator for Children<'t, 's> {
    type Item = Branch<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let child = Branch::new(self.tree, self.next);
        self.next = child.node().end;
        Some(child)
    }
}

/// The items of a list, or the single value that stands for one.
#[derive(Debug, Clone)]
pub struct Items<'t, 's> {
    one: Option<Branch<'t, 's>>,
    many: Option<Children<'t, 's>>,
}

impl<'t, 's> Iterator for Items<'t, 's> {
    type Item = Branch<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        self.one.take().or_else(|| self.many.as_mut()?.next())
    }
}
