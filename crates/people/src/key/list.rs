//! `GET /keys`.

use askama::Template;
use ground::{Refusal, Resource, Result};
use serde::Serialize;
use web::parts::{Tag, moment};
use web::table::{Column, column};
use web::{Answer, Field, FormData, Frame, Here, Wrong, wrongs};

use super::model::{Model, SCOPES};
use super::store;

#[derive(Template, Serialize)]
#[template(path = "key/list.html")]
pub(super) struct KeysPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Line>,
    name: Field,
    scopes: Field,
    login: Field,
}

#[derive(Serialize)]
struct Line {
    id: String,
    name: String,
    hint: String,
    scopes: String,
    created: String,
    tag: Tag,
    is_live: bool,
}

impl KeysPage {
    pub(super) async fn of(here: &Here, data: &FormData, refusal: Option<&Refusal>) -> Result<Self> {
        here.ground().access.require(&here.actor, "list-keys", &Resource::installation())?;
        let keys = store::all(&here.reader()).await?;
        let field = |name: &str, label: &str| Field::new(here, name, label, data, refusal);
        let labelled = |scope: &&str| {
            let word = here.t(&format!("key-scope-{}", scope.replace(':', "-")));
            ((*scope).to_owned(), format!("{scope}: {word}"))
        };
        Ok(Self {
            frame: here.frame(),
            errors: wrongs(here, refusal),
            columns: ["key-name", "key-hint", "key-scopes", "key-created", "account-state", "key-action"]
                .map(|label| column(here, label))
                .into(),
            rows: keys.into_iter().map(|key| line(here, key)).collect(),
            name: field("name", "key-name"),
            scopes: field("scopes", "key-scopes").choices(SCOPES.iter().map(labelled), data),
            login: field("login", "key-login").width("20").optional(),
        })
    }
}

fn line(here: &Here, key: Model) -> Line {
    let is_live = key.revoked_at.is_none();
    let tag = if is_live {
        Tag::new("ok", "check", here.t("key-state-live"))
    } else {
        Tag::new("late", "ban", here.t("key-state-revoked"))
    };
    Line {
        id: key.id.to_string(),
        hint: format!("{}…", key.hint),
        scopes: key.scopes.replace(' ', ", "),
        created: moment(key.created_at),
        name: key.name,
        tag,
        is_live,
    }
}

/// `GET /keys`.
pub(super) async fn show(here: Here) -> Answer {
    here.show(&KeysPage::of(&here, &FormData::default(), None).await?)
}
