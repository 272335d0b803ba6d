//! The page of a round: a field that a scanner types into, and what was looked at, the last first.

use askama::Template;
use ground::{Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde::Serialize;
use web::parts::Tag;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::look::{Looked, look};
use super::store::{Column, Entity, Model};
use crate::sheet::Sheet;
use crate::{entry, item, lot};

/// Codes shown.
const SHOWN: u64 = 200;
/// Codes in a file.
const FILE: u64 = 20_000;
/// Most characters of a code.
const CODE: usize = 2_000;
/// Most characters of what was found.
const FINDING: usize = 1_000;

/// A code that was looked at.
#[derive(Serialize)]
struct LookedRow {
    tag: Tag,
    title: String,
    detail: String,
    when: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "inspection/round.html")]
struct RoundPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    code: Field,
    #[serde(skip)]
    finding: Field,
    rows: Vec<LookedRow>,
}

/// `GET /inspections`.
pub(super) async fn show(here: Here) -> Answer {
    here.show(&page(&here, &FormData::default(), None).await?)
}

/// `POST /inspections`.
pub(super) async fn submit(here: Here, Posted(form): Posted) -> Answer {
    let looked = async {
        let mut read = form.read();
        let (code, finding) = (read.text("code", CODE), read.optional("finding", FINDING));
        let (code, finding) = read.done(|| Some((code?, finding?)))?;
        look(here.ground(), &here.actor, &code, finding.as_deref()).await
    };
    match looked.await {
        Ok(_) => here.done("/inspections", "inspected"),
        Err(refusal) => {
            let page = page(&here, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

async fn own(here: &Here, most: u64) -> Result<Vec<Model>> {
    let Some(account) = here.actor.user else {
        return Err(Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in"));
    };
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_desc(Column::At).limit(most);
    Ok(rows.all(&here.reader()).await?)
}

async fn page(here: &Here, form: &FormData, refusal: Option<&Refusal>) -> Result<RoundPage> {
    let rows = own(here, SHOWN).await?;
    let reader = here.reader();
    let ids: Vec<_> = rows.iter().filter_map(|row| row.lot_id).collect();
    let lots = lot::load_all(&reader, &ids).await?;
    let items: Vec<_> = lots.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &items).await?;
    let row = |row: &Model| {
        let lot = row.lot_id.and_then(|id| lots.get(&id));
        let known = lot.and_then(|lot| Some((items.get(&lot.trade_item_id)?, lot)));
        let title = known.map_or_else(
            || row.typed.clone(),
            |(item, lot)| {
                let values = [("item", item.name.clone()), ("lot", lot.code.to_string())];
                here.app.words.text(here.lang, "goods-lot-of", &values)
            },
        );
        let parts = [row.serial.clone(), row.finding.clone()];
        LookedRow {
            tag: tag(here, &row.verdict),
            title,
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            when: entry::moment(row.at),
        }
    };
    Ok(RoundPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        code: Field::new(here, "code", "inspect-code", form, refusal),
        finding: Field::new(here, "finding", "inspect-finding", form, refusal).optional(),
        rows: rows.iter().map(row).collect(),
    })
}

fn tag(here: &Here, verdict: &str) -> Tag {
    let (kind, icon) = match verdict.parse() {
        Ok(Looked::Good) => ("ok", "check"),
        Ok(Looked::Unranked) => ("line", "leaf"),
        Ok(Looked::Expired) => ("soon", "clock-alert"),
        Ok(Looked::Copied) => ("soon", "triangle-alert"),
        _ => ("late", "ban"),
    };
    Tag::new(kind, icon, here.t(&format!("inspect-{verdict}")))
}

/// `GET /inspections.csv`.
pub(super) async fn as_csv(here: Here) -> Answer {
    file(&here, Sheet::Csv).await
}

/// `GET /inspections.xlsx`.
pub(super) async fn as_xlsx(here: Here) -> Answer {
    file(&here, Sheet::Xlsx).await
}

async fn file(here: &Here, sheet: Sheet) -> Answer {
    let head = ["inspect-when", "inspect-code", "inspect-verdict", "inspect-finding"];
    let row = |row: Model| {
        let verdict = here.t(&format!("inspect-{}", row.verdict));
        vec![entry::moment(row.at), row.typed, verdict, row.finding.unwrap_or_default()]
    };
    let rows = own(here, FILE).await?.into_iter().map(row).collect();
    sheet.file(here, "kiem-tra", &head, rows)
}
