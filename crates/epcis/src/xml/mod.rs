//! The XML bindings: EPCIS 2.0 (section 9.5 and on) and EPCIS 1.2, with one tree for both.
//!
//! Document types and entities are never read, namespaces are resolved at every level, and what 1.2 wraps into
//! `extension` and `baseExtension` stands where 2.0 has it.

mod curie;
mod element;
mod form;
mod header;
mod lower;
mod member;
mod own;
mod quantity;
mod root;
mod scan;
mod space;
mod text;
mod write;

pub use write::{Step, Unwritable, Version, WordForm, write, write_with};

use crate::tree::{MAX_SOURCE, Tree, TreeFault, TreeFaultKind};

/// Reads a source of XML into a tree.
///
/// # Errors
/// The source is not well-formed, has a document type, is no EPCIS, or goes beyond a limit of [`crate::tree`].
pub fn read(source: &str) -> Result<Tree<'_>, TreeFault> {
    if source.len() > MAX_SOURCE {
        let found = source.len().to_string();
        return Err(TreeFault { kind: TreeFaultKind::TooLong, at: 0, place: String::new(), found });
    }
    root::lower(&scan::scan(source)?, source.len())
}

/// Reads the bytes of a source of XML: [`read`] after looking at the encoding.
///
/// # Errors
/// As [`read`]; or the bytes are no UTF-8.
pub fn read_bytes(bytes: &[u8]) -> Result<Tree<'_>, TreeFault> {
    match str::from_utf8(bytes) {
        Ok(source) => read(source),
        Err(error) => {
            let at = error.valid_up_to();
            Err(TreeFault { kind: TreeFaultKind::Encoding, at, place: String::new(), found: String::new() })
        }
    }
}
