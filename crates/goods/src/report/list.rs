//! Doubts about a producer's labels, for those who work with its goods.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::Refusal;
use ground::actor::ProducerId;
use ground::files::Photo as Size;
use people::consent::framed;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::store::{Column, Entity, Model, ReportId};
use crate::book::Book;
use crate::{entry, item, lot};

/// Doubts shown.
const SHOWN: u64 = 100;
/// How long a browser keeps a photo.
const CACHE: &str = "private, max-age=3600";

/// A doubt.
#[derive(Serialize)]
struct ReportRow {
    title: String,
    detail: String,
    when: String,
    photo: Option<String>,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "report/list.html")]
struct ReportsPage {
    #[serde(skip)]
    frame: Frame,
    producer: String,
    #[serde(skip)]
    book_href: String,
    reports: Vec<ReportRow>,
}

fn of_producer(producer: ProducerId) -> Select<Entity> {
    let lots = Query::select()
        .column(lot::Column::Id)
        .from(lot::Entity)
        .and_where(lot::Column::ProducerId.eq(producer))
        .to_owned();
    Entity::find().filter(Column::LotId.in_subquery(lots))
}

/// `GET /goods/{producer}/reports`.
pub(super) async fn show(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let reader = here.reader();
    let rows = of_producer(producer).order_by_desc(Column::At).limit(SHOWN).all(&reader).await?;
    let lots = lot::load_all(&reader, &rows.iter().map(|row| row.lot_id).collect::<Vec<_>>()).await?;
    let items: Vec<_> = lots.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &items).await?;
    let row = |row: &Model| {
        let lot = lots.get(&row.lot_id)?;
        let item = items.get(&lot.trade_item_id)?;
        let values = [("item", item.name.clone()), ("lot", lot.code.to_string())];
        let about = here.app.words.text(here.lang, "goods-lot-of", &values);
        let parts = [Some(about), row.serial.clone(), row.note.clone(), row.contact.clone()];
        Some(ReportRow {
            title: here.t(&format!("report-kind-{}", row.kind)),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            when: entry::moment(row.at),
            photo: row.hash.as_ref().map(|_| format!("{}/reports/{}/photo", book.href(), row.id)),
        })
    };
    here.show(&ReportsPage {
        producer: book.producer.name.clone(),
        book_href: book.href(),
        reports: rows.iter().filter_map(row).collect(),
        frame: framed(&here, producer),
    })
}

/// `GET /goods/{producer}/reports/{report}/photo`.
pub(super) async fn photo(here: Here, Path((producer, id)): Path<(ProducerId, ReportId)>) -> Answer {
    Book::of(here.ground(), &here.actor, producer).await?;
    let found = of_producer(producer).filter(Column::Id.eq(id)).one(&here.reader()).await?;
    let hash = found.and_then(|row| row.hash).ok_or_else(Refusal::not_found)?;
    let bytes = here.ground().files.photo(&hash, Size::Large).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, CACHE)], bytes).into_response())
}
