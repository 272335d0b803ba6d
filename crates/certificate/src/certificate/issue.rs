//! Issuing: by a decision, or taken over from paper.

use council::decision::DecisionId;
use dossier::application::ApplicationId;
use ground::actor::PlaceId;
use ground::facts::News;
use ground::{Actor, Change, Day, Ground, Refusal, RefusalKind, Resource, Result};
use register::product::assign_code;
use sea_orm::Set;
use serde::Serialize;

use super::model::{CertificateId, EventKind};
use super::store::{self, ActiveModel, CertificateRow, event};
use crate::code::Code;
use crate::near::{self, ProductId};
use crate::verdict::rebuild;

/// The fact that a certificate was issued, lost or regained its standing; its subject is the certificate.
pub const CHANGED: &str = "CertificateChanged";
/// The fact that a certificate was issued; its subject is the certificate.
pub const ISSUED: &str = "CertificateIssued";
/// What stands after the running number.
const SYMBOL: &str = "GCN-OCOP";

/// What a certificate is issued on.
#[derive(Clone, Debug)]
pub struct NewCertificate {
    /// The product.
    pub product_id: ProductId,
    /// The application it came of; none for one taken over from paper.
    pub application_id: Option<ApplicationId>,
    /// The decision in this installation; none for one taken over from paper.
    pub decision_id: Option<DecisionId>,
    /// The decision's number; empty where it is not known.
    pub decision_number: String,
    /// The decision's date.
    pub decision_on: Day,
    /// Who decided.
    pub authority: String,
    /// The place of that authority.
    pub authority_place_id: PlaceId,
    /// The lines above the name of who signs.
    pub signer_title: Vec<String>,
    /// Who signs.
    pub signer_name: Option<String>,
    /// The rule pack it was graded by.
    pub rules: String,
    /// Stars.
    pub stars: i32,
    /// The place the product was made at then, where it is not the one it is made at now.
    pub place_id: Option<PlaceId>,
    /// The day of issue; the validity counts from it.
    pub issued_on: Day,
    /// Its number, where paper already gave it one.
    pub number: Option<String>,
}

/// What other rooms hear of a certificate.
#[derive(Debug, Serialize)]
struct Told {
    product_id: ProductId,
    code: Code,
    stars: i32,
}

/// Issues one certificate in a change of its own. The same product by the same decision is issued once: asked again,
/// it is the one already there.
///
/// # Errors
/// `not-recognised` for a star without certificate under those rules; the product, its producer or the rules are not
/// there; the actor may not.
pub async fn issue(ground: &Ground, actor: &Actor, new: NewCertificate) -> Result<CertificateRow> {
    let known =
        store::by_decision(&ground.reader(), &new.decision_number, new.decision_on, new.product_id).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let pack = ground
        .rules
        .pack(&new.rules)
        .ok_or_else(|| Refusal::unexpected(format!("no rules “{}”", new.rules)))?;
    let star = ocop::Star::ALL.into_iter().find(|star| i32::from(star.number()) == new.stars);
    if !star.is_some_and(|star| pack.recognises(star)) {
        return Err(Refusal::wrong_state("not-recognised").with("stars", new.stars));
    }
    let id = CertificateId(ground.clock.new_id());
    let resource = Resource::new("certificate", id)
        .places([new.authority_place_id])
        .texts("offices", [new.authority_place_id])
        .text("producer", "")
        .text("standing", "good");
    let mut change = ground.change(actor, "issue-certificate", &resource).await?;
    let row = write(&mut change, id, Code::of_random(ground.clock.random()?), &new).await?;
    supersede_older(&mut change, &ground.rules, &row).await?;
    rebuild::rebuild(&mut change, &ground.rules, id).await?;
    change.say("number", &row.number);
    change.say("product", &row.product_name);
    change.say("stars", row.stars);
    change.say("decision", numbered(&row.decision_number).as_deref().unwrap_or("none"));
    tell(&mut change, ISSUED, &row)?;
    change.commit().await?;
    Ok(row)
}

/// Tells other rooms about a certificate.
pub(super) fn tell(change: &mut Change, kind: &'static str, row: &CertificateRow) -> Result<()> {
    let told = Told { product_id: row.product_id, code: row.code.clone(), stars: row.stars };
    change.tell(News::new(kind, row.id, &told)?);
    Ok(())
}

