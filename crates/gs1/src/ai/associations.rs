//! What goes with what: identifiers that need another beside them, and those that exclude each other
//! (GS1 General Specifications, section 4.13 and 4.14).

use super::identifier::Identifier;
use super::number::{GCN, GDTI, GRAI, SIGNATURE};
use super::{Ai, span::Span};
use crate::{Code, Element, Gs1Error};

/// Checks elements against each other.
///
/// # Errors
/// The first element that contradicts, excludes or lacks another; its offset is the element's.
pub fn check_associations(elements: &[Element<'_>]) -> Result<(), Gs1Error> {
    for (place, element) in elements.iter().enumerate() {
        let identifier = element.ai.identifier();
        for other in &elements[place + 1..] {
            if other.ai == element.ai && other.value != element.value {
                return Err(Gs1Error::new(
                    Code::Contradicts,
                    &other.ai.to_string(),
                    other.offset,
                    &other.value,
                )
                .expecting(element.value.clone().into_owned()));
            }
        }
        if let Some(other) = excluded(identifier, element.ai, elements) {
            return Err(refusal(Code::Excludes, element, &format!("({other})")));
        }
        if !satisfied(identifier, element.ai, elements) {
            return Err(refusal(Code::Needs, element, "").expecting(listed(&identifier.needs)));
        }
    }
    signed_with_serial(elements)
}

fn refusal(code: Code, element: &Element<'_>, found: &str) -> Gs1Error {
    Gs1Error::new(code, &element.ai.to_string(), element.offset, found)
}

// An identifier is no other beside itself, even where its own pattern holds it.
fn other(span: Span, ai: Ai, elements: &[Element<'_>]) -> Option<Ai> {
    elements.iter().map(|element| element.ai).find(|other| *other != ai && span.holds(other.number()))
}

fn excluded(identifier: &Identifier, ai: Ai, elements: &[Element<'_>]) -> Option<Ai> {
    identifier.never.iter().find_map(|span| other(*span, ai, elements))
}

fn satisfied(identifier: &Identifier, ai: Ai, elements: &[Element<'_>]) -> bool {
    let needs = &identifier.needs;
    needs.is_empty() || needs.iter().any(|all| all.iter().all(|span| other(*span, ai, elements).is_some()))
}

fn listed(needs: &[Vec<Span>]) -> String {
    let all = |all: &Vec<Span>| all.iter().map(|span| format!("({span})")).collect::<Vec<_>>().join(" + ");
    needs.iter().map(all).collect::<Vec<_>>().join(", ")
}

/// A signature signs one thing, so a key whose serial number is optional must carry it.
fn signed_with_serial(elements: &[Element<'_>]) -> Result<(), Gs1Error> {
    if !elements.iter().any(|element| element.ai.number() == SIGNATURE) {
        return Ok(());
    }
    let bare = elements.iter().find(|element| {
        let without_serial = match element.ai.number() {
            GDTI | GCN => 13,
            GRAI => 14,
            _ => 0,
        };
        element.value.len() == without_serial
    });
    bare.map_or(Ok(()), |element| Err(refusal(Code::SerialMissing, element, &element.value)))
}
