//! The links that every trade item and lot has: computed when asked for, never stored.

use certificate::verdict;
use ground::{Ground, Lang, Result};
use gs1::percent::escaped;
use web::Words;

use super::asked::Entity;
use super::store::{self, Known};
use super::{Level, Link, LinkType, Linkset, page_href};

/// The languages of Sen's own pages.
const PAGES: [&str; 2] = ["vi", "en"];
const HTML: &str = "text/html";

/// Builds the linkset of an entity in the reader's language.
pub(super) struct Builder<'a> {
    pub(super) ground: &'a Ground,
    pub(super) words: &'a Words,
    pub(super) lang: Lang,
    pub(super) entity: &'a Entity,
    pub(super) known: &'a Known,
}

impl Builder<'_> {
    /// The page behind the QR of the finest level that is known.
    pub(super) fn default_href(&self) -> String {
        let serial = self.known.lot_code.as_ref().and(self.entity.serial.as_deref());
        self.url(&page_href(&self.known.code, self.known.lot_code.as_ref(), serial))
    }

    /// All levels, the finest first.
    ///
    /// # Errors
    /// The records are away.
    pub(super) async fn linkset(&self) -> Result<Linkset> {
        let reader = self.ground.reader();
        let stored = store::for_request(&reader, self.known.id, self.known.lot_id).await?;
        let mut levels = vec![self.item_level().await?];
        if let Some(level) = self.lot_level() {
            levels.insert(0, level);
        }
        if let Some(level) = self.serial_level() {
            levels.insert(0, level);
        }
        let lot_at = levels.len().checked_sub(2);
        for (place, row) in stored.iter().map(|row| (if row.lot_id.is_some() { lot_at } else { None }, row)) {
            let place = place.unwrap_or(levels.len() - 1);
            if let (Some(level), Some(link)) = (levels.get_mut(place), link_of(row)) {
                add(level, link, row.is_default);
            }
        }
        for level in &mut levels {
            self.add_own_default(level);
        }
        Ok(Linkset(levels))
    }

    /// The linkset of a trade item that another resolver answers for.
    pub(super) fn handed_over(&self, href: &str) -> Linkset {
        let title = self.text("link-title-handed-over", &[]);
        let links = [LinkType::DEFAULT, LinkType::HANDLED_BY].map(|kind| Link::plain(kind, href, &title));
        let anchor = self.url(&self.entity.path);
        Linkset(vec![Level { anchor, description: self.known.name.clone(), links: links.into() }])
    }

    async fn item_level(&self) -> Result<Level> {
        let reader = self.ground.reader();
        let page = self.url(&page_href(&self.known.code, None, None));
        let mut links = vec![self.default(&page)];
        let product = self.known.product_id;
        let card = match product {
            Some(product) => verdict::of_product(&reader, product).await?,
            None => None,
        };
        let about = match (&card, product) {
            (Some(_), Some(product)) => self.url(&format!("/products/{product}")),
            _ => page.clone(),
        };
        links.push(self.page(LinkType::PIP, &about, "link-title-pip"));
        if let Some(card) = card.filter(|card| card.life().on(self.ground.clock.today()).holds()) {
            let href = self.url(&format!("/c/{}", card.code));
            links.push(self.page(LinkType::CERTIFICATION, &href, "link-title-certificate"));
        }
        links.push(self.page(LinkType::RECALL, &page, "link-title-recall"));
        Ok(Level { anchor: self.url(&self.entity.item_path), description: self.known.name.clone(), links })
    }

    fn lot_level(&self) -> Option<Level> {
        let (lot, uri) = (self.known.lot_code.as_ref()?, self.known.lot_uri.as_deref()?);
        let page = self.url(&page_href(&self.known.code, Some(lot), None));
        let events = format!("/epcis/events?MATCH_anyEPCClass={}", escaped(uri));
        let events = Link {
            media_type: Some("application/ld+json".to_owned()),
            takes_query: false,
            ..Link::plain(LinkType::EPCIS, self.url(&events), self.text("link-title-events", &[]))
        };
        let links = vec![
            self.default(&page),
            self.page(LinkType::TRACEABILITY, &page, "link-title-traceability"),
            self.page(LinkType::RECALL, &page, "link-title-recall"),
            events,
        ];
        let values = [("name", self.known.name.clone()), ("lot", lot.to_string())];
        let description = self.text("link-describes-lot", &values);
        Some(Level { anchor: self.url(&self.entity.lot_path), description, links })
    }

    fn serial_level(&self) -> Option<Level> {
        let (lot, serial) = (self.known.lot_code.as_ref()?, self.entity.serial.as_deref()?);
        let page = self.url(&page_href(&self.known.code, Some(lot), Some(serial)));
        let values =
            [("name", self.known.name.clone()), ("lot", lot.to_string()), ("serial", serial.to_owned())];
        let description = self.text("link-describes-serial", &values);
        let links = vec![self.default(&page)];
        Some(Level { anchor: self.url(&self.entity.path), description, links })
    }

    // Beside links that stand in for the default, Sen's own page stands in for it in the languages they leave.
    fn add_own_default(&self, level: &mut Level) {
        if level.of(LinkType::DEFAULT_MULTI).next().is_none() {
            return;
        }
        let taken =
            |tag: &str| level.of(LinkType::DEFAULT_MULTI).any(|link| link.hreflang.iter().any(|l| l == tag));
        let left: Vec<String> = PAGES.into_iter().filter(|tag| !taken(tag)).map(str::to_owned).collect();
        let Some(page) = level.of(LinkType::DEFAULT).next().filter(|_| !left.is_empty()) else { return };
        let (href, title) = (page.href.clone(), page.title.clone());
        level.links.push(Link {
            hreflang: left,
            media_type: Some(HTML.to_owned()),
            ..Link::plain(LinkType::DEFAULT_MULTI, href, title)
        });
    }

    fn default(&self, href: &str) -> Link {
        Link::plain(LinkType::DEFAULT, href, self.text("link-title-page", &[]))
    }

    fn page(&self, kind: LinkType, href: &str, title: &str) -> Link {
        Link {
            hreflang: PAGES.map(str::to_owned).into(),
            media_type: Some(HTML.to_owned()),
            ..Link::plain(kind, href, self.text(title, &[]))
        }
    }

    fn text(&self, key: &str, values: &[(&str, String)]) -> String {
        self.words.text(self.lang, key, values)
    }

    /// An address of this installation in full.
    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.ground.config.public_url.trim_end_matches('/'))
    }
}

// What a producer says goes before what is computed; certificates stand beside each other.
fn add(level: &mut Level, link: Link, is_default: bool) {
    if link.kind != LinkType::CERTIFICATION {
        let own = |known: &Link| known.kind == link.kind && known.is_computed;
        level.links.retain(|known| !own(known));
    }
    if is_default {
        level.links.push(Link { kind: LinkType::DEFAULT_MULTI, ..link.clone() });
    }
    level.links.push(link);
}

fn link_of(row: &store::Model) -> Option<Link> {
    let list = |text: &Option<String>| {
        text.as_deref().unwrap_or_default().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    Some(Link {
        hreflang: list(&row.hreflang),
        media_type: row.media_type.clone(),
        context: list(&row.context),
        is_computed: false,
        ..Link::plain(row.link_type.parse().ok()?, &row.href, &row.title)
    })
}
