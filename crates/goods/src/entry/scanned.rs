//! The lot that a label means: its link, its element string, or its number behind the key of its goods.

use ground::{Reader, Result};

use crate::item::{self, ItemCode};
use crate::link::{Entity, Key};
use crate::lot::{self, Lot, LotCode, OWN};

/// The lot of what was scanned or typed; none where it is none of ours.
///
/// # Errors
/// The records are away.
pub async fn lot(reader: &Reader<'_>, typed: &str) -> Result<Option<Lot>> {
    Ok(scan_of(reader, typed).await?.map(|(lot, _)| lot))
}

/// The lot and the serial of what was scanned or typed; none where it is none of ours.
///
/// # Errors
/// The records are away.
pub async fn scan_of(reader: &Reader<'_>, typed: &str) -> Result<Option<(Lot, Option<String>)>> {
    let typed = typed.trim();
    let (item, number, serial) = if let Ok(answer) = gs1::check(typed) {
        let value = |number: u16| {
            let found = answer.keys.iter().find(|(ai, _)| ai.number() == number);
            found.map(|(_, value)| value.as_str())
        };
        let (Some(gtin), Some(Ok(number))) = (value(1), value(10).map(LotCode::exact)) else {
            return Ok(None);
        };
        (item::by_gtin(reader, gtin).await?, number, value(21).map(str::to_owned))
    } else {
        let Some((code, number, serial)) = own(typed) else { return Ok(None) };
        (item::by_code(reader, &code).await?, number, serial)
    };
    let Some(item) = item else { return Ok(None) };
    let lot = lot::by_code(reader, item.id, &number).await?;
    Ok(lot.map(|lot| (lot, serial)))
}

// `…/p/CODE/10/LOT[/21/SERIAL]`, `…/l/CODE/LOT[/SERIAL]`, or `CODE LOT`.
fn own(typed: &str) -> Option<(ItemCode, LotCode, Option<String>)> {
    let path = typed.split(['?', '#']).next().unwrap_or_default();
    let link = if let Some((_, link)) = path.split_once(&format!("/{OWN}/")) {
        format!("/{OWN}/{link}")
    } else if let Some((_, page)) = path.split_once("/l/") {
        let mut parts = page.split('/').filter(|part| !part.is_empty());
        let (code, number) = (parts.next()?, parts.next()?);
        let serial = parts.next().map(|serial| format!("/21/{serial}")).unwrap_or_default();
        format!("/{OWN}/{code}/10/{number}{serial}")
    } else {
        let (code, number) = typed.split_once(char::is_whitespace)?;
        return Some((ItemCode::parse(code).ok()?, LotCode::exact(number.trim()).ok()?, None));
    };
    match Entity::read(&link, None).ok()? {
        Entity { key: Key::Code(code), lot: Some(lot), serial, .. } => Some((code, lot, serial)),
        _ => None,
    }
}
