//! What a value looks like to the compression: runs of digits or characters, of fixed or open length.

use crate::ai::{Ai, Component};

/// A run of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) numeric: bool,
    /// Of this length; else of up to this length.
    pub(super) fixed: bool,
    pub(super) length: usize,
}

/// The runs of an identifier's value: components of one kind side by side are one run.
pub(super) fn runs(ai: Ai) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for Component { numeric, min, max, optional } in ai.identifier().components() {
        let fixed = min == max && !optional;
        // Open components have a run each, unless they may be left out as a whole.
        let joins = |run: &&mut Run| run.numeric == numeric && run.fixed == fixed && (fixed || min == max);
        match runs.last_mut().filter(joins) {
            Some(run) => run.length += max,
            None => runs.push(Run { numeric, fixed, length: max }),
        }
    }
    runs
}
