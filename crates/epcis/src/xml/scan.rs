//! XML from front to back into elements; what is not well-formed ends it. Nothing is recursive.

use std::borrow::Cow;

use quick_xml::Error;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::element::{Attribute, Element, Source};
use super::space::{Refused, Scopes};
use super::text::{self, Unknown};
use crate::tree::{MAX_SPACES, TreeFault, TreeFaultKind, most_nodes};

/// How deep elements may be nested: a tree's depth, and what XML wraps around it.
pub(super) const MAX_ELEMENT_DEPTH: usize = 96;
/// How many attributes one element may have.
const MAX_ATTRIBUTES: usize = MAX_SPACES;

struct Scanner<'s> {
    source: &'s str,
    elements: Vec<Element<'s>>,
    attributes: Vec<Attribute<'s>>,
    scopes: Scopes<'s>,
    open: Vec<u32>,
    // Where the reader stands.
    at: usize,
    // There are carriage returns in the source.
    returns: bool,
    // There are ends of sections in the source.
    sections: bool,
    // Elements and attributes that it may have.
    most: usize,
}

/// The elements of a source.
pub(super) fn scan(source: &str) -> Result<Source<'_>, TreeFault> {
    let begin = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let elements = Vec::with_capacity((source.len() / 48 + 4).min(most_nodes(source.len())));
    let (attributes, scopes, open) = (Vec::new(), Scopes::new(), Vec::with_capacity(16));
    let (returns, sections) = (source.contains('\r'), source.contains("]]>"));
    let most = most_nodes(source.len());
    let mut scanner =
        Scanner { source, elements, attributes, scopes, open, at: begin, returns, sections, most };
    if let Some(at) = text::bad_char(source) {
        return Err(scanner.fault(TreeFaultKind::Syntax, at));
    }
    let mut reader = Reader::from_str(&source[begin..]);
    reader.config_mut().check_comments = true;
    loop {
        scanner.at = begin + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|error| scanner.ill_formed(&error))?;
        if event == Event::Eof {
            break;
        }
        scanner.event(event, begin)?;
    }
    if !scanner.open.is_empty() || scanner.elements.is_empty() {
        return Err(scanner.fault(TreeFaultKind::Cut, source.len()));
    }
    let Scanner { elements, attributes, scopes, .. } = scanner;
    Ok(Source { elements, attributes, spaces: scopes.known, prefixes: scopes.declared })
}

impl<'s> Scanner<'s> {
    // A source that does not read is no EPCIS: its faults have no place but the byte.
    fn fault(&self, kind: TreeFaultKind, at: usize) -> TreeFault {
        let found = self.source.get(at..).unwrap_or("").chars().take(20).collect();
        TreeFault { kind, at, place: String::new(), found }
    }

    fn undeclared(&self, prefix: &str, at: usize) -> TreeFault {
        let found = prefix.chars().take(80).collect();
        TreeFault { kind: TreeFaultKind::Undeclared, at, place: String::new(), found }
    }

    fn ill_formed(&self, error: &Error) -> TreeFault {
        let kind = match error {
            Error::Syntax(_) => TreeFaultKind::Cut,
            _ => TreeFaultKind::Syntax,
        };
        self.fault(kind, self.at)
    }

    fn unknown(&self, unknown: Unknown, at: usize) -> TreeFault {
        let kind = match unknown {
            Unknown::Entity => TreeFaultKind::Doctype,
            Unknown::Syntax => TreeFaultKind::Syntax,
        };
        self.fault(kind, at)
    }

