//! A connection that comes back by itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio_postgres::Client;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;

use super::server::Server;
use super::value;
use crate::store::value::{Row, Statement};
use crate::store::{Result, StoreError};

/// After a failure, so long nobody tries again: those who waited for that try need not wait for one of their own.
const PAUSE: Duration = Duration::from_millis(300);
/// Statements kept ready by each connection; beyond it all are made ready anew.
const STATEMENTS: usize = 256;

/// A connection, or the way to one.
pub(super) struct Link {
    server: Server,
    settings: &'static str,
    state: tokio::sync::Mutex<State>,
}

#[derive(Default)]
struct State {
    live: Option<Arc<Live>>,
    failed: Option<(Instant, StoreError)>,
}

/// A connection.
pub(super) struct Live {
    pub client: Client,
    ready: Mutex<HashMap<String, tokio_postgres::Statement>>,
}

impl Link {
    pub fn new(server: Server, settings: &'static str) -> Self {
        Self { server, settings, state: tokio::sync::Mutex::default() }
    }

    /// Where it leads.
    pub const fn server(&self) -> &Server {
        &self.server
    }

    /// The connection; a new one when the last is gone.
    pub async fn live(&self) -> Result<Arc<Live>> {
        let mut state = self.state.lock().await;
        if let Some(live) = state.live.as_ref().filter(|live| !live.client.is_closed()) {
            return Ok(Arc::clone(live));
        }
        if let Some((_, error)) = state.failed.as_ref().filter(|(at, _)| at.elapsed() < PAUSE) {
            return Err(error.clone());
        }
        match self.connect().await {
            Ok(live) => {
                *state = State { live: Some(Arc::clone(&live)), failed: None };
                Ok(live)
            }
            Err(error) => {
                *state = State { live: None, failed: Some((Instant::now(), error.clone())) };
                Err(error)
            }
        }
    }

    async fn connect(&self) -> Result<Arc<Live>> {
        let client = self.server.connect().await?;
        client.batch_execute(self.settings).await.map_err(fault)?;
        Ok(Arc::new(Live { client, ready: Mutex::default() }))
    }
}

impl Live {
    /// The rows of a statement.
    pub async fn query(&self, statement: &Statement) -> Result<Vec<Row>> {
        let ready = self.ready(&statement.sql).await?;
        let values: Vec<&(dyn ToSql + Sync)> = statement.values.iter().map(|value| value as _).collect();
        let rows = self.client.query(&ready, &values).await.map_err(fault)?;
        rows.iter().map(value::row).collect()
    }

    /// Statements without parameters.
    pub async fn batch(&self, sql: &str) -> Result<()> {
        self.client.batch_execute(sql).await.map_err(fault)
    }

    /// The statement made ready, once for each connection.
    pub async fn ready(&self, sql: &str) -> Result<tokio_postgres::Statement> {
        let known = self.ready.lock().unwrap_or_else(PoisonError::into_inner).get(sql).cloned();
        if let Some(ready) = known {
            return Ok(ready);
        }
        let new = self.client.prepare(sql).await.map_err(fault)?;
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.len() >= STATEMENTS {
            ready.clear();
        }
        ready.insert(sql.to_owned(), new.clone());
        Ok(new)
    }
}

/// An error of the database in the store's words.
pub(super) fn fault(error: tokio_postgres::Error) -> StoreError {
    let gone = error.is_closed()
        || std::error::Error::source(&error).is_some_and(|source| source.is::<std::io::Error>());
    match error.code() {
        _ if gone => StoreError::Away(told(&error)),
        Some(&SqlState::DISK_FULL) => StoreError::Full,
        Some(&SqlState::T_R_DEADLOCK_DETECTED | &SqlState::T_R_SERIALIZATION_FAILURE) => {
            StoreError::Away(CLASH.to_owned())
        }
        // Connection exceptions, insufficient resources, operator intervention.
        Some(code) if ["08", "53", "57"].iter().any(|class| code.code().starts_with(class)) => {
            StoreError::Away(told(&error))
        }
        _ => StoreError::Broken(told(&error)),
    }
}

/// Two transactions stood in each other's way; what was rolled back may be tried again.
pub(super) fn is_clash(error: &StoreError) -> bool {
    matches!(error, StoreError::Away(what) if what == CLASH)
}

pub(super) fn told(error: &tokio_postgres::Error) -> String {
    error
        .as_db_error()
        .map_or_else(|| error.to_string(), |error| format!("{} ({})", error.message(), error.code().code()))
}

const CLASH: &str = "transactions stood in each other's way";
