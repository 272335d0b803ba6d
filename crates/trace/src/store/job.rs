//! Capture jobs: what became of each captured document.

use super::value::{Row, Statement, values};
use super::{Micros, Result, Scope, Store, Tenant};

/// A capture job to be stored with its events, or over what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Its id.
    pub id: [u8; 16],
    /// When the document came.
    pub created_at: Micros,
    /// When it was done.
    pub finished_at: Option<Micros>,
    /// Everything in it is stored.
    pub success: bool,
    /// What an error does to the rest, as a number of the caller's.
    pub behaviour: u8,
    /// Events in the document.
    pub events: i64,
    /// Events stored of it.
    pub stored: i64,
    /// Events that were there already.
    pub same: i64,
    /// Events refused.
    pub refused: i64,
    /// Events that are CBV-Compliant; none where nobody graded them.
    pub compliant: Option<i64>,
    /// Events that are CBV-Compatible and no more.
    pub compatible: Option<i64>,
    /// The errors, in the caller's form.
    pub errors: String,
}

/// A capture job as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Who captured.
    pub tenant: Tenant,
    /// The job.
    pub job: NewJob,
}

impl Store {
    /// A job.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn job(&self, id: [u8; 16]) -> Result<Option<Job>> {
        let sql = format!("SELECT {COLUMNS} FROM job WHERE id = $1");
        self.engine().read(Statement::new(sql, values![id])).await?.into_iter().next().map(job).transpose()
    }

    /// Jobs of a scope, the newest first, after the one created then with that id. Jobs have no public.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn jobs(
        &self,
        scope: Scope,
        after: Option<(Micros, [u8; 16])>,
        limit: usize,
    ) -> Result<Vec<Job>> {
        self.jobs_where(scope, false, after, limit).await
    }

    /// The same, of jobs with errors alone.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn jobs_with_errors(
        &self,
        scope: Scope,
        after: Option<(Micros, [u8; 16])>,
        limit: usize,
    ) -> Result<Vec<Job>> {
        self.jobs_where(scope, true, after, limit).await
    }

    async fn jobs_where(
        &self,
        scope: Scope,
        failed: bool,
        after: Option<(Micros, [u8; 16])>,
        limit: usize,
    ) -> Result<Vec<Job>> {
        let mut values = values![limit];
        let mut tests = Vec::new();
        if failed {
            tests.push("success = 0".to_owned());
        }
        match scope {
            Scope::Public => return Ok(Vec::new()),
            Scope::All => {}
            Scope::Party(tenant) | Scope::PartyAndPublic(tenant) => {
                values.push(tenant.into());
                tests.push(format!("tenant = ${}", values.len()));
            }
        }
        if let Some((created, id)) = after {
            values.extend(values![created, id]);
            tests.push(format!("(created_at, id) < (${}, ${})", values.len() - 1, values.len()));
        }
        let tests = if tests.is_empty() { String::new() } else { format!("WHERE {}", tests.join(" AND ")) };
        let sql = format!("SELECT {COLUMNS} FROM job {tests} ORDER BY created_at DESC, id DESC LIMIT $1");
        self.engine().read(Statement::new(sql, values)).await?.into_iter().map(job).collect()
    }
}

pub(crate) fn put(tenant: Tenant, job: &NewJob) -> Statement {
    let values = values![
        job.id,
        tenant,
        job.created_at,
        job.finished_at,
        job.success,
        job.behaviour,
        job.events,
        job.stored,
        job.same,
        job.refused,
        job.errors.as_str(),
        job.compliant,
        job.compatible
    ];
    Statement::new(PUT, values)
}

fn job(mut row: Row) -> Result<Job> {
    let job = NewJob {
        id: row.id(0)?,
        created_at: row.time(2)?,
        finished_at: row.maybe_int(3)?.map(Micros),
        success: row.flag(4)?,
        behaviour: row.small(5)?,
        events: row.int(6)?,
        stored: row.int(7)?,
        same: row.int(8)?,
        refused: row.int(9)?,
        errors: row.text(10)?,
        compliant: row.maybe_int(11)?,
        compatible: row.maybe_int(12)?,
    };
    Ok(Job { tenant: row.tenant(1)?, job })
}

const COLUMNS: &str = "id, tenant, created_at, finished_at, success, behaviour, events, stored, same, refused, \
     errors, compliant, compatible";
const PUT: &str = "INSERT INTO job \
     (id, tenant, created_at, finished_at, success, behaviour, events, stored, same, refused, errors, \
     compliant, compatible) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
     ON CONFLICT (id, tenant) DO UPDATE SET finished_at = excluded.finished_at, success = excluded.success, \
     behaviour = excluded.behaviour, events = excluded.events, stored = excluded.stored, same = excluded.same, \
     refused = excluded.refused, errors = excluded.errors, compliant = excluded.compliant, \
     compatible = excluded.compatible";
