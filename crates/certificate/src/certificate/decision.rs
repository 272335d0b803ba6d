//! A signed decision: a certificate for every product it recognises.

use council::decision::{self, DecisionId};
use ground::facts::{Fact, Subscriber};
use ground::{Actor, Ground, RefusalKind, Result};

use super::issue::{NewCertificate, issue};
use super::store::CertificateRow;

/// A signed decision is heard, and certificates are issued on it.
pub(crate) const DECISIONS: Subscriber = Subscriber {
    name: "certificate-decisions",
    kinds: &["DecisionSigned"],
    hear: |ground, fact| Box::pin(decision_signed(ground, fact)),
};

async fn decision_signed(ground: Ground, fact: Fact) -> Result<()> {
    let Ok(id) = fact.subject.parse::<DecisionId>() else { return Ok(()) };
    match issue_for(&ground, &Actor::system("sen"), id).await {
        Err(refusal) if refusal.kind == RefusalKind::NotFound => Ok(()),
        other => other.map(drop),
    }
}

/// Issues what a decision recognises, each certificate in a change of its own. Asked again, what is there stays as it is
/// and what is missing is added. A certificate is issued on the day of its decision.
///
/// # Errors
/// There is no such decision; the actor may not issue; a product has a star without certificate.
pub async fn issue_for(ground: &Ground, actor: &Actor, id: DecisionId) -> Result<Vec<CertificateRow>> {
    let decision = decision::load(&ground.reader(), id).await?;
    let recognised = decision::recognised(&ground.reader(), id).await?;
    let mut issued = Vec::with_capacity(recognised.len());
    for product in recognised {
        let new = NewCertificate {
            product_id: product.product_id,
            application_id: Some(product.application_id),
            decision_id: Some(decision.id),
            decision_number: decision.cited(),
            decision_on: decision.signed_on,
            authority: decision.authority.clone(),
            authority_place_id: decision.place_id,
            signer_title: decision.signer_lines.lines().map(str::to_owned).collect(),
            signer_name: Some(decision.signer_name.clone()),
            rules: product.rules,
            stars: product.stars,
            place_id: None,
            issued_on: decision.signed_on,
            number: None,
        };
        issued.push(issue(ground, actor, new).await?);
    }
    Ok(issued)
}
