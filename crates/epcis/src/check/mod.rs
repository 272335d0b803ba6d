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

/// Validates a source of any binding: a document, an event, or a question as an object of parameters.
#[must_use]
pub fn check(bytes: &[u8]) -> Report {
    check_source(bytes).1
}

/// Validates a source of any binding; without an error there is the model of what it holds. A question of parameters
/// alone holds nothing.
#[must_use]
pub fn check_source(bytes: &[u8]) -> (Option<Content>, Report) {
    match crate::source::lower(bytes) {
        Ok(tree) => match question(&tree) {
            Some(report) => (None, report),
            None => check_tree(&tree),
        },
        Err(fault) => (None, Report { errors: vec![Finding::of_fault(&fault)], ..Report::default() }),
    }
}

fn question(tree: &Tree<'_>) -> Option<Report> {
    let mut findings = Findings::default();
    for (fault, at) in crate::query::faults_alone(tree.root())? {
        findings.add_fault(&fault, at);
    }
    Some(findings.into())
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
