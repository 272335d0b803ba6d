//! Papers of this room, typeset beside the requests.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use ground::{Instant, Refusal, Result};
use papers::dossier::{Entry, Part};
use papers::paper::{DocumentReference, Letterhead, Signature};
use papers::{Engine, Paper, PaperError, Pdf, Templates};

use crate::council::Council;

static ENGINE: LazyLock<Result<Engine, PaperError>> =
    LazyLock::new(|| Templates::built_in().map(Engine::new));

/// Typesets papers that belong together, one PDF each.
pub(crate) async fn typeset<P: Paper + Send + 'static>(papers: Vec<P>, at: Instant) -> Result<Vec<Pdf>> {
    let at = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let set = tokio::task::spawn_blocking(move || {
        let engine = ENGINE.as_ref().map_err(Refusal::unexpected)?;
        papers.iter().map(|paper| engine.typeset(paper, at).map_err(Refusal::unexpected)).collect()
    });
    set.await.map_err(Refusal::unexpected)?
}

/// One paper.
pub(crate) async fn one<P: Paper + Send + 'static>(paper: P, at: Instant) -> Result<Vec<u8>> {
    let set = typeset(vec![paper], at).await?.pop();
    set.map(Pdf::into_bytes).ok_or_else(|| Refusal::unexpected("nothing was typeset"))
}

/// A PDF shown in the browser.
pub(crate) fn pdf(name: &str, bytes: Vec<u8>) -> Response {
    let head = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    (head, bytes).into_response()
}

/// The head of the council's own letters.
pub(crate) fn council_head(
    council: &Council,
    number: Option<i32>,
    symbol: &str,
    date: ground::Day,
) -> Letterhead {
    Letterhead {
        superior: None,
        agency: council.name.to_uppercase(),
        number: number.and_then(|number| u32::try_from(number).ok()),
        symbol: symbol.to_owned(),
        place: bare(&council.place_name).to_owned(),
        date: Some(date.0),
    }
}

/// The name of a place alone, as a letter names where it was written.
pub(crate) fn bare(place: &str) -> &str {
    let first = place.split(',').next().unwrap_or(place).trim();
    let titles = ["tỉnh ", "thành phố ", "huyện ", "thị xã ", "phường ", "xã ", "đặc khu "];
    titles.into_iter().find_map(|title| first.strip_prefix(title)).unwrap_or(first)
}

/// The decision that set the council up.
pub(crate) fn mandate(council: &Council) -> DocumentReference {
    DocumentReference {
        number: council.mandate_number.clone(),
        date: council.mandate_on.0,
        issuer: council.mandate_issuer.clone(),
    }
}

/// A signature under one line.
pub(crate) fn signed(line: &str, name: Option<&str>) -> Signature {
    Signature { authority: line.lines().map(str::to_owned).collect(), name: name.map(str::to_owned) }
}

/// The lines of a text that say something.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// PDFs one after the other in one file.
pub(crate) fn merged(title: &str, parts: Vec<(String, Vec<u8>)>, at: Instant) -> Result<Vec<u8>> {
    let engine = ENGINE.as_ref().map_err(Refusal::unexpected)?;
    let at = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let entries: Vec<Entry> =
        parts.into_iter().map(|(title, bytes)| Entry { title, part: Part::Pdf(bytes) }).collect();
    let merged = papers::dossier::merge(engine, title, &entries, at).map_err(Refusal::unexpected)?;
    Ok(merged.pdf.into_bytes())
}
