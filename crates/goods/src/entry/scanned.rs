//! The lot that a label means: its link, its element string, or its number behind the key of its goods.

use ground::{Reader, Result};

use crate::item::{self, ItemCode, TradeItem};
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
    if let Ok(answer) = gs1::check(typed) {
        let value = |number: u16| {
            let found = answer.keys.iter().find(|(ai, _)| ai.number() == number);
            found.map(|(_, value)| value.as_str())
        };
        if let (Some(gtin), Some(code)) = (value(1), value(10)) {
            let item = item::by_gtin(reader, gtin).await?;
            let lot = numbered(reader, item, code).await?;
            return Ok(lot.map(|lot| (lot, value(21).map(str::to_owned))));
        }
        return Ok(None);
    }
    own(reader, typed).await
}

// `…/p/CODE/10/LOT[/21/SERIAL]`, `…/l/CODE/LOT[/SERIAL]`, or `CODE LOT`.
async fn own(reader: &Reader<'_>, typed: &str) -> Result<Option<(Lot, Option<String>)>> {
    let path = typed.split(['?', '#']).next().unwrap_or_default();
    let parts = |way: &str| path.split_once(way).map(|(_, rest)| rest.split('/').collect::<Vec<_>>());
    let (code, number, serial) = if let Some(parts) = parts(&format!("/{OWN}/")) {
        match parts.as_slice() {
            [code, "10", number] => (*code, *number, None),
            [code, "10", number, "21", serial, ..] => (*code, *number, Some(*serial)),
            _ => return Ok(None),
        }
    } else if let Some(parts) = parts("/l/") {
        match parts.as_slice() {
            [code, number] => (*code, *number, None),
            [code, number, serial, ..] => (*code, *number, Some(*serial)),
            _ => return Ok(None),
        }
    } else {
        match typed.split_once(char::is_whitespace) {
            Some((code, number)) => (code, number.trim(), None),
            None => return Ok(None),
        }
    };
    let Ok(code) = ItemCode::parse(code) else { return Ok(None) };
    let item = item::by_code(reader, &code).await?;
    let lot = numbered(reader, item, &unescaped(number)).await?;
    Ok(lot.map(|lot| (lot, serial.map(unescaped))))
}

async fn numbered(reader: &Reader<'_>, item: Option<TradeItem>, number: &str) -> Result<Option<Lot>> {
    match (item, LotCode::exact(number)) {
        (Some(item), Ok(number)) => lot::by_code(reader, item.id, &number).await,
        _ => Ok(None),
    }
}

fn unescaped(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten();
        let value = escaped.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match value {
            Some(value) => {
                bytes.push(value);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
