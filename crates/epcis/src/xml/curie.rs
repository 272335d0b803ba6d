//! Compact names in values: a prefix means what the source says it means.

use std::borrow::Cow;

use super::element::Source;

/// The vocabulary of CBV 2.0, and the prefix it goes by.
const CBV: (&str, [&str; 1]) = ("cbv", ["https://ref.gs1.org/cbv/"]);
/// The GS1 Web Vocabulary, by the addresses it had, and the prefix it goes by.
const VOC: (&str, [&str; 3]) =
    ("gs1", ["https://gs1.org/voc/", "https://www.gs1.org/voc/", "https://ref.gs1.org/voc/"]);

/// The value, where a prefix that the source declares is one of the standard's under another name, or has the
/// name of one and means another: whole, or with the customary prefix. Others are kept as written.
pub(super) fn resolved<'s>(source: &Source<'s>, text: Cow<'s, str>) -> Cow<'s, str> {
    let Some((prefix, rest)) = text.split_once(':') else { return text };
    let declared = source.prefixes.iter().find(|(known, ..)| *known == prefix);
    let Some((_, space, _)) = declared else { return text };
    let iri = source.iri(*space);
    let customary = if CBV.1.contains(&iri) {
        CBV.0
    } else if VOC.1.contains(&iri) {
        VOC.0
    } else if [CBV.0, VOC.0].contains(&prefix) {
        return Cow::Owned([iri, rest].concat());
    } else {
        return text;
    };
    if prefix == customary { text } else { Cow::Owned([customary, ":", rest].concat()) }
}
