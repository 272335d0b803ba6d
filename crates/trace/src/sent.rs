//! What a caller says of the body that it sends.

use axum::http::{HeaderMap, header};

use crate::problem::{Kind, Problem};
use crate::wanted::{CBV_OLDEST, CBV_VERSION, EPCIS_OLDEST, EPCIS_VERSION, numbers, text};

/// The media type that a body is said to be of, in small letters and without parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> String {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// That a body is said to be of versions that are read; what it says of itself is looked at later.
///
/// # Errors
/// It is of an older or newer one.
pub(crate) fn readable(headers: &HeaderMap) -> Result<(), Problem> {
    // What comes behind the second number changes no form.
    let form = |version: &str| (numbers(version)[0], numbers(version)[1]);
    for (header, oldest, newest) in
        [("GS1-EPCIS-Version", EPCIS_OLDEST, EPCIS_VERSION), ("GS1-CBV-Version", CBV_OLDEST, CBV_VERSION)]
    {
        let version = text(headers, header).map(form);
        if version.is_some_and(|version| version < form(oldest) || version > form(newest)) {
            return Err(Problem::new(Kind::NotAcceptable, "trace-version-not-read").with("header", header));
        }
    }
    Ok(())
}
