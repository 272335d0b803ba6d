//! Where a lot came from and where it went, drawn.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use ground::actor::ProducerId;
use ground::{Refusal, Result};
use people::consent::framed;
use register::producer;
use serde::{Deserialize, Serialize};
use trace::story::{self, Direction, End, Eyes, Graph};
use web::{Answer, Frame, Here};

use super::drawing::{Drawing, Told, WIDTH, draw};
use super::show::visible;
use super::{LotId, by_uris, href};
use crate::item;
use crate::link::page_href;

/// The drawing with what it leaves out.
#[derive(Template, Serialize)]
#[template(path = "lot/graph.html")]
struct GraphPage {
    #[serde(skip)]
    frame: Frame,
    title: String,
    #[serde(skip)]
    lot_href: String,
    is_back: bool,
    other_href: String,
    width: usize,
    drawing: Drawing,
    is_complete: bool,
    gaps: usize,
}

/// Which way.
#[derive(Deserialize)]
pub(super) struct Asked {
    direction: Option<String>,
}

/// `GET /goods/{producer}/lots/{lot}/trace?direction=back|forward`.
pub(super) async fn show(
    here: Here,
    Path((owner, id)): Path<(ProducerId, LotId)>,
    Query(Asked { direction }): Query<Asked>,
) -> Answer {
    let (book, lot, item) = visible(&here, owner, id).await?;
    let is_back = match direction.as_deref() {
        None | Some("back") => true,
        Some("forward") => false,
        Some(_) => return Err(Refusal::not_found().into()),
    };
    // Own people see their own affairs and the public ones; those who watch over the place see all.
    let own = here.actor.producers().any(|own| own == owner) || here.actor.consent_of(owner).is_some();
    let eyes = if own { Eyes::Producer(owner) } else { Eyes::Authority };
    let way = if is_back { Direction::Back } else { Direction::Forward };
    let graph = story::graph(here.ground(), eyes, &lot.uri, way).await?;
    let mut told = told(&here, owner, &graph).await?;
    let mut ways: Vec<(usize, usize)> = graph.edges.iter().map(|(from, to, _)| (*from, *to)).collect();
    let mut gaps = 0;
    for (place, node) in graph.nodes.iter().enumerate() {
        let key = match node.end {
            Some(End::Gap) if is_back => "goods-gap",
            Some(End::Hidden) => "goods-hidden",
            _ => continue,
        };
        gaps += 1;
        ways.push((place, told.len()));
        told.push(Told { first: here.t(key), second: String::new(), href: None, gap: true });
    }
    let values = [("item", item.name), ("lot", lot.code.to_string())];
    let other = if is_back { "forward" } else { "back" };
    here.show(&GraphPage {
        title: here.app.words.text(here.lang, "goods-lot-of", &values),
        lot_href: href(book.producer.id, id),
        is_back,
        other_href: format!("{}/trace?direction={other}", href(owner, id)),
        width: WIDTH,
        drawing: draw(&told, &ways),
        is_complete: graph.is_complete,
        gaps,
        frame: framed(&here, owner),
    })
}

async fn told(here: &Here, owner: ProducerId, graph: &Graph) -> Result<Vec<Told>> {
    let reader = here.reader();
    let uris: Vec<String> = graph.nodes.iter().map(|node| node.uri.clone()).collect();
    let lots = by_uris(&reader, &uris).await?;
    let items =
        item::load_all(&reader, &lots.values().map(|lot| lot.trade_item_id).collect::<Vec<_>>()).await?;
    let makers: Vec<ProducerId> = lots.values().map(|lot| lot.producer_id).collect();
    let makers = producer::load_all(&reader, &makers).await?;
    let mut names: HashMap<&str, &str> = HashMap::new();
    for happening in &graph.happenings {
        names.extend(happening.names.iter().map(|(uri, name)| (uri.as_str(), name.as_str())));
    }
    let one = |uri: &String| {
        let Some((lot, item)) = lots.get(uri).and_then(|lot| Some((lot, items.get(&lot.trade_item_id)?)))
        else {
            let name = names.get(uri.as_str()).copied().unwrap_or(uri.as_str());
            return Told { first: name.to_owned(), second: uri.clone(), href: None, gap: false };
        };
        let maker = makers.get(&lot.producer_id).map(|maker| maker.name.clone());
        let made = lot.made_on.map(ground::Day::people);
        let own = lot.producer_id == owner;
        Told {
            first: here.app.words.text(
                here.lang,
                "goods-lot-of",
                &[("item", item.name.clone()), ("lot", lot.code.to_string())],
            ),
            second: [maker, made].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            href: Some(if own { href(owner, lot.id) } else { page_href(&item.code, Some(&lot.code), None) }),
            gap: false,
        }
    };
    Ok(uris.iter().map(one).collect())
}
