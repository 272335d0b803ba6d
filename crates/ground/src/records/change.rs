//! The only way to write.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, SqlErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use serde::Serialize;
use serde_json::Value;

use super::{Reader, Recorded, Records};
use crate::access::Basis;
use crate::actor::ConsentId;
use crate::facts::News;
use crate::jobs::NewJob;
use crate::{Actor, Ground, Instant, Refusal, Resource, Result, journal};

/// What stands in the journal instead of a private value.
const PRIVATE_VALUE: &str = "•";

/// A change of the records: opened for one intent, by one actor, on one resource, at one time. Opening asks the
/// policies; [`Change::commit`] writes data, journal and news in one transaction; dropped, nothing happened.
pub struct Change {
    ground: Ground,
    transaction: DatabaseTransaction,
    entry: journal::Draft,
    news: Vec<News>,
    jobs: Vec<NewJob>,
}

/// One row's change as the journal keeps it.
#[derive(Clone, Debug, Serialize, serde::Deserialize, PartialEq)]
pub(crate) struct Edit {
    /// The noun of the thing.
    pub noun: String,
    /// The row's key.
    pub key: String,
    /// Columns with the value before; absent for a new row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub before: BTreeMap<String, Value>,
    /// Columns with the value after; absent for a removed row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub after: BTreeMap<String, Value>,
}

impl Change {
    pub(crate) async fn open(
        ground: &Ground,
        actor: &Actor,
        intent: &'static str,
        resource: &Resource,
    ) -> Result<Self> {
        let consent = consent(ground, actor, intent, resource)?;
        let transaction = ground.records.write.begin_with_options(options(&ground.records)).await?;
        let entry = journal::Draft::new(actor, intent, resource, ground.clock.now(), consent);
        Ok(Self { ground: ground.clone(), transaction, entry, news: Vec::new(), jobs: Vec::new() })
    }

    /// When this change happens.
    pub fn at(&self) -> Instant {
        self.entry.at
    }

    /// The account that acts.
    pub fn by(&self) -> Option<crate::actor::UserId> {
        self.entry.user
    }

    /// The name of who acts, as the journal keeps it.
    pub fn by_name(&self) -> &str {
        &self.entry.actor
    }

    /// The decrees, for rules that a change must keep.
    pub fn rules(&self) -> std::sync::Arc<ocop::Library> {
        self.ground.rules.clone()
    }

    /// A new key.
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> T {
        self.ground.clock.new_id().into()
    }

