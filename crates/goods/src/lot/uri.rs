//! What a lot is called by machines: in events, and in the code on its label.

use gs1::percent::escaped;

use super::LotCode;
use crate::item::TradeItem;

/// The way of an address below which trade items without GTIN have theirs.
pub const OWN: &str = "p";

/// The URI of a lot in events: canonical where there is a GTIN, so that whoever scans it elsewhere means the same.
pub fn uri_of(public_url: &str, item: &TradeItem, code: &LotCode) -> String {
    match &item.gtin {
        Some(_) => link(gs1::link::CANONICAL_STEM, item, code),
        None => label_link(public_url, item, code),
    }
}

/// The link on a label: below this installation's own address, that it may be moved later without printing again.
pub fn label_link(public_url: &str, item: &TradeItem, code: &LotCode) -> String {
    link(public_url.trim_end_matches('/'), item, code)
}

fn link(stem: &str, item: &TradeItem, code: &LotCode) -> String {
    let code = escaped(code.as_str());
    match &item.gtin {
        Some(gtin) => format!("{stem}/01/{gtin}/10/{code}"),
        None => format!("{stem}/{OWN}/{}/10/{code}", item.code),
    }
}
