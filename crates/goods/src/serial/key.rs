//! The keys that seal serials: the newest seals, all that ever did stay, for the labels in people's kitchens. The
//! secrets lie in the data folder, which backups carry; the records know the names alone.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ground::records::Recorded;
use ground::{Actor, Ground, Instant, Reader, Refusal, Resource, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};

use super::seal::Seal;

/// The folder of secret keys in the data folder.
const FOLDER: &str = "keys";

/// A key that seals or sealed serials.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "serial_key")]
pub struct Model {
    /// Its name, which says nothing of the secret.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// When it was made.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "serial-key";
    fn key(row: &Model) -> String {
        row.id.clone()
    }
}

/// The keys already read, on the ground's shelf.
#[derive(Default)]
struct Known(RwLock<HashMap<String, Seal>>);

/// The key that seals today, with its name; the first call makes one, readable by its owner alone.
///
/// # Errors
/// The records or the data folder are away.
pub async fn ensure(ground: &Ground) -> Result<(String, Seal)> {
    // One whose file is gone can seal nothing more.
    let rows = made(&ground.reader()).await?;
    match rows.into_iter().rev().find(|row| path(ground, &row.id).exists()) {
        Some(row) => Ok((row.id.clone(), find(ground, &row.id)?)),
        None => make(ground, &Actor::system("sen")).await,
    }
}

/// Makes a new key that seals from now on. What older ones sealed stays genuine.
///
/// # Errors
/// The actor may not, or the records or the data folder are away.
pub async fn rotate(ground: &Ground, actor: &Actor) -> Result<String> {
    Ok(make(ground, actor).await?.0)
}

/// A key by its name.
///
/// # Errors
/// Its file is gone or holds no key.
pub(crate) fn find(ground: &Ground, id: &str) -> Result<Seal> {
    let known = ground.shelf.get::<Known>();
    if let Some(seal) = known.0.read().unwrap_or_else(PoisonError::into_inner).get(id) {
        return Ok(seal.clone());
    }
    let path = path(ground, id);
    let seal = Seal::of_secret(&read(&path)?);
    if seal.name() != id {
        return Err(Refusal::unexpected(format!("{} holds another key", path.display())));
    }
    known.0.write().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), seal.clone());
    Ok(seal)
}

/// Every key ever made here, oldest first.
///
/// # Errors
/// The records are away.
pub(super) async fn made(reader: &Reader<'_>) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::MadeAt).order_by_asc(Column::Id).all(reader).await?)
}

async fn make(ground: &Ground, actor: &Actor) -> Result<(String, Seal)> {
    let mut change = ground.change(actor, "rotate-serial-key", &Resource::installation()).await?;
    let secret = ground.clock.random::<32>()?;
    let seal = Seal::of_secret(&secret);
    let id = seal.name();
    // The file before the row: a key in the records without its secret would prove nothing.
    write(&path(ground, &id), &secret).map_err(Refusal::unexpected)?;
    change.say("key", &id);
    change.insert(ActiveModel { id: Set(id.clone()), made_at: Set(change.at()) }).await?;
    change.commit().await?;
    Ok((id, seal))
}

fn path(ground: &Ground, id: &str) -> PathBuf {
    ground.config.path(FOLDER).join(format!("serial-{id}.key"))
}

fn read(path: &Path) -> Result<[u8; 32]> {
    let text = std::fs::read_to_string(path).map_err(Refusal::unexpected)?;
    let secret = URL_SAFE_NO_PAD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
    secret.ok_or_else(|| Refusal::unexpected(format!("{} holds no key", path.display())))
}

fn write(path: &Path, secret: &[u8; 32]) -> std::io::Result<()> {
    use std::io::Write;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    writeln!(file, "{}", URL_SAFE_NO_PAD.encode(secret))?;
    file.sync_all()
}
