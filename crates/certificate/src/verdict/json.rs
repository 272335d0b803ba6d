//! The verdict for machines: signed JSON, and JSON-LD with the words of schema.org.

use axum::Json;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use ground::{Day, Lang};
use serde_json::{Value, json};
use web::{Answer, Here};

use super::card::Card;
use super::page::state_words;
use crate::seal;

const LINKED: &str = "application/ld+json";
/// A verdict holds for the moment it is asked.
const FRESH: &str = "no-cache";

/// Whether JSON-LD is asked for.
pub(super) fn wants_linked(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("ld+json"))
}

/// The statement's fields beside the signature over them.
pub(super) async fn signed(here: &Here, card: &Card, today: Day) -> Answer {
    let statement = card.statement(&here.ground().config.public_url, today);
    let signature = seal::ensure(here.ground()).await?.sign(&statement)?;
    let mut body = serde_json::to_value(&statement).map_err(ground::Refusal::from)?;
    body[seal::SIGNED] = Value::String(signature);
    let head = [
        (header::CACHE_CONTROL, FRESH),
        (header::VARY, "accept"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    Ok((head, Json(body)).into_response())
}

/// A product with its certification (schema.org `Product`, `Certification`).
pub(super) fn linked(here: &Here, card: &Card, today: Day) -> Response {
    let base = here.ground().config.public_url.trim_end_matches('/').to_owned();
    let state = card.life().on(today);
    let status = if state.holds() { "CertificationActive" } else { "CertificationInactive" };
    let body = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "@id": format!("{base}/products/{}", card.product_id),
        "name": card.product,
        "category": [{ "@value": card.set_name.vi, "@language": "vi" }, { "@value": card.set_name.en, "@language": "en" }],
        "manufacturer": { "@type": "Organization", "@id": format!("{base}/producers/{}", card.producer_id), "name": card.producer },
        "countryOfOrigin": { "@type": "Country", "identifier": "VN" },
        "hasCertification": {
            "@type": "Certification",
            "@id": format!("{base}/c/{}", card.code),
            "name": format!("OCOP {}", here.app.words.text(Lang::Vi, "stars-now", &[("stars", card.stars.to_string())])),
            "certificationIdentification": card.number,
            "certificationRating": { "@type": "Rating", "ratingValue": card.stars, "bestRating": 5 },
            "certificationStatus": format!("https://schema.org/{status}"),
            "description": state_words(here, here.lang, state),
            "issuedBy": { "@type": "Organization", "name": card.authority },
            "datePublished": card.issued_on,
            "validFrom": card.issued_on,
            "expires": card.expires_on,
            "url": format!("{base}/c/{}", card.code),
        },
    });
    let head = [
        (header::CONTENT_TYPE, LINKED),
        (header::CACHE_CONTROL, FRESH),
        (header::VARY, "accept"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (head, body.to_string()).into_response()
}
