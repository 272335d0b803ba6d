//! `GET /producers`: the producers with recognised products.

use askama::Template;
use axum::extract::RawQuery;
use serde::Serialize;
use web::table::{Asked, Pager, ROWS};
use web::{Answer, Field, Frame, Here};

use crate::verdict::recognised;

#[derive(Template, Serialize)]
#[template(path = "portal/producers.html")]
struct ProducersPage {
    #[serde(skip)]
    frame: Frame,
    count: String,
    rows: Vec<Row>,
    pager: Pager,
    text: Field,
}

#[derive(Serialize)]
struct Row {
    href: String,
    name: String,
    place: String,
    products: String,
}

pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let today = here.ground().clock.today();
    let total = recognised::count_makers(&here.reader(), asked.text(), today).await?;
    let makers = recognised::makers(&here.reader(), asked.text(), today, asked.offset(), ROWS).await?;
    let text = |key: &str, count: String| here.app.words.text(here.lang, key, &[("count", count)]);
    let rows = makers.into_iter().map(|maker| Row {
        href: format!("/producers/{}", maker.producer_id),
        name: maker.producer_name,
        place: maker.home_name,
        products: text("products-count", maker.products.to_string()),
    });
    here.show(&ProducersPage {
        frame: here.frame(),
        count: text("producers-count", total.to_string()),
        rows: rows.collect(),
        pager: asked.pager(total),
        text: Field::new(&here, "q", "producers-find", &asked.query, None),
    })
}
