//! The header for business documents (SBDH): what the JSON binding says in fields of the document.

use std::borrow::Cow;

use super::element::Source;
use super::lower::Lower;
use super::space::SBDH;
use super::text::trimmed;
use crate::tree::{Field, TreeFault};

/// The version of the header that is written.
pub(super) const HEADER_VERSION: &str = "1.0";
/// The standard that the header says its document keeps to.
pub(super) const STANDARD: &str = "EPCglobal";
/// The version of it that the header names.
pub(super) const TYPE_VERSION: &str = "1.0";
/// What the header says its document holds.
pub(super) const TYPE: &str = "Events";

/// The fields of a document, where the header has them.
const FIELDS: [(Field, [&str; 2]); 3] = [
    (Field::InstanceIdentifier, ["DocumentIdentification", "InstanceIdentifier"]),
    (Field::Sender, ["Sender", "Identifier"]),
    (Field::Receiver, ["Receiver", "Identifier"]),
];

/// The header for business documents inside the document's header.
pub(super) fn find(source: &Source<'_>, root: u32) -> Option<u32> {
    let header = source.children(root).find(|child| source.get(*child).local == "EPCISHeader")?;
    source.children(header).find(|child| is(source, *child, "StandardBusinessDocumentHeader"))
}

fn is(source: &Source<'_>, index: u32, local: &str) -> bool {
    source.get(index).local == local && source.iri(source.get(index).space) == SBDH
}

impl Lower<'_, '_> {
    /// Sender, receiver and identifier as fields of the document. A header that says nothing else is passed over.
    pub(super) fn business_header(&mut self, root: u32) -> Result<(), TreeFault> {
        let Some(header) = find(self.source, root) else { return Ok(()) };
        let source = self.source;
        for (field, [outer, inner]) in FIELDS {
            let outer = source.children(header).find(|child| is(source, *child, outer));
            let Some(outer) = outer else { continue };
            let Some(inner) = source.children(outer).find(|child| is(source, *child, inner)) else {
                continue;
            };
            let text = trimmed(&source.get(inner).text);
            if text.is_empty() || source.has_children(inner) {
                continue;
            }
            let steps = [header, outer, inner].map(|step| source.get(step).written);
            let written = ["EPCISHeader/", &steps.join("/")].concat();
            self.leaf(field, Cow::Owned(written), text, source.get(inner).at)?;
        }
        if says_no_more(source, header, root) {
            self.told = Some(header);
        }
        Ok(())
    }
}

// Whether a writer that knows the fields alone would write this header.
fn says_no_more(source: &Source<'_>, header: u32, root: u32) -> bool {
    let date = source.plain(root, "creationDate").map(|date| date.value.trim().to_owned());
    let mut seen: Vec<&str> = Vec::new();
    let mut plain = source.attributes(header).next().is_none();
    for part in source.children(header) {
        let outer = source.get(part).local;
        let leaves: Vec<u32> =
            if source.has_children(part) { source.children(part).collect() } else { vec![part] };
        plain &= source.attributes(part).next().is_none() && !seen.contains(&outer);
        seen.push(outer);
        for leaf in leaves {
            let element = source.get(leaf);
            let text = element.text.trim();
            plain &= match (outer, element.local) {
                ("HeaderVersion", _) => text == HEADER_VERSION,
                ("Sender" | "Receiver", "Identifier") | ("DocumentIdentification", "InstanceIdentifier") => {
                    !text.is_empty()
                }
                ("DocumentIdentification", "Standard") => text == STANDARD,
                ("DocumentIdentification", "TypeVersion") => text == TYPE_VERSION,
                ("DocumentIdentification", "Type") => text == TYPE,
                ("DocumentIdentification", "CreationDateAndTime") => Some(text) == date.as_deref(),
                _ => false,
            };
            plain &= source.attributes(leaf).next().is_none() && !source.has_children(leaf);
        }
    }
    plain
}
