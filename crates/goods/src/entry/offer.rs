//! The form of a kind of entry, and what is sent with it.

use axum::extract::{Path, Query};
use ground::actor::ProducerId;
use ground::{Clock, Reader, Result};
use serde::Deserialize;
use web::{Answer, FormData, Here, Upload};

use super::form::page;
use super::read::read;
use super::store::{EntryId, lines_of, load};
use super::{EntryKind, Side, log, stock};
use crate::book::Book;
use crate::lot;

/// Letters behind the day in a lot's number.
const LETTERS: &str = "ABCDEFGHJKMNPQRSTVWXYZ";

/// An earlier entry that the new one is like.
#[derive(Deserialize)]
pub(super) struct Like {
    like: Option<EntryId>,
}

/// `GET /goods/{producer}/log/{kind}?like=…`.
pub(super) async fn offer(
    here: Here,
    Path((producer, kind)): Path<(ProducerId, EntryKind)>,
    Query(Like { like }): Query<Like>,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "log-entry", &book.resource)?;
    let (reader, clock) = (here.reader(), &here.ground().clock);
    let mut form = blank(&reader, clock, producer).await?;
    if let Some(like) = like {
        repeat(&reader, producer, kind, like, &mut form).await?;
    }
    here.show(&page(&here, &book, kind, &form, None).await?)
}

/// `POST /goods/{producer}/log/{kind}`.
pub(super) async fn submit(
    here: Here,
    Path((producer, kind)): Path<(ProducerId, EntryKind)>,
    upload: Upload,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "log-entry", &book.resource)?;
    let mut form = FormData::default();
    let logged = async {
        let files = upload.receive("photos", &mut form).await?;
        let photos = files.into_iter().map(|file| file.file).collect();
        let new = read(&here.reader(), kind, &form, photos).await?;
        log(here.ground(), &here.actor, producer, &new).await
    };
    match logged.await {
        Ok(_) => here.done(&book.href(), "entry-logged"),
        Err(refusal) => {
            let page = page(&here, &book, kind, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

// What nobody needs to type: now, here, the next number of the day.
async fn blank(reader: &Reader<'_>, clock: &Clock, producer: ProducerId) -> Result<FormData> {
    let now = clock.now().in_vietnam();
    let mut form = FormData::of([
        ("client_key", clock.new_id().to_string()),
        ("day", clock.today().to_string()),
        ("time", format!("{}:{:02}", now.hour(), now.minute())),
        ("unit", "KGM".to_owned()),
    ]);
    let day = format!("{:02}{:02}{:02}", now.year().rem_euclid(100), now.month(), now.day());
    form.push("lot".to_owned(), next_number(reader, producer, &day).await?);
    Ok(form)
}

// A letter behind the day: two lots of a day are two.
async fn next_number(reader: &Reader<'_>, producer: ProducerId, day: &str) -> Result<String> {
    let taken = lot::numbers_beginning(reader, producer, day).await?;
    let free = LETTERS.chars().map(|letter| format!("{day}{letter}"));
    let free = free.into_iter().find(|number| !taken.iter().any(|taken| taken.as_str() == number));
    Ok(free.unwrap_or_else(|| format!("{day}-{}", taken.len() + 1)))
}

// As last time: the same goods, partner and place; of the lots at hand the first of the same goods.
async fn repeat(
    reader: &Reader<'_>,
    producer: ProducerId,
    kind: EntryKind,
    like: EntryId,
    form: &mut FormData,
) -> Result<()> {
    let entry = load(reader, like).await?;
    if entry.producer_id != producer {
        return Err(ground::Refusal::not_found());
    }
    let lines = lines_of(reader, &[like]).await?.remove(&like).unwrap_or_default();
    let mut lots: Vec<_> = lines.iter().map(|line| line.lot_id).collect();
    let stock = stock::at_hand(reader, producer).await?;
    lots.extend(stock.iter().map(|row| row.lot_id));
    let lots = lot::load_all(reader, &lots).await?;
    let mut told = FormData::default();
    for (name, value) in form.pairs().filter(|(name, _)| *name != "unit") {
        told.push(name.to_owned(), value.to_owned());
    }
    let side = if kind.makes() { Side::Out } else { Side::Of };
    for line in &lines {
        let Some(lot) = lots.get(&line.lot_id) else { continue };
        if line.side == side && (kind.makes() || kind.begins()) {
            told.push("item".to_owned(), format!("item:{}", lot.trade_item_id));
            told.push("quantity".to_owned(), line.quantity.to_string());
            told.push("unit".to_owned(), line.unit.to_string());
            continue;
        }
        let of_same = |row: &&stock::Model| {
            lots.get(&row.lot_id).is_some_and(|other| other.trade_item_id == lot.trade_item_id)
        };
        if let Some(row) = stock.iter().find(of_same) {
            told.push(format!("{}:{}", line.side, row.lot_id), line.quantity.to_string());
        }
    }
    if let Some(partner) = entry.partner_id {
        told.push("partner".to_owned(), partner.to_string());
    }
    if let Some(site) = entry.site_id {
        told.push("site".to_owned(), site.to_string());
    }
    *form = told;
    Ok(())
}
