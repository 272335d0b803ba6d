//! Who calls: an API key, and the party it captures and asks for; or a person at the pages.

use std::collections::HashMap;
use std::convert::Infallible;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use ground::Ground;
use ground::actor::ProducerId;
use people::key::{KeyId, KeyScopes, actor_of_key, caller_of};
use sha2::{Digest, Sha256};
use web::App;

use crate::problem::{Kind, Problem};
use crate::store::{Scope, StoredEvent, Tenant, Visibility};

/// The scope for capturing.
const CAPTURE: &str = "trace:capture";
/// The scope for asking.
const QUERY: &str = "trace:query";
/// The scope for asking about every party's events.
const ALL: &str = "trace:all";
/// Either of which lets ask.
const ASKING: [&str; 2] = [QUERY, ALL];
/// Callers kept in memory; beyond it memory is emptied and filled again.
const MET: usize = 10_000;

/// For which party somebody asks, and what they see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sight {
    /// The party.
    pub tenant: Tenant,
    scope: Scope,
}

impl Sight {
    /// For a party, of the events of some.
    pub(crate) const fn of(tenant: Tenant, scope: Scope) -> Self {
        Self { tenant, scope }
    }

    /// Whose events are seen.
    pub(crate) const fn scope(&self) -> Scope {
        self.scope
    }

    /// Whether a party's events are seen with partners, documents and fields of one's own.
    pub(crate) fn sees_whole(&self, tenant: Tenant) -> bool {
        self.tenant == tenant || self.scope == Scope::All
    }

    /// Whether an event of this visibility leads a trace on.
    pub(crate) fn follows(&self, tenant: Tenant, visibility: Visibility) -> bool {
        let least = if self.scope == Scope::Public { Visibility::Public } else { Visibility::Chain };
        visibility >= least || self.sees_whole(tenant)
    }

    /// Whether queries find an event.
    pub(crate) fn finds(&self, event: &StoredEvent) -> bool {
        self.sees_whole(event.tenant) || event.visibility == Visibility::Public
    }
}

/// A caller with a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    sight: Sight,
    /// The key.
    pub key: KeyId,
}

impl Deref for Caller {
    type Target = Sight;

    fn deref(&self) -> &Sight {
        &self.sight
    }
}

impl Caller {
    fn new(tenant: Tenant, key: KeyId, scopes: &KeyScopes) -> Self {
        let scope = if scopes.has(ALL) { Scope::All } else { Scope::PartyAndPublic(tenant) };
        Self { sight: Sight::of(tenant, scope), key }
    }

    /// Whether a job or a named thing of that party is its own.
    pub(crate) fn owns(&self, tenant: Tenant) -> bool {
        self.tenant == tenant
    }

    /// Whose capture jobs it may see.
    pub(crate) fn jobs(&self) -> Scope {
        Scope::Party(self.tenant)
    }

    /// The caller of a key that asked before for a party; none where it may no longer ask.
    ///
    /// # Errors
    /// The records are away.
    pub(crate) async fn of_key(ground: &Ground, key: KeyId, tenant: Tenant) -> Result<Option<Self>, Problem> {
        let found = caller_of(ground, key).await?;
        let found = found.filter(|found| ASKING.iter().any(|scope| found.scopes.has(scope)));
        Ok(found.map(|found| Self::new(tenant, key, &found.scopes)))
    }
}

/// A caller that may capture.
#[derive(Clone, Debug)]
pub(crate) struct Captures(pub Caller);

/// A caller that may ask.
#[derive(Clone, Debug)]
pub(crate) struct Queries(pub Caller);

/// A caller that says it may ask.
#[derive(Clone, Debug)]
pub(crate) struct Asker(Option<String>);

/// Who came with which token the last time.
#[derive(Default)]
struct Met(Mutex<HashMap<[u8; 32], Caller>>);

impl Asker {
    /// Whom the key is of, as the records say now.
    ///
    /// # Errors
    /// It is none, it may not ask, or the records are away.
    pub(crate) async fn proved(&self, app: &App) -> Result<Caller, Problem> {
        let proved = of_token(self.0.as_deref(), app, &ASKING).await;
        let met: Arc<Met> = app.ground.shelf.get();
        if let Some(token) = self.hash() {
            let mut met = met.0.lock().unwrap_or_else(PoisonError::into_inner);
            if met.len() >= MET {
                met.clear();
            }
            match &proved {
                Ok(caller) => drop(met.insert(token, caller.clone())),
                Err(_) => drop(met.remove(&token)),
            }
        }
        proved
    }

    /// Whom the key was of the last time: for work that may begin while the key is proved, never for an answer.
    pub(crate) fn supposed(&self, app: &App) -> Option<Caller> {
        let met: Arc<Met> = app.ground.shelf.get();
        let met = met.0.lock().unwrap_or_else(PoisonError::into_inner);
        met.get(&self.hash()?).cloned()
    }

    fn hash(&self) -> Option<[u8; 32]> {
        self.0.as_ref().map(|token| Sha256::digest(token).into())
    }
}

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(token(&parts.headers).map(str::to_owned)))
    }
}

/// A caller that may do either, and so may know what there is.
#[derive(Clone, Debug)]
pub(crate) struct Knows(pub Caller);

impl FromRequestParts<App> for Knows {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        caller(parts, app, &[QUERY, CAPTURE, ALL]).await.map(Self)
    }
}

impl FromRequestParts<App> for Captures {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        caller(parts, app, &[CAPTURE]).await.map(Self)
    }
}

impl FromRequestParts<App> for Queries {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        caller(parts, app, &ASKING).await.map(Self)
    }
}

async fn caller(parts: &Parts, app: &App, any_of: &[&str]) -> Result<Caller, Problem> {
    of_token(token(&parts.headers), app, any_of).await
}

fn token(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    given.and_then(|value| value.strip_prefix("Bearer ")).map(str::trim)
}

async fn of_token(token: Option<&str>, app: &App, any_of: &[&str]) -> Result<Caller, Problem> {
    let token = token.ok_or_else(|| Problem::new(Kind::NoKey, "trace-no-key"))?;
    let found = actor_of_key(&app.ground, token).await?;
    if !any_of.iter().any(|scope| found.scopes.has(scope)) {
        return Err(Problem::new(Kind::NoScope, "trace-no-scope").with("scope", any_of[0]));
    }
    let party = party(&app.ground, &found).await?;
    let tenant = crate::store_of(&app.ground)?.tenant_of(&party, &found.actor.name).await?;
    Ok(Caller::new(tenant, found.key, &found.scopes))
}

// A key made for somebody of one producer captures for that producer; any other stands for itself.
async fn party(ground: &Ground, caller: &people::key::Caller) -> Result<String, Problem> {
    if let Some(account) = caller.account {
        let actor = people::actor_of(ground, account).await?;
        let mut producers = actor.producers();
        if let (Some(producer), None) = (producers.next(), producers.next()) {
            return Ok(party_of_producer(producer));
        }
    }
    Ok(party_of_key(caller.key))
}

/// What parties that are producers of the register are called.
const PRODUCER: &str = "producer:";

/// The party of a producer.
pub(crate) fn party_of_producer(producer: ProducerId) -> String {
    format!("{PRODUCER}{producer}")
}

/// The producer that a party is, where it is one.
pub(crate) fn producer_of_party(party: &str) -> Option<ProducerId> {
    party.strip_prefix(PRODUCER)?.parse().ok()
}

/// The party of a key that stands for itself.
pub(crate) fn party_of_key(key: KeyId) -> String {
    format!("key:{key}")
}
