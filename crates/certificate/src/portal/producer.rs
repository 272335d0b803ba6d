//! `GET /producers/{id}`: a producer and its recognised products.

use askama::Template;
use axum::extract::Path;
use ground::Refusal;
use ground::actor::ProducerId;
use serde::Serialize;
use web::table::Link;
use web::{Answer, Frame, Here};

use super::good::Good;
use crate::near;
use crate::verdict::recognised::{self, Wanted};

/// Most products on one producer's page.
const PRODUCTS: u64 = 100;

#[derive(Template, Serialize)]
#[template(path = "portal/producer.html")]
struct ProducerPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    name: String,
    place: String,
    tel: Option<String>,
    phone: Option<String>,
    products: Vec<Good>,
}

pub(super) async fn show(here: Here, Path(id): Path<ProducerId>) -> Answer {
    if !recognised::is_public(&here.reader(), id).await? {
        return Err(Refusal::not_found().into());
    }
    let producer = near::producer(&here.reader(), id).await?.ok_or_else(Refusal::not_found)?;
    let today = here.ground().clock.today();
    let place = near::place(&here.reader(), producer.place_id, today).await?;
    let wanted = Wanted { producer: Some(id), ..Wanted::default() };
    let rows = recognised::page(&here.reader(), &wanted, today, 0, PRODUCTS).await?;
    let frame = here.frame();
    let products = Good::list(&frame, &rows)?;
    here.show(&ProducerPage {
        crumbs: vec![
            Link { href: "/".into(), label: here.t("frame-home") },
            Link { href: "/producers".into(), label: here.t("foot-producers") },
        ],
        name: producer.name,
        place: place.now.of(here.lang).to_owned(),
        tel: producer
            .phone
            .as_ref()
            .map(|phone| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()),
        phone: producer.phone,
        products,
        frame,
    })
}
