//! One entry as stored.

use sea_orm::entity::prelude::*;
use sha2::{Digest, Sha256};

use crate::Instant;
use crate::actor::{ConsentId, ProducerId, UserId};

/// One entry: who did what to which record, when, for whom, and what changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal")]
pub struct Model {
    /// Position in the chain, from 1, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// The account; none for the program itself.
    pub user_id: Option<UserId>,
    /// The actor's name at the time.
    pub actor: String,
    /// The producer whose record it is.
    pub producer_id: Option<ProducerId>,
    /// The consent it rested on, when it was done on behalf.
    pub consent_id: Option<ConsentId>,
    /// The intent.
    pub intent: String,
    /// The noun of the record.
    pub noun: String,
    /// The key of the record.
    pub key: String,
    /// Hidden from everyone but its actor until this seal is broken.
    pub seal: Option<String>,
    /// Parameters of the sentence, JSON.
    pub words: String,
    /// What changed, JSON.
    pub edits: String,
    /// The hash of the entry before; 32 zero bytes for the first.
    pub prev: Vec<u8>,
    /// SHA-256 over all of the above.
    pub hash: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    // Every part with its length in front, so that no two entries have the same bytes.
    pub(super) fn computed_hash(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        let mut part = |bytes: &[u8]| {
            digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            digest.update(bytes);
        };
        part(&self.prev);
        part(&self.seq.to_be_bytes());
        part(&self.at.micros().to_be_bytes());
        part(self.user_id.map(|id| id.to_string()).unwrap_or_default().as_bytes());
        part(self.actor.as_bytes());
        part(self.producer_id.map(|id| id.to_string()).unwrap_or_default().as_bytes());
        part(self.consent_id.map(|id| id.to_string()).unwrap_or_default().as_bytes());
        part(self.intent.as_bytes());
        part(self.noun.as_bytes());
        part(self.key.as_bytes());
        part(self.seal.as_deref().unwrap_or_default().as_bytes());
        part(self.words.as_bytes());
        part(self.edits.as_bytes());
        digest.finalize().to_vec()
    }
}
