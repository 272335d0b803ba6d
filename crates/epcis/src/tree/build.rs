//! Building a tree from front to back.

use std::borrow::Cow;

use super::{
    Branch, MAX_DEPTH, MAX_SPACE, MAX_SPACES, Name, Node, Prefix, Space, Syntax, Tree, TreeFault,
    TreeFaultKind, Value,
};

/// Builds a tree in document order: [`Builder::leaf`] for values, [`Builder::open`] and [`Builder::close`] for
/// lists and fields. The first node is the root.
#[derive(Debug)]
pub struct Builder<'s> {
    tree: Tree<'s>,
    open: Vec<u32>,
    most: usize,
}

impl<'s> Builder<'s> {
    /// An empty tree of a source of that many bytes.
    ///
    /// # Errors
    /// The source is longer than [`super::MAX_SOURCE`].
    pub fn new(syntax: Syntax, bytes: usize) -> Result<Self, TreeFault> {
        if bytes > super::MAX_SOURCE {
            let found = bytes.to_string();
            return Err(TreeFault { kind: TreeFaultKind::TooLong, at: 0, place: String::new(), found });
        }
        let most = super::most_nodes(bytes);
        let nodes = Vec::with_capacity((bytes / TYPICAL_BYTES + 8).min(most));
        let tree = Tree { syntax, nodes, spaces: Vec::new(), prefixes: Vec::new() };
        Ok(Self { tree, open: Vec::with_capacity(16), most })
    }

    /// The namespace of that IRI.
    ///
    /// # Errors
    /// There are more than [`MAX_SPACES`], or it is longer than [`MAX_SPACE`].
    pub fn space(&mut self, iri: &str) -> Result<Space, TreeFault> {
        if let Some(index) = self.tree.spaces.iter().position(|known| known == iri) {
            return Ok(Space::new(index));
        }
        if self.tree.spaces.len() >= MAX_SPACES || iri.len() > MAX_SPACE {
            return Err(self.fault(TreeFaultKind::TooManySpaces, 0, iri));
        }
        self.tree.spaces.push(Cow::Owned(iri.to_owned()));
        Ok(Space::new(self.tree.spaces.len() - 1))
    }

    /// Keeps a declared prefix.
    ///
    /// # Errors
    /// There are more than [`MAX_SPACES`].
    pub fn prefix(&mut self, prefix: Cow<'s, str>, iri: Cow<'s, str>, at: usize) -> Result<(), TreeFault> {
        if self.tree.prefixes.len() >= MAX_SPACES {
            return Err(self.fault(TreeFaultKind::TooManySpaces, at, &prefix));
        }
        self.tree.prefixes.push(Prefix { prefix, iri, at: offset(at) });
        Ok(())
    }

    /// Adds a value. `written` is the step from the parent as the source has it: the key; in XML the element
    /// or elements with `/` between them, an attribute with `@`, empty for what an XPath passes over.
    ///
    /// # Errors
    /// There are more than a source of that length may have.
    pub fn leaf(
        &mut self,
        name: Name<'s>,
        written: Cow<'s, str>,
        value: Value<'s>,
        at: usize,
    ) -> Result<(), TreeFault> {
        if self.tree.nodes.len() >= self.most {
            return Err(self.fault(TreeFaultKind::TooMany, at, ""));
        }
        let end = offset(self.tree.nodes.len() + 1);
        self.tree.nodes.push(Node { name, value, at: offset(at), written, end });
        Ok(())
    }

    /// Opens a list or fields; what comes until [`Builder::close`] are its children.
    ///
    /// # Errors
    /// Deeper than [`MAX_DEPTH`], or more than a source of that length may have.
    pub fn open(
        &mut self,
        name: Name<'s>,
        written: Cow<'s, str>,
        value: Value<'s>,
        at: usize,
    ) -> Result<(), TreeFault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.fault(TreeFaultKind::TooDeep, at, ""));
        }
        let index = offset(self.tree.nodes.len());
        self.leaf(name, written, value, at)?;
        self.open.push(index);
        Ok(())
    }

    /// Closes the innermost open node.
    pub fn close(&mut self) {
        if let Some(index) = self.open.pop() {
            let end = offset(self.tree.nodes.len());
            self.tree.nodes[index as usize].end = end;
        }
    }

    /// How many nodes are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// A fault at the innermost open node.
    #[must_use]
    pub fn fault(&mut self, kind: TreeFaultKind, at: usize, found: &str) -> TreeFault {
        let mut place = String::new();
        if let Some(&index) = self.open.last() {
            // Open nodes do not know their end yet: each ends where the tree ends so far.
            let end = offset(self.tree.nodes.len());
            self.open.iter().for_each(|&open| self.tree.nodes[open as usize].end = end);
            place = Branch::new(&self.tree, index).place();
        }
        let found = found.chars().take(FOUND_CHARS).collect();
        TreeFault { kind, at, place, found }
    }

    /// The tree; what is still open is closed. `None` when nothing was added.
    #[must_use]
    pub fn finish(mut self) -> Option<Tree<'s>> {
        while !self.open.is_empty() {
            self.close();
        }
        (!self.tree.nodes.is_empty()).then_some(self.tree)
    }
}

/// Bytes of a source for each node that room is made for.
const TYPICAL_BYTES: usize = 24;
/// How much of what was found a fault repeats.
const FOUND_CHARS: usize = 80;

// Sources are at most `MAX_SOURCE` bytes and trees at most `super::MAX_NODES` nodes: both fit.
fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
