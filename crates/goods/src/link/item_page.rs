//! `GET /l/{item}`: the page behind a code without a lot: what the goods are, what their certificate is worth today,
//! and what their maker adds.

use askama::Template;
use axum::extract::Path;
use certificate::verdict;
use ground::Refusal;
use serde::Serialize;
use web::table::Link as Way;
use web::{Answer, Frame, Here};

use super::store;
use crate::item::{self, ItemCode};

#[derive(Template, Serialize)]
#[template(path = "link/item.html")]
struct ItemPage {
    #[serde(skip)]
    frame: Frame,
    kind: &'static str,
    title: String,
    sentence: String,
    holds: bool,
    stars: Option<u8>,
    name: String,
    number: String,
    producer: String,
    certificate_href: Option<String>,
    story_href: Option<String>,
    links: Vec<Way>,
}

pub(super) async fn show(here: Here, Path(typed): Path<String>) -> Answer {
    let lost = || Refusal { code: "link-nothing", ..Refusal::not_found() };
    let code = ItemCode::parse(&typed).map_err(|_| lost())?;
    let reader = here.reader();
    let item = item::by_code(&reader, &code).await?.ok_or_else(lost)?;
    let producer = register::producer::load(&reader, item.producer_id).await?;
    let card = match item.product_id {
        Some(product) => verdict::of_product(&reader, product).await?,
        None => None,
    };
    let today = here.ground().clock.today();
    let state = card.as_ref().map(|card| card.life().on(today));
    let (title, sentence) = match &card {
        Some(card) => verdict::stated(&here, card, today),
        None => (here.t("link-item-unranked"), here.t("link-item-unranked-sentence")),
    };
    let stored = store::for_request(&reader, item.id, None).await?;
    let number = item.gtin.as_ref().map_or_else(|| item.code.to_string(), |gtin| format!("GTIN {gtin}"));
    here.show(&ItemPage {
        kind: state.map_or("plain", |state| match state.as_str() {
            word @ ("expired" | "revoked" | "suspended" | "superseded") => word,
            _ => "valid",
        }),
        title,
        sentence,
        holds: state.is_some_and(certificate::state::State::holds),
        stars: card.as_ref().and_then(|card| u8::try_from(card.stars).ok()),
        name: item.name,
        number,
        producer: producer.name,
        certificate_href: card.as_ref().map(|card| format!("/c/{}", card.code)),
        story_href: card.as_ref().map(|card| format!("/products/{}", card.product_id)),
        links: stored.into_iter().map(|row| Way { href: row.href, label: row.title }).collect(),
        frame: here.frame(),
    })
}
