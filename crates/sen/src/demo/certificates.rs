//! Certificates: those of the demo's decisions are there by now; older ones are taken over from paper; what was decided
//! about them since is entered by the office of the authority.

use anyhow::{Context, anyhow, bail};
use certificate::certificate::act::{self, Act as Decided};
use certificate::{NewCertificate, issue, issue_for};
use ground::Day;

use super::play::{Play, known};
use super::written::{Certificate, CertificateEvent, Origin, PaperDecision, Province};
use super::{Plan, first};

/// What happens to certificates.
pub(super) enum Act<'a> {
    /// One is issued.
    Issued(&'a Certificate),
    /// Something is decided about it.
    Event(&'a Certificate, &'a CertificateEvent),
}

/// When.
///
/// # Errors
/// A certificate of a product that is not there.
pub(super) fn plan<'a>(province: &'a Province, plan: &mut Plan<'a>) -> anyhow::Result<()> {
    let mut add =
        |day, order, act| plan.push((day, first::CERTIFICATES + order, super::Act::Certificate(act)));
    for certificate in &province.certificates {
        add(entered_on(province, certificate)?, 0, Act::Issued(certificate));
        for event in &certificate.events {
            if is_entered(certificate, event) {
                add(event.on, 1, Act::Event(certificate, event));
            }
        }
    }
    Ok(())
}

// One taken over from paper is entered when its producer is known here.
fn entered_on(province: &Province, certificate: &Certificate) -> anyhow::Result<Day> {
    let product = province.products.iter().find(|product| product.key == certificate.product);
    let producer = product
        .and_then(|product| province.producers.iter().find(|producer| producer.key == product.producer));
    let producer = producer.ok_or_else(|| anyhow!("{}: no such product", certificate.key))?;
    Ok(certificate.issued_on.max(producer.place.day))
}

// That one takes the place of another, and that a dossier here asks for re-evaluation, the program finds by itself.
fn is_entered(certificate: &Certificate, event: &CertificateEvent) -> bool {
    match event.kind.as_str() {
        "superseded" => false,
        "re-evaluation-filed" => matches!(certificate.origin, Origin::Paper(_)),
        _ => true,
    }
}

/// Does it.
///
/// # Errors
/// The program refuses, or comes to another star.
pub(super) async fn play(play: &mut Play<'_>, act: &Act<'_>) -> anyhow::Result<String> {
    let (what, written, done) = match act {
        Act::Issued(written) => ("certificate", written, take(play, written).await),
        Act::Event(written, event) => (event.kind.as_str(), written, enter(play, written, event).await),
    };
    done.with_context(|| format!("{what} {} on {}", written.key, play.today()))?;
    Ok(format!("{what} {}", written.key))
}

async fn take(play: &mut Play<'_>, written: &Certificate) -> anyhow::Result<()> {
    let row = match &written.origin {
        Origin::Round(decision) => {
            let id = known(&play.known.decisions, decision, "decision")?;
            let product = play.product(&written.product)?;
            let issued = issue_for(play.ground, &Play::system(), id).await?;
            let row = issued.into_iter().find(|row| row.product_id == product);
            row.ok_or_else(|| anyhow!("{decision} does not recognise it"))?
        }
        Origin::Paper(decision) => {
            let new = of_paper(play, written, decision).await?;
            issue(play.ground, &Play::system(), new).await?
        }
    };
    if row.stars != written.stars || row.issued_on != written.issued_on {
        bail!("has {} stars since {}", row.stars, row.issued_on);
    }
    play.known.certificates.insert(written.key.clone(), row.id);
    Ok(())
}

async fn of_paper(
    play: &Play<'_>,
    written: &Certificate,
    decision: &PaperDecision,
) -> anyhow::Result<NewCertificate> {
    let place_id = match &written.place {
        Some(place) => Some(play.place(place).await?.id),
        None => None,
    };
    Ok(NewCertificate {
        product_id: play.product(&written.product)?,
        application_id: None,
        decision_id: None,
        decision_number: decision.number.clone().unwrap_or_default(),
        decision_on: decision.on,
        authority: decision.authority.clone(),
        authority_place_id: play.place(&decision.place).await?.id,
        signer_title: decision.signer_title.clone(),
        signer_name: decision.signer_name.clone(),
        rules: written.rules.clone(),
        stars: written.stars,
        place_id,
        issued_on: written.issued_on,
        number: None,
    })
}

async fn enter(play: &Play<'_>, written: &Certificate, event: &CertificateEvent) -> anyhow::Result<()> {
    let ground = play.ground;
    if event.kind == "re-evaluation-filed" {
        let product = play.product(&written.product)?;
        certificate::certificate::file_re_evaluation(ground, &Play::system(), product, None).await?;
        return Ok(());
    }
    let by = event.by.as_deref().ok_or_else(|| anyhow!("nobody entered it"))?;
    let actor = play.actor(by).await?;
    let id = known(&play.known.certificates, &written.key, "certificate")?;
    let decided = Decided {
        number: event.act_number.clone().ok_or_else(|| anyhow!("has no number"))?,
        on: event.on,
        authority: event.authority.clone().ok_or_else(|| anyhow!("has no authority"))?,
        ground: event.ground.clone(),
        concluded_on: event.concluded_on,
        reason: event.reason.clone(),
    };
    match event.kind.as_str() {
        "suspended" => act::suspend(ground, &actor, id, decided).await?,
        "lifted" => act::lift(ground, &actor, id, decided).await?,
        "revoked" => act::revoke(ground, &actor, id, decided).await?,
        other => bail!("“{other}” is no event"),
    }
    Ok(())
}
