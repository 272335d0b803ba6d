//! Several changes that become true in one commit: the way of writes that come in crowds, such as marks.
//!
//! Each keeps what [`super::Change`] promises: the policies are asked for its actor, and it has a journal entry of its
//! own. They share the transaction, so that a hundred of them cost the disk one wait. None is true before the commit.

use std::collections::BTreeMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, Iterable, PrimaryKeyToColumn};
use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel, TransactionTrait};
use serde::Serialize;

use super::change::{columns, hide_private, options};
use super::{Edit, Reader, Recorded};
use crate::{Actor, Ground, Instant, Refusal, Resource, Result, journal};

/// Rows written by one statement.
const ROWS: usize = 500;

/// Changes under way together.
pub struct Together {
    ground: Ground,
    transaction: DatabaseTransaction,
    at: Instant,
    entries: Vec<journal::Draft>,
}

/// One of the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered(usize);

impl Ground {
    /// Opens a transaction for changes of several actors.
    ///
    /// # Errors
    /// `records-unavailable` when the database is away.
    pub async fn together(&self) -> Result<Together> {
        let transaction = self.records.write.begin_with_options(options(&self.records)).await?;
        Ok(Together { ground: self.clone(), transaction, at: self.clock.now(), entries: Vec::new() })
    }
}

impl Together {
    /// When these changes happen.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// The records as they stand within these changes.
    pub fn reader(&self) -> Reader<'_> {
        Reader::within(&self.transaction)
    }

    /// One more change: of one intent, by one actor, on one resource.
    ///
    /// # Errors
    /// `not-signed-in` or `not-allowed` when the policies say no; the other changes stand.
    pub fn enter(&mut self, actor: &Actor, intent: &'static str, resource: &Resource) -> Result<Entered> {
        let consent = super::change::consent(&self.ground, actor, intent, resource)?;
        self.entries.push(journal::Draft::new(actor, intent, resource, self.at, consent));
        Ok(Entered(self.entries.len() - 1))
    }

    /// Says more for the record's history: parameters of the sentence in the word files.
    pub fn say(&mut self, entered: Entered, name: &'static str, value: impl ToString) {
        if let Some(entry) = self.entries.get_mut(entered.0) {
            entry.words.insert(name.to_owned(), value.to_string());
        }
    }

    /// Hides an entry from everyone but its actor until the seal is broken.
    pub fn seal(&mut self, entered: Entered, seal: impl ToString) {
        if let Some(entry) = self.entries.get_mut(entered.0) {
            entry.seal = Some(seal.to_string());
        }
    }

    /// Writes rows by their primary key, over what was there; of several rows of one key the last stands, and each
    /// has its line in the journal. `before` is what the row was.
    ///
    /// # Errors
    /// The database refuses it or is away.
    pub async fn put<E>(&mut self, rows: Vec<(Entered, Option<E::Model>, E::Model)>) -> Result<()>
    where
        E: Recorded,
        E::Model: IntoActiveModel<E::ActiveModel> + Serialize + Clone,
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        let mut last: BTreeMap<String, E::Model> = BTreeMap::new();
        for (entered, before, row) in rows {
            let edit = edit::<E>(before.as_ref(), &row)?;
            if let (Some(edit), Some(entry)) = (edit, self.entries.get_mut(entered.0)) {
                entry.edits.push(edit);
            }
            last.insert(E::key(&row), row);
        }
        let rows: Vec<E::Model> = last.into_values().collect();
        let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
        let rest: Vec<E::Column> =
            E::Column::iter().filter(|c| !keys.iter().any(|k| same::<E>(k, c))).collect();
        for rows in rows.chunks(ROWS) {
            let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
            let over = OnConflict::columns(keys.clone()).update_columns(rest.clone()).to_owned();
            E::insert_many(rows).on_conflict(over).exec_without_returning(&self.transaction).await?;
        }
        Ok(())
    }

    /// Makes all of it true, in one transaction, in the order in which the changes were entered.
    ///
    /// # Errors
    /// The database is away; then nothing of it happened.
    pub async fn commit(self) -> Result<()> {
        let Self { transaction, entries, .. } = self;
        if !entries.is_empty() {
            journal::append(&transaction, entries).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

fn same<E: EntityTrait>(one: &E::Column, other: &E::Column) -> bool {
    use sea_orm::Iden;
    one.to_string() == other.to_string()
}

fn edit<E: Recorded>(before: Option<&E::Model>, row: &E::Model) -> Result<Option<Edit>>
where
    E::Model: Serialize,
{
    let mut after = columns::<E>(row)?;
    let mut was = match before {
        Some(before) => columns::<E>(before)?,
        None => BTreeMap::new(),
    };
    let changed: Vec<String> =
        after.iter().filter(|(c, v)| was.get(*c) != Some(v)).map(|(c, _)| c.clone()).collect();
    if changed.is_empty() {
        return Ok(None);
    }
    for side in [&mut was, &mut after] {
        side.retain(|column, value| changed.contains(column) && !value.is_null());
        hide_private::<E>(side);
    }
    Ok(Some(Edit { noun: E::NOUN.to_owned(), key: E::key(row), before: was, after }))
}

/// What waits to be written together, and who writes it: the first that comes takes all that wait.
///
/// A room keeps one on the [`crate::Shelf`]; `write` is called by one caller at a time, away from any request, so
/// that a caller who goes away takes nothing with it.
pub struct Crowd<T, R> {
    waiting: std::sync::Mutex<Vec<(T, tokio::sync::oneshot::Sender<Result<R>>)>>,
    turn: tokio::sync::Mutex<()>,
}

impl<T, R> Default for Crowd<T, R> {
    fn default() -> Self {
        Self { waiting: std::sync::Mutex::default(), turn: tokio::sync::Mutex::default() }
    }
}

impl<T: Send + 'static, R: Send + 'static> Crowd<T, R> {
    /// Brings one thing; answers when it is written, or why it is not. `write` answers for each thing in order.
    ///
    /// # Errors
    /// What `write` refused.
    pub async fn bring<F, W>(self: std::sync::Arc<Self>, thing: T, most: usize, write: F) -> Result<R>
    where
        F: FnOnce(Vec<T>) -> W + Send + 'static,
        W: Future<Output = Vec<Result<R>>> + Send,
    {
        let (tell, told) = tokio::sync::oneshot::channel();
        lock(&self.waiting).push((thing, tell));
        let crowd = self.clone();
        tokio::spawn(async move {
            let _turn = crowd.turn.lock().await;
            let (things, tells): (Vec<T>, Vec<_>) = {
                let mut waiting = lock(&crowd.waiting);
                let taken = waiting.len().min(most);
                waiting.drain(..taken).unzip()
            };
            if things.is_empty() {
                return;
            }
            for (tell, answer) in tells.into_iter().zip(write(things).await) {
                // Whoever asked may have gone; what was written stays written.
                let _ = tell.send(answer);
            }
        });
        told.await.unwrap_or_else(|_| Err(Refusal::unexpected("the crowd's writer stopped")))
    }
}

// A panic while the list is held leaves the list whole: pushes and drains do not panic halfway.
fn lock<T>(list: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    list.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
