//! What a key is.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// An API key.
    KeyId
}

/// Reading records with the rights of the key's account.
pub const READ: &str = "records:read";
/// Writing records with the rights of the key's account.
pub const WRITE: &str = "records:write";
/// All scopes a key may have.
pub const SCOPES: &[&str] = &[READ, WRITE, "trace:capture", "trace:query", "trace:all"];

/// A key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: KeyId,
    /// What it is for.
    pub name: String,
    /// Scopes, separated by spaces.
    pub scopes: String,
    /// The account whose rights it lends.
    pub account_id: Option<UserId>,
    /// SHA-256 of the token.
    pub token_hash: String,
    /// The token's first characters, to tell keys apart.
    pub hint: String,
    /// When it was made.
    pub created_at: Instant,
    /// By whom; none for the program itself.
    pub created_by: Option<UserId>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "api-key";
    const PRIVATE: &'static [&'static str] = &["token_hash"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// The scopes of the key with which a request came; rooms find it in the request's extensions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyScopes(Vec<String>);

impl KeyScopes {
    pub(super) fn of(row: &Model) -> Self {
        Self(row.scopes.split(' ').map(str::to_owned).collect())
    }

    /// Whether the key has a scope.
    pub fn has(&self, scope: &str) -> bool {
        self.0.iter().any(|own| own == scope)
    }
}
