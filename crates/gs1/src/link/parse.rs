//! Reads a Digital Link URI.

use std::borrow::Cow;

use super::query::Query;
use super::{DigitalLink, LONGEST_LINK, Reading, is_scheme, named, named::number_of, pairs, root, tail};
use crate::ai::{check_associations, number};
use crate::element::MOST_ELEMENTS;
use crate::key::padded_gtin;
use crate::percent::{Plus, decoded};
use crate::{Ai, Code, Element, Gs1Error};

/// A character of RFC 3986, the percent sign included.
const URI: u8 = 1;
/// Also one of a domain.
const DOMAIN: u8 = 2;
// Every byte of every link is looked at.
const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let (everywhere, no_domain) = (b"-.:/[]", b"_~?#@!$&'()*+,;=%");
    let mut byte = 0_u8;
    while byte < 0x80 {
        if byte.is_ascii_alphanumeric() {
            classes[byte as usize] = URI | DOMAIN;
        }
        byte += 1;
    }
    let mut at = 0;
    while at < no_domain.len() {
        classes[no_domain[at] as usize] = URI;
        if at < everywhere.len() {
            classes[everywhere[at] as usize] = URI | DOMAIN;
        }
        at += 1;
    }
    classes
}

impl<'a> DigitalLink<'a> {
    /// Reads a link as the standard says today.
    ///
    /// # Errors
    /// The first thing that does not hold; offsets count from the link's start.
    pub fn parse(text: &'a str) -> Result<Self, Gs1Error> {
        Self::read(text, Reading::Strict)
    }

    /// Reads a link.
    ///
    /// # Errors
    /// The first thing that does not hold; offsets count from the link's start.
    pub fn read(text: &'a str, reading: Reading) -> Result<Self, Gs1Error> {
        let path_start = path_start(text)?;
        let (whole, query, fragment) = tail(&text[path_start..]);
        let path = match reading {
            Reading::Strict => whole,
            Reading::Tolerant => whole.strip_suffix('/').unwrap_or(whole),
        };
        let key_start = root(path, reading).ok_or_else(|| no_key(path, path_start))?;
        let key_at = path_start + key_start;
        let elements = segments(&path[key_start..], key_at, reading)?;
        let query = match query {
            None => Query::default(),
            Some(query) => Query::read(query, path_start + whole.len() + 1, &elements)?,
        };
        let link = Self {
            stem: &text[..key_at],
            path: elements,
            attributes: query.attributes,
            extra: query.extra,
            fragment,
        };
        link.check()?;
        Ok(link)
    }

    fn check(&self) -> Result<(), Gs1Error> {
        for element in self.elements() {
            check_value(element)?;
        }
        if self.attributes.is_empty() {
            return check_associations(&self.path);
        }
        let all: Vec<Element<'_>> = self.elements().cloned().collect();
        check_associations(&all)
    }
}

/// Checks an element's value; the offset is the element's.
pub(crate) fn check_value(element: &Element<'_>) -> Result<(), Gs1Error> {
    let checked = element.ai.identifier().check(&element.value);
    checked.map_err(|fault| {
        let refusal = fault.at(&element.ai.to_string(), 0, &element.value);
        Gs1Error { offset: element.offset, ..refusal }
    })
}

/// Where the path begins: behind a scheme and a domain.
pub(super) fn path_start(text: &str) -> Result<usize, Gs1Error> {
    if text.len() > LONGEST_LINK {
        return Err(
            Gs1Error::new(Code::TextTooLong, "", LONGEST_LINK, text).expecting(LONGEST_LINK.to_string())
        );
    }
    if let Some(at) = text.bytes().position(|byte| CLASSES[usize::from(byte)] & URI == 0) {
        let found = text[at..].chars().next().map(String::from).unwrap_or_default();
        return Err(Gs1Error::new(Code::UriCharacter, "", at, &found));
    }
    let Some(domain_at) = is_scheme(text) else {
        return Err(Gs1Error::new(Code::Scheme, "", 0, text).expecting("https://"));
    };
    let rest = &text[domain_at..];
    let domain = &rest[..rest.bytes().position(|byte| byte == b'/').unwrap_or(rest.len())];
    let named = domain.bytes().all(|byte| CLASSES[usize::from(byte)] & DOMAIN != 0);
    if domain.is_empty() || domain.len() == rest.len() || !named {
        return Err(Gs1Error::new(Code::Domain, "", domain_at, domain));
    }
    Ok(domain_at + domain.len())
}

