//! `OPTIONS` and `GET /epcis`: what there is, and which methods and versions (EPCIS 2.0, section 12.3).

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use web::App;

use crate::caller::Queries;
use crate::wanted::{CBV_VERSION, EPCIS_OLDEST, EPCIS_VERSION, Wanted, versions};

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

async fn top(Queries(_): Queries, wanted: Wanted) -> Response {
    collection(&wanted, RESOURCES.iter().map(|name| Value::from(*name)).collect())
}

/// A list as the standard writes it.
pub(crate) fn collection(wanted: &Wanted, members: Vec<Value>) -> Response {
    let body = json!({ "@context": epcis::json::CONTEXT, "type": "Collection", "member": members });
    let mut head = wanted.head();
    // Lists have no XML binding.
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/ld+json"));
    (head, Json(body)).into_response()
}

/// `OPTIONS` of what is only read.
pub(crate) async fn read_only(Queries(_): Queries) -> Response {
    allowed("GET, OPTIONS")
}

/// `OPTIONS` of what is read and added to.
pub(crate) async fn writable(Queries(_): Queries) -> Response {
    allowed("GET, POST, OPTIONS")
}

/// `OPTIONS` of what is read and removed.
pub(crate) async fn removable(Queries(_): Queries) -> Response {
    allowed("GET, DELETE, OPTIONS")
}

fn allowed(methods: &'static str) -> Response {
    let mut head = versions();
    supported(&mut head);
    head.insert(header::ALLOW, HeaderValue::from_static(methods));
    (StatusCode::NO_CONTENT, head).into_response()
}

fn supported(head: &mut HeaderMap) {
    for (name, value) in [
        ("gs1-epcis-min", EPCIS_OLDEST),
        ("gs1-epcis-max", EPCIS_VERSION),
        ("gs1-cbv-min", "1.2.0"),
        ("gs1-cbv-max", CBV_VERSION),
        ("gs1-epc-format", "No_Preference, Always_GS1_Digital_Link, Always_EPC_URN, Never_Translates"),
    ] {
        head.insert(name, HeaderValue::from_static(value));
    }
}
