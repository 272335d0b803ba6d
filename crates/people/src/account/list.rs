//! `GET /accounts`.

use askama::Template;
use axum::extract::RawQuery;
use ground::{Day, Resource, Result};
use serde::Serialize;
use web::parts::Tag;
use web::table::{Asked, Column, Pager, ROWS, column};
use web::{Answer, Field, Frame, Here};

use super::{AccountRow, store};
use crate::role::{self, RoleRow};
use crate::words::role_word;

#[derive(Template, Serialize)]
#[template(path = "account/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    state: String,
    #[serde(skip)]
    search: Field,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Line>,
    pager: Pager,
}

#[derive(Serialize)]
struct Line {
    href: String,
    name: String,
    login: String,
    phone: String,
    roles: Vec<String>,
    tag: Tag,
}

/// `GET /accounts`.
pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    here.ground().access.require(&here.actor, "list-accounts", &Resource::installation())?;
    let asked = Asked::of(&here, &query.unwrap_or_default());
    here.show(&page(&here, &asked).await?)
}

async fn page(here: &Here, asked: &Asked) -> Result<ListPage> {
    let reader = here.reader();
    let (accounts, total) = store::search(&reader, asked.text(), asked.offset(), ROWS).await?;
    let ids: Vec<_> = accounts.iter().map(|account| account.id).collect();
    let held = role::of_accounts(&reader, &ids).await?;
    let today = here.ground().clock.today();
    Ok(ListPage {
        frame: here.frame(),
        state: here.app.words.text(here.lang, "accounts-state", &[("count", total.to_string())]),
        search: Field::new(here, "q", "accounts-search", &asked.query, None),
        columns: ["account-name", "account-login", "account-roles", "account-phone", "account-state"]
            .map(|label| column(here, label))
            .into(),
        rows: accounts.into_iter().map(|account| line(here, account, &held, today)).collect(),
        pager: asked.pager(total),
    })
}

fn line(here: &Here, account: AccountRow, held: &[RoleRow], today: Day) -> Line {
    let own = held.iter().filter(|held| held.account_id == account.id && held.is_held_on(today));
    Line {
        href: format!("/accounts/{}", account.id),
        roles: own.map(|held| format!("{}, {}", role_word(here, held.role), held.scope_name)).collect(),
        tag: state(here, &account),
        name: account.name,
        login: account.login,
        phone: account.phone.unwrap_or_default(),
    }
}

/// The account's state: icon, word and colour.
pub(super) fn state(here: &Here, account: &AccountRow) -> Tag {
    if account.disabled_at.is_some() {
        Tag::new("late", "ban", here.t("account-state-disabled"))
    } else if account.must_change_password() {
        Tag::new("wait", "hourglass", here.t("account-state-new"))
    } else {
        Tag::new("ok", "check", here.t("account-state-open"))
    }
}
