//! In which form an answer is given that is no redirect.

use super::quality::weighed;

/// A form of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// `application/linkset+json` (RFC 9264).
    Linkset,
    /// The same as `application/json`.
    Json,
    /// `application/ld+json`.
    JsonLd,
    /// A page.
    Html,
}

const FACES: [(&str, Face); 5] = [
    ("application/linkset+json", Face::Linkset),
    ("application/json", Face::Json),
    ("application/ld+json", Face::JsonLd),
    ("text/html", Face::Html),
    ("application/xhtml+xml", Face::Html),
];

impl Face {
    /// The form that `Accept` names, the one with the greatest weight, of equals the first; none where it names none.
    pub(super) fn named(accept: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for range in weighed(accept).into_iter().filter(|range| range.weight > 0) {
            let face = FACES.iter().find(|(name, _)| *name == range.value).map(|(_, face)| *face);
            if let Some(face) = face.filter(|_| best.is_none_or(|(weight, _)| range.weight > weight)) {
                best = Some((range.weight, face));
            }
        }
        best.map(|(_, face)| face)
    }

    /// Whether it is for machines: naming it asks for the linkset itself.
    pub(super) const fn is_for_machines(self) -> bool {
        !matches!(self, Self::Html)
    }

    /// Its media type.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Linkset => "application/linkset+json",
            Self::Json => "application/json",
            Self::JsonLd => "application/ld+json",
            Self::Html => "text/html; charset=utf-8",
        }
    }
}
