//! The notice as an official paper.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::{Refusal, Result};
use papers::paper::{Letterhead, RecallNotice, RecalledLot, Signature};
use papers::{Engine, PaperError, Templates};
use register::{place, producer, product};
use sea_orm::entity::prelude::*;
use web::{Answer, Here};

use super::show::visible;
use super::store::{self, Recall, RecallId};
use crate::entry::{self, Side, line};
use crate::{item, lot};

static ENGINE: LazyLock<std::result::Result<Engine, PaperError>> =
    LazyLock::new(|| Templates::built_in().map(Engine::new));

/// Lots that the notice lists; more stand in the list beside it.
const LOTS: usize = 40;
const SYMBOL: &str = "TB-TH";

/// `GET /recalls/{recall}/notice.pdf`.
pub(super) async fn show(here: Here, Path(id): Path<RecallId>) -> Answer {
    let seen = visible(&here, id).await?;
    let paper = paper(&here, &seen.recall).await?;
    let at =
        jiff::Timestamp::from_microsecond(seen.recall.decided_at.micros()).map_err(Refusal::unexpected)?;
    let typeset = move || {
        let engine = ENGINE.as_ref().map_err(Refusal::unexpected)?;
        engine.typeset(&paper, at).map_err(Refusal::unexpected)
    };
    let pdf = tokio::task::spawn_blocking(typeset).await.map_err(Refusal::unexpected)??;
    let head = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"thong-bao-thu-hoi.pdf\""),
        (header::CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((head, pdf.into_bytes()).into_response())
}

async fn paper(here: &Here, recall: &Recall) -> Result<RecallNotice> {
    let reader = here.reader();
    let owner = producer::load(&reader, recall.producer_id).await?;
    let bad = lot::load(&reader, recall.lot_id).await?;
    let of_bad = item::load(&reader, bad.trade_item_id).await?;
    let packing = match of_bad.product_id {
        Some(id) => product::load(&reader, id).await?.unit,
        None => None,
    };
    let (lots, more_lots) = lots(here, recall).await?;
    let lies = place::full_name(&reader, owner.place_id, ground::Lang::Vi).await?;
    let town = lies.split(',').next().unwrap_or_default();
    let bare = town.split_once(' ').map_or(town, |(_, name)| name);
    Ok(RecallNotice {
        letterhead: Letterhead {
            superior: None,
            agency: owner.name.to_uppercase(),
            number: None,
            symbol: SYMBOL.to_owned(),
            place: bare.to_owned(),
            date: Some(recall.decided_at.day().0),
        },
        subject: format!("Thu hồi {}, lô {}", of_bad.name, bad.code),
        addressees: vec![
            "Các nơi đã nhận hàng".to_owned(),
            "Cơ quan quản lý an toàn thực phẩm của tỉnh".to_owned(),
        ],
        is_drill: recall.is_drill,
        owner: owner.name.clone(),
        owner_address: format!("{}, {lies}", owner.address),
        owner_contact: owner.phone.clone(),
        product: of_bad.name,
        packing,
        lots,
        more_lots,
        reason: recall.reason.clone(),
        decided_by: recall.decided_by.clone(),
        decided_at: entry::moment(recall.decided_at).replace(" · ", ", "),
        recipients: vec!["Như trên".to_owned()],
        signature: Signature {
            authority: vec!["ĐẠI DIỆN CHỦ SẢN PHẨM".to_owned()],
            name: Some(owner.representative_name),
        },
    })
}

async fn lots(here: &Here, recall: &Recall) -> Result<(Vec<RecalledLot>, usize)> {
    let reader = here.reader();
    let mut ids = store::lots_of(&reader, recall.id).await?;
    ids.sort_by_key(|id| *id != recall.lot_id);
    let shown = &ids[..ids.len().min(LOTS)];
    let found = lot::load_all(&reader, shown).await?;
    let items: Vec<_> = found.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &items).await?;
    let mut lots = Vec::with_capacity(shown.len());
    for id in shown {
        let Some((lot, item)) = found.get(id).and_then(|lot| Some((lot, items.get(&lot.trade_item_id)?)))
        else {
            continue;
        };
        lots.push(RecalledLot {
            product: item.name.clone(),
            lot: lot.code.to_string(),
            made: lot.made_on.map(|day| day.0),
            expires: lot.expires_on.map(|day| day.0),
            quantity: made(here, lot.id).await?,
        });
    }
    Ok((lots, ids.len() - shown.len()))
}

// How much was made, by the entry with which the lot began.
async fn made(here: &Here, id: lot::LotId) -> Result<Option<String>> {
    let lines = line::Entity::find()
        .filter(line::Column::LotId.eq(id))
        .filter(line::Column::Side.ne(Side::In))
        .all(&here.reader())
        .await?;
    let made = lines.iter().find(|line| line.side == Side::Out).or_else(|| lines.first());
    Ok(made.map(|line| format!("{} {}", line.quantity, entry::unit_name(here, line.unit))))
}
