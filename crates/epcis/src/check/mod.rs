//! Validation: the rules of the schemas of EPCIS 2.0, and those of its prose that no schema can see.

mod finding;
mod rule;
mod words;

pub(crate) use finding::Findings;
pub use finding::{Finding, Lang, MAX_FINDINGS};
pub use rule::{Grade, Rule};
pub use words::WORDS;

use crate::model::Content;
use crate::read::{Reader, content, content_of_good};
use crate::tree::Tree;

/// What was found in a source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What refuses it.
    pub errors: Vec<Finding>,
    /// What someone should look at.
    pub warnings: Vec<Finding>,
    /// How many more findings there are than [`MAX_FINDINGS`] of each grade.
    pub left_out: usize,
}

impl Report {
    /// Nothing refuses the source.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.errors.is_empty()
    }
}

impl From<Findings> for Report {
    fn from(findings: Findings) -> Self {
        Self { errors: findings.errors, warnings: findings.warnings, left_out: findings.left_out }
    }
}

/// Validates a source of any binding.
#[must_use]
pub fn check(bytes: &[u8]) -> Report {
    match crate::source::lower(bytes) {
        Ok(tree) => check_tree(&tree).1,
        Err(fault) => Report { errors: vec![Finding::of_fault(&fault)], ..Report::default() },
    }
}

/// Validates a tree; without an error there is the model of what it holds.
#[must_use]
pub fn check_tree(tree: &Tree<'_>) -> (Option<Content>, Report) {
    let mut findings = Findings::default();
    let content = content(&mut Reader::new(&mut findings), tree);
    (content, findings.into())
}

/// Validates a tree event by event: the model holds the events without an error, and their places among the events of
/// the source. Without an error outside of events there is a model.
#[must_use]
pub fn check_each(tree: &Tree<'_>) -> (Option<(Content, Vec<usize>)>, Report) {
    let mut findings = Findings::default();
    let content = content_of_good(&mut Reader::new(&mut findings), tree);
    (content, findings.into())
}
