//! `GET /serial-keys`, and `POST`: the administrator has a new key made, after the old one may have been seen.

use askama::Template;
use ground::{Resource, Result};
use serde::Serialize;
use web::parts::{Tag, moment};
use web::table::{Column, column};
use web::{Answer, Frame, Here, Posted};

use super::key::{Model, ensure, made, rotate};

#[derive(Template, Serialize)]
#[template(path = "serial/keys.html")]
struct SerialKeysPage {
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

/// `GET /serial-keys`.
pub(super) async fn show(here: Here) -> Answer {
    let page = page(&here).await?;
    here.show(&page)
}

/// `POST /serial-keys`.
pub(super) async fn receive(here: Here, Posted(_): Posted) -> Answer {
    rotate(here.ground(), &here.actor).await?;
    here.done("/serial-keys", "serial-key-made")
}

async fn page(here: &Here) -> Result<SerialKeysPage> {
    here.ground().access.require(&here.actor, "rotate-serial-key", &Resource::installation())?;
    let (seals, _) = ensure(here.ground()).await?;
    let rows = made(&here.reader()).await?;
    Ok(SerialKeysPage {
        frame: here.frame(),
        columns: vec![
            column(here, "serial-key-name"),
            column(here, "serial-key-made-at"),
            column(here, "serial-key-state"),
        ],
        rows: rows.into_iter().map(|row| line(here, row, &seals)).collect(),
    })
}

fn line(here: &Here, row: Model, seals: &str) -> Line {
    let tag = if row.id == seals {
        Tag::new("ok", "check", here.t("serial-key-seals"))
    } else {
        Tag::new("wait", "history", here.t("serial-key-sealed"))
    };
    Line { made: moment(row.made_at), id: row.id, tag }
}