/// Why a path has no key: the nearest reason.
fn no_key(path: &str, at: usize) -> Gs1Error {
    if path.ends_with('/') && root(path.trim_end_matches('/'), Reading::Tolerant).is_some() {
        return Gs1Error::new(Code::TrailingSlash, "", at + path.len() - 1, "/");
    }
    if let Some(start) = root(path, Reading::Tolerant) {
        let names = path[start + 1..].split('/').step_by(2);
        if let Some(name) = names.into_iter().find(|name| number_of(name).is_some()) {
            let wanted = number_of(name).map(|number| format!("{number:02}")).unwrap_or_default();
            return Gs1Error::new(Code::NamedKey, name, at + start + 1, name).expecting(wanted);
        }
    }
    Gs1Error::new(Code::NoKey, "", at, path)
}

/// `/name/value` pairs from the key on.
pub(super) fn segments<'a>(path: &'a str, at: usize, reading: Reading) -> Result<Vec<Element<'a>>, Gs1Error> {
    let mut elements: Vec<Element<'a>> = Vec::with_capacity(4);
    let mut offset = at + 1;
    for (name, text) in pairs(path) {
        let Some(ai) = named(name, reading) else {
            return Err(Gs1Error::new(Code::UnknownAi, name, offset, name));
        };
        if elements.len() == MOST_ELEMENTS {
            return Err(Gs1Error::new(Code::TooManyElements, name, offset, name));
        }
        let value = value(text, Plus::Itself, ai, offset + name.len() + 1)?;
        elements.push(Element { ai, value: filled(ai, value, reading), offset });
        offset += name.len() + text.len() + 2;
    }
    in_order(&elements)?;
    Ok(elements)
}

/// A value without percent codes.
pub(super) fn value(text: &str, plus: Plus, ai: Ai, at: usize) -> Result<Cow<'_, str>, Gs1Error> {
    decoded(text, plus).map_err(|place| {
        let code: String = text[place..].chars().take(3).collect();
        Gs1Error::new(Code::PercentCode, &ai.to_string(), at + place, &code)
    })
}

/// A GTIN with fewer digits, filled, where that is forgiven.
fn filled(ai: Ai, value: Cow<'_, str>, reading: Reading) -> Cow<'_, str> {
    if reading == Reading::Tolerant
        && ai.number() == number::GTIN
        && let Some(Cow::Owned(filled)) = padded_gtin(&value)
    {
        return Cow::Owned(filled);
    }
    value
}

fn in_order(elements: &[Element<'_>]) -> Result<(), Gs1Error> {
    let Some((key, qualifiers)) = elements.split_first() else { return Ok(()) };
    let numbers = |upto: usize| qualifiers[..upto].iter().map(|element| element.ai.number());
    let identifier = key.ai.identifier();
    if identifier.admits(numbers(qualifiers.len())) {
        return Ok(());
    }
    let wrong = (1..=qualifiers.len()).find(|upto| !identifier.admits(numbers(*upto)));
    let element = wrong.and_then(|upto| qualifiers.get(upto - 1)).unwrap_or(key);
    let rows = identifier
        .qualifiers()
        .iter()
        .map(|row| row.iter().map(|number| format!("{number:02}")).collect::<Vec<_>>().join(" → "));
    Err(Gs1Error::new(Code::Qualifiers, &element.ai.to_string(), element.offset, &key.ai.to_string())
        .expecting(rows.collect::<Vec<_>>().join(" | ")))
}
