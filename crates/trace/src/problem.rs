//! Problems of the standard's own kinds (EPCIS 2.0, section 12.6), as JSON or XML (RFC 9457), in the reader's language.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use epcis::check::{Finding, Lang as FindingLang};
use epcis::query::{QueryCode, QueryFault};
use ground::{Lang, Refusal, RefusalKind};
use serde_json::{Value, json};
use web::{App, Here, Words};

use crate::store::StoreError;
use crate::wanted::Form;
use crate::xml;

/// When to try again what is away for the moment, in seconds.
const RETRY_SECONDS: u16 = 10;
/// The members of a problem, in the order of RFC 9457.
const MEMBERS: &[&str] = &["type", "title", "status", "detail", "errors"];
/// Longest address.
pub(crate) const MAX_ADDRESS: usize = 16 * 1024;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $status:ident $exception:literal,)+) => {
        /// What went wrong, as the standard tells problems apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Kind {
            $($(#[doc = $doc])+ $kind,)+
        }

        impl Kind {
            /// All of them.
            pub(crate) const ALL: &[Self] = &[$(Self::$kind,)+];

            /// What it means.
            pub(crate) const fn meaning(self) -> &'static str {
                match self { $(Self::$kind => concat!($($doc),+),)+ }
            }

            /// The status it is answered with.
            pub(crate) const fn status(self) -> StatusCode {
                match self { $(Self::$kind => StatusCode::$status,)+ }
            }

            /// The standard's name for it.
            pub(crate) const fn exception(self) -> &'static str {
                match self { $(Self::$kind => $exception,)+ }
            }

            /// The standard's name for it, as the type of a problem.
            pub(crate) fn uri(self) -> String {
                format!("epcisException:{}", self.exception())
            }

            /// What kind of problem it is, for a reader.
            pub(crate) fn title(self, words: &Words, lang: Lang) -> String {
                words.text(lang, &format!("trace-problem-{}", self.status().as_u16()), &[])
            }
        }
    };
}

kinds! {
    /// A document that does not hold.
    Validation = BAD_REQUEST "ValidationException",
    /// A query that does not hold.
    QueryValidation = BAD_REQUEST "QueryValidationException",
    /// A parameter of a query.
    QueryParameter = BAD_REQUEST "QueryParameterException",
    /// No key, or one that is none of ours.
    NoKey = UNAUTHORIZED "SecurityException",
    /// The key has no such scope.
    NoScope = FORBIDDEN "SecurityException",
    /// There is none.
    NoSuchResource = NOT_FOUND "NoSuchResourceException",
    /// A subscription that does not hold.
    SubscriptionControls = BAD_REQUEST "SubscriptionControlsException",
    /// No query or subscription of that name.
    NoSuchName = NOT_FOUND "NoSuchNameException",
    /// The method is none of this address.
    NoSuchMethod = METHOD_NOT_ALLOWED "NotImplementedException",
    /// No form that the caller accepts.
    NotAcceptable = NOT_ACCEPTABLE "NotAcceptableException",
    /// The name or identifier is taken.
    AlreadyExists = CONFLICT "ResourceAlreadyExistsException",
    /// More bytes or events than a capture may have.
    CaptureLimit = PAYLOAD_TOO_LARGE "CaptureLimitExceededException",
    /// More events than `maxEventCount`.
    QueryTooLarge = PAYLOAD_TOO_LARGE "QueryTooLargeException",
    /// More work than a query may make.
    QueryTooComplex = PAYLOAD_TOO_LARGE "QueryTooComplexException",
    /// An address too long.
    UriTooLong = URI_TOO_LONG "URITooLongException",
    /// More events than a party may capture in a day.
    Quota = TOO_MANY_REQUESTS "CaptureLimitExceededException",
    /// A body of another form.
    MediaType = UNSUPPORTED_MEDIA_TYPE "UnsupportedMediaTypeException",
    /// A body in a content coding.
    ContentCoding = UNSUPPORTED_MEDIA_TYPE "UnsupportedMediaTypeException",
    /// The store is away for the moment.
    Away = SERVICE_UNAVAILABLE "ImplementationException",
    /// A fault of ours.
    Implementation = INTERNAL_SERVER_ERROR "ImplementationException",
}

