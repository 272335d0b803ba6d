//! Migrations: forward only, under a lock, at start.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, TransactionTrait};

use super::Records;

/// One step of the schema: plain SQL that SQLite and PostgreSQL both read.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `<room>-<number>-<what>`; never changed once released.
    pub name: &'static str,
    /// Statements separated by `;` at the end of a line.
    pub sql: &'static str,
}

/// Why the schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database has seen a migration that this program does not know.
    #[error("the database is newer than this program: it has “{0}”; install a newer program")]
    Newer(String),
    /// A statement failed.
    #[error("migration “{name}” failed: {error}")]
    Failed {
        /// The migration.
        name: &'static str,
        /// What the database said.
        error: DbErr,
    },
    /// The database is away.
    #[error(transparent)]
    Database(#[from] DbErr),
}

// Any number will do, as long as every Sen uses the same.
const LOCK_KEY: i64 = 0x5e4e_0001;

impl Records {
    /// Brings the schema up to date; returns how many migrations ran.
    ///
    /// # Errors
    /// The database is newer than the program, a statement fails, or the database is away.
    pub async fn migrate(&self, migrations: &[Migration]) -> Result<usize, MigrateError> {
        let transaction = self.write.begin().await?;
        if transaction.get_database_backend() == DbBackend::Postgres {
            let lock = format!("select pg_advisory_xact_lock({LOCK_KEY})");
            transaction.execute_unprepared(&lock).await?;
        }
        transaction
            .execute_unprepared(
                "create table if not exists migration (name text primary key, position bigint not null)",
            )
            .await?;
        let backend = transaction.get_database_backend();
        let seen = seen(&transaction).await?;
        if let Some(unknown) = seen.iter().find(|name| migrations.iter().all(|m| m.name != **name)) {
            return Err(MigrateError::Newer(unknown.clone()));
        }
        let mut ran = 0;
        for (position, migration) in migrations.iter().enumerate() {
            if seen.iter().any(|name| name == migration.name) {
                continue;
            }
            for statement in migration.sql.split(";\n").map(str::trim).filter(|s| !s.is_empty()) {
                transaction
                    .execute_unprepared(statement)
                    .await
                    .map_err(|error| MigrateError::Failed { name: migration.name, error })?;
            }
            let position = i64::try_from(position).unwrap_or(i64::MAX);
            let note = Statement::from_sql_and_values(
                backend,
                "insert into migration (name, position) values ($1, $2)",
                [migration.name.into(), position.into()],
            );
            transaction.execute_raw(note).await?;
            ran += 1;
        }
        transaction.commit().await?;
        Ok(ran)
    }
}

/// The migrations that a database has seen, in order.
pub(crate) async fn seen(database: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = "select name from migration order by position";
    let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get("", "name")).collect()
}
