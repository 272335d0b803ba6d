//! Whose a URI is.

/// The namespace of CBV 1.x and of the standard's own things.
const GS1_URN: [&str; 2] = ["urn:epcglobal:", "urn:epc:"];
/// Prefixes of the standard's contexts, in compact IRIs that no term answers to.
const GS1_PREFIX: [&str; 3] = ["cbv:", "epcis:", "gs1:"];
const GS1_DOMAIN: &str = "gs1.org";
/// The lengths of a namespace identifier (RFC 8141).
const NID: std::ops::RangeInclusive<usize> = 2..=32;

/// Whether a URI stands in a namespace in which GS1 alone makes names.
pub(super) fn is_gs1(uri: &str) -> bool {
    GS1_URN.iter().chain(&GS1_PREFIX).any(|begin| uri.starts_with(begin))
        || host(uri).is_some_and(|host| {
            let host = host.to_ascii_lowercase();
            host.strip_suffix(GS1_DOMAIN).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
}

/// Whether somebody may have made a URI: a web address has a host, a URN the identifier of a namespace.
pub(super) fn is_makeable(uri: &str) -> bool {
    if let Some(rest) = after(uri, "urn:") {
        return rest.split_once(':').is_some_and(|(nid, name)| is_nid(nid) && !name.is_empty());
    }
    if after(uri, "http:").or_else(|| after(uri, "https:")).is_some() {
        return host(uri).is_some_and(|host| !host.is_empty());
    }
    true
}

/// The host of a web address.
fn host(uri: &str) -> Option<&str> {
    let rest = after(uri, "https://").or_else(|| after(uri, "http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    Some(host.split(':').next().unwrap_or(host))
}

/// What stands behind the host of a web address, without query and fragment.
pub(super) fn path(uri: &str) -> Option<&str> {
    let rest = after(uri, "https://").or_else(|| after(uri, "http://"))?;
    let rest = rest.split(['?', '#']).next()?;
    rest.split_once('/').map(|(_, path)| path)
}

/// The rest behind a scheme, whose letters may be of either case.
fn after<'a>(uri: &'a str, scheme: &str) -> Option<&'a str> {
    let begin = uri.get(..scheme.len())?;
    begin.eq_ignore_ascii_case(scheme).then(|| &uri[scheme.len()..])
}

fn is_nid(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    NID.contains(&text.len())
        && !text.eq_ignore_ascii_case("urn")
        && text.bytes().all(inner)
        && !text.starts_with('-')
        && !text.ends_with('-')
}
