//! Bare commits of a database: what one small row that is durable costs.

use std::time::Instant;

use ground::testing::Bed;
use sea_orm::{ConnectOptions, ConnectionTrait, Database};

use crate::wire::rate;

const COMMITS: usize = 2_000;
/// Connections that commit at once on PostgreSQL, as many as the program keeps for changes.
const CLIENTS: usize = 12;

/// Commits of one row a second, as durable as the program's own.
pub(crate) async fn commits(bed: &Bed) -> f64 {
    let url = if bed.ground.records.is_sqlite() {
        format!("sqlite:{}?mode=rwc", bed.folder().join("raw.db").display())
    } else {
        bed.ground.config.database.clone()
    };
    let clients = if bed.ground.records.is_sqlite() { 1 } else { CLIENTS };
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(u32::try_from(clients).unwrap());
    options.map_sqlx_sqlite_opts(|sqlx| sqlx.pragma("journal_mode", "WAL").pragma("synchronous", "FULL"));
    let raw = Database::connect(options).await.unwrap();
    raw.execute_unprepared("create table raw (n bigint)").await.unwrap();
    let begun = Instant::now();
    let writers = (0..clients).map(|_| {
        let raw = raw.clone();
        tokio::spawn(async move {
            for _ in 0..COMMITS / clients {
                raw.execute_unprepared("insert into raw (n) values (1)").await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    rate(COMMITS / clients * clients, begun.elapsed().as_secs_f64())
}
