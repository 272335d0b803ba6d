//! Identifiers in the form that is wanted: GS1 Digital Link, EPC URN, or as captured.

use epcis::model::{Event, Uri};
use gs1::epc::{PrefixLengths, to_digital_link, to_urn};
use gs1::link::{DigitalLink, Reading};

use crate::wanted::EpcForm;

/// Writes the identifiers of an event in a form; what has no such form stays as it is.
pub(crate) fn rewrite(event: &mut Event, form: EpcForm, lengths: &PrefixLengths) {
    match form {
        EpcForm::AsCaptured => {}
        EpcForm::DigitalLink => event.rewrite_identifiers(&mut |uri| link(uri.as_str())),
        EpcForm::Urn => event.rewrite_identifiers(&mut |uri| urn(uri.as_str(), lengths)),
    }
}

/// One identifier in a form.
pub(crate) fn rewritten(uri: &str, form: EpcForm, lengths: &PrefixLengths) -> String {
    let other = match form {
        EpcForm::AsCaptured => None,
        EpcForm::DigitalLink => link(uri),
        EpcForm::Urn => urn(uri, lengths),
    };
    other.map_or_else(|| uri.to_owned(), |uri| uri.as_str().to_owned())
}

fn link(uri: &str) -> Option<Uri> {
    let is_urn = uri.starts_with("urn:epc:");
    is_urn.then(|| to_digital_link(uri).ok()).flatten().and_then(|link| Uri::read(&link).ok())
}

fn urn(uri: &str, lengths: &PrefixLengths) -> Option<Uri> {
    let link = DigitalLink::read(uri, Reading::Tolerant).ok()?;
    to_urn(link.path(), lengths).ok().and_then(|urn| Uri::read(&urn).ok())
}
