//! From a form to an entry.

use ground::files::Received;
use ground::{Day, FieldProblem, Instant, Reader, Result};
use web::FormData;

use super::new::{NewEntry, NewLine, NumberedLot, WhichItem, WhichLot, WhichPartner, WhichSite};
use super::{EntryKind, NoQuantity, Quantity, Side, scanned};
use crate::item::Unit;
use crate::lot::{LotCode, LotId};

/// Most characters of a name.
const NAME: usize = 200;
/// Most characters of a phone number.
const PHONE: usize = 30;
/// Most characters of a note.
const NOTE: usize = 2_000;
/// Most characters of what stands on a label.
const LABEL: usize = 2_000;
/// The choice "something new".
pub(super) const NEW: &str = "new";

/// Reads the form of a kind of entry; photos were taken in before.
///
/// # Errors
/// Every field that cannot be used; the records are away.
pub(super) async fn read(
    reader: &Reader<'_>,
    kind: EntryKind,
    form: &FormData,
    photos: Vec<Received>,
) -> Result<NewEntry> {
    let mut problems = Vec::new();
    let mut lines = at_hand(kind, form, &mut problems);
    if kind == EntryKind::Receive {
        lines.extend(received(reader, form, &mut problems).await?);
    }
    let mut read = form.read();
    let numbered = if kind.begins() || kind.makes() { numbered(&mut read, kind, form) } else { None };
    lines.extend(numbered);
    let day = read.day("day");
    let time = time_of(form.get("time")).map_err(|code| read.problem(FieldProblem::new("time", code))).ok();
    let partner = if kind.has_partner() { partner(&mut read, form) } else { Some(None) };
    let site = site(&mut read);
    let note = read.optional("note", NOTE);
    for problem in problems {
        read.problem(problem);
    }
    let is_confirmed = read.flag("confirmed");
    read.done(|| {
        Some(NewEntry {
            kind,
            happened_at: moment(day?, time?),
            site: site?,
            partner: partner?,
            note: note?,
            client_key: form.get("client_key").to_owned(),
            lines,
            photos,
            is_confirmed,
        })
    })
}

// "7:30" or "07:30"; nothing is noon.
pub(super) fn time_of(text: &str) -> Result<(i64, i64), &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok((12, 0));
    }
    let (hour, minute) = text.split_once([':', 'h', 'g']).unwrap_or((text, "0"));
    let minute = if minute.is_empty() { "0" } else { minute };
    match (hour.parse::<i64>(), minute.parse::<i64>()) {
        (Ok(hour @ 0..=23), Ok(minute @ 0..=59)) => Ok((hour, minute)),
        _ => Err("goods-not-a-time"),
    }
}

pub(super) fn moment(day: Day, (hour, minute): (i64, i64)) -> Instant {
    day.start().plus_seconds(hour * 3_600 + minute * 60)
}

pub(super) fn quantity_of(field: String, text: &str, problems: &mut Vec<FieldProblem>) -> Option<Quantity> {
    Quantity::parse(text).map_err(|fault| problems.push(FieldProblem::new(field, problem_of(fault)))).ok()
}

const fn problem_of(fault: NoQuantity) -> &'static str {
    match fault {
        NoQuantity::Number => "goods-not-a-quantity",
        NoQuantity::Nothing => "goods-nothing",
        NoQuantity::Much => "goods-too-much",
    }
}

// Of each lot that there is, how much: "of:LOT" or "in:LOT", and the unit it is counted in.
fn at_hand(kind: EntryKind, form: &FormData, problems: &mut Vec<FieldProblem>) -> Vec<NewLine> {
    let side = if kind.makes() { Side::In } else { Side::Of };
    let mut lines = Vec::new();
    for (name, typed) in form.pairs() {
        let of_side = name.split_once(':').filter(|(word, _)| *word == side.as_str());
        let Some((_, lot)) = of_side.filter(|_| !typed.trim().is_empty()) else { continue };
        let Ok(lot) = lot.parse::<LotId>() else { continue };
        let unit = form.get(&format!("unit:{lot}")).parse().unwrap_or(Unit::Kilogram);
        let quantity = quantity_of(name.to_owned(), typed, problems);
        lines.extend(quantity.map(|quantity| NewLine { side, lot: WhichLot::Known(lot), quantity, unit }));
    }
    lines
}