    /// The records as they stand within this change.
    pub fn reader(&self) -> Reader<'_> {
        Reader::within(&self.transaction)
    }

    /// Adds a row.
    ///
    /// # Errors
    /// `changed-meanwhile` when someone has just added another under the same key; the database refuses it or is away.
    pub async fn insert<A>(&mut self, row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Recorded,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Serialize,
    {
        let row = row.insert(&self.transaction).await.map_err(written_meanwhile)?;
        let mut after = columns::<A::Entity>(&row)?;
        after.retain(|_, value| !value.is_null());
        hide_private::<A::Entity>(&mut after);
        self.note::<A::Entity>(&row, BTreeMap::new(), after);
        Ok(row)
    }

    /// Writes the set columns of a row over what was there.
    ///
    /// # Errors
    /// `changed-meanwhile` when the row is gone or another has just taken its place; the database refuses it or is away.
    pub async fn update<A>(
        &mut self,
        before: &<A::Entity as EntityTrait>::Model,
        row: A,
    ) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Recorded,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Serialize,
    {
        let row = row.update(&self.transaction).await.map_err(written_meanwhile)?;
        let (mut before, mut after) = (columns::<A::Entity>(before)?, columns::<A::Entity>(&row)?);
        let changed: Vec<String> =
            after.iter().filter(|(c, v)| before.get(*c) != Some(v)).map(|(c, _)| c.clone()).collect();
        if !changed.is_empty() {
            for side in [&mut before, &mut after] {
                side.retain(|column, value| changed.contains(column) && !value.is_null());
                hide_private::<A::Entity>(side);
            }
            self.note::<A::Entity>(&row, before, after);
        }
        Ok(row)
    }

    /// Removes a row.
    ///
    /// # Errors
    /// The database refuses it or is away.
    pub async fn remove<A>(&mut self, row: <A::Entity as EntityTrait>::Model) -> Result<()>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Recorded,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Serialize + Clone,
    {
        let mut before = columns::<A::Entity>(&row)?;
        before.retain(|_, value| !value.is_null());
        hide_private::<A::Entity>(&mut before);
        self.note::<A::Entity>(&row, before, BTreeMap::new());
        row.into_active_model().delete(&self.transaction).await?;
        Ok(())
    }

    /// Says more for the record's history than the columns do: parameters of the sentence in the word files.
    pub fn say(&mut self, name: &'static str, value: impl ToString) {
        self.entry.words.insert(name.to_owned(), value.to_string());
    }

    /// Hides this entry from everyone but its actor until the named seal is broken.
    pub fn seal(&mut self, seal: impl ToString) {
        self.entry.seal = Some(seal.to_string());
    }

    /// Breaks a seal: what was hidden under it is seen from the commit on.
    pub fn unseal(&mut self, seal: impl ToString) {
        self.entry.unseals.push(seal.to_string());
    }

    /// Tells other rooms.
    pub fn tell(&mut self, news: News) {
        self.news.push(news);
    }

    /// Leaves work to be done after the commit.
    pub fn enqueue(&mut self, job: NewJob) {
        self.jobs.push(job);
    }

    /// Makes it true: data, journal entry, news and jobs in one transaction.
    ///
    /// # Errors
    /// The database is away; then nothing happened.
    pub async fn commit(self) -> Result<()> {
        let Self { ground, transaction, entry, news, jobs } = self;
        let has_work = !jobs.is_empty() || !news.is_empty();
        for job in jobs {
            crate::jobs::insert(&transaction, &ground.clock, job).await?;
        }
        let seq = journal::append(&transaction, vec![entry]).await?;
        crate::facts::append(&transaction, seq, news).await?;
        transaction.commit().await?;
        if has_work {
            ground.jobs.wake();
        }
        Ok(())
    }

    fn note<E: Recorded>(
        &mut self,
        row: &E::Model,
        before: BTreeMap<String, Value>,
        after: BTreeMap<String, Value>,
    ) {
        self.entry.edits.push(Edit { noun: E::NOUN.to_owned(), key: E::key(row), before, after });
    }
}

pub(crate) fn options(records: &Records) -> TransactionOptions {
    let mut options = TransactionOptions::default();
    if records.is_sqlite() {
        options.sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
    }
    options
}

// Asks the policies, and says which consent the permission rests on, if it rests on one.
pub(super) fn consent(
    ground: &Ground,
    actor: &Actor,
    intent: &str,
    resource: &Resource,
) -> Result<Option<ConsentId>> {
    let basis = ground.access.require(actor, intent, resource)?;
    Ok(match (basis, resource.producer) {
        (Basis::Consent, Some(producer)) => actor.consent_of(producer).map(|on_behalf| on_behalf.consent),
        _ => None,
    })
}

pub(super) fn columns<E: Recorded>(row: &E::Model) -> Result<BTreeMap<String, Value>>
where
    E::Model: Serialize,
{
    match serde_json::to_value(row)? {
        Value::Object(map) => Ok(map.into_iter().collect()),
        _ => Err(Refusal::unexpected("a record is not a row")),
    }
}

// The journal says that a private column changed, never from what to what.
pub(super) fn hide_private<E: Recorded>(columns: &mut BTreeMap<String, Value>) {
    for column in E::PRIVATE {
        if let Some(value) = columns.get_mut(*column) {
            *value = PRIVATE_VALUE.into();
        }
    }
}

// What a check before could not see: another wrote at the same moment.
fn written_meanwhile(fault: DbErr) -> Refusal {
    let is_taken = matches!(fault.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)));
    if is_taken || matches!(fault, DbErr::RecordNotUpdated) {
        return Refusal::conflict("changed-meanwhile");
    }
    fault.into()
}
