//! The archive: parts with their hashes, and the manifest that names them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{BackupFault, EVENTS, KEYS, SETTINGS};
use crate::files::FileHash;

/// The name of the manifest in the archive.
const MANIFEST: &str = "manifest.json";
/// The form of archives this program writes and reads.
const FORM: u32 = 1;
/// Bytes read at a time while a part is proved.
const STEP: usize = 64 * 1024;

/// What an archive holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the archive.
    pub sen_backup: u32,
    /// When it was taken, RFC 3339 in UTC.
    pub taken_at: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// The schema, migration by migration.
    pub migrations: Vec<String>,
    /// Entries of the journal.
    pub journal_entries: i64,
    /// Each table with its rows.
    pub tables: Vec<TableRows>,
    /// Files that the records name and the store has lost.
    pub lost_files: Vec<FileHash>,
    /// Each part with its size and hash.
    pub parts: Vec<Part>,
}

/// How much of a table there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRows {
    /// The table.
    pub name: String,
    /// Its rows.
    pub rows: u64,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name in the archive.
    pub name: String,
    /// Its size when unpacked.
    pub bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn new(taken_at: String, engine: &str) -> Self {
        Self {
            sen_backup: FORM,
            taken_at,
            engine: engine.to_owned(),
            migrations: Vec::new(),
            journal_entries: 0,
            tables: Vec::new(),
            lost_files: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Whether the events are in it.
    pub fn has_events(&self) -> bool {
        self.parts.iter().any(|part| part.name == EVENTS)
    }

    /// The files in it.
    pub fn files(&self) -> impl Iterator<Item = FileHash> + '_ {
        self.parts.iter().filter_map(|part| match Place::of(&part.name)? {
            Place::File(hash) => Some(hash),
            _ => None,
        })
    }
}

/// What a part is; any other name is refused, so that no archive writes outside its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Table(String),
    File(FileHash),
    Key(String),
    Settings,
    Events,
}

impl Place {
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            SETTINGS => return Some(Self::Settings),
            EVENTS => return Some(Self::Events),
            _ => {}
        }
        let (folder, rest) = name.split_once('/')?;
        let plain = |text: &str| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
        };
        match folder {
            "records" => rest.strip_suffix(".jsonl").filter(|t| plain(t)).map(|t| Self::Table(t.to_owned())),
            "files" => rest.parse().ok().map(Self::File),
            KEYS => rest.strip_suffix(".key").filter(|t| plain(t)).map(|_| Self::Key(rest.to_owned())),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> String {
        match self {
            Self::Table(table) => format!("records/{table}.jsonl"),
            Self::File(hash) => format!("files/{hash}"),
            Self::Key(name) => format!("{KEYS}/{name}"),
            Self::Settings => SETTINGS.to_owned(),
            Self::Events => EVENTS.to_owned(),
        }
    }
}

/// An archive being written: what is written goes into the part that was begun last.
pub(super) struct Writing {
    zip: ZipWriter<BufWriter<File>>,
    parts: Vec<Part>,
    digest: Sha256,
}

impl Writing {
    pub(super) fn into(file: File) -> Self {
        Self { zip: ZipWriter::new(BufWriter::new(file)), parts: Vec::new(), digest: Sha256::new() }
    }

    /// Begins a part; the one before it is whole.
    pub(super) fn begin(&mut self, place: &Place) -> Result<(), BackupFault> {
        self.seal();
        // Papers and photos are packed already.
        let method = match place {
            Place::File(_) => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        self.zip.start_file(place.name(), options(method))?;
        self.parts.push(Part { name: place.name(), bytes: 0, sha256: String::new() });
        Ok(())
    }

    fn seal(&mut self) {
        let digest = std::mem::take(&mut self.digest).finalize();
        if let Some(part) = self.parts.last_mut() {
            part.sha256 = hex::encode(digest);
        }
    }

    /// Writes the manifest and brings everything to disk.
    pub(super) fn finish(mut self, mut manifest: Manifest) -> Result<Manifest, BackupFault> {
        self.seal();
        manifest.parts = self.parts;
        self.zip.start_file(MANIFEST, options(CompressionMethod::Deflated))?;
        self.zip.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
        let file = self.zip.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(manifest)
    }
}

// Parts may be larger than 4 GB.
fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method).large_file(true)
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.zip.write(bytes)?;
        self.digest.update(&bytes[..written]);
        if let Some(part) = self.parts.last_mut() {
            part.bytes += written as u64;
        }
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.zip.flush()
    }
}

/// An archive that was proved.
pub(super) struct Proved {
    zip: ZipArchive<BufReader<File>>,
    pub(super) manifest: Manifest,
}

impl Proved {
    /// Opens an archive and proves each part by its size and hash.
    pub(super) fn open(path: &Path) -> Result<Self, BackupFault> {
        let mut zip = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(no_archive)?;
        let mut text = Vec::new();
        zip.by_name(MANIFEST).map_err(no_archive)?.read_to_end(&mut text)?;
        let manifest: Manifest = serde_json::from_slice(&text)?;
        if manifest.sen_backup != FORM {
            return Err(BackupFault::NotArchive(format!("form {}", manifest.sen_backup)));
        }
        let mut wanted: BTreeMap<&str, &Part> =
            manifest.parts.iter().map(|part| (part.name.as_str(), part)).collect();
        for n in 0..zip.len() {
            let mut part = zip.by_index(n)?;
            let name = part.name()?.into_owned();
            if name == MANIFEST {
                continue;
            }
            let holds =
                wanted.remove(name.as_str()).is_some_and(|wanted| is(&mut part, wanted).unwrap_or(false));
            if !holds || Place::of(&name).is_none() {
                return Err(BackupFault::Damaged(name));
            }
        }
        match wanted.keys().next() {
            Some(missing) => Err(BackupFault::Damaged((*missing).to_owned())),
            None => Ok(Self { zip, manifest }),
        }
    }

    pub(super) fn part(&mut self, place: &Place) -> Result<impl Read, BackupFault> {
        Ok(self.zip.by_name(&place.name())?)
    }
}

fn no_archive(error: zip::result::ZipError) -> BackupFault {
    BackupFault::NotArchive(error.to_string())
}

fn is(part: &mut impl Read, wanted: &Part) -> std::io::Result<bool> {
    let (mut digest, mut bytes, mut step) = (Sha256::new(), 0_u64, vec![0; STEP]);
    loop {
        let read = part.read(&mut step)?;
        if read == 0 {
            return Ok(bytes == wanted.bytes && hex::encode(digest.finalize()) == wanted.sha256);
        }
        digest.update(&step[..read]);
        bytes += read as u64;
    }
}
