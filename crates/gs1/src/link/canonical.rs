//! A link written anew.

use super::{CANONICAL_STEM, DigitalLink};
use crate::Element;
use crate::percent::push_escaped;

impl DigitalLink<'_> {
    /// The canonical link: `https://id.gs1.org`, path, attributes; nothing that is not GS1's.
    #[must_use]
    pub fn canonical(&self) -> String {
        self.at(CANONICAL_STEM)
    }

    /// The same identifiers under another stem; attributes of predefined length come first.
    #[must_use]
    pub fn at(&self, stem: &str) -> String {
        let path: Vec<&Element<'_>> = self.path.iter().collect();
        let attributes: Vec<&Element<'_>> = self.attributes.iter().collect();
        written(stem, &path, &attributes)
    }
}

/// A link of these elements.
pub(super) fn written(stem: &str, path: &[&Element<'_>], attributes: &[&Element<'_>]) -> String {
    let mut out = String::with_capacity(96);
    out.push_str(stem.trim_end_matches('/'));
    for element in path {
        out.push('/');
        element.ai.push_digits(&mut out);
        out.push('/');
        push_escaped(&element.value, b"", &mut out);
    }
    let first = attributes.iter().filter(|element| element.ai.identifier().fixed);
    let then = attributes.iter().filter(|element| !element.ai.identifier().fixed);
    for (place, element) in first.chain(then).enumerate() {
        out.push(if place == 0 { '?' } else { '&' });
        element.ai.push_digits(&mut out);
        out.push('=');
        push_escaped(&element.value, b"", &mut out);
    }
    out
}
