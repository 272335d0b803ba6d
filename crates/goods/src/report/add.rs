//! `add`: anyone says what does not look right; no account is asked for, and no address is kept.

use askama::Template;
use axum::extract::{Path, Query};
use ground::files::{FileKind, Files, Received};
use ground::{Actor, Ground, Refusal, RefusalKind, Resource, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use web::{Answer, Field, FormData, Frame, Here, Upload, Wrong, wrongs};

use super::store::{ActiveModel, Column, Entity, ReportId, ReportKind};
use crate::item::{self, ItemCode, TradeItem};
use crate::link::page_href;
use crate::lot::{self, Lot, LotCode, LotId};

/// Most characters of what is said.
const NOTE: usize = 2_000;
/// Most characters of how to reach somebody.
const CONTACT: usize = 100;
/// Most characters of a serial (AI 21).
const SERIAL: usize = 20;
/// Most doubts about one lot in an hour: beyond, nobody reads them.
const AN_HOUR: u64 = 30;

/// What is said.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// What does not look right.
    pub kind: ReportKind,
    /// In their words.
    pub note: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// The serial on the label.
    pub serial: Option<String>,
    /// A photo.
    pub photo: Option<Received>,
}

/// Keeps a doubt.
///
/// # Errors
/// `goods-not-a-photo` at `photo`; `report-too-many`.
pub async fn add(ground: &Ground, lot: LotId, new: &NewReport) -> Result<ReportId> {
    if new.photo.as_ref().is_some_and(|photo| photo.kind == FileKind::Pdf) {
        return Err(Refusal::field("photo", "goods-not-a-photo"));
    }
    let hour_ago = ground.clock.now().plus_seconds(-3_600);
    let lately = Entity::find().filter(Column::LotId.eq(lot)).filter(Column::At.gt(hour_ago));
    if lately.count(&ground.reader()).await? >= AN_HOUR {
        return Err(Refusal::new(RefusalKind::TooMany, "report-too-many"));
    }
    let mut change = ground.change(&Actor::system("sen"), "report-label", &Resource::installation()).await?;
    let hash = match &new.photo {
        Some(photo) => Some(Files::enter(&mut change, photo).await?),
        None => None,
    };
    let row = ActiveModel {
        id: Set(ReportId(ground.clock.new_id())),
        lot_id: Set(lot),
        serial: Set(new.serial.clone()),
        kind: Set(new.kind),
        note: Set(new.note.clone()),
        contact: Set(new.contact.clone()),
        hash: Set(hash),
        at: Set(change.at()),
    };
    let row = change.insert(row).await?;
    change.commit().await?;
    Ok(row.id)
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "report/form.html")]
struct ReportForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    back: String,
    serial: String,
    #[serde(skip)]
    kind: Field,
    #[serde(skip)]
    note: Field,
    #[serde(skip)]
    contact: Field,
    #[serde(skip)]
    photo: Field,
}

/// The serial that the page was about.
#[derive(Deserialize)]
pub(super) struct Of {
    serial: Option<String>,
}

async fn meant(here: &Here, item: &str, lot: &str) -> Result<(TradeItem, Lot)> {
    let lost = || Refusal { code: "no-such-lot", ..Refusal::not_found() };
    let code = ItemCode::parse(item).map_err(|_| lost())?;
    let number = LotCode::exact(lot).map_err(|_| lost())?;
    let item = item::by_code(&here.reader(), &code).await?.ok_or_else(lost)?;
    let lot = lot::by_code(&here.reader(), item.id, &number).await?.ok_or_else(lost)?;
    Ok((item, lot))
}

/// `GET /l/{item}/{lot}/report?serial=…`.
pub(super) async fn offer(
    here: Here,
    Path((item, lot)): Path<(String, String)>,
    Query(Of { serial }): Query<Of>,
) -> Answer {
    let (item, lot) = meant(&here, &item, &lot).await?;
    let form = FormData::of([("serial", serial.unwrap_or_default())]);
    here.show(&page(&here, &item, &lot, &form, None))
}

/// `POST /l/{item}/{lot}/report`.
pub(super) async fn submit(here: Here, Path((item, lot)): Path<(String, String)>, upload: Upload) -> Answer {
    let (item, lot) = meant(&here, &item, &lot).await?;
    let mut form = FormData::default();
    let added = async {
        let photo = upload.receive("photo", &mut form).await?.pop().map(|file| file.file);
        let mut read = form.read();
        let (kind, note) = (read.word("kind"), read.optional("note", NOTE));
        let (contact, serial) = (read.optional("contact", CONTACT), read.optional("serial", SERIAL));
        let new = read.done(|| {
            Some(NewReport { kind: kind?, note: note?, contact: contact?, serial: serial?, photo })
        })?;
        add(here.ground(), lot.id, &new).await
    };
    match added.await {
        Ok(_) => here.done(&page_href(&item.code, Some(&lot.code), None), "report-added"),
        Err(refusal) => {
            let page = page(&here, &item, &lot, &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

fn page(here: &Here, item: &TradeItem, lot: &Lot, form: &FormData, refusal: Option<&Refusal>) -> ReportForm {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let kinds = ReportKind::ALL.iter().map(|kind| (kind.as_str(), here.t(&format!("report-kind-{kind}"))));
    let values = [("item", item.name.clone()), ("lot", lot.code.to_string())];
    let way = page_href(&item.code, Some(&lot.code), None);
    ReportForm {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        title: here.app.words.text(here.lang, "report-about", &values),
        action: format!("{way}/report"),
        back: way,
        serial: form.get("serial").to_owned(),
        kind: field("kind", "report-kind").choices(kinds, form),
        note: field("note", "report-note").optional().rows(3),
        contact: field("contact", "report-contact").optional(),
        photo: field("photo", "report-photo").optional().accept("image/jpeg,image/png,image/webp"),
    }
}
