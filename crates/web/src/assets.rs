//! Style sheets, scripts, fonts and drawings, carried in the binary; each address holds the hash of its content, so
//! that browsers keep it for a year.

use std::borrow::Cow;
use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
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
    files: HashMap<String, (&'static str, Cow<'static, [u8]>)>,
}

impl Assets {
    /// Those built into the program.
    pub fn embedded() -> Self {
        let mut assets = Self { addresses: HashMap::new(), files: HashMap::new() };
        let (styles, rest): (Vec<_>, Vec<_>) =
            embedded::FILES.iter().partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in rest {
            assets.add(name, Cow::Borrowed(bytes));
        }
        // Style sheets name fonts by their bare names; they come last, when the fonts have their addresses.
        for (name, bytes) in styles {
            let mut text = String::from_utf8_lossy(bytes).into_owned();
            for (font, address) in assets.addresses.iter().filter(|(name, _)| name.starts_with("fonts/")) {
                text = text.replace(&format!("url({font})"), &format!("url({address})"));
                text = text.replace(&format!("url(\"{font}\")"), &format!("url(\"{address}\")"));
            }
            assets.add(name, Cow::Owned(text.into_bytes()));
        }
        assets
    }

    fn add(&mut self, name: &'static str, bytes: Cow<'static, [u8]>) {
        let hash = &hex::encode(Sha256::digest(&bytes))[..HASH_CHARACTERS];
        let place = format!("{hash}/{name}");
        self.addresses.insert(name, format!("/assets/{place}"));
        self.files.insert(place, (name, bytes));
    }

    /// The address of a file; a name that is not there stays visible in the page.
    pub fn address(&self, name: &str) -> String {
        self.addresses.get(name).cloned().unwrap_or_else(|| format!("/assets/missing/{name}"))
    }

    /// The content of a file as built, for pages that carry it inline.
    pub fn content(&self, name: &str) -> Option<&'static [u8]> {
        embedded::FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
    }
}

/// `GET /assets/{hash}/{name}`.
pub async fn show(State(app): State<App>, Path((hash, name)): Path<(String, String)>) -> Response {
    let Some((name, bytes)) = app.assets.files.get(&format!("{hash}/{name}")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let head = [
        (header::CONTENT_TYPE, media_type(name)),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (head, bytes.to_vec()).into_response()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::Assets;

    #[test]
    fn a_style_sheet_names_fonts_by_their_hashed_addresses() {
        let assets = Assets::embedded();
        let place = assets.address("staff.css");
        let (_, bytes) = &assets.files[place.trim_start_matches("/assets/")];
        let text = String::from_utf8_lossy(bytes);
        assert!(
            text.contains(&assets.address("fonts/be-vietnam-pro-latin-400.woff2")),
            "run script/setup first"
        );
        assert!(!text.contains("url(fonts/") && !text.contains("url(\"fonts/"));
    }
}
