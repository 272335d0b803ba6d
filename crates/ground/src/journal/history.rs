//! Reading the journal back: a record's history, a producer's.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde::Deserialize;
use serde_json::Value;

use super::append::unsealed;
use super::entry::{Column, Entity, Model};
use crate::actor::{ConsentId, ProducerId};
use crate::{Actor, Instant, Reader, Result};

/// Entries shown on one page of history.
const LINES_A_PAGE: u64 = 200;

/// One line of a history; the word files phrase it as `journal-<intent>` with `words`.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// The consent it rested on, when done on behalf.
    pub consent: Option<ConsentId>,
    /// The producer whose record it is.
    pub producer: Option<ProducerId>,
    /// The intent.
    pub intent: String,
    /// The noun of the record.
    pub noun: String,
    /// The key of the record.
    pub key: String,
    /// Parameters of the sentence.
    pub words: BTreeMap<String, String>,
    /// What changed.
    pub edits: Vec<RowEdit>,
}

/// One row's change.
#[derive(Clone, Debug, Deserialize)]
pub struct RowEdit {
    /// The noun of the row.
    pub noun: String,
    /// Its key.
    pub key: String,
    /// Columns before.
    #[serde(default)]
    pub before: BTreeMap<String, Value>,
    /// Columns after.
    #[serde(default)]
    pub after: BTreeMap<String, Value>,
}

/// The history of one record, newest first, without what is sealed from this actor.
///
/// # Errors
/// The records are away.
pub async fn of_record(
    reader: &Reader<'_>,
    actor: &Actor,
    noun: &str,
    key: &str,
) -> Result<Vec<HistoryLine>> {
    lines(reader, Condition::all().add(Column::Noun.eq(noun)).add(Column::Key.eq(key)), actor).await
}

/// What was done on a producer's records, newest first, without what is sealed from this actor.
///
/// # Errors
/// The records are away.
pub async fn of_producer(
    reader: &Reader<'_>,
    actor: &Actor,
    producer: ProducerId,
) -> Result<Vec<HistoryLine>> {
    lines(reader, Condition::all().add(Column::ProducerId.eq(producer)), actor).await
}

/// The newest entries of the installation, without what is sealed from this actor.
///
/// # Errors
/// The records are away.
pub async fn recent(reader: &Reader<'_>, actor: &Actor) -> Result<Vec<HistoryLine>> {
    lines(reader, Condition::all(), actor).await
}

async fn lines(reader: &Reader<'_>, wanted: Condition, actor: &Actor) -> Result<Vec<HistoryLine>> {
    let broken = Query::select().column(unsealed::Column::Seal).from(unsealed::Entity).to_owned();
    let mut open = Condition::any().add(Column::Seal.is_null()).add(Column::Seal.in_subquery(broken));
    if let Some(user) = actor.user {
        open = open.add(Column::UserId.eq(user));
    }
    let rows = Entity::find()
        .filter(wanted)
        .filter(open)
        .order_by_desc(Column::Seq)
        .limit(LINES_A_PAGE)
        .all(reader)
        .await?;
    rows.into_iter().map(line).collect()
}

fn line(entry: Model) -> Result<HistoryLine> {
    Ok(HistoryLine {
        at: entry.at,
        actor: entry.actor,
        consent: entry.consent_id,
        producer: entry.producer_id,
        intent: entry.intent,
        noun: entry.noun,
        key: entry.key,
        words: serde_json::from_str(&entry.words)?,
        edits: serde_json::from_str(&entry.edits)?,
    })
}
