//! A database of its own for each test.

use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use tokio_postgres::NoTls;
use trace::store::{Distributed, Store};

/// Those of a cluster: all but the version of the schema.
const TABLES: usize = 14;

/// Where a test keeps its events.
pub struct Place {
    pub address: String,
    server: Option<(String, String)>,
    _folder: Option<TempDir>,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Place {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("events.db").display());
        Self { address, server: None, _folder: Some(folder) }
    }

    /// A new database on the server that the variable names.
    pub async fn server(variable: &str) -> Option<Self> {
        let Ok(url) = std::env::var(variable) else {
            eprintln!("{variable} is not set: not tested there");
            return None;
        };
        let name = format!("trace_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        run(&url, &format!("CREATE DATABASE {name}")).await;
        let (front, _) = url.rsplit_once('/').unwrap();
        let address = format!("{front}/{name}");
        if variable.contains("CITUS") {
            run(&address, "CREATE EXTENSION IF NOT EXISTS citus").await;
            spread(&address).await;
        }
        Some(Self { address, server: Some((url, name)), _folder: None })
    }

    pub async fn open(&self) -> Store {
        Store::open(&self.address).await.unwrap()
    }

    pub async fn drop(self) {
        if let Some((url, name)) = self.server {
            run(&url, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }

    pub fn is_sqlite(&self) -> bool {
        self.server.is_none()
    }

    /// Runs statements beside the store.
    pub async fn run(&self, sql: &str) {
        match &self.server {
            Some(_) => run(&self.address, sql).await,
            None => {
                let path = self.address.trim_start_matches("sqlite:");
                rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
            }
        }
    }
}

// What a test stores there lies in distributed and reference tables.
async fn spread(address: &str) {
    let store = Store::open(address).await.unwrap();
    assert_eq!(store.distribute().await.unwrap(), Distributed::Made(TABLES));
    // Once is enough, and twice harms nothing.
    assert_eq!(store.distribute().await.unwrap(), Distributed::Made(0));
    store.close().await;
}

async fn run(url: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    let connection = tokio::spawn(connection);
    client.batch_execute(sql).await.unwrap();
    drop(client);
    connection.await.unwrap().unwrap();
}
