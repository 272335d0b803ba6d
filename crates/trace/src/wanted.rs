//! In which form a caller wants its answer: `Accept`, and the standard's own headers (EPCIS 2.0, section 12.2).

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use epcis::xml::WordForm;
use serde::{Deserialize, Serialize};

use crate::problem::{Kind, Problem};

/// The version of the standard that answers keep to.
pub(crate) const EPCIS_VERSION: &str = "2.0.0";
/// The version of the vocabularies.
pub(crate) const CBV_VERSION: &str = "2.0.0";
/// The oldest version that is read and, as XML, written.
pub(crate) const EPCIS_OLDEST: &str = "1.2.0";
/// The oldest version of the vocabularies that is read, and that goes with it.
pub(crate) const CBV_OLDEST: &str = "1.2.0";
/// What JSON is called by those who know no JSON-LD.
const PLAIN: &str = "application/json";
/// In which form XML has the values of the core vocabularies.
pub(crate) const CBV_XML_FORMAT: &str = "gs1-cbv-xml-format";
const NEVER_TRANSLATES: &str = "Never_Translates";
const ALWAYS_URN: &str = "Always_URN";
const ALWAYS_WEB_URI: &str = "Always_Web_URI";
const VARY: &str = "accept, authorization, gs1-epc-format, gs1-cbv-xml-format";
/// Longest `GS1-Extensions` header.
const EXTENSIONS_BYTES: usize = 4 * 1024;

/// A binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// JSON-LD.
    Json,
    /// XML 2.0.
    Xml,
    /// XML 1.2.
    Xml12,
}

impl Form {
    /// The form of a problem: XML only where JSON is not accepted.
    pub(crate) fn of_problem(headers: &HeaderMap) -> Self {
        accepted(headers).unwrap_or(Self::Json)
    }

    /// The media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/ld+json",
            Self::Xml | Self::Xml12 => "application/xml",
        }
    }
}

/// How identifiers of objects are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum EpcForm {
    /// As GS1 Digital Link.
    DigitalLink,
    /// As EPC URN, where the length of the company prefix is known.
    Urn,
    /// As captured.
    AsCaptured,
}

impl EpcForm {
    /// The word of the header.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::DigitalLink => "Always_GS1_Digital_Link",
            Self::Urn => "Always_EPC_URN",
            Self::AsCaptured => NEVER_TRANSLATES,
        }
    }
}

/// What a caller wants.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The binding.
    pub form: Form,
    /// How values of the core vocabularies are written in XML; JSON has bare words.
    pub words: WordForm,
    /// The form of identifiers.
    pub epcs: EpcForm,
    /// Prefixes of namespaces, as the caller calls them.
    pub extensions: Vec<(String, String)>,
}

impl<S: Sync> FromRequestParts<S> for Wanted {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Self::of(&parts.headers)
    }
}

/// What a caller wants of something that has no XML binding.
#[derive(Clone, Debug)]
pub(crate) struct InJson(pub Wanted);

impl<S: Sync> FromRequestParts<S> for InJson {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let mut wanted = Wanted::of(&parts.headers)?;
        if wanted.form != Form::Json && ranges(&parts.headers).all(|(form, _, _)| form != Form::Json) {
            return Err(refused("Accept"));
        }
        if wanted.form == Form::Xml12 {
            return Err(refused("GS1-EPCIS-Max"));
        }
        wanted.form = Form::Json;
        Ok(Self(wanted))
    }
}

/// JSON-LD goes by the name `application/json` where that is what the caller asks for.
pub(crate) async fn name_json(request: Request, next: Next) -> Response {
    let quality = |headers: &HeaderMap, wanted: &str| {
        ranges(headers)
            .filter(|(_, name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, _, quality)| quality)
            .fold(0.0, f32::max)
    };
    let plain = quality(request.headers(), PLAIN);
    let is_plain = plain > 0.0 && plain >= quality(request.headers(), Form::Json.media_type());
    let mut response = next.run(request).await;
    let head = response.headers_mut();
    if is_plain && head.get(header::CONTENT_TYPE).is_some_and(|kind| kind == Form::Json.media_type()) {
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static(PLAIN));
    }
    response
}

