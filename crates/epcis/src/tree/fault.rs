//! Why a source gives no tree.

use std::fmt;

/// What keeps a source from becoming a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeFaultKind {
    /// Longer than [`super::MAX_SOURCE`].
    TooLong,
    /// Deeper than [`super::MAX_DEPTH`].
    TooDeep,
    /// More nodes than a source of its length may have, and than [`super::MAX_NODES`].
    TooMany,
    /// More namespaces and prefixes than [`super::MAX_SPACES`].
    TooManySpaces,
    /// Not UTF-8.
    Encoding,
    /// Ends too early.
    Cut,
    /// Something else stands where the syntax wants another thing.
    Syntax,
    /// More after the end.
    Trailing,
    /// A name twice in one object.
    Twice,
    /// A document type or an entity: never read.
    Doctype,
    /// A prefix that nothing declares.
    Undeclared,
    /// Well-formed, but no EPCIS.
    Foreign,
}

/// What keeps a source from becoming a tree, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeFault {
    /// What.
    pub kind: TreeFaultKind,
    /// Byte offset in the source.
    pub at: usize,
    /// JSON pointer or XPath of the innermost thing that is open there.
    pub place: String,
    /// What stands there, shortened.
    pub found: String,
}

impl fmt::Display for TreeFault {
    /// In English, for logs and developers.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} at byte {}: {}", self.kind, self.at, self.found)
    }
}

impl std::error::Error for TreeFault {}
