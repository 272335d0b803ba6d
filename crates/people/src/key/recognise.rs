//! Recognising a key.

use ground::actor::UserId;
use ground::{Actor, Ground, Refusal, RefusalKind, Result};

use super::model::{KeyId, KeyScopes, Model, READ, WRITE};
use super::store;
use crate::account;
use crate::session::hash_of;

/// Who calls with a key.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The actor: the key's account where its scopes allow, else the key alone, which has no role.
    pub actor: Actor,
    /// The key's scopes.
    pub scopes: KeyScopes,
    /// The key.
    pub key: KeyId,
    /// The account it was made for.
    pub account: Option<UserId>,
}

/// The caller of a key's token, for reading (`true`) or writing; none where there is no such key, where it is revoked
/// or its account closed.
///
/// # Errors
/// The records are away.
pub(crate) async fn recognise(ground: &Ground, token: &str, reads: bool) -> Result<Option<Caller>> {
    match store::by_hash(&ground.reader(), &hash_of(token)).await? {
        Some(row) => caller(ground, row, reads).await,
        None => Ok(None),
    }
}

async fn caller(ground: &Ground, row: Model, reads: bool) -> Result<Option<Caller>> {
    if row.revoked_at.is_some() {
        return Ok(None);
    }
    let scopes = KeyScopes::of(&row);
    let lends = scopes.has(if reads { READ } else { WRITE });
    let mut actor = alone(&row);
    if let Some(account) = row.account_id {
        let account = account::find(&ground.reader(), account).await?;
        if account.disabled_at.is_some() {
            return Ok(None);
        }
        if lends {
            actor = account::actor_of_row(ground, &account).await?;
            actor.name = format!("{} ({})", actor.name, row.name);
        }
    }
    Ok(Some(Caller { actor, scopes, key: row.id, account: row.account_id }))
}

/// The caller of a key's token with what it may read.
///
/// # Errors
/// `key-unknown`; the records are away.
pub async fn actor_of_key(ground: &Ground, token: &str) -> Result<Caller> {
    let caller = recognise(ground, token, true).await?;
    caller.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "key-unknown"))
}

/// The caller of a key that was recognised before, with what it may read now; none where it is revoked since, or its
/// account closed.
///
/// # Errors
/// The records are away.
pub async fn caller_of(ground: &Ground, key: KeyId) -> Result<Option<Caller>> {
    match store::find(&ground.reader(), key).await {
        Ok(row) => caller(ground, row, true).await,
        Err(refusal) if refusal.kind == RefusalKind::NotFound => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

// Somebody, so that what it may not do is "not allowed" and not "sign in"; but with no role.
fn alone(row: &Model) -> Actor {
    Actor { user: Some(UserId(row.id.0)), name: row.name.clone(), ..Actor::default() }
}
