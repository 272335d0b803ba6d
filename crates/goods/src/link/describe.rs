//! `/.well-known/gs1resolver`: what this resolver is and answers for (GS1-Conformant Resolver 1.2.0, section 3); the
//! same at `/.well-known/resolver` (ISO/IEC 18975).

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ground::Lang;
use serde_json::json;
use web::App;

use super::link_type::PREFIX;
use super::{CONTEXT, KEYS, NAMESPACE};

pub(super) async fn describe(State(app): State<App>) -> Response {
    let config = &app.ground.config;
    let locality = &config.locality;
    let name = app.words.text(Lang::default(), "frame-site", &[("locality", locality.clone())]);
    let description = json!({
        "name": name,
        "resolverRoot": config.public_url.trim_end_matches('/'),
        "supportedPrimaryKeys": KEYS,
        "supportedLinkType": [{ "namespace": NAMESPACE, "prefix": PREFIX }],
        "linkTypeDefaultCanBeLinkset": false,
        "supportedContextValuesExternal": [{
            "nameOfList": "ISO 3166-1 alpha-2",
            "url": "https://www.iso.org/iso-3166-country-codes.html",
        }],
        "contact": {
            "fn": name,
            "hasAddress": { "locality": locality },
            "hasTelephone": config.hotline,
        },
        "jsonLdContextLocation": CONTEXT,
    });
    let head = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "max-age=3600")];
    (head, description.to_string()).into_response()
}
