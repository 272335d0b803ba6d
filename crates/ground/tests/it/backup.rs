//! What was backed up comes back whole, on either database, or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use ground::backup::{BackupFault, Manifest, SETTINGS_ASIDE, restore, take};
use ground::files::{FileHash, Files};
use ground::journal::{Broken, verify};
use ground::testing::{Bed, system};
use ground::{Clock, Config, GROUND, Ground, Resource, both};
use sea_orm::EntityTrait;
use tempfile::TempDir;

use crate::files::{LIMITS, parts, png};
use crate::note::{Entity, ROOMS, rules, tamper, write};

const QUIET: &dyn Fn(&str) = &|_| {};

async fn taken(bed: &Bed, tell: &dyn Fn(&str)) -> (TempDir, PathBuf, Manifest) {
    let shelf = tempfile::tempdir().unwrap();
    let archive = shelf.path().join("sen.zip");
    let manifest =
        take(&bed.ground.config, ROOMS, bed.ground.clock.now(), &archive, None, tell).await.unwrap();
    (shelf, archive, manifest)
}

async fn file_in(bed: &Bed) -> FileHash {
    let received = bed.ground.files.receive(parts(png()), LIMITS, bed.ground.clock.new_id()).await.unwrap();
    let mut change = bed.ground.change(&system(), "write-note", &Resource::installation()).await.unwrap();
    let hash = Files::enter(&mut change, &received).await.unwrap();
    change.commit().await.unwrap();
    hash
}

/// Where to restore to: a folder that is gone after the test, with its own SQLite file.
fn elsewhere() -> (TempDir, Config) {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::in_folder(folder.path());
    (folder, config)
}

async fn opened(config: Config) -> Ground {
    Ground::open(config, Clock::real(), rules(), ROOMS).await.unwrap()
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().next().is_none()
}

async fn comes_back(bed: &Bed, config: Config, file: &FileHash, archive: &Path) {
    let notes = Entity::find().all(&bed.ground.reader()).await.unwrap();
    restore(&config, ROOMS, archive, QUIET).await.unwrap();
    assert_eq!(fs::read(config.path("keys/k1.key")).unwrap(), b"secret");
    let ground = opened(config).await;
    assert_eq!(Entity::find().all(&ground.reader()).await.unwrap(), notes);
    assert_eq!(ground.files.read(file).await.unwrap(), png());
    let (before, after) =
        (verify(&bed.ground.reader()).await.unwrap(), verify(&ground.reader()).await.unwrap());
    assert_eq!((after.broken, after.entries), (None, before.entries));
}

both!(what_was_backed_up_comes_back_on_either_database, rules(), ROOMS, async |bed: &Bed| {
    for text in ["một", "", "dấu ' \" \\ \n và 🌾"] {
        write(bed, text).await;
    }
    let file = file_in(bed).await;
    fs::create_dir(bed.folder().join("keys")).unwrap();
    fs::write(bed.folder().join("keys/k1.key"), "secret").unwrap();
    let (_shelf, archive, manifest) = taken(bed, QUIET).await;
    assert!(manifest.files().eq([file.clone()]));
    let (_folder, config) = elsewhere();
    comes_back(bed, config, &file, &archive).await;
    // A server that knows the schema and holds no record yet is unused.
    if let Some(other) = Bed::postgres(rules(), ROOMS).await {
        let (_folder, mut config) = elsewhere();
        config.database.clone_from(&other.ground.config.database);
        comes_back(bed, config, &file, &archive).await;
    }
});

both!(the_chain_goes_on_after_it_was_restored, rules(), ROOMS, async |bed: &Bed| {
    write(bed, "trước").await;
    let (_shelf, archive, _) = taken(bed, QUIET).await;
    let (_folder, config) = elsewhere();
    restore(&config, ROOMS, &archive, QUIET).await.unwrap();
    let ground = opened(config).await;
    let mut change = ground.change(&system(), "write-note", &Resource::installation()).await.unwrap();
    let received = ground.files.receive(parts(png()), LIMITS, ground.clock.new_id()).await.unwrap();
    Files::enter(&mut change, &received).await.unwrap();
    change.commit().await.unwrap();
    let verified = verify(&ground.reader()).await.unwrap();
    assert_eq!((verified.entries, verified.broken), (2, None));
});

