//! EPC URNs with open parts.

use gs1::epc::Scheme;

use super::layout::{self, Layout, Tail};
use super::link::{Key, KeyPattern, Reference};
use super::span::Span;

/// The lengths of company prefixes in EPC URNs.
const COMPANY: std::ops::RangeInclusive<usize> = 6..=12;

/// How patterns begin.
pub(super) const PATTERN: &str = "urn:epc:idpat:";

/// Scheme and parts of an EPC URN of any kind.
pub(super) fn body(uri: &str) -> Option<&str> {
    [PATTERN, "urn:epc:id:", "urn:epc:class:"].iter().find_map(|begin| uri.strip_prefix(begin))
}

/// What fits a scheme that is none of a key of GS1: `*` stands for whole parts, at the end.
pub(super) fn glob(body: &str) -> Option<Box<str>> {
    let (scheme, _) = body.split_once(':')?;
    let is_foreign = Scheme::ALL.iter().any(|known| known.name() == scheme && known.key().is_none());
    is_foreign.then(|| ["urn:epc:id:", body].concat().into())
}

pub(super) fn read(body: &str) -> Option<KeyPattern> {
    let (scheme, rest) = body.split_once(':')?;
    let layout = layout::of(scheme)?;
    let (company, rest) = rest.split_once('.')?;
    let (reference, tail) = match layout.tail {
        Tail::None => (rest, None),
        _ => rest.split_once('.').map(|(reference, tail)| (reference, Some(tail)))?,
    };
    let (pieces, tail) = match (layout.tail, tail) {
        (Tail::Pieces, Some(tail)) => {
            let mut parts = tail.splitn(3, '.');
            let pieces = [Span::read(parts.next()?)?, Span::read(parts.next()?)?];
            (Some(pieces), Some(parts.next()?))
        }
        (_, tail) => (None, tail),
    };
    let tail = match tail {
        Some(tail) => Some(Span::read(tail)?),
        None => None,
    };
    let reference = reference_of(layout, company, reference)?;
    let (in_key, qualifier) = match layout.tail {
        Tail::InKey => (tail, None),
        _ => (None, tail),
    };
    Some(KeyPattern::of_urn(Key { layout, reference, pieces, tail: in_key }, qualifier))
}

// Where the company prefix is open, what follows cannot be told from it and is open too.
fn reference_of(layout: Layout, company: &str, reference: &str) -> Option<Reference> {
    if company == "*" {
        return (reference == "*").then_some(Reference::Open);
    }
    if !COMPANY.contains(&company.len()) || !company.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let span = Span::read(reference)?;
    if let (Span::Exact(value), 1..) = (&span, layout.digits) {
        let whole = company.len() + value.len() == layout.digits;
        if !whole || !value.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
    }
    if layout.digits > 0 && company.len() > layout.digits {
        return None;
    }
    Some(Reference::Of { company: company.into(), span })
}
