//! One request: who, where, in which language, with everything at hand.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;
use ground::{Actor, Ground, Lang, Resource};

use crate::field::Labels;
use crate::{App, Frame, Me, NavItem, Stop, hours};

/// The cookie that keeps the reader's language.
pub(crate) const LANG_COOKIE: &str = "sen_lang";
/// The cookie that carries what the last action did to the page after it.
pub(crate) const SAID_COOKIE: &str = "sen_said";

/// What the sign-in room knows of a request, beside the actor.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The token that forms send back; empty for a visitor.
    pub csrf: String,
    /// When the session ends, RFC 3339.
    pub session_ends: Option<String>,
    /// Who is signed in, as the frame shows it.
    pub me: Option<Arc<Me>>,
    /// What waits in the inbox.
    pub waiting: Option<u32>,
    /// The request carries an API key and no cookie, so no form token is asked.
    pub by_key: bool,
}

/// One request.
#[derive(Clone)]
pub struct Here {
    /// Everything at hand.
    pub app: App,
    /// Who acts.
    pub actor: Actor,
    /// The language of the answer.
    pub lang: Lang,
    /// The address without its query.
    pub path: String,
    pub(crate) query: String,
    /// Whether the answer is JSON.
    pub wants_json: bool,
    /// What the sign-in room knows.
    pub visit: Visit,
    /// The reader's language came in the address, so it is to be kept.
    pub(crate) lang_chosen: bool,
    pub(crate) said: Option<String>,
    pub(crate) labels: Labels,
}

impl Here {
    /// The ground.
    pub fn ground(&self) -> &Ground {
        &self.app.ground
    }

    /// A view of the records that cannot write.
    pub fn reader(&self) -> ground::Reader<'_> {
        self.app.ground.reader()
    }

    /// Whether the actor may; the same decision shows the button and opens the change.
    pub fn may(&self, intent: &str, resource: &Resource) -> bool {
        self.app.ground.access.allows(&self.actor, intent, resource)
    }

    /// A text in the reader's language.
    pub fn t(&self, key: &str) -> String {
        self.app.words.text(self.lang, key, &[])
    }

    /// The frame of a page.
    pub fn frame(&self) -> Frame {
        let config = &self.app.ground.config;
        let said = self.said.as_ref().map(|key| format!("said-{key}")).filter(|key| self.app.words.has(key));
        let open = hours::open_now(&config.working_hours, self.app.ground.clock.now());
        Frame {
            app: self.app.clone(),
            speaks: self.lang,
            lang: self.lang.tag(),
            other_lang: self.lang.other().tag(),
            path: self.path.clone(),
            other_href: self.in_lang(self.lang.other()),
            me: self.visit.me.clone(),
            nav: self.nav(),
            place: self.visit.me.as_ref().map_or_else(|| config.locality.clone(), |me| me.place.clone()),
            site: self.app.words.text(self.lang, "frame-site", &[("locality", config.locality.clone())]),
            behalf: None,
            csrf: self.visit.csrf.clone(),
            hotline: config.hotline.clone(),
            hotline_tel: config.hotline.chars().filter(char::is_ascii_digit).collect(),
            is_open: matches!(open, hours::Open::Until(_)),
            open_now: open.words(&self.app.words, self.lang),
            flash: said.map(|key| self.t(&key)),
            session_ends: self.visit.session_ends.clone(),
            labels: self.labels.clone(),
        }
    }

    // This address, with everything asked there, in another language.
    fn in_lang(&self, lang: Lang) -> String {
        let asked = self.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let query: String = asked.map(|pair| format!("{pair}&")).collect();
        format!("{}?{query}lang={}", self.path, lang.tag())
    }

    fn nav(&self) -> Vec<NavItem> {
        let staff = self.visit.me.is_some();
        let shown =
            self.app.nav.iter().filter(|entry| if staff { (entry.shown)(&self.actor) } else { entry.public });
        let item = shown.map(|entry| NavItem {
            href: entry.href,
            label: self.t(entry.label),
            count: self.visit.waiting.filter(|waiting| *waiting > 0 && entry.href == "/inbox"),
            current: self.path == entry.href || self.path.starts_with(&format!("{}/", entry.href)),
        });
        item.collect()
    }
}

impl FromRequestParts<App> for Here {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stop> {
        Ok(Self::of(parts, app))
    }
}

impl Here {
    pub(crate) fn of(parts: &Parts, app: &App) -> Self {
        let jar = CookieJar::from_headers(&parts.headers);
        let query = parts.uri.query().unwrap_or_default();
        let asked = query.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::of_tag);
        let kept = jar.get(LANG_COOKIE).and_then(|cookie| Lang::of_tag(cookie.value()));
        Self {
            app: app.clone(),
            actor: parts.extensions.get::<Actor>().cloned().unwrap_or_default(),
            lang: asked.or(kept).unwrap_or_else(|| accepted(&parts.headers)),
            path: parts.uri.path().to_owned(),
            query: query.to_owned(),
            wants_json: wants_json(&parts.headers),
            visit: parts.extensions.get::<Visit>().cloned().unwrap_or_default(),
            lang_chosen: asked.is_some() && asked != kept,
            said: jar.get(SAID_COOKIE).map(|cookie| cookie.value().to_owned()),
            labels: Labels::default(),
        }
    }
}

// Only what the reader asks for by name is English: a tourist's phone says en first.
fn accepted(headers: &HeaderMap) -> Lang {
    let accepted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').find_map(Lang::of_tag).unwrap_or_default()
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let json = accepts.find("json");
    json.is_some() && accepts.find("text/html").is_none_or(|html| json.is_some_and(|json| json < html))
}
