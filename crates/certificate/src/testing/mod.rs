//! For the tests of rooms above: certificates of a product.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made is a failed test")]

mod many;

use ground::testing::{Bed, system};
use ground::{Actor, Day};
use register::place::Place;
use register::product::Product;

use crate::certificate::{CertificateRow, act};
use crate::verdict::{Card, store};
use crate::{NewCertificate, issue};

pub use crate::certificate::act::Act;
pub use many::copies;

/// What a certificate of a product is issued on: three stars, by a decision of that day of the place's committee.
pub fn new_certificate(product: &Product, authority: &Place, issued_on: Day) -> NewCertificate {
    let rules = if issued_on < "2026-05-22".parse().unwrap() { "qd148-2023" } else { "qd26-2026" };
    NewCertificate {
        product_id: product.id,
        application_id: None,
        decision_id: None,
        decision_number: "1850/QĐ-UBND".into(),
        decision_on: issued_on,
        authority: "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp".into(),
        authority_place_id: authority.id,
        signer_title: vec!["KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()],
        signer_name: Some("Trần Thị Bình".into()),
        rules: rules.into(),
        stars: 3,
        place_id: None,
        issued_on,
        number: None,
    }
}

/// Issues a certificate of three stars.
pub async fn certificate(bed: &Bed, product: &Product, authority: &Place, issued_on: Day) -> CertificateRow {
    issue(&bed.ground, &system(), new_certificate(product, authority, issued_on)).await.unwrap()
}

/// The card of a certificate as it is now.
pub async fn card(bed: &Bed, row: &CertificateRow) -> Card {
    store::load(&bed.ground.reader(), row.id).await.unwrap().card().unwrap()
}

/// A decision about a certificate, for food safety.
pub fn decided(on: Day) -> Act {
    Act {
        number: "77/QĐ-UBND".into(),
        on,
        authority: "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp".into(),
        ground: Some("law_violation".into()),
        concluded_on: Some(on.plus_days(-10)),
        reason: Some("Biên bản có tên người vi phạm".into()),
    }
}

/// Suspends a certificate.
pub async fn suspend(bed: &Bed, actor: &Actor, row: &CertificateRow, on: Day) -> ground::Result<()> {
    let act = Act { ground: None, ..decided(on) };
    act::enter(&bed.ground, actor, &card(bed, row).await, act::SUSPEND, act).await
}

/// Lifts a suspension.
pub async fn lift(bed: &Bed, actor: &Actor, row: &CertificateRow, on: Day) -> ground::Result<()> {
    let act = Act { ground: None, concluded_on: None, ..decided(on) };
    act::enter(&bed.ground, actor, &card(bed, row).await, act::LIFT, act).await
}

/// Revokes a certificate.
pub async fn revoke(bed: &Bed, actor: &Actor, row: &CertificateRow, on: Day) -> ground::Result<()> {
    act::enter(&bed.ground, actor, &card(bed, row).await, act::REVOKE, decided(on)).await
}

/// Suspends by a card that was read earlier.
pub async fn suspend_as_seen(bed: &Bed, actor: &Actor, seen: &Card, on: Day) -> ground::Result<()> {
    act::enter(&bed.ground, actor, seen, act::SUSPEND, decided(on)).await
}