    fn event(&mut self, event: Event<'s>, begin: usize) -> Result<(), TreeFault> {
        match event {
            Event::Start(start) => self.start(&start),
            Event::Empty(start) => {
                self.start(&start)?;
                self.end();
                Ok(())
            }
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(chunk) => {
                let chunk = if self.returns { chunk.xml10_content() } else { chunk.into_inner() };
                // What ends a section does not stand outside of one.
                if self.sections && chunk.contains("]]>") {
                    return Err(self.fault(TreeFaultKind::Syntax, self.at));
                }
                self.text(chunk)
            }
            Event::CData(chunk) => {
                let chunk = if self.returns { chunk.xml10_content() } else { chunk.into_inner() };
                if self.open.is_empty() {
                    return Err(self.outside());
                }
                self.text(chunk)
            }
            Event::GeneralRef(name) => {
                let sign = text::reference(&name).map_err(|unknown| self.unknown(unknown, self.at))?;
                self.sign(sign)
            }
            Event::Decl(declaration) => {
                if self.at != begin || declaration.version().is_err() {
                    return Err(self.fault(TreeFaultKind::Syntax, self.at));
                }
                match declaration.encoding() {
                    None => Ok(()),
                    Some(Ok(name)) if self.reads(&name) => Ok(()),
                    Some(Ok(_)) => Err(self.fault(TreeFaultKind::Encoding, self.at)),
                    Some(Err(_)) => Err(self.fault(TreeFaultKind::Syntax, self.at)),
                }
            }
            Event::DocType(_) => Err(self.fault(TreeFaultKind::Doctype, self.at)),
            Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    // Any encoding has ASCII characters as UTF-8 has them, or it would not have come this far.
    fn reads(&self, encoding: &str) -> bool {
        ["utf-8", "us-ascii"].iter().any(|name| encoding.eq_ignore_ascii_case(name)) || self.source.is_ascii()
    }

    fn outside(&self) -> TreeFault {
        let kind = if self.elements.is_empty() { TreeFaultKind::Syntax } else { TreeFaultKind::Trailing };
        self.fault(kind, self.at)
    }

    fn text(&mut self, chunk: Cow<'s, str>) -> Result<(), TreeFault> {
        let Some(&index) = self.open.last() else {
            return if text::is_blank(&chunk) { Ok(()) } else { Err(self.outside()) };
        };
        // White space between elements is not kept.
        let between = self.elements.len() > index as usize + 1 && text::is_blank(&chunk);
        let text = &mut self.elements[index as usize].text;
        if text.is_empty() {
            *text = chunk;
        } else if !between {
            text.to_mut().push_str(&chunk);
        }
        Ok(())
    }

    fn sign(&mut self, sign: char) -> Result<(), TreeFault> {
        let Some(&index) = self.open.last() else { return Err(self.outside()) };
        self.elements[index as usize].text.to_mut().push(sign);
        Ok(())
    }

    fn end(&mut self) {
        if let Some(index) = self.open.pop() {
            self.elements[index as usize].end = offset(self.elements.len());
            self.scopes.close();
        }
    }

    // The XPath of the innermost open element; what follows it is not known yet.
    fn place_of_open(&self) -> String {
        let mut place = String::new();
        let mut parent = None;
        for &index in &self.open {
            let written = self.elements[index as usize].written;
            place.extend(["/", written]);
            let mut sibling = parent.map_or(index, |parent: u32| parent + 1);
            let mut count = 1;
            while sibling < index {
                count += usize::from(self.elements[sibling as usize].written == written);
                sibling = self.elements[sibling as usize].end;
            }
            if count > 1 {
                place.push_str(&format!("[{count}]"));
            }
            parent = Some(index);
        }
        place
    }

    // Where a part of the source stands in it.
    fn place(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.source.as_ptr().addr())
    }

    fn within(&self, part: &str) -> &'s str {
        let at = self.place(part);
        self.source.get(at..at + part.len()).unwrap_or("")
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), TreeFault> {
        let at = self.place(start).saturating_sub(1);
        if self.open.is_empty() && !self.elements.is_empty() {
            return Err(self.fault(TreeFaultKind::Trailing, at));
        }
        if self.open.len() >= MAX_ELEMENT_DEPTH {
            return Err(self.fault(TreeFaultKind::TooDeep, at));
        }
        let written = self.within(start.name().as_ref());
        let (prefix, local) = text::split(written).ok_or_else(|| self.fault(TreeFaultKind::Syntax, at))?;
        let first = self.attributes.len();
        self.scopes.open();
        self.take_attributes(start, at)?;
        if self.elements.len() + self.attributes.len() >= self.most {
            return Err(self.fault(TreeFaultKind::TooMany, at));
        }
        let space = self.scopes.find(prefix).ok_or_else(|| self.undeclared(prefix, at))?;
        self.resolve(first, written)?;
        let inherited = self.open.last().is_some_and(|parent| self.elements[*parent as usize].preserve);
        let says = self.attributes[first..].iter().find(|attribute| attribute.written == "xml:space");
        let preserve = says.map_or(inherited, |says| says.value == "preserve");
        let (index, next) = (offset(self.elements.len()), offset(self.elements.len() + 1));
        let attributes = offset(first)..offset(self.attributes.len());
        let text = Cow::Borrowed("");
        self.elements.push(Element { written, space, local, text, attributes, preserve, at, end: next });
        self.open.push(index);
        Ok(())
    }

    // Declarations come into force; the other attributes are kept, without their namespaces yet.
    fn take_attributes(&mut self, start: &BytesStart<'_>, tag: usize) -> Result<(), TreeFault> {
        for (count, attribute) in start.attributes().with_checks(false).enumerate() {
            let attribute = attribute.map_err(|_| self.fault(TreeFaultKind::Syntax, tag))?;
            let (written, raw) = (self.within(attribute.key.as_ref()), self.within(&attribute.value));
            let at = self.place(written);
            let apart = at > 0 && self.source.as_bytes()[at - 1].is_ascii_whitespace();
            let (prefix, local) = text::split(written)
                .filter(|_| apart)
                .ok_or_else(|| self.fault(TreeFaultKind::Syntax, at))?;
            let value = text::attribute(raw)
                .map_err(|(inner, unknown)| self.unknown(unknown, self.place(raw) + inner))?;
            let declares = match (prefix, local) {
                ("", "xmlns") => Some(""),
                ("xmlns", prefix) => Some(prefix),
                _ => None,
            };
            if count >= MAX_ATTRIBUTES {
                let kind =
                    if declares.is_some() { TreeFaultKind::TooManySpaces } else { TreeFaultKind::TooMany };
                return Err(self.fault(kind, at));
            }
            if let Some(prefix) = declares {
                self.scopes.declare(prefix, value, at).map_err(|refused| match refused {
                    Refused::TooMany => self.fault(TreeFaultKind::TooManySpaces, at),
                    Refused::Reserved => self.fault(TreeFaultKind::Syntax, at),
                })?;
            } else {
                self.attributes.push(Attribute { written, space: 0, local, value, at });
            }
        }
        Ok(())
    }

    // Names of attributes from the first on; a name stands once.
    fn resolve(&mut self, first: usize, element: &str) -> Result<(), TreeFault> {
        for place in first..self.attributes.len() {
            let (written, at) = (self.attributes[place].written, self.attributes[place].at);
            if let Some((prefix, _)) = written.split_once(':') {
                let space = self.scopes.find(prefix);
                self.attributes[place].space = space.ok_or_else(|| self.undeclared(prefix, at))?;
            }
            let this = &self.attributes[place];
            let twice = |other: &Attribute<'_>| other.space == this.space && other.local == this.local;
            if self.attributes[first..place].iter().any(twice) {
                let place = format!("{}/{element}/@{written}", self.place_of_open());
                return Err(TreeFault { place, ..self.fault(TreeFaultKind::Twice, at) });
            }
        }
        Ok(())
    }
}

fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
