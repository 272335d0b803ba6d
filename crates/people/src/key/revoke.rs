//! Revoking a key: `revoke-key`.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Resource, Result};
use web::{Answer, Here, Posted};

use super::model::{KeyId, Model};
use super::store;

/// Revokes a key at once.
///
/// # Errors
/// Not allowed; there is none; `key-revoked` when it is revoked already.
pub async fn revoke(ground: &Ground, actor: &Actor, id: KeyId) -> Result<Model> {
    let mut change = ground.change(actor, "revoke-key", &Resource::installation()).await?;
    let key = store::find(&change.reader(), id).await?;
    if key.revoked_at.is_some() {
        return Err(Refusal::wrong_state("key-revoked"));
    }
    change.say("name", &key.name);
    let key = store::set_revoked(&mut change, &key).await?;
    change.commit().await?;
    Ok(key)
}

/// `POST /keys/{id}/revoke`.
pub(super) async fn receive(here: Here, Path(id): Path<KeyId>, Posted(_): Posted) -> Answer {
    revoke(here.ground(), &here.actor, id).await?;
    here.done("/keys", "key-revoked")
}
