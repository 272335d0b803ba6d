//! `GET /data`: the recognised products as open data, with what each column means.

use askama::Template;
use ground::Refusal;
use serde::Serialize;
use web::table::{self, CSV_ROWS};
use web::{Answer, Frame, Here};

use crate::verdict::recognised::{self, Wanted};

/// The columns, in order. Their names are part of the contract with whoever reads the file.
const COLUMNS: [&str; 13] = [
    "code",
    "product",
    "product_code",
    "producer",
    "set",
    "group",
    "stars",
    "place",
    "decision",
    "decided_on",
    "issued",
    "expires",
    "url",
];

#[derive(Template, Serialize)]
#[template(path = "portal/data.html")]
struct DataPage {
    #[serde(skip)]
    frame: Frame,
    count: String,
    columns: Vec<(String, String)>,
}

pub(super) async fn show(here: Here) -> Answer {
    let today = here.ground().clock.today();
    let count = recognised::count(&here.reader(), &Wanted::default(), today).await?;
    let meaning = |name: &&str| ((*name).to_owned(), here.t(&format!("data-{}", name.replace('_', "-"))));
    here.show(&DataPage {
        frame: here.frame(),
        count: here.app.words.text(here.lang, "products-count", &[("count", count.to_string())]),
        columns: COLUMNS.iter().map(meaning).collect(),
    })
}

pub(super) async fn csv(here: Here) -> Answer {
    let today = here.ground().clock.today();
    let rows = recognised::page(&here.reader(), &Wanted::default(), today, 0, CSV_ROWS).await?;
    let base = here.ground().config.public_url.trim_end_matches('/').to_owned();
    let cells = rows.iter().map(|row| {
        let card = row.card()?;
        Ok(vec![
            card.code.to_string(),
            card.product,
            card.product_code.unwrap_or_default(),
            card.producer,
            card.set.to_string(),
            card.group,
            card.stars.to_string(),
            card.place.now.vi,
            card.decision_number,
            card.decision_on.to_string(),
            card.issued_on.to_string(),
            card.expires_on.to_string(),
            format!("{base}/c/{}", card.code),
        ])
    });
    let cells = cells.collect::<Result<Vec<_>, Refusal>>()?;
    table::csv("san-pham-ocop.csv", &COLUMNS.map(str::to_owned), cells)
}
