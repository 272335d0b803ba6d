//! One question for any text: is it a GS1 identifier, and what does it say?

use crate::element::{self, SEPARATOR, symbology};
use crate::epc::{Epc, PrefixLengths, to_urn};
use crate::key::padded_gtin;
use crate::link::{self, CANONICAL_STEM, DigitalLink};
use crate::{Ai, Code, Element, Gs1Error, ai::number};

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Identifiers and their values in the order of the text, each once.
    pub keys: Vec<(Ai, String)>,
    /// The canonical Digital Link, where there is one.
    pub digital_link: Option<String>,
    /// The EPC URN, where it is known how long the company prefix is and there is one.
    pub urn: Option<String>,
}

/// Checks a Digital Link, an element string, an EPC URN or a plain key: 14 digits (also 13, 12 or 8) are a GTIN,
/// 17 a shipment, 18 a logistic unit.
///
/// # Errors
/// The first thing that does not hold.
pub fn check(text: &str) -> Result<Answer, Gs1Error> {
    check_with(text, &PrefixLengths::unknown())
}

/// The same, with URNs for keys whose company prefix has a known length.
///
/// # Errors
/// The first thing that does not hold.
pub fn check_with(text: &str, lengths: &PrefixLengths) -> Result<Answer, Gs1Error> {
    if text.is_empty() {
        return Err(Gs1Error::new(Code::Nothing, "", 0, ""));
    }
    if text.starts_with("urn:") {
        return of_urn(text);
    }
    let scanned = symbology(text).is_some() || text.starts_with([SEPARATOR, '^']);
    if text.contains("://") && !scanned && !text.starts_with('(') {
        let link = DigitalLink::parse(text)?;
        let elements: Vec<Element<'_>> = link.elements().cloned().collect();
        return Ok(Answer { digital_link: Some(link.canonical()), ..of_elements(&elements, lengths) });
    }
    let elements = if text.starts_with('(') {
        element::parse_bracketed(text)?
    } else if scanned {
        element::parse_scanned(text)?
    } else {
        vec![plain(text)?]
    };
    Ok(of_elements(&elements, lengths))
}

fn of_urn(urn: &str) -> Result<Answer, Gs1Error> {
    let epc = Epc::parse(urn)?;
    Ok(Answer {
        keys: keys(epc.elements()),
        digital_link: epc.link(CANONICAL_STEM).ok(),
        urn: Some(urn.to_owned()),
    })
}

fn of_elements(elements: &[Element<'_>], lengths: &PrefixLengths) -> Answer {
    Answer {
        keys: keys(elements),
        digital_link: link::build(elements, CANONICAL_STEM).ok(),
        urn: to_urn(elements, lengths).ok(),
    }
}

fn keys(elements: &[Element<'_>]) -> Vec<(Ai, String)> {
    let mut keys: Vec<(Ai, String)> = Vec::with_capacity(elements.len());
    for element in elements {
        if !keys.iter().any(|(ai, _)| *ai == element.ai) {
            keys.push((element.ai, element.value.clone().into_owned()));
        }
    }
    keys
}

/// A key without its identifier, told by its length.
fn plain(text: &str) -> Result<Element<'_>, Gs1Error> {
    let unknown = || Gs1Error::new(Code::UnknownForm, "", 0, text);
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(unknown());
    }
    let (number, value) = match (text.len(), padded_gtin(text)) {
        (_, Some(gtin)) => (number::GTIN, gtin.into_owned()),
        (17, _) => (number::GSIN, text.to_owned()),
        (18, _) => (number::SSCC, text.to_owned()),
        _ => return Err(unknown()),
    };
    let ai = Ai::of(number).ok_or_else(unknown)?;
    ai.check(&value)?;
    Ok(Element::new(ai, value))
}
