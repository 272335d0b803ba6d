//! The list: what a code of the trade item leads to, computed and added.

use askama::Template;
use axum::extract::Path;
use ground::Result;
use ground::actor::ProducerId;
use people::consent::framed;
use serde::Serialize;
use web::table::Link as Crumb;
use web::{Answer, Frame, Here};

use super::{KEEP, MOST_LINKS, crumbs, href, visible};
use crate::item::{TradeItem, TradeItemId};
use crate::link::{self, ItemLink};
use crate::lot::{self, OWN};

/// The links of a trade item.
#[derive(Template, Serialize)]
#[template(path = "link/links.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Crumb>,
    item: String,
    list: String,
    // The codes that lead here.
    codes: Vec<String>,
    page: String,
    links: Vec<Row>,
    may_keep: bool,
    is_full: bool,
    handed_over: Option<HandedOver>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    title: String,
    href: String,
    kind: String,
    about: String,
}

#[derive(Serialize)]
struct HandedOver {
    root: String,
    since: String,
    by: String,
}

/// `GET /goods/{producer}/items/{item}/links`.
pub(super) async fn show(here: Here, Path((producer, item)): Path<(ProducerId, TradeItemId)>) -> Answer {
    let (item, resource) = visible(here.ground(), &here.actor, producer, item).await?;
    let reader = here.reader();
    let links = link::of_item(&reader, item.id).await?;
    let handed_over = link::handed_over(&reader, item.id).await?;
    here.show(&ListPage {
        crumbs: crumbs(&here, &item, false),
        item: item.name.clone(),
        list: href(&item),
        codes: codes(&here, &item),
        page: link::page_href(&item.code, None, None),
        is_full: links.len() >= MOST_LINKS,
        links: rows(&here, &links).await?,
        may_keep: here.may(KEEP, &resource),
        handed_over: handed_over.map(|row| HandedOver {
            root: row.resolver_root,
            since: row.since.day().people(),
            by: row.by_name,
        }),
        frame: framed(&here, producer),
    })
}

// By Sen's own key, and by the GTIN where there is one: labels printed with either lead to the same.
fn codes(here: &Here, item: &TradeItem) -> Vec<String> {
    let root = here.ground().config.public_url.trim_end_matches('/');
    let gtin = item.gtin.as_ref().map(|gtin| format!("{root}/01/{gtin}"));
    gtin.into_iter().chain([format!("{root}/{OWN}/{}", item.code)]).collect()
}

async fn rows(here: &Here, links: &[ItemLink]) -> Result<Vec<Row>> {
    let lots: Vec<_> = links.iter().filter_map(|link| link.lot_id).collect();
    let lots = lot::load_all(&here.reader(), &lots).await?;
    let row = |link: &ItemLink| {
        let lot = link
            .lot_id
            .and_then(|id| lots.get(&id))
            .map(|lot| here.app.words.text(here.lang, "link-of-lot", &[("lot", lot.code.to_string())]));
        let default = link.is_default.then(|| here.t("link-is-default-yes"));
        let said = [&link.hreflang, &link.media_type, &link.context].into_iter().flatten().cloned();
        Row {
            id: link.id.to_string(),
            title: link.title.clone(),
            href: link.href.clone(),
            kind: here.t(&format!("link-type-{}", link.link_type)),
            about: lot.into_iter().chain(said).chain(default).collect::<Vec<_>>().join(" · "),
        }
    };
    Ok(links.iter().map(row).collect())
}
