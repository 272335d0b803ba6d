//! What an account may do today: its roles and the consents given to it, kept a while in memory.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use ground::actor::UserId;
use ground::{Actor, Day, Ground, Refusal, Result, Role};
use web::{App, Me};

use super::AccountRow;
use crate::{consent, role};

/// Actors kept in memory at most.
const KEPT: usize = 4_096;

// An actor is as good as new while the account's version and the day are the same; another process that changes the
// roles changes the version in the same transaction.
struct Standing {
    version: i32,
    day: Day,
    actor: Actor,
    main: Option<(Role, String)>,
}

static STANDINGS: LazyLock<Mutex<HashMap<UserId, Arc<Standing>>>> = LazyLock::new(Mutex::default);

/// The actor of an account: the roles held and the consents in force today.
///
/// # Errors
/// There is no such account, or it is closed.
pub async fn actor_of(ground: &Ground, id: UserId) -> Result<Actor> {
    let account = super::find(&ground.reader(), id).await?;
    if account.disabled_at.is_some() {
        return Err(Refusal::not_found());
    }
    actor_of_row(ground, &account).await
}

pub(crate) async fn actor_of_row(ground: &Ground, account: &AccountRow) -> Result<Actor> {
    Ok(standing(ground, account).await?.actor.clone())
}

/// The account as the frame shows it.
pub(crate) async fn me_of(app: &App, lang: ground::Lang, account: &AccountRow) -> Result<Me> {
    let standing = standing(&app.ground, account).await?;
    let given_name = account.name.split_whitespace().last().unwrap_or_default();
    let (role, place) = match &standing.main {
        Some((role, place)) => (app.words.text(lang, &format!("role-{role}"), &[]), place.clone()),
        None => (String::new(), app.ground.config.locality.clone()),
    };
    Ok(Me {
        name: account.name.clone(),
        role,
        initial: given_name.chars().next().map(|c| c.to_uppercase().collect()).unwrap_or_default(),
        place,
    })
}

async fn standing(ground: &Ground, account: &AccountRow) -> Result<Arc<Standing>> {
    let day = ground.clock.today();
    let kept = lock().get(&account.id).filter(|s| s.version == account.version && s.day == day).cloned();
    if let Some(kept) = kept {
        return Ok(kept);
    }
    let reader = ground.reader();
    let mut held = role::of_account(&reader, account.id).await?;
    held.retain(|held| held.is_held_on(day));
    held.sort_by_key(|held| held.role);
    let consents = consent::held_by(&reader, account.id, day).await?;
    let standing = Arc::new(Standing {
        version: account.version,
        day,
        main: held.first().map(|held| (held.role, held.scope_name.clone())),
        actor: Actor {
            user: Some(account.id),
            name: account.name.clone(),
            roles: held.iter().filter_map(role::RoleRow::held).collect(),
            consents: consents
                .iter()
                .filter(|c| c.scope.lets_act())
                .map(consent::Consent::on_behalf)
                .collect(),
            is_system: false,
        },
    });
    let mut standings = lock();
    if standings.len() >= KEPT {
        standings.clear();
    }
    standings.insert(account.id, standing.clone());
    Ok(standing)
}

fn lock() -> std::sync::MutexGuard<'static, HashMap<UserId, Arc<Standing>>> {
    STANDINGS.lock().unwrap_or_else(PoisonError::into_inner)
}
