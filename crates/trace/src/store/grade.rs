//! How far an event keeps to the standard's vocabulary.

use super::value::{Statement, values};
use super::{EventKey, Result, Store, Tenant};

impl Store {
    /// The grade of an event, as it was given; none of one that was stored before there were grades, or is not there.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn grade(&self, tenant: Tenant, id: EventKey) -> Result<Option<u8>> {
        let rows = self.engine().read(Statement::new(GRADE, values![tenant, id])).await?;
        let Some(mut row) = rows.into_iter().next() else { return Ok(None) };
        Ok(row.maybe_int(0)?.and_then(|grade| u8::try_from(grade).ok()))
    }
}

const GRADE: &str = "SELECT grade FROM event WHERE tenant = $1 AND id = $2";
