//! Identifiers to compare with: an EPC URN and a Digital Link of one key are the same.

use gs1::epc::write_hashed_link;

use crate::model::Uri;

/// What a canonical link begins with.
pub(super) const STEM: &str = "https://id.gs1.org/";

/// Identifiers, of which one must be an event's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifiers {
    written: Vec<Uri>,
    // As written and as canonical links, sorted.
    forms: Box<[Box<str>]>,
}

impl Identifiers {
    /// Takes identifiers as they are written.
    #[must_use]
    pub fn of(written: Vec<Uri>) -> Self {
        let mut forms: Vec<Box<str>> = written.iter().map(|uri| uri.as_str().into()).collect();
        forms.extend(written.iter().filter_map(|uri| canonical(uri.as_str()).map(Into::into)));
        forms.sort_unstable();
        forms.dedup();
        Self { written, forms: forms.into() }
    }

    /// As they were written.
    #[must_use]
    pub fn written(&self) -> &[Uri] {
        &self.written
    }

    /// As they were written and, of keys of GS1, as canonical Digital Links; sorted.
    #[must_use]
    pub fn forms(&self) -> &[Box<str>] {
        &self.forms
    }

    /// Whether this identifier is among them, in whichever form it is written.
    #[must_use]
    pub fn contains(&self, uri: &str) -> bool {
        self.contain(uri, &mut String::new())
    }

    pub(super) fn has(&self, form: &str) -> bool {
        self.forms.binary_search_by(|known| (**known).cmp(form)).is_ok()
    }

    // The scratch text spares a new one for each identifier.
    pub(super) fn contain(&self, uri: &str, scratch: &mut String) -> bool {
        self.has(uri) || canonical_into(uri, scratch) && self.has(scratch)
    }
}

/// The canonical link of an identifier of GS1.
pub(super) fn canonical(uri: &str) -> Option<String> {
    let mut out = String::new();
    canonical_into(uri, &mut out).then_some(out)
}

/// Puts the canonical link of an identifier of GS1 into `out`.
pub(super) fn canonical_into(uri: &str, out: &mut String) -> bool {
    out.clear();
    let begins = |start: &str| uri.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    (begins("urn:epc:") || begins("http")) && write_hashed_link(uri, out)
}