impl Wanted {
    fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let form = accepted(headers).ok_or_else(|| refused("Accept"))?;
        let form = versioned(headers, form).ok_or_else(|| refused("GS1-EPCIS-Min, GS1-EPCIS-Max"))?;
        let cbv = if form == Form::Xml12 { CBV_OLDEST } else { CBV_VERSION };
        if !reaches(headers, "gs1-cbv-min", "gs1-cbv-max", cbv) {
            return Err(refused("GS1-CBV-Min, GS1-CBV-Max"));
        }
        let epcs = match headers.get("gs1-epc-format").map(|word| word.to_str().unwrap_or_default().trim()) {
            None | Some("No_Preference" | "Always_GS1_Digital_Link") => EpcForm::DigitalLink,
            Some("Always_EPC_URN") => EpcForm::Urn,
            Some(NEVER_TRANSLATES) => EpcForm::AsCaptured,
            Some(_) => return Err(refused("GS1-EPC-Format")),
        };
        let words = words(headers, form).ok_or_else(|| refused("GS1-CBV-XML-Format"))?;
        Ok(Self { form, words, epcs, extensions: extensions(headers)? })
    }

    /// The same, of what XML 1.2 does not have.
    ///
    /// # Errors
    /// The caller reads nothing newer.
    pub(crate) fn newer(self) -> Result<Self, Problem> {
        if self.form == Form::Xml12 { Err(refused("GS1-EPCIS-Max")) } else { Ok(self) }
    }

    /// The headers of an answer in this form.
    pub(crate) fn head(&self) -> HeaderMap {
        let mut head = versions();
        if self.form == Form::Xml12 {
            head.insert("gs1-epcis-version", HeaderValue::from_static(EPCIS_OLDEST));
            head.insert("gs1-cbv-version", HeaderValue::from_static(CBV_OLDEST));
        }
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.form.media_type()));
        head.insert("gs1-epc-format", HeaderValue::from_static(self.epcs.word()));
        if self.form != Form::Json {
            let words = if self.words == WordForm::Urn { ALWAYS_URN } else { ALWAYS_WEB_URI };
            head.insert(CBV_XML_FORMAT, HeaderValue::from_static(words));
        }
        head.insert(header::VARY, HeaderValue::from_static(VARY));
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        if let Some(named) =
            named(self.extensions.iter().map(|(prefix, iri)| (prefix.as_str(), iri.as_str())))
        {
            head.insert("gs1-extensions", named);
        }
        head
    }
}

/// The headers that name the versions in use.
pub(crate) fn versions() -> HeaderMap {
    let mut head = HeaderMap::new();
    head.insert("gs1-epcis-version", HeaderValue::from_static(EPCIS_VERSION));
    head.insert("gs1-cbv-version", HeaderValue::from_static(CBV_VERSION));
    head
}

/// What a header says, where it says something.
pub(crate) fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim).filter(|text| !text.is_empty())
}

// The first acceptable form in the caller's order of quality; JSON where nothing is said.
fn accepted(headers: &HeaderMap) -> Option<Form> {
    if text(headers, "accept").is_none() {
        return Some(Form::Json);
    }
    let mut best: Option<(f32, Form)> = None;
    for (form, _, quality) in ranges(headers) {
        if best.is_none_or(|(most, _)| quality > most) {
            best = Some((quality, form));
        }
    }
    best.map(|(_, form)| form)
}

// What is accepted of what there is: the form, the name it is asked for by, and the quality.
fn ranges(headers: &HeaderMap) -> impl Iterator<Item = (Form, &str, f32)> {
    let ranges = text(headers, "accept").unwrap_or_default().split(',').filter_map(range);
    ranges.filter(|(_, _, quality)| *quality > 0.0)
}

fn range(range: &str) -> Option<(Form, &str, f32)> {
    let mut parts = range.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    // Names of media types and of their parameters are the same in capitals (RFC 9110, section 8.3.1).
    let form = match name.to_ascii_lowercase().as_str() {
        "*/*" | "application/*" | PLAIN | "application/ld+json" | "application/problem+json" => Form::Json,
        "application/xml" | "text/xml" | "application/problem+xml" => Form::Xml,
        _ => return None,
    };
    let quality = parts.find_map(|part| part.strip_prefix(['q', 'Q'])?.strip_prefix('='));
    Some((form, name, quality.and_then(|q| q.parse().ok()).unwrap_or(1.0)))
}

