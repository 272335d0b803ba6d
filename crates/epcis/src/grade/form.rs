//! The forms that CBV names for identifiers, field by field (section 8).

use gs1::epc::{Epc, Kind};
use gs1::key::Gln;
use gs1::link::{DigitalLink, Reading};

use super::GradeRule;
use super::space::{is_gs1, is_makeable, path};

/// What a field identifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A single object (8.2).
    Object,
    /// A class of objects (8.3).
    Class,
    /// The parent of an association: an object or a place.
    ObjectOrPlace,
    /// A place (8.4).
    Place,
    /// Where something is seen: a place, also by its coordinates (8.4).
    ReadPoint,
    /// A business transaction (8.5).
    Transaction,
    /// A party in a transfer (8.6).
    Party,
    /// A transformation (8.7).
    Transformation,
    /// Something of which a vocabulary of one's own decides.
    Anything,
}

/// Application identifiers of keys.
mod key {
    pub(super) const GDTI: u16 = 253;
    pub(super) const GINC: u16 = 401;
    pub(super) const GSIN: u16 = 402;
    pub(super) const PLACE: u16 = 414;
    pub(super) const PAYER: u16 = 415;
    pub(super) const PARTY: u16 = 417;
    pub(super) const PROVIDER: u16 = 8017;
    pub(super) const RECIPIENT: u16 = 8018;
    /// A scheme of EPC URNs that is not GS1's.
    pub(super) const NONE: u16 = 0;
}

const TRANSACTION: &str = "urn:epcglobal:cbv:bt:";
const TRANSFORMATION: &str = "urn:epcglobal:cbv:xform:";
const EPC: &str = "urn:epc:";
const GEO: &str = "geo:";

/// What a GS1 identifier names.
struct Named {
    key: u16,
    is_class: bool,
    is_qualified: bool,
}

/// Why an identifier is not of a form that CBV names for the field; none where it is.
pub(super) fn shortfall(uri: &str, wanted: Wanted) -> Option<GradeRule> {
    if uri.starts_with(EPC) {
        return match Epc::parse(uri) {
            Ok(epc) => misplaced(&of_urn(&epc), wanted),
            Err(_) => Some(GradeRule::GsIdentifier),
        };
    }
    if uri.starts_with("http")
        && let Some(found) = of_link(uri, wanted)
    {
        return found;
    }
    if let Some(rest) = uri.strip_prefix(TRANSACTION) {
        return of_gln(rest, matches!(wanted, Wanted::Transaction | Wanted::Anything));
    }
    if let Some(rest) = uri.strip_prefix(TRANSFORMATION) {
        return of_gln(rest, matches!(wanted, Wanted::Transformation | Wanted::Anything));
    }
    if is_gs1(uri) {
        return Some(GradeRule::GsIdentifier);
    }
    if !is_makeable(uri) {
        return Some(GradeRule::NobodysUri);
    }
    let named = wanted == Wanted::Anything
        || (wanted == Wanted::ReadPoint && uri.starts_with(GEO))
        || is_marked(uri, marks(wanted));
    (!named).then_some(GradeRule::OwnIdentifier)
}

fn of_urn(epc: &Epc) -> Named {
    Named {
        key: epc.scheme().key().unwrap_or(key::NONE),
        is_class: epc.kind() != Kind::Instance,
        is_qualified: epc.elements().len() > 1,
    }
}

// Of a link: its answer, where it is one of GS1's.
fn of_link(uri: &str, wanted: Wanted) -> Option<Option<GradeRule>> {
    let Ok(link) = DigitalLink::parse(uri) else {
        let loose = DigitalLink::read(uri, Reading::Tolerant).is_ok();
        return loose.then_some(Some(GradeRule::LooseLink));
    };
    if !link.attributes().is_empty() || !link.extra().is_empty() || link.fragment().is_some() {
        return Some(Some(GradeRule::LooseLink));
    }
    let (first, qualifiers) = link.path().split_first()?;
    let key = first.ai.number();
    let is_class = gs1::key::names_class(key, &first.value, qualifiers.iter().map(|one| one.ai.number()));
    Some(misplaced(&Named { key, is_class, is_qualified: !qualifiers.is_empty() }, wanted))
}

fn misplaced(named: &Named, wanted: Wanted) -> Option<GradeRule> {
    let place = named.key == key::PLACE;
    let party = named.key == key::PARTY || (place && !named.is_qualified);
    let object =
        !named.is_class && !matches!(named.key, key::PLACE | key::PARTY | key::PAYER | key::GINC | key::GSIN);
    let document = named.key == key::GDTI && !named.is_class;
    let fits = match wanted {
        Wanted::Object => object,
        Wanted::Class => named.is_class,
        Wanted::ObjectOrPlace => object || place,
        Wanted::Place | Wanted::ReadPoint => place,
        Wanted::Transaction => {
            document || matches!(named.key, key::GINC | key::GSIN | key::PROVIDER | key::RECIPIENT)
        }
        Wanted::Party => party,
        Wanted::Transformation => document,
        Wanted::Anything => true,
    };
    (!fits).then_some(GradeRule::OtherIdentifier)
}

// `GLN:what the system of that place calls it` (8.5 and 8.7).
fn of_gln(rest: &str, fits: bool) -> Option<GradeRule> {
    match rest.split_once(':') {
        Some((gln, name)) if !name.is_empty() && Gln::new(gln).is_ok() => {
            (!fits).then_some(GradeRule::OtherIdentifier)
        }
        _ => Some(GradeRule::GsIdentifier),
    }
}

/// The words that stand before the name in URNs and web addresses of one's own.
const fn marks(wanted: Wanted) -> &'static [&'static str] {
    match wanted {
        Wanted::Object => &["obj"],
        Wanted::Class => &["class"],
        Wanted::ObjectOrPlace => &["obj", "loc"],
        Wanted::Place | Wanted::ReadPoint => &["loc"],
        Wanted::Transaction => &["bt"],
        Wanted::Transformation => &["xform"],
        Wanted::Party | Wanted::Anything => &[],
    }
}

// `urn:NAMESPACE:…:obj:NAME`, `https://DOMAIN/…/obj/NAME`: private and industry-wide identifiers (8.1).
fn is_marked(uri: &str, marks: &[&str]) -> bool {
    let before_name = |text: &str, between: char| {
        let mut parts = text.rsplit(between);
        let (name, mark) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        (!name.is_empty() && marks.contains(&mark)).then(|| parts.count())
    };
    if let Some(rest) = uri.strip_prefix("urn:") {
        // The namespace, and who in it.
        return before_name(rest, ':').is_some_and(|parts| parts > 1);
    }
    path(uri).is_some_and(|path| before_name(path, '/').is_some())
}
