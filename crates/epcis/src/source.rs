//! Which binding a source is in, and whether it is EPCIS at all.

use crate::read::{EVENT_TYPES, bare_type};
use crate::tree::{Branch, Field, Tree, TreeFault};
use crate::{json, xml};

/// The types of documents.
const DOCUMENT_TYPES: [&str; 2] = ["EPCISDocument", "EPCISQueryDocument"];

/// Lowers a source of any binding into its tree; the binding is told by the content.
///
/// # Errors
/// The source is neither JSON nor XML, repeats a key, or goes beyond a limit of [`crate::tree`].
pub fn lower(bytes: &[u8]) -> Result<Tree<'_>, TreeFault> {
    if is_xml(bytes) { xml::read_bytes(bytes) } else { json::read_bytes(bytes) }
}

/// A source of XML begins with `<`, after a byte-order mark and white space.
#[must_use]
pub fn is_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&b'<')
}

/// Whether the tree holds a document or an event of EPCIS, valid or not.
#[must_use]
pub fn is_epcis(tree: &Tree<'_>) -> bool {
    let kind = tree.root().child(Field::Type).and_then(Branch::text).map(bare_type);
    kind.is_some_and(|kind| DOCUMENT_TYPES.contains(&kind) || EVENT_TYPES.contains(&kind))
}