// What was evaluated here gets its product code for that year; one taken over from paper keeps what it had.
async fn give_code(change: &mut Change, new: &NewCertificate) -> Result<()> {
    if new.decision_id.is_none() {
        return Ok(());
    }
    match assign_code(change, new.product_id, new.decision_on.0.year()).await {
        // The certificate does not wait for the code of a commune.
        Err(refusal) if refusal.kind == RefusalKind::WrongState => Ok(()),
        other => other.map(drop),
    }
}

async fn write(
    change: &mut Change,
    id: CertificateId,
    code: Code,
    new: &NewCertificate,
) -> Result<CertificateRow> {
    give_code(change, new).await?;
    let reader = change.reader();
    let product = near::product(&reader, new.product_id).await?.ok_or_else(Refusal::not_found)?;
    let producer = near::producer(&reader, product.producer_id).await?.ok_or_else(Refusal::not_found)?;
    let place_id = new.place_id.unwrap_or(product.place_id);
    let place = near::place(&reader, place_id, new.issued_on).await?;
    let year = i32::from(new.issued_on.0.year());
    let running = store::next_number(&reader, new.authority_place_id, year).await?;
    let row = ActiveModel {
        id: Set(id),
        code: Set(code),
        number: Set(new.number.clone().unwrap_or_else(|| format!("{running}/{SYMBOL}"))),
        year: Set(year),
        running: Set(running),
        authority: Set(new.authority.clone()),
        authority_place_id: Set(new.authority_place_id),
        product_id: Set(product.id),
        producer_id: Set(product.producer_id),
        place_id: Set(place_id),
        application_id: Set(new.application_id),
        decision_id: Set(new.decision_id),
        decision_number: Set(new.decision_number.clone()),
        decision_on: Set(new.decision_on),
        rules: Set(new.rules.clone()),
        set_number: Set(product.set_number),
        stars: Set(new.stars),
        product_name: Set(product.name),
        product_code: Set(product.code),
        unit: Set(product.unit),
        producer_name: Set(producer.name),
        producer_address: Set(producer.address),
        place_name: Set(place.then.vi),
        issued_on: Set(new.issued_on),
        signer_title: Set(new.signer_title.join("\n")),
        signer_name: Set(new.signer_name.clone()),
    };
    let row = change.insert(row).await?;
    let issued = event::ActiveModel {
        act_number: Set(numbered(&new.decision_number)),
        authority: Set(Some(new.authority.clone())),
        application_id: Set(new.application_id),
        ..blank(change, EventKind::Issued, new.issued_on, "")
    };
    store::add_event(change, id, issued).await?;
    Ok(row)
}

// Of a decision on paper the number may be unknown.
fn numbered(number: &str) -> Option<String> {
    (!number.is_empty()).then(|| number.to_owned())
}

/// An event with nothing but its kind and its day.
pub(super) fn blank(change: &Change, kind: EventKind, on: Day, by: &str) -> event::ActiveModel {
    event::ActiveModel {
        id: Set(change.new_id()),
        kind: Set(kind),
        on_day: Set(on),
        act_number: Set(None),
        authority: Set(None),
        ground: Set(None),
        concluded_on: Set(None),
        reason: Set(None),
        successor_id: Set(None),
        application_id: Set(None),
        by_name: Set(by.to_owned()),
        at: Set(change.at()),
        ..Default::default()
    }
}

// A product has one certificate: a newer one takes the place of those before it, the revoked ones aside.
async fn supersede_older(change: &mut Change, rules: &ocop::Library, newer: &CertificateRow) -> Result<()> {
    let all = store::of_product(&change.reader(), newer.product_id).await?;
    for older in all.into_iter().filter(|row| row.id != newer.id && row.issued_on <= newer.issued_on) {
        let events = store::events(&change.reader(), older.id).await?;
        if matches!(
            super::model::standing_of(&events),
            crate::state::Standing::Revoked | crate::state::Standing::Superseded
        ) {
            continue;
        }
        let event = event::ActiveModel {
            successor_id: Set(Some(newer.id)),
            act_number: Set(numbered(&newer.decision_number)),
            authority: Set(Some(newer.authority.clone())),
            ..blank(change, EventKind::Superseded, newer.issued_on, "")
        };
        store::add_event(change, older.id, event).await?;
        rebuild::rebuild(change, rules, older.id).await?;
        tell(change, CHANGED, &older)?;
    }
    Ok(())
}
