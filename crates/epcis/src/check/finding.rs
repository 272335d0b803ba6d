//! What was found, where, and what to do about it.

use super::{Grade, Rule, words};
use crate::query::{QueryCode, QueryFault};
use crate::tree::{Branch, Field, TreeFault, TreeFaultKind};

/// How many findings a report holds.
pub const MAX_FINDINGS: usize = 200;
/// How many characters of what stands there a finding repeats.
const FOUND_CHARS: usize = 80;

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Where: a JSON pointer or an XPath; empty for the whole source.
    pub at: String,
    /// What stands there, shortened.
    pub found: String,
    /// What is wanted: a field, a form, a vocabulary; of a question, the code of its fault and the parameter.
    pub wanted: String,
}

/// A language of the word files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Finding {
    /// What is wrong and how to mend it, in sentences.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        words::text(self, lang)
    }

    /// The finding of a source that gives no tree.
    #[must_use]
    pub fn of_fault(fault: &TreeFault) -> Self {
        let rule = match fault.kind {
            TreeFaultKind::TooLong => Rule::TooLong,
            TreeFaultKind::TooDeep => Rule::TooDeep,
            TreeFaultKind::TooMany | TreeFaultKind::TooManySpaces => Rule::TooMany,
            TreeFaultKind::Encoding => Rule::Encoding,
            TreeFaultKind::Cut => Rule::Cut,
            TreeFaultKind::Syntax => Rule::Syntax,
            TreeFaultKind::Trailing => Rule::Trailing,
            TreeFaultKind::Twice => Rule::Twice,
            TreeFaultKind::Doctype => Rule::Doctype,
            TreeFaultKind::Undeclared => Rule::UndeclaredPrefix,
            TreeFaultKind::Foreign => Rule::NotEpcis,
        };
        let wanted = fault.at.to_string();
        Self { rule, at: fault.place.clone(), found: fault.found.clone(), wanted }
    }
}

/// Findings as they are made, with their bound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Findings {
    pub(crate) errors: Vec<Finding>,
    pub(crate) warnings: Vec<Finding>,
    pub(crate) left_out: usize,
    // Also those that are left out.
    error_count: usize,
}

impl Findings {
    pub(crate) const fn count_of_errors(&self) -> usize {
        self.error_count
    }

    pub(crate) fn add(&mut self, rule: Rule, at: Branch<'_, '_>, wanted: &str) {
        self.put(rule, || at.place(), at.text().unwrap_or_default(), wanted);
    }

    /// What is wrong with a question; what is wanted begins with the code of the fault, then names the parameter.
    pub(crate) fn add_fault(&mut self, fault: &QueryFault, at: Branch<'_, '_>) {
        match fault.code {
            QueryCode::UnknownPrefix => self.add(Rule::UnknownPrefix, at, &fault.parameter),
            code => {
                let wanted = [code.code(), " ", &fault.parameter].concat();
                self.put(Rule::BadQuery, || at.place(), &fault.found, &wanted);
            }
        }
    }

    pub(crate) fn missing(&mut self, node: Branch<'_, '_>, field: Field) {
        self.put(Rule::Missing, || node.place_of_missing(field), "", field.word());
    }

    // Places cost a walk: they are told only for what is kept.
    fn put(&mut self, rule: Rule, place: impl FnOnce() -> String, found: &str, wanted: &str) {
        self.error_count += usize::from(rule.grade() == Grade::Error);
        let list = match rule.grade() {
            Grade::Error => &mut self.errors,
            Grade::Warning => &mut self.warnings,
        };
        if list.len() >= MAX_FINDINGS {
            self.left_out += 1;
            return;
        }
        let found = found.chars().take(FOUND_CHARS).collect();
        list.push(Finding { rule, at: place(), found, wanted: wanted.to_owned() });
    }
}
