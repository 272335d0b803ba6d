//! What counts as the same.

use gs1::epc::to_hashed_link;

use crate::model::Time;

/// An identifier in the one form of its key.
pub(super) fn canonical(uri: &str) -> String {
    to_hashed_link(uri).unwrap_or_else(|| uri.to_owned())
}

pub(super) fn equal_ids(one: &str, two: &str) -> bool {
    one == two || canonical(one) == canonical(two)
}

/// A word of a vocabulary without what its long forms put before it.
pub(super) fn words(text: &str, vocabulary: &str) -> String {
    let urn = match vocabulary {
        "BizStep-" => "urn:epcglobal:cbv:bizstep:",
        "Disp-" => "urn:epcglobal:cbv:disp:",
        "BTT-" => "urn:epcglobal:cbv:btt:",
        "SDT-" => "urn:epcglobal:cbv:sdt:",
        "ER-" => "urn:epcglobal:cbv:er:",
        _ => "https://gs1.org/voc/",
    };
    let long = format!("https://ref.gs1.org/cbv/{vocabulary}");
    let text = text.strip_prefix(urn).unwrap_or(text);
    match vocabulary {
        "" => text.to_owned(),
        _ => text.strip_prefix(&*long).unwrap_or(text).to_owned(),
    }
}

pub(super) fn instant(text: &str) -> Option<i128> {
    Time::read(text).ok().map(|time| super::nanos(&time))
}

/// Whether two names of attributes are one: those of the CBV have three spellings.
pub(super) fn attribute(one: &str, two: &str) -> bool {
    let plain = |name: &str| {
        name.replace("cbvmda:", "urn:epcglobal:cbv:mda#")
            .replace("urn:epcglobal:cbv:mda:", "urn:epcglobal:cbv:mda#")
    };
    plain(one) == plain(two)
}
