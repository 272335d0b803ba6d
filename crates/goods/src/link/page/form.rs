//! The form of a link, and what makes a link one that may be shown to everyone.

use ground::{FieldProblem, Reader, Refusal, Result};
use serde::Serialize;
use web::{Field, FormData, Here};

use crate::item::TradeItemId;
use crate::link::asked::KEYS;
use crate::link::{ItemLink, LinkType};
use crate::lot::{self, LotCode, LotId, OWN};

/// Most bytes of an address.
const LONGEST_HREF: usize = 2_048;
/// Most characters of a title.
const TITLE: usize = 120;
/// Most characters of a list of languages or contexts.
const LIST: usize = 60;
/// Most entries of such a list.
const MOST_ENTRIES: usize = 6;
/// Most characters of a media type (RFC 6838, section 4.2, gives 127 on each side of the slash).
const MEDIA_TYPE: usize = 127;

/// A link, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// The lot it is of alone.
    pub lot: Option<LotId>,
    /// What it leads to.
    pub kind: LinkType,
    /// The address.
    pub href: String,
    /// What a person reads.
    pub title: String,
    /// Language tags.
    pub hreflang: Vec<String>,
    /// The media type.
    pub media_type: Option<String>,
    /// Markets or groups of readers.
    pub context: Vec<String>,
    /// Whether it stands in for the default link.
    pub is_default: bool,
}

impl NewLink {
    /// Reads a form.
    ///
    /// # Errors
    /// Each problem at its field.
    pub async fn read(
        reader: &Reader<'_>,
        public_url: &str,
        item: TradeItemId,
        form: &FormData,
    ) -> Result<Self> {
        let mut read = form.read();
        let kind = read.word::<LinkType>("link_type");
        let kind = match kind {
            Some(kind) if !LinkType::for_producers().any(|known| known == kind) => {
                read.problem(FieldProblem::new("link_type", "not-a-choice"));
                None
            }
            other => other,
        };
        let href = read.text("href", LONGEST_HREF);
        if let Some(code) = href.as_deref().and_then(|href| no_href(href, public_url)) {
            read.problem(FieldProblem::new("href", code));
        }
        let title = read.text("title", TITLE);
        let lists = [
            ("hreflang", is_language as fn(&str) -> bool, "link-not-a-language"),
            ("context", is_context, "link-not-a-context"),
        ];
        let [hreflang, context] = lists.map(|(name, holds, code)| {
            let list = entries(read.optional(name, LIST)?.as_deref());
            if list.len() > MOST_ENTRIES || !list.iter().all(|entry| holds(entry)) {
                read.problem(FieldProblem::new(name, code));
            }
            Some(list)
        });
        let media_type = read.optional("media_type", MEDIA_TYPE);
        if media_type.clone().flatten().is_some_and(|media_type| !is_media_type(&media_type)) {
            read.problem(FieldProblem::new("media_type", "link-not-a-media-type"));
        }
        let is_default = read.flag("is_default");
        let says_nothing = |list: &Option<Vec<String>>| list.as_ref().is_some_and(Vec::is_empty);
        if is_default && says_nothing(&hreflang) && says_nothing(&context) && media_type == Some(None) {
            read.problem(FieldProblem::new("is_default", "link-default-for-whom"));
        }
        let lot = read.optional("lot", lot::MOST);
        let found = match lot.clone().flatten() {
            Some(code) => lot_of(reader, item, &code).await?,
            None => None,
        };
        if lot.flatten().is_some() && found.is_none() {
            read.problem(FieldProblem::new("lot", "link-no-such-lot"));
        }
        read.done(|| {
            Some(Self {
                lot: found,
                kind: kind?,
                href: href?,
                title: title?,
                hreflang: hreflang?,
                media_type: media_type?,
                context: context?,
                is_default,
            })
        })
    }
}

async fn lot_of(reader: &Reader<'_>, item: TradeItemId, code: &str) -> Result<Option<LotId>> {
    match LotCode::parse(code) {
        Ok(code) => Ok(lot::by_code(reader, item, &code).await?.map(|lot| lot.id)),
        Err(_) => Ok(None),
    }
}

