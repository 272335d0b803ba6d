//! `OPTIONS` and `GET /epcis`: what there is, and which methods and versions (EPCIS 2.0, section 12.3).

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use web::App;

use crate::caller::{Knows, Queries};
use crate::capture::limits;
use crate::problem::Problem;
use crate::wanted::{
    CBV_OLDEST, CBV_VERSION, CBV_XML_FORMAT, EPCIS_OLDEST, EPCIS_VERSION, Form, Wanted, extensions, named,
    versions,
};
use crate::xml;

/// The program and its version.
const VENDOR_VERSION: &str = concat!("sen-", env!("CARGO_PKG_VERSION"));

/// What is known without being declared: master data of the core vocabulary.
const MASTER_DATA: (&str, &str) = ("cbvmda", "urn:epcglobal:cbv:mda");

/// The top-level resources.
const RESOURCES: [&str; 9] = [
    "capture",
    "events",
    "eventTypes",
    "epcs",
    "bizSteps",
    "bizLocations",
    "readPoints",
    "dispositions",
    "queries",
];

/// `/epcis`.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/", get(top).options(read_only))
}

/// `/epcis/`, the path `/` of the standard's file behind the address of the server; nesting knows it without the slash
/// alone.
pub(crate) fn slashed() -> Router<App> {
    Router::new().route("/epcis/", get(top).options(read_only))
}

async fn top(Queries(_): Queries, wanted: Wanted) -> Result<Response, Problem> {
    let wanted = wanted.newer()?;
    if wanted.form != Form::Json {
        let body = json!({ "type": "Collection", "member": RESOURCES });
        let text = xml::written("Collection", &[], &["type", "member"], &body);
        return Ok((wanted.head(), text).into_response());
    }
    Ok(collection(&wanted, RESOURCES.iter().map(|name| Value::from(*name)).collect()))
}

/// A list as the standard writes it.
pub(crate) fn collection(wanted: &Wanted, members: Vec<Value>) -> Response {
    let body = json!({ "@context": context(wanted), "type": "Collection", "member": members });
    let mut head = wanted.head();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/ld+json"));
    (head, Json(body)).into_response()
}

// The standard's, and the prefixes with which the caller has the names written.
fn context(wanted: &Wanted) -> Value {
    let declared: Map<String, Value> =
        wanted.extensions.iter().cloned().map(|(prefix, namespace)| (prefix, namespace.into())).collect();
    if declared.is_empty() { epcis::json::CONTEXT.into() } else { json!([epcis::json::CONTEXT, declared]) }
}

/// `OPTIONS` of what is only read.
pub(crate) async fn read_only(_: Knows, headers: HeaderMap) -> Result<Response, Problem> {
    allowed("GET, OPTIONS", &headers)
}

/// `OPTIONS` of what is read and added to.
pub(crate) async fn writable(_: Knows, headers: HeaderMap) -> Result<Response, Problem> {
    allowed("GET, POST, OPTIONS", &headers)
}

/// `OPTIONS` of what is read and removed.
pub(crate) async fn removable(_: Knows, headers: HeaderMap) -> Result<Response, Problem> {
    allowed("GET, DELETE, OPTIONS", &headers)
}

/// `OPTIONS` of what is read and set.
pub(crate) async fn settable(_: Knows, headers: HeaderMap) -> Result<Response, Problem> {
    allowed("GET, PUT, OPTIONS", &headers)
}

/// `OPTIONS` of what is only given up.
pub(crate) async fn forgettable(_: Knows, headers: HeaderMap) -> Result<Response, Problem> {
    allowed("DELETE, OPTIONS", &headers)
}

/// `OPTIONS` of what is captured to: with the limits.
pub(crate) async fn capturing(_: Knows, headers: HeaderMap) -> Result<Response, Problem> {
    let mut response = allowed("GET, POST, OPTIONS", &headers)?;
    let head = response.headers_mut();
    head.extend(limits());
    head.insert("gs1-capture-error-behaviour", HeaderValue::from_static("all"));
    Ok(response)
}

/// `OPTIONS` of an address that takes these methods.
///
/// # Errors
/// What the caller declares cannot be read.
pub(crate) fn allowed(methods: &'static str, headers: &HeaderMap) -> Result<Response, Problem> {
    let mut head = versions();
    supported(&mut head);
    let declared = extensions(headers)?;
    let declared = declared.iter().map(|(prefix, namespace)| (prefix.as_str(), namespace.as_str()));
    if let Some(named) = named([MASTER_DATA].into_iter().chain(declared)) {
        head.insert("gs1-extensions", named);
    }
    head.insert(header::ALLOW, HeaderValue::from_static(methods));
    Ok((StatusCode::NO_CONTENT, head).into_response())
}

fn supported(head: &mut HeaderMap) {
    for (name, value) in [
        ("gs1-epcis-min", EPCIS_OLDEST),
        ("gs1-epcis-max", EPCIS_VERSION),
        ("gs1-cbv-min", CBV_OLDEST),
        ("gs1-cbv-max", CBV_VERSION),
        // Any form is written.
        ("gs1-epc-format", "No_Preference"),
        (CBV_XML_FORMAT, "No_Preference"),
        ("gs1-vendor-version", VENDOR_VERSION),
    ] {
        head.insert(name, HeaderValue::from_static(value));
    }
}