// A lot that somebody else logged, by what stands on its label.
async fn received(
    reader: &Reader<'_>,
    form: &FormData,
    problems: &mut Vec<FieldProblem>,
) -> Result<Option<NewLine>> {
    let typed: String = form.get("label").trim().chars().take(LABEL).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let Some(lot) = scanned::lot(reader, &typed).await? else {
        problems.push(FieldProblem::new("label", "goods-unknown-label"));
        return Ok(None);
    };
    let quantity = quantity_of("quantity".to_owned(), form.get("quantity"), problems);
    let unit = form.get("unit").parse().unwrap_or(Unit::Kilogram);
    Ok(quantity.map(|quantity| NewLine { side: Side::Of, lot: WhichLot::Known(lot.id), quantity, unit }))
}

// What begins: the goods, the lot's number, how much.
fn numbered(read: &mut web::Reading<'_>, kind: EntryKind, form: &FormData) -> Option<NewLine> {
    let item = which_item(read, form);
    let code = LotCode::parse(form.get("lot"));
    let code = code.map_err(|_| read.problem(FieldProblem::new("lot", lot_problem(form.get("lot"))))).ok();
    let unit = read.word("unit");
    let mut problems = Vec::new();
    let quantity = quantity_of("quantity".to_owned(), form.get("quantity"), &mut problems);
    for problem in problems {
        read.problem(problem);
    }
    let (made_on, expires_on) = (read.optional_day("made_on"), read.optional_day("expires_on"));
    if let (Some(Some(made)), Some(Some(expires))) = (made_on, expires_on)
        && expires < made
    {
        read.problem(FieldProblem::new("expires_on", "goods-expires-before-made"));
    }
    let lot = NumberedLot { item: item?, code: code?, made_on: made_on?, expires_on: expires_on? };
    let side = if kind.makes() { Side::Out } else { Side::Of };
    Some(NewLine { side, lot: WhichLot::Numbered(lot), quantity: quantity?, unit: unit? })
}

fn lot_problem(typed: &str) -> &'static str {
    if typed.trim().is_empty() { "required" } else { "goods-not-a-lot-number" }
}

fn which_item(read: &mut web::Reading<'_>, form: &FormData) -> Option<WhichItem> {
    let chosen = form.get("item").trim();
    if chosen.is_empty() || chosen == NEW {
        return read.text("item_name", NAME).map(WhichItem::Named);
    }
    let item = match chosen.split_once(':') {
        Some(("item", id)) => id.parse().ok().map(WhichItem::Known),
        Some(("product", id)) => id.parse().ok().map(WhichItem::Product),
        _ => None,
    };
    if item.is_none() {
        read.problem(FieldProblem::new("item", "not-a-choice"));
    }
    item
}

#[allow(clippy::option_option, reason = "a problem, nobody, somebody: as `Reading` tells them apart")]
fn partner(read: &mut web::Reading<'_>, form: &FormData) -> Option<Option<WhichPartner>> {
    let name = read.optional("partner_name", NAME)?;
    let phone = read.optional("partner_phone", PHONE)?;
    if let Some(name) = name {
        return Some(Some(WhichPartner::Named(name, phone)));
    }
    match form.get("partner").trim() {
        "" | NEW => Some(None),
        _ => read.word("partner").map(|id| Some(WhichPartner::Known(id))),
    }
}

#[allow(clippy::option_option, reason = "a problem, the own premises, a site: as `Reading` tells them apart")]
fn site(read: &mut web::Reading<'_>) -> Option<Option<WhichSite>> {
    if let Some(name) = read.optional("site_name", NAME)? {
        return Some(Some(WhichSite::Named(name)));
    }
    read.optional_word("site").map(|id| id.map(WhichSite::Known))
}
