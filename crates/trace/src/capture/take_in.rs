//! A document that comes from the program itself: a sample, what a page writes.

use ground::actor::ProducerId;
use ground::{Ground, Refusal, Result};
use serde_json::Value;

use super::Behaviour;
use super::admit::{Admitted, Binding, admit};
use super::job;
use super::submit::{conflicts, ring};
use crate::caller::party_of_producer;
use crate::store::{Batch, Visibility};
use crate::{master, store_of};

/// Captures a document of JSON-LD for a producer, all or nothing. Events that are there already are not stored again.
///
/// # Errors
/// The document does not hold; an event's identifier is another event's; the store is away.
pub async fn take_in(
    ground: &Ground,
    (producer, name): (ProducerId, &str),
    visibility: Visibility,
    source: Vec<u8>,
) -> Result<()> {
    let store = store_of(ground)?;
    let tenant = store.tenant_of(&party_of_producer(producer), name).await?;
    let clock = ground.clock.clone();
    let work = move || admit(&source, Binding::Json, Behaviour::Rollback, visibility, &clock);
    let mut admitted: Admitted = tokio::task::spawn_blocking(work).await.map_err(Refusal::unexpected)??;
    master::keep(ground, &store, tenant, std::mem::take(&mut admitted.master_data)).await?;
    let job = job::of(ground, Behaviour::Rollback, &admitted, Value::Array(Vec::new()).to_string());
    let mut batch = Batch::of(tenant, admitted.events);
    batch.all_or_nothing = true;
    batch.names = admitted.names;
    batch.job = Some(job);
    let outcomes = store.append(batch).await?;
    ring(ground, &outcomes);
    if conflicts(&outcomes).is_empty() { Ok(()) } else { Err(Refusal::conflict("trace-event-taken")) }
}
