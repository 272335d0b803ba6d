//! Opening an account: `add-account`.

use askama::Template;
use ground::actor::UserId;
use ground::{Actor, Change, Ground, Instant, Lang, Refusal, Resource, Result};
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::model::{ActiveModel, LOGIN_MOST, Login, Model};
use super::store;
use crate::password::{Hashed, OneTime};
use crate::role::{self, NewRole};

/// Most characters of a name.
const NAME_MOST: usize = 120;
/// Most characters of a phone number.
const PHONE_MOST: usize = 30;

/// An account to be opened.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What is typed to sign in.
    pub login: Login,
    /// The person's name.
    pub name: String,
    /// The phone, for colleagues.
    pub phone: Option<String>,
    /// The language.
    pub lang: Lang,
    /// The roles it starts with.
    pub roles: Vec<NewRole>,
}

/// An account that was opened.
#[derive(Clone, Debug)]
pub struct Added {
    /// The account.
    pub account: Model,
    /// Shown once; must be changed at the first sign-in, within a week.
    pub one_time_password: String,
}

/// Opens an account with a one-time password.
///
/// # Errors
/// Not allowed; `login-taken` at the login; a role that does not fit its place.
pub async fn add(ground: &Ground, actor: &Actor, new: NewAccount) -> Result<Added> {
    // Asked before the slow hash, too.
    ground.access.require(actor, "add-account", &Resource::installation())?;
    let one_time = OneTime::new(ground).await?;
    let mut change = ground.change(actor, "add-account", &Resource::installation()).await?;
    let account = create(&mut change, new, one_time.hashed, Some(one_time.until)).await?;
    change.commit().await?;
    Ok(Added { account, one_time_password: one_time.text })
}

/// Writes an account and its roles within a change that is open already.
///
/// # Errors
/// `login-taken` at the login; a role that does not fit its place.
pub async fn create(
    change: &mut Change,
    new: NewAccount,
    password: Hashed,
    one_time_until: Option<Instant>,
) -> Result<Model> {
    if store::by_login(&change.reader(), new.login.as_str()).await?.is_some() {
        return Err(Refusal::field("login", "login-taken"));
    }
    change.say("name", &new.name);
    change.say("login", new.login.as_str());
    let row = ActiveModel {
        id: Set(change.new_id::<UserId>()),
        login: Set(new.login.as_str().to_owned()),
        folded: Set(ground::fold::fold(&new.name)),
        name: Set(new.name),
        phone: Set(new.phone),
        lang: Set(new.lang.tag().to_owned()),
        password_hash: Set(password.0),
        one_time_until: Set(one_time_until),
        created_at: Set(change.at()),
        created_by: Set(change.by()),
        disabled_at: Set(None),
        version: Set(1),
    };
    let account = store::insert(change, row).await?;
    for role in new.roles {
        role::enter(change, account.id, role).await?;
    }
    Ok(account)
}

#[derive(Template, Serialize)]
#[template(path = "account/new.html")]
struct NewPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    name: Field,
    login: Field,
    phone: Field,
}

impl NewPage {
    fn of(here: &Here, data: &FormData, refusal: Option<&Refusal>) -> Self {
        Self {
            frame: here.frame(),
            errors: wrongs(here, refusal),
            name: Field::new(here, "name", "account-name", data, refusal),
            login: Field::new(here, "login", "account-login", data, refusal).width("20"),
            phone: Field::new(here, "phone", "account-phone", data, refusal)
                .input("tel")
                .width("20")
                .optional(),
        }
    }
}

/// The one page on which a one-time password stands.
#[derive(Template, Serialize)]
#[template(path = "account/one_time.html")]
pub(super) struct OneTimePage {
    #[serde(skip)]
    pub frame: Frame,
    pub id: String,
    pub name: String,
    pub login: String,
    pub one_time_password: String,
    pub until: String,
}

impl OneTimePage {
    pub fn of(here: &Here, added: Added) -> Self {
        let until = added.account.one_time_until.map(web::parts::moment).unwrap_or_default();
        Self {
            frame: here.frame(),
            id: added.account.id.to_string(),
            name: added.account.name,
            login: added.account.login,
            one_time_password: added.one_time_password,
            until,
        }
    }
}

/// `GET /accounts/new`.
pub(super) async fn show(here: Here) -> Answer {
    here.ground().access.require(&here.actor, "add-account", &Resource::installation())?;
    here.show(&NewPage::of(&here, &FormData::default(), None))
}

/// `POST /accounts`.
pub(super) async fn receive(here: Here, Posted(data): Posted) -> Answer {
    here.ground().access.require(&here.actor, "add-account", &Resource::installation())?;
    let added = async {
        let new = checked(&data, here.lang)?;
        add(here.ground(), &here.actor, new).await
    };
    match added.await {
        Ok(added) => here.show(&OneTimePage::of(&here, added)),
        Err(refusal) => here.show_again(&NewPage::of(&here, &data, Some(&refusal)), refusal),
    }
}

fn checked(data: &FormData, lang: Lang) -> Result<NewAccount> {
    let mut reading = data.read();
    let name = reading.text("name", NAME_MOST);
    let login = reading.text("login", LOGIN_MOST).and_then(|text| match text.parse::<Login>() {
        Ok(login) => Some(login),
        Err(problem) => {
            reading.problem(problem);
            None
        }
    });
    let phone = reading.optional("phone", PHONE_MOST);
    reading.done(|| Some(NewAccount { login: login?, name: name?, phone: phone?, lang, roles: Vec::new() }))
}
