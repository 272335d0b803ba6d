//! Names in the path of an address.

/// A name as one segment of a path: all but letters, digits, `-`, `.`, `_` and `*` escaped (RFC 3986, section 3.3).
pub(crate) fn segment(name: &str) -> String {
    // Forms write a space as `+`, which is itself in a path.
    form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20")
}
