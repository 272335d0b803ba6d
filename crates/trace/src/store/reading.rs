//! Several reads by one caller, each asking for what the one before named: a walk from event to event.
//!
//! On SQLite all of them run on one reader's thread and in one snapshot, because handing a question over to a thread
//! costs more than answering it.

use std::collections::HashMap;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use rusqlite::Connection;

use super::engine::Engine;
use super::hop::{Hop, Hops};
use super::list::visible;
use super::pack::Pack;
use super::postgres::Postgres;
use super::scan::{EVENT_COLUMNS, Found, opened};
use super::value::{Row, Statement, Value, values};
use super::{
    EventKey, ItemKey, Result, Role, Scope, Store, StoreError, StoredEvent, Tenant, dictionary, sqlite,
};

/// What an event is, in the numbers of whoever captured it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nature {
    /// Its type.
    pub kind: u8,
    /// Its action.
    pub action: Option<u8>,
}

/// An event among those of all parties.
pub(crate) type Place = (Tenant, EventKey);

/// A caller's turn to read.
pub(crate) struct Reading<'a> {
    source: Source<'a>,
    pack: &'a Pack,
}

enum Source<'a> {
    Sqlite(&'a mut Connection),
    Postgres(&'a Postgres),
}

impl Store {
    /// Reads as often as the caller wants, at one place.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub(crate) async fn at_once<T: Send + 'static>(
        &self,
        read: impl for<'a> FnOnce(Reading<'a>) -> BoxFuture<'a, T> + Send + 'static,
    ) -> Result<T> {
        let pack = Arc::clone(&self.shared().pack);
        match self.engine() {
            Engine::Sqlite(sqlite) => {
                let read = move |connection: &mut Connection| {
                    let source = Source::Sqlite(connection);
                    // None of its answers has to be waited for.
                    read(Reading { source, pack: &pack }).now_or_never()
                };
                sqlite.at_once(read).await?.ok_or_else(|| StoreError::broken("a reader that waits"))
            }
            Engine::Postgres(postgres) => {
                Ok(read(Reading { source: Source::Postgres(postgres), pack: &pack }).await)
            }
        }
    }
}

impl Reading<'_> {
    /// Whether an item is in an event of the scope.
    pub async fn occurs(&mut self, item: &ItemKey, scope: Scope) -> Result<bool> {
        let mut values = values![item];
        let part = self.part(item, &mut values);
        let tests = visible(scope, &mut values);
        let sql = format!("SELECT 1 FROM item_event WHERE item = $1{part}{tests} LIMIT 1");
        Ok(!self.read(Statement::new(sql, values)).await?.is_empty())
    }

    /// As [`Store::hops`].
    pub async fn hops(&mut self, items: &[ItemKey], roles: &[Role], limit: usize) -> Result<Vec<Hop>> {
        let hops = Hops::of(items, roles, limit);
        match &mut self.source {
            Source::Sqlite(connection) => sqlite::hops(connection, &hops),
            Source::Postgres(postgres) => postgres.hops(hops).await,
        }
    }

    /// The first event of each item in a role, by event time; of those that have one.
    pub async fn firsts(&mut self, items: &[ItemKey], role: Role) -> Result<HashMap<ItemKey, Place>> {
        let first = |item: &ItemKey| {
            let mut values = values![item, role as i64];
            let part = self.part(item, &mut values);
            let sql = format!(
                "SELECT tenant, id FROM item_event WHERE item = $1 AND role = $2{part} \
                 ORDER BY event_time, id LIMIT 1"
            );
            Statement::new(sql, values)
        };
        let rows = self.read_each(items.iter().map(first).collect()).await?;
        let mut firsts = HashMap::new();
        for (item, rows) in items.iter().zip(rows) {
            if let Some(mut row) = rows.into_iter().next() {
                firsts.insert(item.clone(), (row.tenant(0)?, row.event(1)?));
            }
        }
        Ok(firsts)
    }

    /// What these events are.
    pub async fn natures(&mut self, places: &[Place]) -> Result<HashMap<Place, Nature>> {
        let rows = self.of_events("tenant, id, kind, action", places).await?;
        let nature = |mut row: Row| {
            let action = row.maybe_int(3)?.and_then(|action| u8::try_from(action).ok());
            Ok(((row.tenant(0)?, row.event(1)?), Nature { kind: row.small(2)?, action }))
        };
        rows.into_iter().map(nature).collect()
    }

    /// These events, in no order.
    pub async fn events(&mut self, places: &[Place]) -> Result<Vec<StoredEvent>> {
        let rows = self.of_events(EVENT_COLUMNS, places).await?;
        let found = rows.into_iter().map(Found::read).collect::<Result<Vec<_>>>()?;
        if found.iter().any(|found| !found.is_opened_by(self.pack)) {
            let dictionaries = self.read(dictionary::all()).await?;
            dictionary::learn(self.pack, dictionaries)?;
        }
        opened(self.pack, found)
    }

    /// As [`Store::names`].
    pub async fn names(&mut self, items: &[ItemKey]) -> Result<Vec<(ItemKey, String)>> {
        let Some(names) = super::list::names(items) else { return Ok(Vec::new()) };
        self.read(names).await?.into_iter().map(super::list::name).collect()
    }

    /// On PostgreSQL the part tells Citus on which machine to look.
    fn part(&self, item: &ItemKey, values: &mut Vec<Value>) -> String {
        match self.source {
            Source::Sqlite(_) => String::new(),
            Source::Postgres(_) => {
                values.push(item.part().into());
                format!(" AND part = ${}", values.len())
            }
        }
    }

    async fn read(&mut self, statement: Statement) -> Result<Vec<Row>> {
        match &mut self.source {
            Source::Sqlite(connection) => sqlite::query(connection, &statement),
            Source::Postgres(postgres) => postgres.read(statement).await,
        }
    }

    async fn read_each(&mut self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>> {
        match &mut self.source {
            Source::Sqlite(connection) => {
                statements.iter().map(|statement| sqlite::query(connection, statement)).collect()
            }
            Source::Postgres(postgres) => postgres.read_each(&statements).await,
        }
    }

    /// Columns of these events: one by one on SQLite, where a list of them would cost more.
    async fn of_events(&mut self, columns: &str, places: &[Place]) -> Result<Vec<Row>> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        match &mut self.source {
            Source::Sqlite(connection) => sqlite::of_events(connection, columns, places),
            Source::Postgres(postgres) => {
                let mut tenants: Vec<i64> = places.iter().map(|(tenant, _)| tenant.0.into()).collect();
                tenants.sort_unstable();
                tenants.dedup();
                let ids = places.iter().map(|(_, id)| id.0).collect();
                let sql =
                    format!("SELECT {columns} FROM event WHERE tenant = ANY($1::integer[]) AND id = ANY($2)");
                postgres.read(Statement::new(sql, vec![Value::Ints(tenants), Value::Ids(ids)])).await
            }
        }
    }
}
