//! Reads EPC URNs.

use super::other;
use super::parts::{ANY, Parts, head};
use super::scheme::{Scheme, Tail};
use super::{Epc, Kind};
use crate::ai::number;
use crate::link::check_value;
use crate::{Ai, Code, Element, Gs1Error};

/// Most bytes of an EPC URN.
const LONGEST_URN: usize = 512;

impl Epc {
    /// Reads an EPC URN.
    ///
    /// # Errors
    /// The first thing that does not hold; offsets count from the URN's start.
    pub fn parse(urn: &str) -> Result<Self, Gs1Error> {
        if urn.len() > LONGEST_URN {
            let refusal = Gs1Error::new(Code::TextTooLong, "", LONGEST_URN, urn);
            return Err(refusal.expecting(LONGEST_URN.to_string()));
        }
        let (kind, scheme, body, at) = head(urn)?;
        let without_key = Self { scheme, kind, prefix_digits: 0, elements: Vec::new() };
        let Some(key) = scheme.key() else {
            let holds = other::holds(scheme, kind, body);
            return if holds { Ok(without_key) } else { Err(wrong_parts(scheme, body, at)) };
        };
        if kind == Kind::Pattern && leaves_key_open(scheme, body) {
            return Ok(without_key);
        }
        let Some(parts) = Parts::of(kind, scheme, body) else { return Err(wrong_parts(scheme, body, at)) };
        let elements = elements(&parts, key, at)?;
        for element in &elements {
            check_value(element)?;
        }
        Ok(Self { prefix_digits: parts.company.len(), elements, ..without_key })
    }
}

fn wrong_parts(scheme: Scheme, body: &str, at: usize) -> Gs1Error {
    Gs1Error::new(Code::UrnParts, "", at, body).expecting(scheme.name())
}

fn elements(parts: &Parts<'_>, key: u16, offset: usize) -> Result<Vec<Element<'static>>, Gs1Error> {
    let mut value = String::with_capacity(32);
    parts.push_key(&mut value, |reference, out| out.push_str(reference));
    let tail = parts.tail();
    let mut qualifier = None;
    match (parts.scheme.tail(), tail) {
        (Tail::InKey, Some(serial)) => value.push_str(&serial),
        (Tail::Qualifier(number), Some(text)) => qualifier = Some((number, text.into_owned())),
        (Tail::Extension, Some(text)) => qualifier = Some((number::GLN_EXTENSION, text.into_owned())),
        (Tail::Pieces, Some(text)) => qualifier = Some((number::SERIAL, text.into_owned())),
        _ => {}
    }
    let values = [Some((key, value)), qualifier];
    let known = |(number, value): (u16, String)| {
        let Some(ai) = Ai::of(number) else {
            return Err(Gs1Error::new(Code::UnknownAi, &number.to_string(), offset, &value));
        };
        Ok(Element { ai, value: value.into(), offset })
    };
    values.into_iter().flatten().map(known).collect()
}

/// A pattern whose reference, or company prefix too, may be anything.
fn leaves_key_open(scheme: Scheme, body: &str) -> bool {
    let fields = match scheme.tail() {
        Tail::None => 2,
        Tail::Pieces => 5,
        _ => 3,
    };
    let parts: Vec<&str> = body.split('.').collect();
    let open = parts.iter().skip_while(|part| **part != ANY);
    parts.len() == fields
        && parts.get(1) == Some(&ANY)
        && open.clone().all(|part| *part == ANY)
        && parts
            .first()
            .is_some_and(|company| *company == ANY || company.bytes().all(|byte| byte.is_ascii_digit()))
}
