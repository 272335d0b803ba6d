//! Reading.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    Statement,
};

/// A view of the records that cannot write: its connections are opened read-only, or it looks through the
/// transaction of an open [`Change`](super::Change) at what that change has written so far.
#[derive(Clone, Copy)]
pub struct Reader<'a>(Source<'a>);

#[derive(Clone, Copy)]
enum Source<'a> {
    Pool(&'a DatabaseConnection),
    Within(&'a DatabaseTransaction),
}

impl<'a> Reader<'a> {
    pub(super) fn new(pool: &'a DatabaseConnection) -> Self {
        Self(Source::Pool(pool))
    }

    pub(crate) fn within(transaction: &'a DatabaseTransaction) -> Self {
        Self(Source::Within(transaction))
    }
}

fn refuse() -> DbErr {
    DbErr::Custom("a Reader does not write; open a Change".to_owned())
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self.0 {
            Source::Pool(pool) => pool.get_database_backend(),
            Source::Within(transaction) => transaction.get_database_backend(),
        }
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(refuse())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(refuse())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self.0 {
            Source::Pool(pool) => pool.query_one_raw(statement).await,
            Source::Within(transaction) => transaction.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self.0 {
            Source::Pool(pool) => pool.query_all_raw(statement).await,
            Source::Within(transaction) => transaction.query_all_raw(statement).await,
        }
    }
}
