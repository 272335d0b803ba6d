//! The whole document.

use epcis::cbv::{BizSteps, Dispositions, Vocabulary};
use serde_json::{Map, Value, json};

use super::operation::Operation;
use super::{
    answer, ask, capture, discovery, event, fields, lineage, parameter, problems, query, resource,
    subscription,
};
use crate::wanted::EPCIS_VERSION;

/// The shapes of bodies.
const SCHEMAS: &str = include_str!("../../openapi/schemas.json");

/// The document.
///
/// # Errors
/// The file of shapes is no JSON.
pub(super) fn document() -> Result<Value, serde_json::Error> {
    let mut schemas: Map<String, Value> = serde_json::from_str(SCHEMAS)?;
    schemas.insert("Query".to_owned(), ask::as_json());
    schemas.insert("BizStep".to_owned(), word::<BizSteps>());
    schemas.insert("Disposition".to_owned(), word::<Dispositions>());
    let mut parameters = parameter::shared();
    parameters.extend(ask::shared());
    Ok(json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Sen: event repository",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Visibility events of goods, after EPCIS, and where the goods came from and went",
            "description": description(),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" }
        },
        "servers": [{ "url": "/" }],
        "tags": tags(),
        "paths": paths(),
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description":
                "An API key. Its scopes: `trace:capture` captures, `trace:query` asks for the party's own and for \
                 public events, `trace:all` asks for every party's." } },
            "parameters": parameters,
            "headers": answer::headers(),
            "responses": problems::answers(),
            "schemas": schemas
        }
    }))
}

// A word of the standard, or a URI of one's own.
fn word<V: Vocabulary>() -> Value {
    json!({
        "description": format!("A {} of the Core Business Vocabulary, or a URI of one's own.", V::NAME),
        "anyOf": [{ "type": "string", "enum": V::TERMS }, answer::schema_of("Uri")]
    })
}

fn description() -> String {
    format!(
        "The REST binding of EPCIS {EPCIS_VERSION} under `/epcis`, and `/trace` beside it. Every address is told by \
         `OPTIONS`; a method that it does not take is refused with 405 and `Allow`. Problems are told as \
         `application/problem+json`, or as XML where only XML is accepted; their texts come in the language of \
         `Accept-Language` (`vi`, `en`)."
    )
}

fn tags() -> Value {
    json!([
        { "name": "discovery", "description": "What there is." },
        { "name": "capture", "description": "Events and master data come in." },
        { "name": "events", "description": "Events go out." },
        { "name": "resources", "description": "Types, objects, steps, places and states that occur." },
        { "name": "queries", "description": "Queries with a name." },
        { "name": "subscriptions", "description": "Results that go out by themselves." },
        { "name": "trace", "description": "Where goods came from and where they went." }
    ])
}

fn paths() -> Map<String, Value> {
    let told = [
        discovery::operations(),
        capture::operations(),
        event::operations(),
        resource::operations(),
        query::operations(),
        subscription::operations(),
        lineage::operations(),
        fields::operations(),
    ];
    let mut paths: Map<String, Value> = Map::new();
    for operation in told.into_iter().flatten() {
        let (path, method) = (operation.path.clone(), operation.method);
        paths.entry(path).or_insert_with(|| json!({}))[method] = operation.into_entry();
    }
    let discovered: Vec<Operation> = paths.iter().map(|(path, entry)| options(path, entry)).collect();
    for operation in discovered {
        let (path, method) = (operation.path.clone(), operation.method);
        paths.entry(path).or_insert_with(|| json!({}))[method] = operation.into_entry();
    }
    paths.insert("/openapi.json".to_owned(), json!({ "get": own() }));
    paths
}

fn options(path: &str, entry: &Value) -> Operation {
    let methods: Vec<&str> =
        ["get", "post", "put", "delete"].into_iter().filter(|method| entry.get(method).is_some()).collect();
    let parameters = methods.first().and_then(|method| entry[method]["parameters"].as_array());
    let in_path: Vec<Value> =
        parameters.into_iter().flatten().filter(|parameter| parameter["in"] == "path").cloned().collect();
    discovery::options(path, &methods, &in_path)
}

// This document, for whoever asks.
fn own() -> Value {
    json!({
        "operationId": "showOpenApi",
        "summary": "This document",
        "tags": ["discovery"],
        "security": [],
        "responses": {
            "200": {
                "description": "OpenAPI 3.1.",
                "content": { "application/json": { "schema": { "type": "object" } } }
            },
            "304": { "description": "The caller has it: `If-None-Match` named its `ETag`." },
            "414": { "$ref": "#/components/responses/URITooLong" }
        }
    })
}
