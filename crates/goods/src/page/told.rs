//! What the code of a single thing says of itself, and what the scans of it say.

use axum::http::{HeaderMap, HeaderValue, header};
use ground::Result;
use register::place;
use sha2::{Digest, Sha256};
use web::Here;

use super::show::Found;
use crate::entry::moment;
use crate::serial::{Checked, Scanner, Suspicion, Verdict, check};
use crate::{item, lot};

/// The cookie with which a device knows again what it scanned: short hashes, no names.
const COOKIE: &str = "sen_seen";
/// Most codes a device knows again.
const KEPT: usize = 40;
/// Seconds it does.
const SECONDS: u32 = 31_536_000;
/// Bytes of a hash.
const BYTES: usize = 6;

/// What is told.
pub(super) struct Told {
    /// The code, as it may stand in an address.
    pub serial: String,
    /// Kind, title and sentence, where it must be doubted.
    pub doubt: Option<(&'static str, String, String)>,
    /// How often it was scanned.
    pub line: Option<String>,
    /// What the device is to keep.
    pub cookie: Option<HeaderValue>,
}

/// Checks a code and keeps the scan.
///
/// # Errors
/// The records or the keys are away.
pub(super) async fn of(
    here: &Here,
    found: &Found,
    serial: &str,
    province: Option<String>,
    headers: &HeaderMap,
) -> Result<Told> {
    let reader = here.reader();
    let item = item::load(&reader, found.card.trade_item_id).await?;
    let lot = lot::load(&reader, found.lot_id).await?;
    let this = hash(found, serial);
    let mut seen = seen(headers);
    let has_scanned = seen.contains(&this);
    let now = here.ground().clock.now();
    let scanner = Scanner { province, has_scanned };
    let checked = check(here.ground(), &item, &lot, serial, scanner, now).await?;
    let genuine = matches!(checked.verdict, Verdict::Genuine { .. });
    let cookie = (genuine && !has_scanned).then(|| {
        seen.push(this);
        let kept = seen[seen.len().saturating_sub(KEPT)..].join(".");
        HeaderValue::from_str(&format!("{COOKIE}={kept}; Path=/l; Max-Age={SECONDS}; HttpOnly; SameSite=Lax"))
    });
    Ok(Told {
        serial: gs1::percent::escaped(serial),
        doubt: doubt(here, &checked).await?,
        line: genuine.then(|| line(here, &checked)),
        cookie: cookie.and_then(std::result::Result::ok),
    })
}

async fn doubt(here: &Here, checked: &Checked) -> Result<Option<(&'static str, String, String)>> {
    let text = |key: &str, values: &[(&str, String)]| here.app.words.text(here.lang, key, values);
    let say = |kind, title: &str, sentence: String| Some((kind, here.t(title), sentence));
    Ok(match (&checked.verdict, &checked.suspicion) {
        (Verdict::Forged, _) => say("revoked", "scan-forged", here.t("scan-forged-sentence")),
        (Verdict::NotIssued, _) => say("copy", "scan-unknown", here.t("scan-unknown-sentence")),
        (_, Some(Suspicion::ImpossibleTravel { from, to, minutes })) => {
            let values = [
                ("from", province(here, from).await?),
                ("to", province(here, to).await?),
                ("minutes", minutes.to_string()),
            ];
            say("copy", "scan-copied", text("scan-copied-travel", &values))
        }
        (_, Some(Suspicion::TooManyDevices { devices })) => {
            say("copy", "scan-copied", text("scan-copied-many", &[("devices", devices.to_string())]))
        }
        _ => None,
    })
}

async fn province(here: &Here, code: &str) -> Result<String> {
    let found = place::by_code(&here.reader(), code, here.ground().clock.today()).await;
    Ok(found.map_or_else(|_| code.to_owned(), |place| place.name))
}

fn line(here: &Here, checked: &Checked) -> String {
    match checked.before {
        None => here.t("scan-first"),
        Some((first, count)) => {
            let values = [("count", count.to_string()), ("when", moment(first))];
            here.app.words.text(here.lang, "scan-again", &values)
        }
    }
}

fn hash(found: &Found, serial: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(found.lot_id.0.as_bytes());
    digest.update(serial);
    hex::encode(&digest.finalize()[..BYTES])
}

fn seen(headers: &HeaderMap) -> Vec<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';'));
    let kept = pairs.find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    let hashes = kept.unwrap_or_default().split('.').filter(|hash| hash.len() == 2 * BYTES);
    hashes.take(KEPT).map(str::to_owned).collect()
}
