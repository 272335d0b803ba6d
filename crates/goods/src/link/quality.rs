//! Lists with quality values: `Accept` and `Accept-Language` (RFC 9110, sections 12.4.2 and 12.5).

/// Most entries that are read of one list.
const MOST: usize = 64;
/// The weight of an entry that names none.
const FULL: u16 = 1_000;

/// An entry of a list and its weight in thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// In small letters, without parameters.
    pub value: String,
    /// From 0, not acceptable, to 1000.
    pub weight: u16,
}

/// Reads a list; entries with a broken weight are left out.
pub fn weighed(text: &str) -> Vec<Weighed> {
    let entries = text.split(',').take(MOST);
    let read = |entry: &str| {
        let mut parts = entry.split(';').map(str::trim);
        let value = parts.next().filter(|value| !value.is_empty())?.to_ascii_lowercase();
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some(Weighed { value, weight: weight.map_or(Some(FULL), thousandths)? })
    };
    entries.filter_map(read).collect()
}

/// A weight such as `0.8`: at most three digits behind the point.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let part: u16 = format!("{part:0<3}").parse().ok().filter(|_| digits)?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(FULL),
        _ => None,
    }
}

/// The weight of a media type: the most specific range decides.
pub fn of_media_type(ranges: &[Weighed], media_type: &str) -> u16 {
    let media_type = media_type.to_ascii_lowercase();
    let group = media_type.split('/').next().unwrap_or_default();
    let by = |wanted: &str| ranges.iter().find(|range| range.value == wanted).map(|range| range.weight);
    by(&media_type).or_else(|| by(&format!("{group}/*"))).or_else(|| by("*/*")).unwrap_or(0)
}

/// The weight of a language tag: its own range, one that it narrows, one that narrows it, or `*` (RFC 4647, lookup and
/// basic filtering).
pub fn of_language(ranges: &[Weighed], tag: &str) -> u16 {
    let tag = tag.to_ascii_lowercase();
    let within = |narrow: &str, wide: &str| {
        narrow.strip_prefix(wide).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let named = ranges.iter().filter(|range| range.value != "*");
    // A range of the tag itself or of more than it says more than one that narrows it.
    let best = |matches: &dyn Fn(&str) -> bool| {
        let found = named.clone().filter(|range| matches(&range.value));
        found.max_by_key(|range| range.value.len()).map(|range| range.weight)
    };
    best(&|range| within(&tag, range))
        .or_else(|| named.clone().filter(|range| within(&range.value, &tag)).map(|range| range.weight).max())
        .or_else(|| ranges.iter().find(|range| range.value == "*").map(|range| range.weight))
        .unwrap_or(0)
}
