//! Which of several links of one type answers a request (GS1-Conformant Resolver 1.2.0, section 2.6.3).

use super::Link;
use super::quality::{Weighed, of_language, of_media_type, weighed};

/// What a request says about the link it would like; empty lists say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Media types.
    pub media_types: Vec<Weighed>,
    /// Languages.
    pub languages: Vec<Weighed>,
    /// A market, a group of readers.
    pub context: Option<String>,
    /// Whether the media type was asked for by name, and so goes before the language.
    pub media_type_first: bool,
}

/// What came of choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice<'a> {
    /// There is nothing to choose from.
    None,
    /// One fits best.
    One(&'a Link),
    /// These fit equally well.
    Several(Vec<&'a Link>),
}

impl Wishes {
    /// The wishes of a request: what its parameters `mediaType` (or `type`), `lang` and `context` say goes before its
    /// headers `Accept` and `Accept-Language`. A parameter that can be no media type or language says nothing.
    pub fn of(parameters: &[(String, String)], accept: &str, accept_language: &str) -> Self {
        let asked = |names: &[&str]| {
            let found = parameters.iter().find(|(name, _)| names.contains(&name.as_str()));
            found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
        };
        let alone = |value: &str| vec![Weighed { value: value.to_ascii_lowercase(), weight: 1_000 }];
        let media_type = asked(&["mediaType", "type"]).filter(|value| value.contains('/'));
        let language = asked(&["lang"]).filter(|value| is_language(value));
        let mut wishes = Self {
            media_types: media_type.map_or_else(|| weighed(accept), alone),
            languages: language.map_or_else(|| weighed(accept_language), alone),
            context: asked(&["context"]).map(str::to_owned),
            media_type_first: media_type.is_some(),
        };
        // "Anything" is no wish.
        if wishes.media_types.iter().all(|range| range.value == "*/*") {
            wishes.media_types.clear();
        }
        if wishes.languages.iter().all(|range| range.value == "*") {
            wishes.languages.clear();
        }
        wishes
    }

    /// The best of some links: by language, then by media type (before it, where a parameter names one), then by
    /// context. Where the request says nothing about one of these, or nothing that any link has, links go first that
    /// say nothing either.
    pub fn choose<'a>(&self, links: impl IntoIterator<Item = &'a Link>) -> Choice<'a> {
        let mut left: Vec<&Link> = links.into_iter().collect();
        if self.media_type_first {
            left = narrowed(left, |link| link.media_type.is_none(), |link| self.media_type(link));
        }
        left = narrowed(left, |link| link.hreflang.is_empty(), |link| self.language(link));
        left = narrowed(left, |link| link.media_type.is_none(), |link| self.media_type(link));
        left = narrowed(left, |link| link.context.is_empty(), |link| self.context(link));
        match left.as_slice() {
            [] => Choice::None,
            [one] => Choice::One(one),
            _ => Choice::Several(left),
        }
    }

    /// The one link for whose language, context or media type the request asks by name; none where it asks for none of
    /// them, or for several alike. "Anything" names nothing, and a page is what whoever does not ask gets anyway.
    pub fn choose_named<'a>(&self, links: impl IntoIterator<Item = &'a Link>) -> Option<&'a Link> {
        let by_name = Self {
            media_types: self
                .media_types
                .iter()
                .filter(|range| !range.value.contains('*'))
                .cloned()
                .collect(),
            languages: self.languages.iter().filter(|range| range.value != "*").cloned().collect(),
            context: self.context.clone(),
            media_type_first: false,
        };
        let named = |link: &&Link| {
            let media_type = link.media_type.as_deref();
            let fits = media_type.is_none() || self.media_types.is_empty() || self.media_type(link) > 0;
            let language = by_name.language(link) > 0;
            let context = by_name.context(link) > 0;
            let form = media_type != Some("text/html") && by_name.media_type(link) > 0;
            fits && (link.hreflang.is_empty() || language)
                && (link.context.is_empty() || context)
                && (language || context || form)
        };
        match by_name.choose(links.into_iter().filter(named)) {
            Choice::One(link) => Some(link),
            _ => None,
        }
    }

    fn media_type(&self, link: &Link) -> u16 {
        link.media_type.as_deref().map_or(0, |media_type| of_media_type(&self.media_types, media_type))
    }

    fn language(&self, link: &Link) -> u16 {
        link.hreflang.iter().map(|tag| of_language(&self.languages, tag)).max().unwrap_or(0)
    }

    fn context(&self, link: &Link) -> u16 {
        let Some(wanted) = &self.context else { return 0 };
        u16::from(link.context.iter().any(|context| context.eq_ignore_ascii_case(wanted)))
    }
}

/// Those with the greatest weight; where none weighs anything, those that say nothing, else all.
fn narrowed(
    links: Vec<&Link>,
    says_nothing: impl Fn(&Link) -> bool,
    weight: impl Fn(&Link) -> u16,
) -> Vec<&Link> {
    let most = links.iter().map(|link| weight(link)).max().unwrap_or(0);
    if most > 0 {
        return links.into_iter().filter(|link| weight(link) == most).collect();
    }
    if links.iter().any(|link| says_nothing(link)) {
        return links.into_iter().filter(|link| says_nothing(link)).collect();
    }
    links
}

/// Whether a text may be a language tag (RFC 5646): letters, digits and hyphens.
fn is_language(text: &str) -> bool {
    text.len() <= 35 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
