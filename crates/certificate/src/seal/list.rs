//! `GET /signing-keys`, and `POST`: the administrator has a new key made, after the old one may have been seen.

use askama::Template;
use ground::{Resource, Result};
use serde::Serialize;
use web::parts::{Tag, moment};
use web::table::{Column, column};
use web::{Answer, Frame, Here, Posted};

use super::key::{Model, ensure, made, rotate};

#[derive(Template, Serialize)]
#[template(path = "seal/list.html")]
struct SigningKeysPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    made: String,
    tag: Tag,
}

/// `GET /signing-keys`.
pub(super) async fn show(here: Here) -> Answer {
    let page = page(&here).await?;
    here.show(&page)
}

/// `POST /signing-keys`.
pub(super) async fn receive(here: Here, Posted(_): Posted) -> Answer {
    rotate(here.ground(), &here.actor).await?;
    here.done("/signing-keys", "signing-key-made")
}

async fn page(here: &Here) -> Result<SigningKeysPage> {
    here.ground().access.require(&here.actor, "rotate-signing-key", &Resource::installation())?;
    let signs = ensure(here.ground()).await?;
    let rows = made(&here.reader()).await?;
    let columns = ["signing-key-id", "signing-key-made-at", "signing-key-state"];
    Ok(SigningKeysPage {
        frame: here.frame(),
        columns: columns.map(|label| column(here, label)).into(),
        rows: rows.into_iter().map(|row| line(here, row, signs.id())).collect(),
    })
}

fn line(here: &Here, row: Model, signs: &str) -> Line {
    let tag = if row.id == signs {
        Tag::new("ok", "check", here.t("signing-key-signs"))
    } else {
        Tag::new("wait", "history", here.t("signing-key-signed"))
    };
    Line { made: moment(row.created_at), id: row.id, tag }
}
