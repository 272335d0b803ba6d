//! Writing what no one journals.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, DeleteMany, EntityTrait, UpdateMany};

use super::Records;
use crate::Result;

/// An entity of the program's own upkeep: rows that tell nothing of a record, such as when a session was last used,
/// and would drown the journal. Everything else is written through a [`Change`](super::Change).
pub trait Upkeep: EntityTrait {}

impl Records {
    /// Adds a row of upkeep, or does what `otherwise` says where there is one; returns how many rows came of it.
    ///
    /// # Errors
    /// The database is away.
    pub async fn tend<A>(&self, row: A, otherwise: OnConflict) -> Result<u64>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Upkeep,
    {
        let insert = A::Entity::insert(row).on_conflict(otherwise);
        Ok(insert.exec_without_returning(self.writer()).await?)
    }

    /// Changes rows of upkeep; returns how many.
    ///
    /// # Errors
    /// The database is away.
    pub async fn tend_rows<E: Upkeep>(&self, update: UpdateMany<E>) -> Result<u64> {
        Ok(update.exec(self.writer()).await?.rows_affected)
    }

    /// Removes rows of upkeep; returns how many.
    ///
    /// # Errors
    /// The database is away.
    pub async fn drop_rows<E: Upkeep>(&self, delete: DeleteMany<E>) -> Result<u64> {
        Ok(delete.exec(self.writer()).await?.rows_affected)
    }
}
