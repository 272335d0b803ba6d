//! Appending, in the transaction of the change.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, IntoActiveModel, QuerySelect, Set};

use super::entry;
use crate::actor::{ConsentId, ProducerId, UserId};
use crate::records::Edit;
use crate::{Actor, Instant, Refusal, Resource, Result};

mod head {
    //! The end of the chain: one row, locked while an entry is added, so that the chain is in commit order.
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub seq: i64,
        pub hash: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An entry that an open change collects.
pub(crate) struct Draft {
    pub(crate) at: Instant,
    pub(crate) user: Option<UserId>,
    pub(crate) actor: String,
    producer: Option<ProducerId>,
    consent: Option<ConsentId>,
    intent: &'static str,
    noun: &'static str,
    key: String,
    pub(crate) seal: Option<String>,
    pub(crate) words: BTreeMap<String, String>,
    pub(crate) edits: Vec<Edit>,
}

impl Draft {
    pub(crate) fn new(
        actor: &Actor,
        intent: &'static str,
        resource: &Resource,
        at: Instant,
        consent: Option<ConsentId>,
    ) -> Self {
        Self {
            at,
            user: actor.user,
            actor: actor.name.clone(),
            producer: resource.producer,
            consent,
            intent,
            noun: resource.noun,
            key: resource.id.clone(),
            seal: None,
            words: BTreeMap::new(),
            edits: Vec::new(),
        }
    }
}

/// Adds the entry to the chain; returns its position.
pub(crate) async fn append(transaction: &DatabaseTransaction, draft: Draft) -> Result<i64> {
    let head = head::Entity::find_by_id(1).lock_exclusive().one(transaction).await?;
    let head = head.ok_or_else(|| Refusal::unexpected("the journal has no head"))?;
    let (seq, prev) = (head.seq, if head.seq == 0 { super::START.to_vec() } else { head.hash });
    let mut entry = entry::Model {
        seq: seq + 1,
        at: draft.at,
        user_id: draft.user,
        actor: draft.actor,
        producer_id: draft.producer,
        consent_id: draft.consent,
        intent: draft.intent.to_owned(),
        noun: draft.noun.to_owned(),
        key: draft.key,
        seal: draft.seal,
        words: serde_json::to_string(&draft.words)?,
        edits: serde_json::to_string(&draft.edits)?,
        prev,
        hash: Vec::new(),
    };
    entry.hash = entry.computed_hash();
    let new_head = head::ActiveModel { id: Set(1), seq: Set(entry.seq), hash: Set(entry.hash.clone()) };
    let seq = entry.seq;
    entry::Entity::insert(entry.into_active_model().reset_all()).exec_without_returning(transaction).await?;
    head::Entity::update(new_head).exec(transaction).await?;
    Ok(seq)
}

/// The position the head says.
pub(super) async fn head_position(reader: &crate::Reader<'_>) -> Result<i64> {
    Ok(head::Entity::find_by_id(1).one(reader).await?.map_or(0, |head| head.seq))
}
