//! Revoking sessions: `end-session`.

use axum::extract::Path;
use ground::actor::UserId;
use ground::{Actor, Ground, Refusal, RefusalKind, Result};
use web::{Answer, Here, Posted};

use super::{Known, SessionId, store};
use crate::account;

/// Ends a session.
///
/// # Errors
/// There is none, or it is neither one's own nor does one keep accounts; `session-ended` when it has ended already.
pub async fn end(ground: &Ground, actor: &Actor, id: SessionId) -> Result<UserId> {
    let session = store::find(&ground.reader(), id).await?;
    let resource = account::resource(session.account_id);
    if !ground.access.allows(actor, "end-session", &resource) {
        return Err(Refusal::not_found());
    }
    let mut change = ground.change(actor, "end-session", &resource).await?;
    if session.ended_at.is_some() {
        return Err(Refusal::wrong_state("session-ended"));
    }
    store::end(&mut change, &session).await?;
    change.commit().await?;
    Ok(session.account_id)
}

/// Ends all of one's own sessions but one; returns how many.
///
/// # Errors
/// `not-signed-in`.
pub async fn end_others(ground: &Ground, actor: &Actor, but: Option<SessionId>) -> Result<usize> {
    let user = actor.user.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))?;
    let mut change = ground.change(actor, "end-session", &account::resource(user)).await?;
    let ended = store::end_all(&mut change, user, but).await?;
    change.commit().await?;
    Ok(ended)
}

/// `POST /me/sessions/{id}/end`.
pub(super) async fn receive(here: Here, Path(id): Path<SessionId>, Posted(_): Posted) -> Answer {
    let of = end(here.ground(), &here.actor, id).await?;
    let next = if here.actor.user == Some(of) { "/me".to_owned() } else { format!("/accounts/{of}") };
    here.done(&next, "session-ended")
}

/// `POST /me/sessions/end-others`.
pub(super) async fn receive_others(here: Here, known: Option<Known>, Posted(_): Posted) -> Answer {
    end_others(here.ground(), &here.actor, known.map(|known| known.session.id)).await?;
    here.done("/me", "sessions-ended")
}
