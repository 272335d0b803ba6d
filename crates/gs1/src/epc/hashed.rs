//! Identifiers as the event hash writes them (Core Business Vocabulary 2.0, section 8.9): canonical links without
//! variant, without lot beside a serial number, without query.

use super::parts::{Parts, head};
use super::scheme::Tail;
use crate::Ai;
use crate::ai::number as n;
use crate::key::padded_gtin;
use crate::link::{CANONICAL_STEM, Reading, is_scheme, named, pairs, root, tail};
use crate::percent::{Plus, decoded, push_escaped};

/// What stays plain in the hash besides unreserved characters.
const PLAIN: &[u8] = b"';=";
/// A key begins with a company prefix of at least so many digits.
const PREFIX_DIGITS: usize = 4;

/// The canonical link of an EPC URN or a Digital Link, as the event hash writes it; none for other URIs, which the
/// hash leaves as they are. Check digits of links are taken as they come.
#[must_use]
pub fn to_hashed_link(uri: &str) -> Option<String> {
    let mut out = String::with_capacity(64);
    write_hashed_link(uri, &mut out).then_some(out)
}

/// Appends what [`to_hashed_link`] gives. Nothing is written when the answer is false.
pub fn write_hashed_link(uri: &str, out: &mut String) -> bool {
    let start = out.len();
    let written = if uri.starts_with("urn:") { from_urn(uri, out) } else { from_link(uri, out) };
    if written.is_none() {
        out.truncate(start);
    }
    written.is_some()
}

fn from_urn(urn: &str, out: &mut String) -> Option<()> {
    let (kind, scheme, body, _) = head(urn).ok()?;
    let key = Ai::of(scheme.key()?)?;
    let parts = Parts::of(kind, scheme, body)?;
    let escape = |text: &str, out: &mut String| push_escaped(text, PLAIN, out);
    push_name(key, out, CANONICAL_STEM);
    parts.push_key(out, escape);
    if let Some(text) = parts.tail() {
        match scheme.tail() {
            Tail::Qualifier(number) => push_name(Ai::of(number)?, out, ""),
            Tail::Extension => push_name(Ai::of(n::GLN_EXTENSION)?, out, ""),
            Tail::Pieces => push_name(Ai::of(n::SERIAL)?, out, ""),
            Tail::InKey | Tail::None => {}
        }
        escape(&text, out);
    }
    Some(())
}

fn from_link(uri: &str, out: &mut String) -> Option<()> {
    let after = uri.get(is_scheme(uri)?..)?;
    let (path, _, _) = tail(after);
    let path = path.strip_suffix('/').unwrap_or(path);
    let path = &path[root(path, Reading::Tolerant)?..];
    let named = |(name, value)| named(name, Reading::Tolerant).map(|ai| (ai, value));
    let elements: Vec<(Ai, &str)> = pairs(path).map_while(named).collect();
    let ((key, _), qualifiers) = elements.split_first()?;
    if !key.identifier().admits(qualifiers.iter().map(|(ai, _)| ai.number())) {
        return None;
    }
    let serialised = qualifiers.iter().any(|(ai, _)| ai.number() == n::SERIAL);
    let mut stem = CANONICAL_STEM;
    for (ai, text) in &elements {
        let number = ai.number();
        if number == n::VARIANT || (number == n::LOT && serialised) {
            continue;
        }
        let value = decoded(text, Plus::Itself).ok()?;
        let filled = if number == n::GTIN { padded_gtin(&value) } else { None };
        let value = filled.as_deref().unwrap_or(&value);
        let begins = value.bytes().take(PREFIX_DIGITS).take_while(u8::is_ascii_digit).count();
        if !ai.identifier().fits(value) || (ai == key && begins < PREFIX_DIGITS) {
            return None;
        }
        push_name(*ai, out, stem);
        push_escaped(value, PLAIN, out);
        stem = "";
    }
    Some(())
}

fn push_name(ai: Ai, out: &mut String, stem: &str) {
    out.push_str(stem);
    out.push('/');
    ai.push_digits(out);
    out.push('/');
}
