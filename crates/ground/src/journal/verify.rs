//! Proving the chain.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::entry::{Column, Entity};
use crate::{Reader, Result};

/// Entries read at a time.
const STEP: u64 = 1_000;

/// What a walk along the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Entries walked.
    pub entries: i64,
    /// The first fault, if there is one.
    pub broken: Option<Broken>,
}

/// The first fault of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The content of this entry is not what its hash says.
    Edited(i64),
    /// This entry is not there.
    Missing(i64),
    /// This entry does not follow the one before it.
    OutOfOrder(i64),
    /// Entries at the end are gone: the head says this position.
    CutShort(i64),
}

/// Walks the whole chain.
///
/// # Errors
/// The records are away.
pub async fn verify(reader: &Reader<'_>) -> Result<Verified> {
    let (mut seq, mut prev) = (0_i64, super::START.to_vec());
    loop {
        let rows = Entity::find()
            .filter(Column::Seq.gt(seq))
            .order_by_asc(Column::Seq)
            .limit(STEP)
            .all(reader)
            .await?;
        if rows.is_empty() {
            break;
        }
        for entry in rows {
            let fault = if entry.seq != seq + 1 {
                Some(Broken::Missing(seq + 1))
            } else if entry.computed_hash() != entry.hash {
                Some(Broken::Edited(entry.seq))
            } else if entry.prev != prev {
                Some(Broken::OutOfOrder(entry.seq))
            } else {
                None
            };
            if fault.is_some() {
                return Ok(Verified { entries: seq, broken: fault });
            }
            (seq, prev) = (entry.seq, entry.hash);
        }
    }
    let head = super::entries(reader).await?;
    let broken = (head != seq).then_some(Broken::CutShort(head));
    Ok(Verified { entries: seq, broken })
}
