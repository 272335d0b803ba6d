//! The JSON-LD binding of EPCIS 2.0 (section 10.2).

mod context;
mod lex;
mod names;
mod string;
mod unwrap;
mod write;

pub(crate) use context::STANDARD;
pub use context::{CONTEXT, is_standard};
pub use write::{write, write_event};

use crate::tree::{Tree, TreeFault, TreeFaultKind};

/// Reads a JSON-LD source into a tree: keys become names by the contexts in force, value objects their values.
///
/// # Errors
/// The source is no JSON, repeats a key, or goes beyond a limit of [`crate::tree`].
pub fn read(source: &str) -> Result<Tree<'_>, TreeFault> {
    let (mut tree, wrapped) = lex::read(source)?;
    if wrapped {
        tree = unwrap::unwrap(&tree);
    }
    names::name(&mut tree)?;
    Ok(tree)
}

/// Reads a source whose keys are no names: they stay as written, however many namespaces they speak of.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_unnamed(source: &str) -> Result<Tree<'_>, TreeFault> {
    let (tree, wrapped) = lex::read(source)?;
    Ok(if wrapped { unwrap::unwrap(&tree) } else { tree })
}

/// Reads the bytes of a JSON-LD source: [`read`] after looking at the encoding.
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
