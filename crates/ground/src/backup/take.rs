//! Taking an archive, while the program serves.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use futures::TryStreamExt;
use sea_orm::{DatabaseTransaction, Statement, StreamTrait};
use serde::Serialize;

use super::archive::{Manifest, Place, TableRows, Writing};
use super::row::{Table, tables};
use super::{BackupFault, EVENTS, KEYS, MIGRATIONS, OWNER_ONLY, SETTINGS, remove, with_ending};
use crate::files::Files;
use crate::records::seen;
use crate::{Config, Instant, Reader, Records, Room};

/// Takes everything into one file, which is whole or is not there. `events` is a copy of the event store, of this
/// moment; `tell` hears of each table and of the files.
///
/// # Errors
/// There are no records, they are away, or the file cannot be written.
pub async fn take(
    config: &Config,
    rooms: &[Room],
    at: Instant,
    into: &Path,
    events: Option<&Path>,
    tell: &dyn Fn(&str),
) -> Result<Manifest, BackupFault> {
    if let Some(path) = Records::sqlite_path(&config.database)
        && !path.exists()
    {
        return Err(BackupFault::Nothing(path.display().to_string()));
    }
    let records = Records::open(&config.database).await?;
    let files = Files::open(config)?;
    // Beside the file, so that the rename stays on one disk.
    let partial = with_ending(into, ".partial");
    let taken = written(config, rooms, (&records, &files), at, (&partial, events), tell).await;
    records.close().await;
    match taken {
        Ok(manifest) => {
            std::fs::rename(&partial, into)?;
            Ok(manifest)
        }
        Err(fault) => {
            remove(&partial);
            Err(fault)
        }
    }
}

async fn written(
    config: &Config,
    rooms: &[Room],
    (records, files): (&Records, &Files),
    at: Instant,
    (partial, events): (&Path, Option<&Path>),
    tell: &dyn Fn(&str),
) -> Result<Manifest, BackupFault> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(OWNER_ONLY).open(partial)?;
    let mut archive = Writing::into(file);
    let mut manifest = Manifest::new(at.rfc3339(), records.engine());
    let moment = records.moment().await?;
    let reader = Reader::within(&moment);
    let names: Vec<_> = rooms.iter().flat_map(|room| room.tables).copied().collect();
    let there = tables(&reader, &names).await?;
    if there.is_empty() {
        return Err(BackupFault::Nothing(config.database_shown()));
    }
    for table in &there {
        tell(&table.name);
        if table.name == MIGRATIONS {
            manifest.migrations = seen(&reader).await?;
            continue;
        }
        archive.begin(&Place::Table(table.name.clone()))?;
        let rows = rows(&moment, table, &mut archive).await?;
        manifest.tables.push(TableRows { name: table.name.clone(), rows });
    }
    manifest.journal_entries = crate::journal::entries(&reader).await?;
    tell("files");
    for hash in Files::all(&reader).await? {
        // A file that the store has lost must not keep the rest from being saved.
        match files.read_if_there(&hash).await? {
            None => manifest.lost_files.push(hash),
            Some(content) => {
                archive.begin(&Place::File(hash))?;
                archive.write_all(&content)?;
            }
        }
    }
    moment.rollback().await?;
    for place in of_the_folder(config)? {
        let mut content = Vec::new();
        File::open(config.path(&place.name()))?.read_to_end(&mut content)?;
        archive.begin(&place)?;
        archive.write_all(&content)?;
    }
    if let Some(events) = events {
        tell(EVENTS);
        archive.begin(&Place::Events)?;
        std::io::copy(&mut File::open(events)?, &mut archive)?;
    }
    archive.finish(manifest)
}

async fn rows(
    moment: &DatabaseTransaction,
    table: &Table,
    archive: &mut Writing,
) -> Result<u64, BackupFault> {
    line(archive, &table.names())?;
    let mut count = 0;
    let sql = Statement::from_string(moment.get_database_backend(), table.select());
    let mut stream = moment.stream_raw(sql).await?;
    while let Some(row) = stream.try_next().await? {
        line(archive, &table.json(&row)?)?;
        count += 1;
    }
    Ok(count)
}

fn line(archive: &mut Writing, values: &impl Serialize) -> Result<(), BackupFault> {
    serde_json::to_writer(&mut *archive, values)?;
    Ok(archive.write_all(b"\n")?)
}

fn of_the_folder(config: &Config) -> Result<Vec<Place>, BackupFault> {
    let mut places = Vec::new();
    if config.path(SETTINGS).exists() {
        places.push(Place::Settings);
    }
    if config.path(KEYS).exists() {
        for entry in std::fs::read_dir(config.path(KEYS))? {
            let name = format!("{KEYS}/{}", entry?.file_name().to_string_lossy());
            places.extend(Place::of(&name));
        }
    }
    Ok(places)
}
