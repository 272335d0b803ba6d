//! Making a key: `add-key`.

use askama::Template;
use ground::actor::UserId;
use ground::{Actor, FieldProblem, Ground, Refusal, Resource, Result};
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, Frame, Here, Posted};

use super::list::KeysPage;
use super::model::{ActiveModel, KeyId, Model, SCOPES};
use super::store;
use crate::account;
use crate::session::{Token, hash_of};

/// In front of every key, by which people and scanners of leaked secrets know it.
const MARK: &str = "sen_";
/// Characters of the token that are kept to tell keys apart.
const HINT: usize = 8;
/// Most characters of a name.
const NAME_MOST: usize = 120;

/// A key to be made.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// What it is for.
    pub name: String,
    /// Of [`SCOPES`].
    pub scopes: Vec<String>,
    /// The account whose rights it lends.
    pub account: Option<UserId>,
}

/// A key that was made.
#[derive(Clone, Debug)]
pub struct Created {
    /// What is kept.
    pub key: Model,
    /// Shown once.
    pub token: String,
}

/// Makes a key.
///
/// # Errors
/// Not allowed; a scope that is none; no scope; no such account.
pub async fn create(ground: &Ground, actor: &Actor, new: NewKey) -> Result<Created> {
    if new.scopes.is_empty() {
        return Err(Refusal::field("scopes", "required"));
    }
    if new.scopes.iter().any(|scope| !SCOPES.contains(&scope.as_str())) {
        return Err(Refusal::field("scopes", "not-a-choice"));
    }
    let token = Token::marked(&ground.clock, MARK)?;
    let mut change = ground.change(actor, "add-key", &Resource::installation()).await?;
    change.say("name", &new.name);
    if let Some(account) = new.account {
        account::find(&change.reader(), account).await?;
    }
    let row = ActiveModel {
        id: Set(change.new_id::<KeyId>()),
        name: Set(new.name),
        scopes: Set(new.scopes.join(" ")),
        account_id: Set(new.account),
        token_hash: Set(hash_of(token.as_str())),
        hint: Set(token.as_str().chars().take(HINT).collect()),
        created_at: Set(change.at()),
        created_by: Set(change.by()),
        revoked_at: Set(None),
    };
    let key = store::insert(&mut change, row).await?;
    change.commit().await?;
    Ok(Created { key, token: token.as_str().to_owned() })
}

/// The one page on which a key stands.
#[derive(Template, Serialize)]
#[template(path = "key/created.html")]
struct CreatedPage {
    #[serde(skip)]
    frame: Frame,
    name: String,
    token: String,
}

/// `POST /keys`.
pub(super) async fn receive(here: Here, Posted(data): Posted) -> Answer {
    here.ground().access.require(&here.actor, "add-key", &Resource::installation())?;
    let made = async {
        let mut reading = data.read();
        let name = reading.text("name", NAME_MOST);
        let scopes = reading.words::<String>("scopes");
        let login = reading.optional("login", account::LOGIN_MOST);
        let mut account = None;
        if let Some(Some(login)) = login {
            account = account::by_login(&here.reader(), &login).await?.map(|account| account.id);
            if account.is_none() {
                reading.problem(FieldProblem::new("login", "login-unknown"));
            }
        }
        let new = reading.done(|| Some(NewKey { name: name?, scopes: scopes?, account }))?;
        create(here.ground(), &here.actor, new).await
    };
    match made.await {
        Ok(made) => here.show(&CreatedPage { frame: here.frame(), name: made.key.name, token: made.token }),
        Err(refusal) => here.show_again(&KeysPage::of(&here, &data, Some(&refusal)).await?, refusal),
    }
}
