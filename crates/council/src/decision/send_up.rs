//! `send up`: the dossiers with enough points go to the level above with the submission.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::{DecisionId, Ruling, resource, store};

/// Records that the dossiers went up.
///
/// # Errors
/// `not-allowed`; `nothing-to-send`.
pub async fn send_up(ground: &Ground, actor: &Actor, id: DecisionId) -> Result<()> {
    let decision = store::load(&ground.reader(), id).await?;
    let items = store::items(&ground.reader(), id).await?;
    let about = resource(&decision, items.iter().map(|item| item.producer_id));
    let mut change = ground.change(actor, "send-up", &about).await?;
    let up: Vec<_> = items.iter().filter(|item| item.ruling == Ruling::SentUp).collect();
    if up.is_empty() {
        return Err(Refusal::wrong_state("nothing-to-send"));
    }
    change.say("number", decision.cited());
    change.say("count", up.len());
    for item in up {
        crate::outside::stepped(&mut change, item.application_id).await?;
    }
    change.commit().await
}

/// `POST /decisions/{id}/send-up`.
pub(super) async fn post(here: Here, Path(id): Path<DecisionId>, Posted(_): Posted) -> Answer {
    send_up(here.ground(), &here.actor, id).await?;
    here.done(&format!("/decisions/{id}"), "dossiers-sent-up")
}
