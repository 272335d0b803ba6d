//! Loading the records of an archive, in one transaction that ends with a walk along their journal.

use std::io::{BufRead, BufReader};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait};
use serde_json::Value as Json;

use super::archive::{Place, Proved};
use super::row::{Table, quoted, tables};
use super::{BackupFault, MIGRATIONS};
use crate::journal::verify;
use crate::records::options;
use crate::{Migration, Reader, Records, Room};

/// Values of one statement: both databases take as many.
const VALUES: usize = 8_000;

/// Lays the schema of the archive and fills it.
pub(super) async fn load(
    records: &Records,
    rooms: &[Room],
    migrations: &[Migration],
    archive: &mut Proved,
    tell: &dyn Fn(&str),
) -> Result<(), BackupFault> {
    let names: Vec<_> =
        rooms.iter().flat_map(|room| room.tables).copied().filter(|name| *name != MIGRATIONS).collect();
    let journalled = !tables(&records.reader(), &["journal"]).await?.is_empty()
        && crate::journal::entries(&records.reader()).await? > 0;
    if journalled {
        return Err(BackupFault::Used(records.engine().to_owned()));
    }
    records.migrate(migrations).await?;
    let transaction = records.writer().begin_with_options(options(records)).await?;
    let there = tables(&Reader::within(&transaction), &names).await?;
    let later = references_later(&transaction).await?;
    for table in &there {
        tell(&table.name);
        fill(&transaction, table, archive).await?;
    }
    for reference in later {
        transaction.execute_unprepared(&reference).await?;
    }
    if let Some(broken) = verify(&Reader::within(&transaction)).await?.broken {
        return Err(BackupFault::Journal(broken));
    }
    Ok(transaction.commit().await?)
}

// A row may point to one that comes later. SQLite looks when it commits; PostgreSQL's references are taken away, and
// laid again by what this returns.
async fn references_later(transaction: &DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    let backend = transaction.get_database_backend();
    if backend == DbBackend::Sqlite {
        transaction.execute_unprepared("pragma defer_foreign_keys = on").await?;
        return Ok(Vec::new());
    }
    let sql = "select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away, \
               format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) \
               as again from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace";
    let mut again = Vec::new();
    for row in transaction.query_all_raw(Statement::from_string(backend, sql)).await? {
        transaction.execute_unprepared(&row.try_get::<String>("", "away")?).await?;
        again.push(row.try_get("", "again")?);
    }
    Ok(again)
}

async fn fill(
    transaction: &DatabaseTransaction,
    table: &Table,
    archive: &mut Proved,
) -> Result<(), BackupFault> {
    let place = Place::Table(table.name.clone());
    let damaged = || BackupFault::Damaged(place.name());
    let wanted =
        archive.manifest.tables.iter().find(|rows| rows.name == table.name).ok_or_else(damaged)?.rows;
    // Migrations lay first rows, such as the head of the journal.
    transaction.execute_unprepared(&format!("delete from {}", quoted(&[&table.name]))).await?;
    let mut lines = BufReader::new(archive.part(&place)?).lines();
    let columns: Vec<String> = serde_json::from_str(&lines.next().ok_or_else(damaged)??)?;
    if columns != table.names() {
        return Err(damaged());
    }
    let (mut rows, mut values) = (0_u64, Vec::new());
    let most = (VALUES / columns.len()).max(1);
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let row: Vec<Json> = serde_json::from_str(&line?)?;
        values.extend(table.values(row).ok_or_else(damaged)?);
        rows += 1;
        let some = values.len() / columns.len();
        if some == most || lines.peek().is_none() {
            let sql = table.insert(some);
            let values = std::mem::take(&mut values);
            let insert = Statement::from_sql_and_values(transaction.get_database_backend(), sql, values);
            transaction.execute_raw(insert).await?;
        }
    }
    if rows == wanted { Ok(()) } else { Err(damaged()) }
}
