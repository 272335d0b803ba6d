//! `GET /`: the front page.

use askama::Template;
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::good::Good;
use crate::verdict::recognised::{self, Wanted};

/// Products on the front page.
const PRODUCTS: u64 = 8;

#[derive(Template, Serialize)]
#[template(path = "portal/home.html")]
struct HomePage {
    #[serde(skip)]
    frame: Frame,
    title: String,
    products: Vec<Good>,
    count: u64,
}

pub(super) async fn show(here: Here) -> Answer {
    let today = here.ground().clock.today();
    let wanted = Wanted::default();
    let rows = recognised::page(&here.reader(), &wanted, today, 0, PRODUCTS).await?;
    let count = recognised::count(&here.reader(), &wanted, today).await?;
    let frame = here.frame();
    let products = Good::list(&frame, &rows)?;
    let title =
        here.app.words.text(here.lang, "portal-hero", &[("place", here.ground().config.locality.clone())]);
    here.show(&HomePage { title, products, count, frame })
}