/// Why a request was not done.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    kind: Kind,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Words(&'static str, Vec<(&'static str, String)>),
    Findings(Vec<Finding>),
    Query(Vec<QueryFault>),
}

impl Problem {
    /// A problem with the sentence of a key of the word files.
    pub(crate) const fn new(kind: Kind, words: &'static str) -> Self {
        Self { kind, what: What::Words(words, Vec::new()) }
    }

    /// With a value that the sentence names.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let What::Words(_, values) = &mut self.what {
            values.push((name, value.into()));
        }
        self
    }

    /// A document with findings.
    pub(crate) const fn found(findings: Vec<Finding>) -> Self {
        Self { kind: Kind::Validation, what: What::Findings(findings) }
    }

    /// A fault of ours: the log has it, the caller does not.
    pub(crate) fn fault(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "event repository");
        Self::new(Kind::Implementation, "trace-fault")
    }

    /// The problem as JSON.
    pub(crate) fn body(&self, words: &Words, lang: Lang) -> Value {
        let mut body = json!({
            "type": self.kind.uri(),
            "title": self.kind.title(words, lang),
            "status": self.kind.status().as_u16(),
        });
        match &self.what {
            What::Words(key, values) => body["detail"] = words.text(lang, key, values).into(),
            What::Findings(findings) => {
                body["detail"] = told(findings.first(), lang).into();
                body["errors"] = findings.iter().map(|finding| entry(finding, lang)).collect();
            }
            What::Query(faults) => {
                let text = |fault: &QueryFault| fault.text(findings_in(lang));
                body["detail"] = faults.first().map(text).unwrap_or_default().into();
                let entry = |fault: &QueryFault| json!({ "at": fault.parameter, "code": fault.code.code(), "message": text(fault) });
                body["errors"] = faults.iter().map(entry).collect();
            }
        }
        body
    }
}

/// A finding as an entry of a list of errors.
pub(crate) fn entry(finding: &Finding, lang: Lang) -> Value {
    json!({ "at": finding.at, "code": finding.rule.code(), "message": finding.text(findings_in(lang)) })
}

fn told(finding: Option<&Finding>, lang: Lang) -> String {
    let said = |first: &Finding| {
        let text = first.text(findings_in(lang));
        // What is wrong with the whole has no place.
        if first.at.is_empty() { text } else { format!("{}: {text}", first.at) }
    };
    finding.map(said).unwrap_or_default()
}

pub(crate) const fn findings_in(lang: Lang) -> FindingLang {
    match lang {
        Lang::Vi => FindingLang::Vi,
        Lang::En => FindingLang::En,
    }
}

impl Problem {
    /// What is wrong, a sentence each, where it is the query that does not hold.
    pub(crate) fn of_the_query(&self, here: &Here) -> Option<Vec<String>> {
        use Kind::{QueryParameter, QueryTooComplex, QueryTooLarge, QueryValidation};
        if !matches!(self.kind, QueryParameter | QueryTooComplex | QueryTooLarge | QueryValidation) {
            return None;
        }
        Some(match &self.what {
            What::Words(key, values) => vec![here.app.words.text(here.lang, key, values)],
            What::Findings(findings) => findings.iter().map(|one| told(Some(one), here.lang)).collect(),
            What::Query(faults) => faults.iter().map(|fault| fault.text(findings_in(here.lang))).collect(),
        })
    }
}

