//! The keys of this installation: the newest signs, all that ever signed stay published.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use ground::records::Recorded;
use ground::{Actor, Change, Ground, Instant, Reader, Refusal, Resource, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};
use sha2::{Digest, Sha256};

use super::KeySet;
use super::statement::{Header, Statement, TYPE, signing_input};

/// The folder of the private keys in the data folder.
const FOLDER: &str = "keys";
/// Hexadecimal digits of a key's id.
const ID_DIGITS: usize = 16;

/// A public key that signs or signed certificates.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    /// The first digits of the SHA-256 of the public key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The 32 bytes in base64url.
    pub public_key: String,
    /// When it was made.
    pub created_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "signing-key";
    fn key(row: &Model) -> String {
        row.id.clone()
    }
}

/// The key that signs today, in memory.
pub struct Signer {
    id: String,
    key: SigningKey,
}

impl Signer {
    /// A signer from its 32 secret bytes.
    pub fn of_secret(secret: &[u8; 32]) -> Self {
        let key = SigningKey::from_bytes(secret);
        Self { id: id_of(&key.verifying_key()), key }
    }

    /// The id of its key.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Signs a statement: a JSON Web Signature in compact form.
    ///
    /// # Errors
    /// The statement cannot be written as JSON.
    pub fn sign(&self, statement: &Statement) -> Result<String> {
        let header = Header { alg: "EdDSA".into(), kid: self.id.clone(), typ: TYPE.into() };
        let input = signing_input(&header, statement)?;
        let signature = self.key.sign(input.as_bytes()).to_bytes();
        Ok(format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }

    /// The set that holds this key alone.
    pub fn key_set(&self) -> KeySet {
        KeySet::of([(self.id.clone(), self.key.verifying_key())])
    }
}

pub(super) fn id_of(key: &VerifyingKey) -> String {
    hex::encode(Sha256::digest(key.as_bytes()))[..ID_DIGITS].to_owned()
}

/// The signer of this installation; the first call makes its key, readable by its owner alone.
///
/// # Errors
/// The records or the data folder are away.
pub async fn ensure(ground: &Ground) -> Result<Signer> {
    let newest = Entity::find()
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(&ground.reader())
        .await?;
    for row in newest {
        if let Some(signer) = read(&path(ground, &row.id))?.filter(|signer| signer.id == row.id) {
            return Ok(signer);
        }
    }
    make(ground, &Actor::system("sen")).await
}

/// Makes a new key that signs from now on. The old private key goes; its public key stays published, so that what it
/// signed can still be checked.
///
/// # Errors
/// The actor may not, or the records or the data folder are away.
pub async fn rotate(ground: &Ground, actor: &Actor) -> Result<Signer> {
    let before = Entity::find().all(&ground.reader()).await?;
    let signer = make(ground, actor).await?;
    for row in before {
        match std::fs::remove_file(path(ground, &row.id)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Refusal::unexpected(error));
            }
            _ => {}
        }
    }
    Ok(signer)
}

/// The public keys that sign or signed here.
///
/// # Errors
/// The records are away.
pub async fn published(reader: &Reader<'_>) -> Result<KeySet> {
    let rows = made(reader).await?;
    let keys: Option<Vec<_>> =
        rows.into_iter().map(|row| Some((row.id, super::verify::key_of(&row.public_key)?))).collect();
    keys.map(KeySet::of).ok_or_else(|| Refusal::unexpected("a published key is none"))
}

/// Every key ever made here, oldest first.
pub(super) async fn made(reader: &Reader<'_>) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(reader).await?)
}

async fn make(ground: &Ground, actor: &Actor) -> Result<Signer> {
    let secret = ground.clock.random::<32>()?;
    let signer = Signer::of_secret(&secret);
    // The file first: a published key without its secret would sign nothing.
    write(&path(ground, &signer.id), &secret).map_err(Refusal::unexpected)?;
    let mut change: Change = ground.change(actor, "rotate-signing-key", &Resource::installation()).await?;
    change.say("key", &signer.id);
    let row = ActiveModel {
        id: Set(signer.id.clone()),
        public_key: Set(URL_SAFE_NO_PAD.encode(signer.key.verifying_key().as_bytes())),
        created_at: Set(change.at()),
    };
    change.insert(row).await?;
    change.commit().await?;
    Ok(signer)
}

fn path(ground: &Ground, id: &str) -> PathBuf {
    ground.config.path(FOLDER).join(format!("{id}.key"))
}

fn read(path: &Path) -> Result<Option<Signer>> {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let secret =
                URL_SAFE_NO_PAD.decode(text.trim()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
            let secret =
                secret.ok_or_else(|| Refusal::unexpected(format!("{} holds no key", path.display())))?;
            Ok(Some(Signer::of_secret(&secret)))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Refusal::unexpected(error)),
    }
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
