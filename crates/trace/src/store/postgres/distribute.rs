//! From one PostgreSQL to many: the tables become distributed and reference tables of Citus.

use super::Postgres;
use super::link::fault;
use crate::store::{Distributed, Result, StoreError};

/// What is spread, by which column, and beside what: rows that belong together lie on one machine.
const SPREAD: [(&str, &str, Option<&str>); 8] = [
    ("event", "tenant", None),
    ("item_event", "part", Some("event")),
    ("outbox", "tenant", Some("event")),
    ("delivery", "tenant", Some("event")),
    ("job", "tenant", Some("event")),
    ("master", "tenant", Some("event")),
    ("master_child", "tenant", Some("event")),
    ("tenant_stem", "tenant", Some("event")),
];
/// What every machine has whole: small, and asked for with everything.
const EVERYWHERE: [&str; 6] = ["party", "word", "dictionary", "item_name", "tenant_word", "thing"];

const HAS_CITUS: &str = "SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus')";
const IS_SPREAD: &str =
    "SELECT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = ('trace.' || $1)::regclass)";

impl Postgres {
    /// Makes the tables those of a cluster; what is one already stays so.
    pub async fn distribute(&self) -> Result<Distributed> {
        let client = self.single.server().connect().await?;
        if !client.query_one(HAS_CITUS, &[]).await.map_err(fault)?.get::<_, bool>(0) {
            return Ok(Distributed::NoCitus);
        }
        client.batch_execute("SET search_path = trace, public").await.map_err(fault)?;
        let mut made = 0;
        for table in EVERYWHERE {
            if !is_spread(&client, table).await? {
                run(&client, &format!("SELECT create_reference_table('{table}')")).await?;
                made += 1;
            }
        }
        for (table, column, beside) in SPREAD {
            if !is_spread(&client, table).await? {
                let beside = beside.map(|other| format!(", colocate_with => '{other}'")).unwrap_or_default();
                run(&client, &format!("SELECT create_distributed_table('{table}', '{column}'{beside})"))
                    .await?;
                made += 1;
            }
        }
        Ok(Distributed::Made(made))
    }
}

async fn is_spread(client: &tokio_postgres::Client, table: &str) -> Result<bool> {
    Ok(client.query_one(IS_SPREAD, &[&table]).await.map_err(fault)?.get(0))
}

async fn run(client: &tokio_postgres::Client, sql: &str) -> Result<()> {
    client.batch_execute(sql).await.map_err(|error| {
        tracing::error!(%error, sql, "a table is not distributed");
        StoreError::broken(error)
    })
}
