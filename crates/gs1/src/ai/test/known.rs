//! Codes of other standards: countries, currencies, package and media types.

use std::sync::LazyLock;

use super::{Code, Fault, whole};

static COUNTRIES: LazyLock<Vec<&str>> = LazyLock::new(|| sorted(include_str!("countries.txt")));
static CURRENCIES: LazyLock<Vec<&str>> = LazyLock::new(|| sorted(include_str!("currencies.txt")));
static PACKAGES: LazyLock<Vec<&str>> = LazyLock::new(|| sorted(include_str!("packages.txt")));

fn sorted(text: &'static str) -> Vec<&'static str> {
    let mut codes: Vec<&str> =
        text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
    codes.sort_unstable();
    codes
}

fn among(codes: &[&str], content: &[u8]) -> bool {
    codes.binary_search_by(|code| code.as_bytes().cmp(content)).is_ok()
}

/// A country by number or by two letters, as the component's character set and length allow; or one more code.
pub(super) fn country(content: &[u8], also: &str) -> Result<(), Fault> {
    if among(&COUNTRIES, content) || (!also.is_empty() && content == also.as_bytes()) {
        return Ok(());
    }
    Err(whole(Code::Country, content).expecting("ISO 3166-1"))
}

pub(super) fn currency(content: &[u8]) -> Result<(), Fault> {
    if among(&CURRENCIES, content) {
        return Ok(());
    }
    Err(whole(Code::Currency, content).expecting("ISO 4217"))
}

pub(super) fn package_type(content: &[u8]) -> Result<(), Fault> {
    if among(&PACKAGES, content) {
        return Ok(());
    }
    Err(whole(Code::PackageType, content).expecting("UN/ECE Rec. 21"))
}

/// 01 to 10 are assigned, 80 to 99 are for local and national use.
pub(super) fn media_type(content: &[u8]) -> Result<(), Fault> {
    match content {
        [b'0', b'1'..=b'9'] | b"10" | [b'8' | b'9', b'0'..=b'9'] => Ok(()),
        _ => Err(whole(Code::MediaType, content).expecting("01–10, 80–99")),
    }
}
