//! Canonical forms of values.

use super::order::{Holds, VOC};
use super::{Hasher, number, time};

/// Old URNs of the vocabularies, and what stands for them.
const URNS: [(&str, &str); 6] = [
    ("bizstep:", "https://ref.gs1.org/cbv/BizStep-"),
    ("disp:", "https://ref.gs1.org/cbv/Disp-"),
    ("btt:", "https://ref.gs1.org/cbv/BTT-"),
    ("sdt:", "https://ref.gs1.org/cbv/SDT-"),
    ("er:", "https://ref.gs1.org/cbv/ER-"),
    ("comp:", "https://ref.gs1.org/cbv/Comp-"),
];
const URN: &str = "urn:epcglobal:cbv:";
const CBV: &str = "https://ref.gs1.org/cbv/";

impl Hasher {
    /// Writes a value in its canonical form.
    pub(super) fn value(&mut self, text: &str, holds: Holds) {
        match holds {
            Holds::Time => time::push(text, &mut self.out),
            Holds::Word(iri) if !text.contains(':') => {
                self.out.push_str(iri);
                self.out.push_str(text);
            }
            _ => self.plain(text),
        }
    }

    fn plain(&mut self, text: &str) {
        let first = text.as_bytes().first().copied().unwrap_or_default();
        match first {
            b'0'..=b'9' | b'+' | b'-' | b'.' => number::push(text, &mut self.out),
            b'u' | b'h' | b'g' | b'c' => self.iri(text),
            _ => self.out.push_str(text),
        }
    }

    fn iri(&mut self, text: &str) {
        if let Some(rest) = text.strip_prefix(URN)
            && let Some((urn, iri)) = URNS.iter().find(|(urn, _)| rest.starts_with(urn))
        {
            self.out.push_str(iri);
            self.out.push_str(&rest[urn.len()..]);
            return;
        }
        let compact = text.strip_prefix("gs1:").map(|rest| (VOC, rest));
        if let Some((iri, rest)) = compact.or_else(|| text.strip_prefix("cbv:").map(|rest| (CBV, rest))) {
            self.out.push_str(iri);
            self.out.push_str(rest);
            return;
        }
        let link = text.starts_with("urn:epc:") || text.starts_with("http");
        if !link || !gs1::epc::write_hashed_link(text, &mut self.out) {
            self.out.push_str(text);
        }
    }
}
