//! For tests and measurements: parties with keys, and batches as a capture makes them.

#![allow(clippy::unwrap_used, reason = "a party or a batch that cannot be made is a failed test")]

use ground::testing::system;
use ground::{Clock, Ground};
use people::key::{NewKey, create};

use crate::capture::Behaviour;
use crate::capture::admit::{Binding, admit};
use crate::store::{Batch, Store, Tenant, Visibility};

/// A party whose program has a key.
#[derive(Clone, Debug)]
pub struct Party {
    /// Whose its events are.
    pub tenant: Tenant,
    /// The key, as `Authorization: Bearer` has it.
    pub token: String,
}

/// A party that captures and asks, by a key of its own.
pub async fn party(ground: &Ground, store: &Store, name: &str) -> Party {
    let scopes = ["trace:capture", "trace:query"].map(str::to_owned).into();
    let created =
        create(ground, &system(), NewKey { name: name.to_owned(), scopes, account: None }).await.unwrap();
    let party = crate::caller::party_of_key(created.key.id);
    Party { tenant: store.tenant_of(&party, name).await.unwrap(), token: created.token }
}

/// The batch that a capture of a document stores, visible to the chain.
pub fn admitted(clock: &Clock, tenant: Tenant, source: &[u8]) -> Batch {
    let admitted = admit(source, Binding::Json, Behaviour::Rollback, Visibility::Chain, clock).unwrap();
    let mut batch = Batch::of(tenant, admitted.events);
    batch.all_or_nothing = true;
    batch.names = admitted.names;
    batch
}
