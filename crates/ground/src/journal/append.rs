//! Appending, in the transaction of the change.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
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

pub(super) mod unsealed {
    //! Seals that were broken; kept by the change that broke them, whose entry names them.
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal_unsealed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seal: String,
        pub at: crate::Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Entries written by one statement.
const ROWS: usize = 500;

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
    pub(crate) unseals: Vec<String>,
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
            unseals: Vec::new(),
            words: BTreeMap::new(),
            edits: Vec::new(),
        }
    }
}

/// Adds entries to the chain in order; returns the position of the last.
pub(crate) async fn append(transaction: &DatabaseTransaction, drafts: Vec<Draft>) -> Result<i64> {
    let head = head::Entity::find_by_id(1).lock_exclusive().one(transaction).await?;
    let head = head.ok_or_else(|| Refusal::unexpected("the journal has no head"))?;
    let (mut seq, mut prev) = (head.seq, if head.seq == 0 { super::START.to_vec() } else { head.hash });
    let mut entries = Vec::with_capacity(drafts.len());
    for draft in drafts {
        for seal in &draft.unseals {
            let row = unsealed::ActiveModel { seal: Set(seal.clone()), at: Set(draft.at) };
            let known =
                OnConflict::column(unsealed::Column::Seal).update_column(unsealed::Column::At).to_owned();
            unsealed::Entity::insert(row).on_conflict(known).exec_without_returning(transaction).await?;
        }
        let entry = entry(draft, seq + 1, prev)?;
        (seq, prev) = (entry.seq, entry.hash.clone());
        entries.push(entry.into_active_model().reset_all());
    }
    let mut entries = entries.into_iter().peekable();
    while entries.peek().is_some() {
        let some: Vec<_> = entries.by_ref().take(ROWS).collect();
        entry::Entity::insert_many(some).exec_without_returning(transaction).await?;
    }
    let new_head = head::ActiveModel { id: Set(1), seq: Set(seq), hash: Set(prev) };
    head::Entity::update_many().set(new_head).filter(head::Column::Id.eq(1)).exec(transaction).await?;
    Ok(seq)
}

fn entry(draft: Draft, seq: i64, prev: Vec<u8>) -> Result<entry::Model> {
    let mut words = draft.words;
    if !draft.unseals.is_empty() {
        words.insert("unsealed".to_owned(), draft.unseals.join(" "));
    }
    let mut entry = entry::Model {
        seq,
        at: draft.at,
        user_id: draft.user,
        actor: draft.actor,
        producer_id: draft.producer,
        consent_id: draft.consent,
        intent: draft.intent.to_owned(),
        noun: draft.noun.to_owned(),
        key: draft.key,
        seal: draft.seal,
        words: serde_json::to_string(&words)?,
        edits: serde_json::to_string(&draft.edits)?,
        prev,
        hash: Vec::new(),
    };
    entry.hash = entry.computed_hash();
    Ok(entry)
}

/// How many entries there are, by the head.
pub(crate) async fn entries(reader: &crate::Reader<'_>) -> Result<i64> {
    Ok(head::Entity::find_by_id(1).one(reader).await?.map_or(0, |head| head.seq))
}
