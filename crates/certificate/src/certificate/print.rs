//! `GET /certificates/{id}.pdf`: the certificate as an official paper, with the QR of its verdict.

use std::sync::{Arc, LazyLock};

use axum::http::header;
use axum::response::IntoResponse;
use ground::{Config, Refusal, Result};
use jiff::Timestamp;
use papers::paper::{Certificate, DocumentReference, Signature};
use papers::{Engine, Templates};
use web::{Answer, Here};

use super::model::{CertificateId, resource};
use super::store::{self, CertificateRow};
use crate::verdict::{Card, store as verdicts};

/// One typesetter a process: its fonts and what certificates have in common are kept.
static ENGINE: LazyLock<std::result::Result<Arc<Engine>, String>> =
    LazyLock::new(|| Templates::built_in().map(Engine::new).map(Arc::new).map_err(|fault| fault.to_string()));

/// The PDF of a certificate; blocking, and the same bytes every time.
///
/// # Errors
/// The template is faulty.
pub fn pdf(config: &Config, row: &CertificateRow, card: &Card) -> Result<Vec<u8>> {
    let engine = ENGINE.as_ref().map_err(Refusal::unexpected)?;
    let at = Timestamp::from_microsecond(row.issued_on.start().micros()).map_err(Refusal::unexpected)?;
    let pdf = engine.typeset(&paper(config, row, card), at).map_err(Refusal::unexpected)?;
    Ok(pdf.into_bytes())
}

fn paper(config: &Config, row: &CertificateRow, card: &Card) -> Certificate {
    Certificate {
        authority: row.authority.to_uppercase(),
        number: row.number.clone(),
        decision: DocumentReference {
            number: row.decision_number.clone(),
            date: row.decision_on.0,
            issuer: row.authority.clone(),
        },
        product: row.product_name.clone(),
        code: row.product_code.clone().unwrap_or_else(|| card.code.printed()),
        producer: row.producer_name.clone(),
        address: row.producer_address.clone(),
        star: u8::try_from(row.stars).unwrap_or_default(),
        months: u32::try_from(card.months).unwrap_or_default(),
        issued: row.issued_on.0,
        expires: card.expires_on.0,
        place: place_of_issue(&row.authority, &row.place_name),
        signature: Signature {
            authority: row.signer_title.lines().map(str::to_owned).collect(),
            name: row.signer_name.clone(),
        },
        verdict_url: format!("{}/c/{}", config.public_url.trim_end_matches('/'), card.code),
    }
}

// Decree 30/2020, Annex I: the name of the province or commune of the issuing body, without its kind.
fn place_of_issue(authority: &str, place: &str) -> String {
    for kind in ["tỉnh ", "thành phố ", "huyện ", "thị xã "] {
        if let Some((_, name)) = authority.rsplit_once(kind) {
            return name.trim().to_owned();
        }
    }
    let last = place.rsplit(',').next().unwrap_or(place).trim();
    last.trim_start_matches("tỉnh ").trim_start_matches("thành phố ").to_owned()
}

pub(super) async fn show(here: Here, id: CertificateId) -> Answer {
    let card = verdicts::load(&here.reader(), id).await?.card()?;
    if !here.may("see-certificate", &resource(&card)) {
        return Err(Refusal::not_found().into());
    }
    let row = store::load(&here.reader(), id).await?;
    let name = format!("giay-chung-nhan-{}.pdf", card.code);
    let config = here.ground().config.clone();
    let bytes = tokio::task::spawn_blocking(move || pdf(&config, &row, &card))
        .await
        .map_err(Refusal::unexpected)??;
    let disposition = format!("inline; filename=\"{name}\"");
    let head = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    Ok((head, bytes).into_response())
}