// At the pages, a problem is a refusal like any other.
impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        match problem.kind {
            Kind::NoSuchResource | Kind::NoSuchName => Self::not_found(),
            Kind::Away => Self::new(RefusalKind::Unavailable, "trace-away"),
            kind => Self::unexpected(format!("{kind:?}: {:?}", problem.what)),
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Away(_) | StoreError::Full | StoreError::Closed => {
                Self { cause: Some(error.to_string()), ..Self::new(RefusalKind::Unavailable, "trace-away") }
            }
            other => Self::unexpected(other),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal.kind {
            RefusalKind::NotSignedIn => Self::new(Kind::NoKey, "trace-no-key"),
            RefusalKind::NotAllowed => Self::new(Kind::NoScope, "trace-no-scope"),
            RefusalKind::NotFound => Self::new(Kind::NoSuchResource, "trace-not-found"),
            RefusalKind::Unavailable => Self::new(Kind::Away, "trace-away"),
            _ => Self::fault(refusal),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes every [`Problem`] that a handler returned, and what the router itself refused.
pub(crate) async fn show_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(here) = Here::from_request_parts(&mut parts, &app).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let form = Form::of_problem(&parts.headers);
    let too_long = parts.uri.path_and_query().is_some_and(|address| address.as_str().len() > MAX_ADDRESS);
    let mut response = if too_long {
        let problem = Problem::new(Kind::UriTooLong, "trace-uri-too-long");
        problem.with("most", MAX_ADDRESS.to_string()).into_response()
    } else {
        next.run(Request::from_parts(parts, body)).await
    };
    let known = response.extensions_mut().remove::<Problem>();
    let Some(problem) = known.or_else(|| of_router(&response)) else { return response };
    let body = problem.body(&here.app.words, here.lang);
    let (kind, text) = match form {
        Form::Json => ("application/problem+json", body.to_string()),
        Form::Xml | Form::Xml12 => {
            ("application/problem+xml", xml::written("EPCISException", &[], MEMBERS, &body))
        }
    };
    let mut headers = std::mem::take(response.headers_mut());
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.remove(header::CONTENT_LENGTH);
    match problem.kind {
        Kind::Away => drop(headers.insert(header::RETRY_AFTER, HeaderValue::from(RETRY_SECONDS))),
        Kind::Quota => {
            let clock = &here.app.ground.clock;
            let seconds = (clock.today().plus_days(1).start().micros() - clock.now().micros()) / 1_000_000;
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        Kind::ContentCoding => {
            drop(headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity")));
        }
        Kind::CaptureLimit => headers.extend(crate::capture::limits()),
        Kind::NoKey => drop(headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))),
        _ => {}
    }
    (problem.kind.status(), headers, text).into_response()
}

// What axum answered by itself, before or instead of a handler.
fn of_router(response: &Response) -> Option<Problem> {
    let plain = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/plain");
    if !response.headers().get(header::CONTENT_TYPE).is_none_or(plain) {
        return None;
    }
    Some(match response.status() {
        StatusCode::NOT_FOUND => Problem::new(Kind::NoSuchResource, "trace-not-found"),
        StatusCode::METHOD_NOT_ALLOWED => Problem::new(Kind::NoSuchMethod, "trace-no-method"),
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(Kind::QueryTooComplex, "trace-body-too-large"),
        StatusCode::BAD_REQUEST => Problem::new(Kind::Validation, "trace-bad-request"),
        _ => return None,
    })
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Away(_) | StoreError::Full | StoreError::Closed => {
                tracing::error!(%error, "event store");
                Self::new(Kind::Away, error.code())
            }
            StoreError::TooMuch { at, what, found, most } => Self::new(Kind::CaptureLimit, "store-too-much")
                .with("at", at.to_string())
                .with("what", what)
                .with("found", found.to_string())
                .with("most", most.to_string()),
            StoreError::Unfit { at, what } => {
                Self::new(Kind::Validation, "store-unfit").with("at", at.to_string()).with("what", what)
            }
            other => Self::fault(other),
        }
    }
}

impl Problem {
    /// A query that does not hold.
    pub(crate) fn of_query(faults: Vec<QueryFault>) -> Self {
        // A body that cannot be read has no parameters yet.
        let is_read = faults.iter().all(|fault| fault.code != QueryCode::NotJson);
        let kind = if is_read { Kind::QueryParameter } else { Kind::Validation };
        Self { kind, what: What::Query(faults) }
    }
}