/// That an answer without a body, and its problems, can be had.
///
/// # Errors
/// Nothing of what the caller accepts is written here.
pub(crate) fn acceptable(headers: &HeaderMap) -> Result<(), Problem> {
    accepted(headers).map(drop).ok_or_else(|| refused("Accept"))
}

fn refused(header: &'static str) -> Problem {
    Problem::new(Kind::NotAcceptable, "trace-not-acceptable").with("header", header)
}

/// Namespaces as the header `GS1-Extensions` has them; none where there are none. What a header cannot say is left out.
pub(crate) fn named<'n>(prefixes: impl Iterator<Item = (&'n str, &'n str)>) -> Option<HeaderValue> {
    let mut written = String::new();
    for (prefix, iri) in prefixes {
        let is_plain = iri.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',') && prefix.is_ascii();
        if is_plain && written.len() + prefix.len() + iri.len() + 3 <= EXTENSIONS_BYTES {
            let and = if written.is_empty() { "" } else { ", " };
            written.push_str(&format!("{and}{prefix}={iri}"));
        }
    }
    if written.is_empty() { None } else { HeaderValue::from_str(&written).ok() }
}

// URNs where nothing is said. What was captured in which form is not kept, and 1.2 knows URNs alone.
fn words(headers: &HeaderMap, form: Form) -> Option<WordForm> {
    match headers.get(CBV_XML_FORMAT).map(|word| word.to_str().unwrap_or_default().trim()) {
        None | Some("No_Preference" | ALWAYS_URN) => Some(WordForm::Urn),
        Some(ALWAYS_WEB_URI) if form != Form::Xml12 => Some(WordForm::WebUri),
        Some(NEVER_TRANSLATES) if form == Form::Json => Some(WordForm::Urn),
        Some(_) => None,
    }
}

// 1.2 is written as XML, for whoever reads nothing newer.
fn versioned(headers: &HeaderMap, form: Form) -> Option<Form> {
    if reaches(headers, "gs1-epcis-min", "gs1-epcis-max", EPCIS_VERSION) {
        return Some(form);
    }
    (form == Form::Xml && reaches(headers, "gs1-epcis-min", "gs1-epcis-max", EPCIS_OLDEST))
        .then_some(Form::Xml12)
}

fn reaches(headers: &HeaderMap, min: &str, max: &str, version: &str) -> bool {
    let own = numbers(version);
    text(headers, min).is_none_or(|min| numbers(min) <= own)
        && text(headers, max).is_none_or(|max| own <= padded(max))
}

/// The numbers of a version; those that are missing, or none, are 0.
pub(crate) fn numbers(version: &str) -> [u32; 3] {
    filled(version, 0)
}

// `2` as a highest version means every 2.
fn padded(version: &str) -> [u32; 3] {
    filled(version, u32::MAX)
}

fn filled(version: &str, rest: u32) -> [u32; 3] {
    let mut numbers = [rest; 3];
    for (number, part) in numbers.iter_mut().zip(version.split('.')) {
        *number = part.parse().unwrap_or(rest);
    }
    numbers
}

/// The namespaces that the header `GS1-Extensions` declares.
///
/// # Errors
/// It is no list of `prefix=namespace`, or too long.
pub(crate) fn extensions(headers: &HeaderMap) -> Result<Vec<(String, String)>, Problem> {
    let mut found = Vec::new();
    for value in headers.get_all("gs1-extensions") {
        let wrong = || Problem::new(Kind::Validation, "trace-bad-header").with("header", "GS1-Extensions");
        let text = value.to_str().ok().filter(|text| text.len() <= EXTENSIONS_BYTES).ok_or_else(wrong)?;
        for pair in text.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (prefix, namespace) = pair.split_once('=').ok_or_else(wrong)?;
            let (prefix, namespace) = (prefix.trim(), namespace.trim());
            if prefix.is_empty() || namespace.is_empty() {
                return Err(wrong());
            }
            found.push((prefix.to_owned(), namespace.to_owned()));
        }
    }
    Ok(found)
}
