//! `MATCH_` (section 8.2.7.1.1).

use gs1::epc::{PrefixLengths, to_urn};
use gs1::link::{DigitalLink, Reading};

use super::same::{canonical, equal_ids};
use super::view::View;

const ROLES: [(&str, &[&str]); 9] = [
    ("epc", &["epcList", "childEPCs"]),
    ("parentID", &["parentID"]),
    ("inputEPC", &["inputEPCList"]),
    ("outputEPC", &["outputEPCList"]),
    ("anyEPC", &["epcList", "childEPCs", "parentID", "inputEPCList", "outputEPCList"]),
    ("epcClass", &["quantityList", "childQuantityList"]),
    ("inputEPCClass", &["inputQuantityList"]),
    ("outputEPCClass", &["outputQuantityList"]),
    ("anyEPCClass", &["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"]),
];

/// Whether an object in the role fits one of the values.
pub(super) fn any(view: &View, role: &str, values: &[String]) -> bool {
    let fields = ROLES.iter().find(|(name, _)| *name == role).map_or(&[][..], |(_, fields)| fields);
    let mut found = fields.iter().flat_map(|field| view.texts(field));
    found.any(|uri| values.iter().any(|value| fits(uri, value)))
}

fn fits(uri: &str, pattern: &str) -> bool {
    if !pattern.contains('*') && !pattern.contains('[') && !pattern.starts_with("urn:epc:idpat:") {
        return equal_ids(uri, pattern);
    }
    match pattern.strip_prefix("urn:epc:").and_then(|rest| rest.split_once(':')) {
        Some((_, rest)) => urn_fits(uri, rest),
        None if is_link(pattern) => link_fits(&canonical(uri), pattern),
        None => glob(pattern.as_bytes(), uri.as_bytes()),
    }
}

fn is_link(pattern: &str) -> bool {
    pattern.contains("/01/") || pattern.contains("/00/")
}

// The identifier becomes a URN with a company prefix as long as the pattern's; then part is held to part.
fn urn_fits(uri: &str, pattern: &str) -> bool {
    let Some((scheme, parts)) = pattern.split_once(':') else { return false };
    let parts: Vec<&str> = parts.split('.').collect();
    let company = parts.first().copied().unwrap_or_default();
    let length = if company == "*" { 7 } else { company.len() };
    let link = canonical(uri);
    let Ok(link) = DigitalLink::read(&link, Reading::Tolerant) else { return false };
    let Ok(urn) = to_urn(link.path(), &PrefixLengths::unknown().with("", length)) else { return false };
    let Some(urn) = urn.splitn(4, ':').nth(3).map(str::to_owned) else { return false };
    let Some((own_scheme, own)) = urn.split_once(':') else { return false };
    let own: Vec<&str> = own.splitn(parts.len(), '.').collect();
    scheme == own_scheme
        && own.len() == parts.len()
        // `*` in the event, as in the pattern of a class, is fitted by `*` alone.
        && parts.iter().zip(&own).all(|(part, own)| if *own == "*" { *part == "*" } else { part_fits(part, own) })
}

// Segment after segment; a `*` alone at the end stands for all that may follow.
fn link_fits(link: &str, pattern: &str) -> bool {
    let Some(path) = link.strip_prefix("https://id.gs1.org/") else { return false };
    let Some(wanted) = pattern.strip_prefix("https://id.gs1.org/") else { return false };
    let (path, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), wanted.split('/').collect());
    let open = wanted.len() % 2 == 1;
    let wanted = if open { &wanted[..wanted.len() - 1] } else { &wanted[..] };
    (path.len() == wanted.len() || (open && path.len() > wanted.len()))
        && wanted.iter().zip(&path).all(|(part, own)| part_fits(part, own))
}

fn part_fits(part: &str, own: &str) -> bool {
    if let Some((low, high)) = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.split_once('-'))
    {
        let number = |text: &str| text.parse::<u64>().ok();
        return number(own)
            .zip(number(low))
            .zip(number(high))
            .is_some_and(|((own, low), high)| (low..=high).contains(&own));
    }
    glob(part.as_bytes(), own.as_bytes())
}

fn glob(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern.split_first(), text.split_first()) {
        (None, None) => true,
        (Some((b'*', rest)), _) => (0..=text.len()).any(|skip| glob(rest, &text[skip..])),
        (Some((wanted, rest)), Some((found, after))) => wanted == found && glob(rest, after),
        _ => false,
    }
}
