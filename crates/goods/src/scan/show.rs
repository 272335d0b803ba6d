//! A producer's scans by province, in the last ninety days.

use askama::Template;
use axum::extract::Path;
use ground::Result;
use ground::actor::ProducerId;
use people::consent::framed;
use register::place;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::map::{Dot, dots};
use super::store::{Scans, of_lots};
use crate::book::Book;
use crate::lot::{self, LotId};
use crate::sheet::Sheet;

/// Days looked back.
const DAYS: i64 = 90;
/// Lots looked at, the newest.
const LOTS: u64 = 5_000;

/// Scans of a province.
#[derive(Serialize)]
struct ProvinceRow {
    name: String,
    scans: i64,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "scan/list.html")]
struct ScansPage {
    #[serde(skip)]
    frame: Frame,
    producer: String,
    #[serde(skip)]
    book_href: String,
    rows: Vec<ProvinceRow>,
    #[serde(skip)]
    dots: Vec<Dot>,
    sentence: String,
}

/// `GET /goods/{producer}/scans`.
pub(super) async fn show(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let scans = scans(&here, producer).await?;
    let most = scans.iter().map(|one| one.scans).max().unwrap_or(1).max(1);
    let rows = rows(&here, &scans).await?;
    let shares = scans.iter().zip(&rows).map(|(one, row)| {
        (one.province.as_str(), format!("{}: {}", row.name, row.scans), one.scans as f64 / most as f64)
    });
    let values =
        [("count", scans.iter().map(|one| one.scans).sum::<i64>().to_string()), ("days", DAYS.to_string())];
    let dots = dots(shares);
    here.show(&ScansPage {
        sentence: here.app.words.text(here.lang, "scan-sentence", &values),
        producer: book.producer.name.clone(),
        book_href: book.href(),
        rows,
        dots,
        frame: framed(&here, producer),
    })
}

/// `GET /goods/{producer}/scans.csv`.
pub(super) async fn as_csv(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    file(&here, producer, Sheet::Csv).await
}

/// `GET /goods/{producer}/scans.xlsx`.
pub(super) async fn as_xlsx(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    file(&here, producer, Sheet::Xlsx).await
}

async fn file(here: &Here, producer: ProducerId, sheet: Sheet) -> Answer {
    Book::of(here.ground(), &here.actor, producer).await?;
    let rows = rows(here, &scans(here, producer).await?).await?;
    let cells = rows.into_iter().map(|row| vec![row.name, row.scans.to_string()]);
    sheet.file(here, "luot-quet", &["scan-province", "scan-count"], cells.collect())
}

async fn scans(here: &Here, producer: ProducerId) -> Result<Vec<Scans>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let lots: Vec<LotId> = lot::Entity::find()
        .select_only()
        .column(lot::Column::Id)
        .filter(lot::Column::ProducerId.eq(producer))
        .order_by_desc(lot::Column::CreatedAt)
        .limit(LOTS)
        .into_tuple()
        .all(&reader)
        .await?;
    of_lots(&reader, &lots, today.plus_days(-DAYS)).await
}

async fn rows(here: &Here, scans: &[Scans]) -> Result<Vec<ProvinceRow>> {
    let mut rows = Vec::with_capacity(scans.len());
    for one in scans {
        rows.push(ProvinceRow { name: name(here, &one.province).await?, scans: one.scans });
    }
    Ok(rows)
}

async fn name(here: &Here, code: &str) -> Result<String> {
    if code.is_empty() {
        return Ok(here.t("scan-somewhere"));
    }
    match place::by_code(&here.reader(), code, here.ground().clock.today()).await {
        Ok(place) => Ok(place.name),
        Err(_) => Ok(code.to_owned()),
    }
}