both!(a_backup_is_of_one_moment_while_others_write, rules(), ROOMS, async |bed: &Bed| {
    write(bed, "trước").await;
    // The journal is in the archive by then; the notes are not yet.
    let meanwhile = |table: &str| {
        if table == "job" {
            tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(write(bed, "trong lúc sao lưu"));
            });
        }
    };
    let (_shelf, archive, _) = taken(bed, &meanwhile).await;
    assert_eq!(Entity::find().all(&bed.ground.reader()).await.unwrap().len(), 2);
    let (_folder, config) = elsewhere();
    restore(&config, ROOMS, &archive, QUIET).await.unwrap();
    let ground = opened(config).await;
    let notes = Entity::find().all(&ground.reader()).await.unwrap();
    assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["trước"]);
    assert_eq!(verify(&ground.reader()).await.unwrap().entries, 1);
});

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_that_was_altered_anywhere_is_refused_and_leaves_nothing() {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    write(&bed, "một").await;
    file_in(&bed).await;
    let (shelf, archive, _) = taken(&bed, QUIET).await;
    let whole = fs::read(&archive).unwrap();
    let refused = async |content: &[u8], what: &str| {
        let altered = shelf.path().join("altered.zip");
        fs::write(&altered, content).unwrap();
        let (folder, config) = elsewhere();
        let fault = restore(&config, ROOMS, &altered, QUIET).await.err().unwrap_or_else(|| panic!("{what}"));
        let told = matches!(fault, BackupFault::Damaged(_) | BackupFault::NotArchive(_) | BackupFault::Io(_));
        assert!(told, "{what}: {fault:?}");
        assert!(is_empty(folder.path()), "{what}");
    };
    for cut in [0, 1, whole.len() / 2, whole.len() - 1] {
        refused(&whole[..cut], &format!("cut at {cut}")).await;
    }
    // The content of the picture, wherever it lies.
    let picture = png();
    let at = whole.windows(picture.len()).position(|bytes| bytes == picture).unwrap();
    for byte in [at, at + picture.len() / 2] {
        let mut altered = whole.clone();
        altered[byte] ^= 1;
        refused(&altered, &format!("byte {byte}")).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_in_use_stays_as_it_is() {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    write(&bed, "một").await;
    let (_shelf, archive, _) = taken(&bed, QUIET).await;
    let (folder, config) = elsewhere();
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let fault = restore(&config, ROOMS, &archive, QUIET).await.unwrap_err();
    assert!(matches!(fault, BackupFault::Used(_)), "{fault:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_with_records_stays_as_it_is() {
    let Some(bed) = Bed::postgres(rules(), ROOMS).await else { return };
    write(&bed, "một").await;
    let (_shelf, archive, _) = taken(&bed, QUIET).await;
    let (folder, mut config) = elsewhere();
    config.database.clone_from(&bed.ground.config.database);
    let fault = restore(&config, ROOMS, &archive, QUIET).await.unwrap_err();
    assert!(matches!(fault, BackupFault::Used(_)), "{fault:?}");
    assert!(is_empty(folder.path()));
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().entries, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_of_a_newer_program_is_refused_by_what_it_has() {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    let (_shelf, archive, _) = taken(&bed, QUIET).await;
    let (folder, config) = elsewhere();
    let fault = restore(&config, &[GROUND], &archive, QUIET).await.unwrap_err();
    assert!(matches!(&fault, BackupFault::Newer(name) if name == "notes-0001"), "{fault:?}");
    assert!(is_empty(folder.path()));
}

both!(records_that_were_edited_outside_are_not_restored, rules(), ROOMS, async |bed: &Bed| {
    write(bed, "một").await;
    write(bed, "hai").await;
    tamper(bed, "update journal set actor = 'ai khác' where seq = 2").await;
    let (_shelf, archive, _) = taken(bed, QUIET).await;
    let (folder, config) = elsewhere();
    let fault = restore(&config, ROOMS, &archive, QUIET).await.unwrap_err();
    assert!(matches!(fault, BackupFault::Journal(Broken::Edited(2))), "{fault:?}");
    assert!(is_empty(folder.path()));
});

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_file_is_named_and_the_rest_is_saved() {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    write(&bed, "một").await;
    let file = file_in(&bed).await;
    fs::remove_dir_all(bed.folder().join("files/content")).unwrap();
    let (_shelf, archive, manifest) = taken(&bed, QUIET).await;
    assert_eq!(manifest.lost_files, [file]);
    let (_folder, config) = elsewhere();
    restore(&config, ROOMS, &archive, QUIET).await.unwrap();
    assert_eq!(Entity::find().all(&opened(config).await.reader()).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_come_back_unless_they_lead_to_another_database_or_cover_others() {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    let back = async |settings: &str, own: Option<&str>| {
        fs::write(bed.folder().join("sen.toml"), settings).unwrap();
        let (_shelf, archive, _) = taken(&bed, QUIET).await;
        let (_folder, config) = elsewhere();
        if let Some(own) = own {
            fs::write(config.path("sen.toml"), own).unwrap();
        }
        restore(&config, ROOMS, &archive, QUIET).await.unwrap();
        let read = |name: &str| fs::read_to_string(config.path(name)).ok();
        (read("sen.toml"), read(SETTINGS_ASIDE))
    };
    let text = |text: &str| Some(text.to_owned());
    let hotline = "hotline = \"0277 000 0001\"";
    assert_eq!(back(hotline, None).await, (text(hotline), None));
    assert_eq!(back(hotline, Some("")).await, (text(""), text(hotline)));
    let server = "database = \"postgres://sen@db/sen\"";
    assert_eq!(back(server, None).await, (None, text(server)));
}
