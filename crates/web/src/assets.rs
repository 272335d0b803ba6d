//! Style sheets, scripts, fonts and drawings, carried in the binary; each address holds the hash of its content, so
//! that browsers keep it for a year.

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::App;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/files.rs"));
}

/// Characters of the hash in an address.
const HASH_CHARACTERS: usize = 12;

/// The files of the binary by name and by address.
pub struct Assets {
    addresses: HashMap<&'static str, String>,
    files: HashMap<String, (&'static str, &'static [u8])>,
}

impl Assets {
    /// Those built into the program.
    pub fn embedded() -> Self {
        let hashed = |bytes: &[u8]| hex::encode(Sha256::digest(bytes))[..HASH_CHARACTERS].to_owned();
        let mut assets = Self { addresses: HashMap::new(), files: HashMap::new() };
        let (styles, rest): (Vec<_>, Vec<_>) = embedded::FILES.iter().partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in rest.into_iter().chain(styles) {
            let place = format!("{}/{name}", hashed(bytes));
            assets.addresses.insert(name, format!("/assets/{place}"));
            assets.files.insert(place, (name, bytes));
        }
        assets
    }

    /// The address of a file; a name that is not there stays visible in the page.
    pub fn address(&self, name: &str) -> String {
        self.addresses.get(name).cloned().unwrap_or_else(|| format!("/assets/missing/{name}"))
    }

    /// The content of a file, for pages that carry it inline.
    pub fn content(&self, name: &str) -> Option<&'static [u8]> {
        embedded::FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
    }
}

/// `GET /assets/{hash}/{name}`.
pub async fn show(State(app): State<App>, Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let place = format!("{hash}/{name}");
    // A font is named in a style sheet by its bare name, so the style sheet's own hash stands before it.
    let found = app.assets.files.get(&place).copied().or_else(|| {
        let content = app.assets.content(&name).filter(|_| name.starts_with("fonts/"))?;
        Some((embedded::FILES.iter().find(|(known, _)| *known == name)?.0, content))
    });
    let Some((name, bytes)) = found else { return StatusCode::NOT_FOUND.into_response() };
    if headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == hash.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let head = [
        (header::CONTENT_TYPE, media_type(name)),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (head, bytes).into_response()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
