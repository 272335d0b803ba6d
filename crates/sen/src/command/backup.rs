//! `sen backup` and `sen restore`: one consistent archive, taken while the program serves.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use ground::backup::{self, BackupFault, EVENTS_ASIDE, Manifest, SETTINGS_ASIDE};
use ground::{Clock, Config};

use super::journal::told;
use super::settings::Common;
use super::{Lang, Outcome, complain, runtime, say};
use crate::house;

/// Takes the records, the files, the signing keys and the settings into one archive, while Sen serves.
#[derive(Debug, Args)]
#[command(after_help = "Example: sen backup sen-2026-11-24.zip --data ./data")]
pub(crate) struct BackupArgs {
    /// The archive to write; one of that name is replaced once the new one is whole.
    file: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// Restores an archive into an unused folder (and an unused database), after proving it whole.
#[derive(Debug, Args)]
#[command(after_help = "Example: sen restore sen-2026-11-24.zip --data ./restored")]
pub(crate) struct RestoreArgs {
    /// The archive.
    file: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// Takes an archive; "no" when files that the records name are lost.
pub(crate) fn take(args: &BackupArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let config = args.common.config(None, |_| {})?;
    let now = Clock::real().now();
    let events = Events::of(&config, &args.file)?;
    let taken = backup::take(&config, house::ROOMS, now, &args.file, events.path(), &progress);
    match runtime()?.block_on(taken) {
        Ok(manifest) => {
            say(&summary(&manifest, lang)?)?;
            if config.trace.starts_with("postgres") {
                complain(&house::text(lang, "backup-events-elsewhere", &[("what", config.trace_shown())])?);
            }
            for lost in &manifest.lost_files {
                complain(&house::text(lang, "backup-lost-file", &[("file", lost.to_string())])?);
            }
            Ok(if manifest.lost_files.is_empty() { Outcome::Done } else { Outcome::No })
        }
        Err(fault) => refused(&args.file, &fault, lang),
    }
}

/// Restores an archive; "no" when it does not hold.
pub(crate) fn restore(args: &RestoreArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let config = args.common.config(None, |_| {})?;
    let restored = backup::restore(&config, house::ROOMS, &args.file, &progress);
    match runtime()?.block_on(restored) {
        Ok(manifest) => {
            say(&summary(&manifest, lang)?)?;
            if config.path(EVENTS_ASIDE).exists() {
                complain(&house::text(lang, "backup-events-aside", &[])?);
            }
            if config.path(SETTINGS_ASIDE).exists() {
                complain(&house::text(lang, "backup-settings-aside", &[])?);
            }
            Ok(Outcome::Done)
        }
        Err(fault) => refused(&args.file, &fault, lang),
    }
}

/// A copy of the event store beside the archive, for as long as the archive is written.
struct Events(Option<PathBuf>);

impl Events {
    fn of(config: &Config, archive: &Path) -> anyhow::Result<Self> {
        let mut name = archive.as_os_str().to_owned();
        name.push(".events");
        let copy = Self(Some(PathBuf::from(name)));
        if let Some(path) = copy.path() {
            // One that was left behind when a backup broke off.
            let _ = std::fs::remove_file(path);
            if !trace::store::copy(&config.trace, path)? {
                return Ok(Self(None));
            }
        }
        Ok(copy)
    }

    fn path(&self) -> Option<&Path> {
        self.0.as_deref()
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        if let Some(path) = self.path() {
            let _ = std::fs::remove_file(path);
        }
    }
}

// Only a person who waits wants to see how far it is.
fn progress(what: &str) {
    if std::io::stderr().is_terminal() {
        complain(what);
    }
}

fn summary(manifest: &Manifest, lang: Lang) -> anyhow::Result<String> {
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    let figures = [
        ("at", manifest.taken_at.clone()),
        ("tables", manifest.tables.len().to_string()),
        ("rows", rows.to_string()),
        ("files", manifest.files().count().to_string()),
        ("entries", manifest.journal_entries.to_string()),
    ];
    Ok(house::text(lang, "backup-summary", &figures)?)
}

// An archive that does not hold is the answer "no"; everything else is a call that cannot be done.
fn refused(file: &Path, fault: &BackupFault, lang: Lang) -> anyhow::Result<Outcome> {
    let (outcome, key, what) = match fault {
        BackupFault::Damaged(part) => (Outcome::No, "backup-damaged", part.clone()),
        BackupFault::NotArchive(why) => (Outcome::No, "backup-no-archive", why.clone()),
        BackupFault::Journal(broken) => {
            let (_, seq, words) = told(*broken, lang);
            (Outcome::No, "backup-journal", format!("{seq} {words}"))
        }
        BackupFault::Newer(migration) => (Outcome::Unusable, "backup-newer", migration.clone()),
        BackupFault::Used(place) => (Outcome::Unusable, "backup-used", place.clone()),
        BackupFault::Nothing(place) => (Outcome::Unusable, "backup-nothing", place.clone()),
        BackupFault::Records(refusal) => {
            (Outcome::Unusable, "backup-records", house::refusal_lines(refusal, lang)?.join("; "))
        }
        other => (Outcome::Unusable, "backup-fault", other.to_string()),
    };
    let file = file.display().to_string();
    complain(&house::text(lang, key, &[("file", file), ("what", what)])?);
    Ok(outcome)
}
