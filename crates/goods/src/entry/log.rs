//! `log`: an entry of the logbook, with the lots, goods, partners and sites that begin with it.

use ground::actor::ProducerId;
use ground::facts::News;
use ground::files::{FileKind, Files};
use ground::{Actor, Change, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;

use super::new::{NewEntry, NewLine};
use super::store::{self, ActiveModel, Entry, EntryId};
use super::{begin, line, photo, stock, warn};
use crate::book::Book;
use crate::lot::Lot;

/// The fact that an entry was logged; its subject is the entry.
pub const LOGGED: &str = "EntryLogged";

/// Logs an entry. The same entry sent again, by its device's key, is the one already there.
///
/// # Errors
/// `not-found`, `not-allowed`; what does not hold, at its field; `goods-…` at `confirmed` where something looks wrong
/// and nobody said that it is right.
pub async fn log(ground: &Ground, actor: &Actor, producer: ProducerId, new: &NewEntry) -> Result<Entry> {
    let book = Book::of(ground, actor, producer).await?;
    ground.access.require(actor, "log-entry", &book.resource)?;
    if let Some(known) = store::by_client_key(&ground.reader(), producer, &new.client_key).await? {
        return Ok(known);
    }
    new.check(ground.clock.now())?;
    if new.photos.iter().any(|photo| photo.kind == FileKind::Pdf) {
        return Err(Refusal::field("photos", "goods-not-a-photo"));
    }
    match written(ground, actor, &book, new).await {
        // Sent twice at the same moment: the other one was there first.
        Err(refusal) => match store::by_client_key(&ground.reader(), producer, &new.client_key).await? {
            Some(known) => Ok(known),
            None => Err(refusal),
        },
        logged => logged,
    }
}

async fn written(ground: &Ground, actor: &Actor, book: &Book, new: &NewEntry) -> Result<Entry> {
    let mut change = ground.change(actor, "log-entry", &book.resource).await?;
    let (entry, lots) = within(&mut change, ground, book.producer.id, new).await?;
    change.say("kind", new.kind);
    change.say("lots", lots.join(", "));
    change.commit().await?;
    Ok(entry)
}

/// Logs an entry within an open change; with it the numbers of its lots.
///
/// # Errors
/// As [`log`].
pub(super) async fn within(
    change: &mut Change,
    ground: &Ground,
    producer: ProducerId,
    new: &NewEntry,
) -> Result<(Entry, Vec<String>)> {
    let mut lots: Vec<(&NewLine, Lot)> = Vec::with_capacity(new.lines.len());
    for line in &new.lines {
        lots.push((line, begin::lot(change, ground, producer, new, line).await?));
    }
    let warnings = warn::of(&change.reader(), producer, new.kind, &lots).await?;
    if !new.is_confirmed && !warnings.is_empty() {
        return Err(Refusal::invalid(warnings));
    }
    let partner_id = begin::partner(change, producer, new).await?;
    let site_id = begin::site(change, producer, new).await?;
    let entry = ActiveModel {
        id: Set(EntryId(ground.clock.new_id())),
        producer_id: Set(producer),
        kind: Set(new.kind),
        happened_at: Set(new.happened_at),
        site_id: Set(site_id),
        partner_id: Set(partner_id),
        note: Set(new.note.clone()),
        client_key: Set(new.client_key.clone()),
        by_name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
    };
    let entry = change.insert(entry).await?;
    lines(change, &entry, &lots).await?;
    for received in &new.photos {
        let hash = Files::enter(change, received).await?;
        let row = photo::ActiveModel { id: Set(change.new_id()), entry_id: Set(entry.id), hash: Set(hash) };
        change.insert(row).await?;
    }
    change.tell(News::new(LOGGED, entry.id, &producer)?);
    Ok((entry, lots.into_iter().map(|(_, lot)| lot.code.to_string()).collect()))
}

async fn lines(change: &mut Change, entry: &Entry, lots: &[(&NewLine, Lot)]) -> Result<()> {
    for ((new, lot), n) in lots.iter().zip(1..) {
        let row = line::ActiveModel {
            id: Set(change.new_id()),
            entry_id: Set(entry.id),
            n: Set(n),
            side: Set(new.side),
            lot_id: Set(lot.id),
            quantity: Set(new.quantity),
            unit: Set(new.unit),
        };
        change.insert(row).await?;
        let what = (new.quantity, new.unit);
        stock::add(change, entry.producer_id, lot.id, (entry.kind, new.side), what, false).await?;
    }
    Ok(())
}

/// A problem that whoever was warned may set aside.
pub(super) fn doubt(code: &'static str) -> FieldProblem {
    FieldProblem::new("confirmed", code)
}
