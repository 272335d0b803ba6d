//! What every room stands on: configuration, the records database, [`Change`] and [`Reader`], the journal,
//! access, files, jobs, the clock and refusals.
//!
//! Ground knows nothing of pages, of producers or of councils. Its one promise: nothing is written except through
//! a [`Change`], so that permission, transaction, journal and news are one.

pub mod access;
pub mod actor;
pub mod backup;
pub mod clock;
pub mod config;
pub mod facts;
pub mod files;
pub mod fold;
mod id;
pub mod jobs;
pub mod journal;
pub mod lang;
pub mod records;
pub mod refusal;
mod room;
mod shelf;
#[cfg(feature = "testing")]
pub mod testing;

use std::sync::Arc;

pub use access::{Access, Resource};
pub use actor::{Actor, OnBehalf, Role, RoleHeld, Scope};
pub use clock::{Clock, Day, Instant};
pub use config::Config;
pub use id::UnknownWord;
pub use lang::Lang;
pub use records::{Change, Migration, Reader, Records};
pub use refusal::{FieldProblem, Refusal, RefusalKind, Result};
pub use room::{GROUND, Room};
pub use shelf::Shelf;

/// Everything a verb needs from below: cheap to clone, shared by all requests.
#[derive(Clone)]
pub struct Ground {
    /// Settings in force.
    pub config: Arc<Config>,
    /// The only source of "now", of ids and of random bytes.
    pub clock: Clock,
    /// The records database.
    pub records: Records,
    /// Who may do what.
    pub access: Arc<Access>,
    /// Content-addressed files.
    pub files: files::Files,
    /// The decrees, loaded and proved.
    pub rules: Arc<ocop::Library>,
    /// Long work that survives a restart.
    pub jobs: jobs::Jobs,
    /// What rooms keep in memory.
    pub shelf: Shelf,
}

impl Ground {
    /// Opens everything: data folder, database, migrations, policies.
    ///
    /// # Errors
    /// A sentence for the operator that names what is wrong.
    pub async fn open(
        config: Config,
        clock: Clock,
        rules: Arc<ocop::Library>,
        rooms: &[Room],
    ) -> Result<Self, OpenError> {
        std::fs::create_dir_all(&config.data)
            .map_err(|error| OpenError::Folder(config.data.display().to_string(), error))?;
        let policies: Vec<_> = rooms.iter().map(|room| room.policies).collect();
        let access = Access::load(&policies).map_err(OpenError::Policies)?;
        let records = Records::open(&config.database).await.map_err(OpenError::Database)?;
        let migrations: Vec<_> = rooms.iter().flat_map(|room| room.migrations).copied().collect();
        records.migrate(&migrations).await?;
        let files = files::Files::open(&config).map_err(OpenError::Files)?;
        if let Err(error) = files.clear_broken_off(clock.now()) {
            tracing::warn!(%error, "clearing uploads that were broken off");
        }
        Ok(Self {
            config: Arc::new(config),
            clock,
            records,
            access: Arc::new(access),
            files,
            rules,
            jobs: jobs::Jobs::default(),
            shelf: Shelf::default(),
        })
    }

    /// A view of the records that cannot write.
    pub fn reader(&self) -> Reader<'_> {
        self.records.reader()
    }

    /// Opens a change for one intent of one actor on one resource.
    ///
    /// # Errors
    /// `not-signed-in` or `not-allowed` when the policies say no; `records-unavailable` when the database is away.
    pub async fn change(&self, actor: &Actor, intent: &'static str, resource: &Resource) -> Result<Change> {
        Change::open(self, actor, intent, resource).await
    }
}

/// Why the ground could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or written.
    #[error("the data folder {0} cannot be used: {1}")]
    Folder(String, std::io::Error),
    /// A policy does not hold together.
    #[error("the access policies do not load: {0}")]
    Policies(String),
    /// The database cannot be reached.
    #[error("the records database cannot be opened: {0}")]
    Database(Refusal),
    /// The schema cannot be brought up to date.
    #[error(transparent)]
    Migrate(#[from] records::MigrateError),
    /// The files cannot be reached.
    #[error("the files cannot be opened: {0}")]
    Files(Refusal),
}
