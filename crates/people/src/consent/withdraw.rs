//! Withdrawing a consent: `withdraw-consent`.

use axum::extract::Path;
use ground::actor::ConsentId;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::{Consent, store};
use crate::account;

/// Withdraws a consent: from now on nobody acts under it. What was done stays done.
///
/// # Errors
/// There is none that this actor may see; not allowed; `consent-withdrawn` when it is withdrawn already.
pub async fn withdraw(ground: &Ground, actor: &Actor, id: ConsentId) -> Result<Consent> {
    let consent = store::find(&ground.reader(), id).await?;
    let resource = consent.resource();
    if !ground.access.allows(actor, "see-consent", &resource) {
        return Err(Refusal::not_found());
    }
    let mut change = ground.change(actor, "withdraw-consent", &resource).await?;
    if consent.withdrawn_on.is_some() {
        return Err(Refusal::wrong_state("consent-withdrawn"));
    }
    change.say("producer", &consent.producer_name);
    let today = change.at().day();
    let consent = store::set_withdrawn(&mut change, &consent, today).await?;
    account::bump(&mut change, consent.account_id).await?;
    change.commit().await?;
    Ok(consent)
}

/// `POST /consents/{id}/withdraw`.
pub(super) async fn receive(here: Here, Path(id): Path<ConsentId>, Posted(_): Posted) -> Answer {
    withdraw(here.ground(), &here.actor, id).await?;
    here.done(&format!("/consents/{id}"), "consent-withdrawn")
}
