//! What an account is.

use std::str::FromStr;

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{FieldProblem, Instant, Lang, Resource};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Fewest characters of a login.
pub(crate) const LOGIN_LEAST: usize = 3;
/// Most characters of a login.
pub(crate) const LOGIN_MOST: usize = 60;

/// An account.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UserId,
    /// What is typed to sign in: small letters, digits and `. _ - @`.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The name folded for search.
    pub folded: String,
    /// The phone, for colleagues.
    pub phone: Option<String>,
    /// The language kept.
    pub lang: String,
    /// Argon2id in PHC form.
    pub password_hash: String,
    /// Set while the password is a one-time password: until when it works.
    pub one_time_until: Option<Instant>,
    /// When it was opened.
    pub created_at: Instant,
    /// By whom; none for the program itself.
    pub created_by: Option<UserId>,
    /// When it was closed; none while it may sign in.
    pub disabled_at: Option<Instant>,
    /// Counts what changes the account's standing, so that a kept actor is known to be old.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "account";
    const PRIVATE: &'static [&'static str] = &["password_hash", "phone"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

impl Model {
    /// The language kept.
    pub fn language(&self) -> Lang {
        Lang::of_tag(&self.lang).unwrap_or_default()
    }

    /// Whether the password must be changed before anything else.
    pub fn must_change_password(&self) -> bool {
        self.one_time_until.is_some()
    }

    /// The account as policies see it.
    pub fn resource(&self) -> Resource {
        resource(self.id)
    }
}

/// An account as policies see it.
pub fn resource(id: UserId) -> Resource {
    Resource::new("account", id).text("owner", id)
}

/// A login in its one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login(String);

impl Login {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Login {
    type Err = FieldProblem;

    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let text = text.trim().to_lowercase();
        let letters = text.chars().count();
        if letters < LOGIN_LEAST {
            return Err(FieldProblem::new("login", "too-short").with("least", LOGIN_LEAST));
        }
        if letters > LOGIN_MOST {
            return Err(FieldProblem::new("login", "too-long").with("most", LOGIN_MOST));
        }
        let plain =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-' | '@');
        if !text.chars().all(plain) {
            return Err(FieldProblem::new("login", "login-letters"));
        }
        Ok(Self(text))
    }
}
