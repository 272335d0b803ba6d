//! The files.

use axum::Json;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::Result;
use ground::actor::ProducerId;
use web::table::csv;
use web::{Answer, Here};

use super::row::{Row, row};
use crate::book::Book;
use crate::page;

/// Most lots of one file, the newest.
const MOST: u64 = 5_000;

async fn rows(here: &Here, producer: ProducerId) -> Result<Vec<Row>> {
    Book::of(here.ground(), &here.actor, producer).await?;
    let cards = page::of_producer(&here.reader(), producer, MOST).await?;
    Ok(cards.iter().map(|card| row(card, &here.ground().config.public_url)).collect())
}

/// `GET /goods/{producer}/portal.json`.
pub(super) async fn as_json(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let rows = rows(&here, producer).await?;
    let head = [(header::CONTENT_DISPOSITION, "attachment; filename=\"cong-truy-xuat.json\"")];
    Ok((head, Json(rows)).into_response())
}

/// `GET /goods/{producer}/portal.csv`: stages in one cell, parted by semicolons.
pub(super) async fn as_csv(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let head = [
        "product_name",
        "picture",
        "producer_name",
        "producer_address",
        "stages",
        "made_on",
        "product_code",
        "lot",
        "expires_on",
        "standards",
        "page",
    ];
    let rows = rows(&here, producer).await?.into_iter().map(cells);
    csv("cong-truy-xuat.csv", &head.map(str::to_owned), rows)
}

fn cells(row: Row) -> Vec<String> {
    let stages = row.stages.into_iter().map(|stage| {
        let parts = [Some(stage.stage), Some(stage.product_code), stage.place, stage.at];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
    });
    let stages = stages.collect::<Vec<_>>().join("; ");
    let cells = [
        Some(row.product_name),
        row.picture,
        Some(row.producer_name),
        Some(row.producer_address),
        Some(stages),
        row.made_on,
        Some(row.product_code),
        Some(row.lot),
        row.expires_on,
        row.standards,
        Some(row.page),
    ];
    cells.map(Option::unwrap_or_default).to_vec()
}
