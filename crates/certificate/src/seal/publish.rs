//! `GET /.well-known/sen-keys.json`: the keys with which anyone checks a certificate offline.

use axum::Json;
use axum::http::header;
use axum::response::IntoResponse;
use web::{Answer, Here};

use super::key;

/// Seconds a key set may be kept; rotation keeps the old keys, so a kept set is only ever too short.
const KEPT: &str = "public, max-age=3600";

pub(super) async fn show(here: Here) -> Answer {
    // The first asker may come before the first certificate.
    key::ensure(here.ground()).await?;
    let keys = key::published(&here.reader()).await?;
    Ok(([(header::CACHE_CONTROL, KEPT)], Json(keys.to_json())).into_response())
}
