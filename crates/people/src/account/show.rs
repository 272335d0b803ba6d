//! `GET /accounts/{id}`.

use askama::Template;
use axum::extract::Path;
use ground::actor::UserId;
use ground::journal;
use ground::{Refusal, Result};
use serde::Serialize;
use web::parts::{Moment, Tag, history};
use web::{Answer, Frame, Here};

use super::{AccountRow, list, store};
use crate::role::{self, RoleLine};
use crate::session::{self, SessionLine};

#[derive(Template, Serialize)]
#[template(path = "account/show.html")]
struct AccountPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    name: String,
    login: String,
    phone: Option<String>,
    state: String,
    tag: Tag,
    is_disabled: bool,
    may_keep: bool,
    roles: Vec<RoleLine>,
    sessions: Vec<SessionLine>,
    #[serde(skip)]
    moments: Vec<Moment>,
}

/// `GET /accounts/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<UserId>) -> Answer {
    let account = store::find(&here.reader(), id).await?;
    if !here.may("see-account", &account.resource()) {
        return Err(Refusal::not_found().into());
    }
    here.show(&page(&here, account).await?)
}

async fn page(here: &Here, account: AccountRow) -> Result<AccountPage> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let held = role::of_account(&reader, account.id).await?;
    let told = journal::of_record(&reader, &here.actor, "account", &account.id.to_string()).await?;
    Ok(AccountPage {
        frame: here.frame(),
        id: account.id.to_string(),
        state: here.app.words.text(
            here.lang,
            "me-state",
            &[("login", account.login.clone()), ("since", account.created_at.day().people())],
        ),
        tag: list::state(here, &account),
        is_disabled: account.disabled_at.is_some(),
        may_keep: here.may("give-role", &account.resource()),
        roles: held.iter().map(|held| RoleLine::of(here, held, today)).collect(),
        sessions: session::lines(here, account.id, None).await?,
        moments: history(here, &told),
        name: account.name,
        login: account.login,
        phone: account.phone,
    })
}