fn entries(text: Option<&str>) -> Vec<String> {
    let parts = text.unwrap_or_default().split([' ', ',', ';', '\n']);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Why an address may not be shown to everyone: it is no `https` address of a host, or leads back here.
pub(super) fn no_href(href: &str, public_url: &str) -> Option<&'static str> {
    let Some(rest) = href.strip_prefix("https://") else { return Some("link-not-https") };
    // The characters of RFC 3986 without those that could end the place where the address stands.
    let is_uri = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&()*+,;=%".contains(&byte);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let is_name = |name: &str| {
        name.contains('.') && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
    };
    if leads_back(href, public_url) {
        return Some("link-leads-back");
    }
    (!href.bytes().all(is_uri) || host.contains('@') || !is_name(name)).then_some("link-not-an-address")
}

// To a Digital Link of this installation: whoever follows it would go round in a circle.
fn leads_back(href: &str, public_url: &str) -> bool {
    let bare =
        |url: &str| url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_lowercase();
    let (href, own) = (bare(href), bare(public_url));
    let Some(path) = href.strip_prefix(&own).and_then(|rest| rest.strip_prefix('/')) else {
        return href == own;
    };
    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
    KEYS.into_iter().chain([OWN]).any(|key| key == first)
}

// What the published schema of linksets admits: two letters, or two and two (its pattern is narrower than BCP 47).
fn is_language(tag: &str) -> bool {
    let (language, region) = tag.split_once('-').unwrap_or((tag, "vn"));
    [language, region].iter().all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn is_context(text: &str) -> bool {
    text.len() <= 30 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._:".contains(&b))
}

fn is_media_type(text: &str) -> bool {
    let holds = |part: &str| {
        let first = part.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
        first && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    text.split_once('/').is_some_and(|(group, name)| holds(group) && holds(name) && !name.contains('/'))
}

/// The fields as the page shows them.
#[derive(Serialize)]
pub struct LinkForm {
    pub(super) link_type: Field,
    pub(super) href: Field,
    pub(super) title: Field,
    pub(super) hreflang: Field,
    pub(super) media_type: Field,
    pub(super) context: Field,
    pub(super) lot: Field,
    pub(super) is_default: Field,
}

impl LinkForm {
    pub(super) fn of(here: &Here, form: &FormData, refusal: Option<&Refusal>) -> Self {
        let field = |name, label| Field::new(here, name, label, form, refusal);
        let mut kinds: Vec<(&str, String)> = LinkType::for_producers()
            .map(|kind| (kind.name(), here.t(&format!("link-type-{kind}"))))
            .collect();
        kinds.sort_by_key(|(_, label)| ground::fold::fold(label));
        kinds.insert(0, ("", here.t("link-type-choose")));
        let default = [("yes", here.t("link-is-default-yes"))];
        Self {
            link_type: field("link_type", "link-type").choices(kinds, form),
            href: field("href", "link-href").input("url"),
            title: field("title", "link-title"),
            hreflang: field("hreflang", "link-hreflang").optional().width("10"),
            media_type: field("media_type", "link-media-type").optional().width("20"),
            context: field("context", "link-context").optional().width("10"),
            lot: field("lot", "link-lot").optional().width("20"),
            is_default: field("is_default", "link-is-default").optional().choices(default, form),
        }
    }
}

/// A link as the form shows it first.
pub(super) fn form_of(link: &ItemLink, lot: Option<&LotCode>) -> FormData {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    FormData::of([
        ("link_type", link.link_type.clone()),
        ("href", link.href.clone()),
        ("title", link.title.clone()),
        ("hreflang", text(&link.hreflang)),
        ("media_type", text(&link.media_type)),
        ("context", text(&link.context)),
        ("lot", lot.map(LotCode::to_string).unwrap_or_default()),
        ("is_default", if link.is_default { "yes".to_owned() } else { String::new() }),
    ])
}
