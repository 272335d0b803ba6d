//! Restoring an archive into an unused folder and an unused database.

use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::archive::{Manifest, Place, Proved};
use super::{BackupFault, EVENTS_ASIDE, KEYS, SETTINGS, SETTINGS_ASIDE, load, remove, with_ending};
use crate::files::Files;
use crate::{Config, Migration, Records, Room};

/// The ending of a SQLite database that is not whole yet.
const UNDER_WAY: &str = ".restoring";

/// Restores an archive: proves it whole first, then unpacks it, loads the records, walks their journal, and only then
/// puts them in their place. What fails leaves the folder and the database as they were.
///
/// # Errors
/// The folder or the database is in use; the archive is none, is damaged or newer than the program; its journal does
/// not hold; the records are away.
pub async fn restore(
    config: &Config,
    rooms: &[Room],
    archive: &Path,
    tell: &dyn Fn(&str),
) -> Result<Manifest, BackupFault> {
    folder_unused(config)?;
    let mut archive = Proved::open(archive)?;
    let migrations = migrations(rooms, &archive.manifest)?;
    std::fs::create_dir_all(&config.data)?;
    let unpacked = Unpacked::at(config);
    tell("files");
    unpack(config, &mut archive).await?;
    let records = Records::open(&unpacked.database(config)).await?;
    let loaded = load::load(&records, rooms, &migrations, &mut archive, tell).await;
    records.close().await;
    loaded?;
    unpacked.stays()?;
    Ok(archive.manifest)
}

fn folder_unused(config: &Config) -> Result<(), BackupFault> {
    let used = |path: &Path| BackupFault::Used(path.display().to_string());
    if config.data.exists() {
        for entry in std::fs::read_dir(&config.data)? {
            if entry?.file_name() != SETTINGS {
                return Err(used(&config.data));
            }
        }
    }
    for address in [&config.database, &config.trace] {
        if let Some(path) = Records::sqlite_path(address).filter(|path| path.exists()) {
            return Err(used(&path));
        }
    }
    Ok(())
}

// The schema as it was; what is newer runs when the program opens it.
fn migrations(rooms: &[Room], manifest: &Manifest) -> Result<Vec<Migration>, BackupFault> {
    let known: Vec<_> = rooms.iter().flat_map(|room| room.migrations).copied().collect();
    match manifest.migrations.iter().find(|name| known.iter().all(|known| known.name != **name)) {
        Some(newer) => Err(BackupFault::Newer(newer.clone())),
        None => Ok(known.into_iter().filter(|m| manifest.migrations.iter().any(|n| n == m.name)).collect()),
    }
}

async fn unpack(config: &Config, archive: &mut Proved) -> Result<(), BackupFault> {
    let files = Files::open(config)?;
    let parts: Vec<_> = archive.manifest.parts.iter().filter_map(|part| Place::of(&part.name)).collect();
    for place in parts {
        let mut content = Vec::new();
        match &place {
            Place::Table(_) => {}
            Place::File(hash) => {
                archive.part(&place)?.read_to_end(&mut content)?;
                if !files.put_back(hash, content).await? {
                    return Err(BackupFault::Damaged(place.name()));
                }
            }
            Place::Settings => {
                archive.part(&place)?.read_to_end(&mut content)?;
                std::fs::write(config.path(settings(config, &content)), content)?;
            }
            Place::Key(_) => {
                archive.part(&place)?.read_to_end(&mut content)?;
                std::fs::create_dir_all(config.path(KEYS))?;
                let path = config.path(&place.name());
                std::fs::write(&path, content)?;
                std::fs::set_permissions(path, std::fs::Permissions::from_mode(super::OWNER_ONLY))?;
            }
            Place::Events => {
                let mut file = std::fs::File::create_new(events(config))?;
                std::io::copy(&mut archive.part(&place)?, &mut file)?;
                file.sync_all()?;
            }
        }
    }
    Ok(())
}

// Where the event store goes: what an archive holds of it is a SQLite file.
fn events(config: &Config) -> PathBuf {
    Records::sqlite_path(&config.trace).unwrap_or_else(|| config.path(EVENTS_ASIDE))
}

// Settings of another machine must not lead to its database, nor cover what was laid here for this one.
fn settings(config: &Config, content: &[u8]) -> &'static str {
    let text = String::from_utf8_lossy(content);
    let elsewhere = text.parse::<toml::Table>().map_or(true, |table| {
        ["data", "database", "trace", "files"].iter().any(|key| table.contains_key(*key))
    });
    if elsewhere || config.path(SETTINGS).exists() { SETTINGS_ASIDE } else { SETTINGS }
}

// What was made so far; gone again unless it stays.
struct Unpacked {
    made: Vec<PathBuf>,
    // A SQLite file, and where it goes once it is whole.
    rename: Option<(PathBuf, PathBuf)>,
}

impl Unpacked {
    fn at(config: &Config) -> Self {
        let mut made =
            vec![config.path("files"), config.path(KEYS), config.path(SETTINGS_ASIDE), events(config)];
        if !config.path(SETTINGS).exists() {
            made.push(config.path(SETTINGS));
        }
        let rename = Records::sqlite_path(&config.database).map(|path| (with_ending(&path, UNDER_WAY), path));
        Self { made, rename }
    }

    fn database(&self, config: &Config) -> String {
        match &self.rename {
            Some((under_way, _)) => format!("sqlite:{}", under_way.display()),
            None => config.database.clone(),
        }
    }

    fn stays(mut self) -> Result<(), BackupFault> {
        if let Some((under_way, path)) = &self.rename {
            std::fs::rename(under_way, path)?;
        }
        self.made.clear();
        self.rename = None;
        Ok(())
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        if let Some((database, _)) = &self.rename {
            self.made.extend(["", "-wal", "-shm"].map(|ending| with_ending(database, ending)));
        }
        for path in &self.made {
            remove(path);
        }
    }
}
