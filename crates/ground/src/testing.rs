//! For the tests of rooms: a ground on a fresh database of either kind, at a standing date.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test bed that cannot be made is a failed test"
)]

use std::sync::Arc;

use sea_orm::{ConnectionTrait, Database};

use crate::{Actor, Clock, Config, Day, Ground, Instant, Room};

/// The server on which each test makes a database of its own; `script/test` starts one.
pub const POSTGRES: &str = "SEN_TEST_POSTGRES_URL";

/// A ground for one test; its folder and database go with it.
pub struct Bed {
    /// The ground.
    pub ground: Ground,
    folder: tempfile::TempDir,
    lent: Option<Lent>,
}

/// A database on the server of the tests.
struct Lent {
    server: String,
    name: String,
}

impl Bed {
    /// On SQLite.
    pub async fn sqlite(rules: Arc<ocop::Library>, rooms: &[Room]) -> Self {
        Self::sqlite_with(rules, rooms, |_| {}).await
    }

    /// On SQLite, with other settings than those by default.
    pub async fn sqlite_with(
        rules: Arc<ocop::Library>,
        rooms: &[Room],
        settings: impl FnOnce(&mut Config),
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::in_folder(folder.path());
        settings(&mut config);
        Self::open(config, folder, None, rules, rooms).await
    }

    /// On PostgreSQL; none, loudly, where no server is named.
    pub async fn postgres(rules: Arc<ocop::Library>, rooms: &[Room]) -> Option<Self> {
        let Ok(server) = std::env::var(POSTGRES) else {
            eprintln!(
                "SKIPPED on PostgreSQL: {POSTGRES} is not set; script/test starts a server and sets it"
            );
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let name = format!("sen_{}", Clock::real().new_id().simple());
        administer(&server, &format!("create database {name}")).await.unwrap();
        let (base, query) =
            server.split_once('?').map_or((server.as_str(), String::new()), |(b, q)| (b, format!("?{q}")));
        let base = base.rsplit_once('/').map_or(base, |(b, _)| b);
        let mut config = Config::in_folder(folder.path());
        config.database = format!("{base}/{name}{query}");
        Some(Self::open(config, folder, Some(Lent { server, name }), rules, rooms).await)
    }

    async fn open(
        config: Config,
        folder: tempfile::TempDir,
        lent: Option<Lent>,
        rules: Arc<ocop::Library>,
        rooms: &[Room],
    ) -> Self {
        let clock = Clock::standing(noon(Day::new(2026, 10, 14).unwrap()));
        let ground = Ground::open(config, clock, rules, rooms).await.unwrap();
        Self { ground, folder, lent }
    }

    /// The data folder.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Moves the clock to noon of a day.
    pub fn on(&self, year: i16, month: i8, day: i8) {
        self.ground.clock.stand_at(noon(Day::new(year, month, day).unwrap()));
    }
}

impl Drop for Bed {
    /// Gives the database back: hundreds of tests that each left one would fill a disk.
    fn drop(&mut self) {
        let Some(Lent { server, name }) = self.lent.take() else { return };
        // A thread of its own, since a test's runtime may be ending and none may be started inside it.
        let given_back = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(administer(&server, &format!("drop database {name} with (force)")))
        });
        if let Err(error) = given_back.join().unwrap() {
            eprintln!("a database of a test was not given back: {error}");
        }
    }
}

async fn administer(server: &str, statement: &str) -> Result<(), sea_orm::DbErr> {
    let admin = Database::connect(server).await?;
    admin.execute_unprepared(statement).await?;
    admin.close().await
}

fn noon(day: Day) -> Instant {
    day.start().plus_seconds(12 * 3_600)
}

/// The program itself as an actor.
pub fn system() -> Actor {
    Actor::system("test")
}

/// One test on both databases: `both!(name, RULES, ROOMS, async |bed: &Bed| { … })`.
#[macro_export]
macro_rules! both {
    ($name:ident, $rules:expr, $rooms:expr, $body:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                let bed = $crate::testing::Bed::sqlite($rules, $rooms).await;
                ($body)(&bed).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                if let Some(bed) = $crate::testing::Bed::postgres($rules, $rooms).await {
                    ($body)(&bed).await;
                }
            }
        }
    };
}

/// The decrees of this repository, loaded once a process.
pub fn rules() -> Arc<ocop::Library> {
    static RULES: std::sync::LazyLock<Arc<ocop::Library>> = std::sync::LazyLock::new(|| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
        let mut files = Vec::new();
        collect(&root, &root, &mut files);
        Arc::new(ocop::Library::load(files).unwrap())
    });
    RULES.clone()
}

fn collect(root: &std::path::Path, folder: &std::path::Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}
