//! `GET /products/{id}`: a product with its story, its certificate of today and the way to its maker.

use askama::Template;
use axum::extract::Path;
use ground::Refusal;
use serde::Serialize;
use web::table::Link;
use web::{Answer, Frame, Here};

use super::good::{Good, picture};
use crate::near::{self, ProductId};
use crate::verdict::recognised::{self, Wanted};

/// Products of the same place shown below.
const NEIGHBOURS: u64 = 5;
/// Photos shown small.
const THUMBNAILS: usize = 4;
/// The sets that a minor may not buy (Law on preventing harm from alcohol, 44/2019/QH14, Art. 5).
const ALCOHOL: [i32; 2] = [14, 15];

#[derive(Template, Serialize)]
#[template(path = "portal/product.html")]
struct ProductPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    name: String,
    by: String,
    producer: Link,
    unit: String,
    stars: u8,
    holds: bool,
    certificate: Certificate,
    picture: String,
    photos: Vec<Picture>,
    tel: Option<String>,
    phone: Option<String>,
    alcohol: bool,
    pairs: Vec<(String, String)>,
    story: Vec<String>,
    neighbours: Vec<Good>,
    neighbours_title: String,
}

#[derive(Serialize)]
struct Certificate {
    title: String,
    line: String,
    href: String,
}

#[derive(Serialize)]
struct Picture {
    large: String,
    small: String,
    words: String,
}

pub(super) async fn show(here: Here, Path(id): Path<ProductId>) -> Answer {
    // What was never recognised has no public page.
    let row = recognised::of_product(&here.reader(), id).await?.ok_or_else(Refusal::not_found)?;
    let card = row.card()?;
    let today = here.ground().clock.today();
    let state = card.life().on(today);
    let facts = near::product(&here.reader(), id).await?;
    let near_by = Wanted { place: Some(row.home_id), ..Wanted::default() };
    let rows = recognised::page(&here.reader(), &near_by, today, 0, NEIGHBOURS).await?;
    let others: Vec<_> = rows.into_iter().filter(|other| other.product_id != id).take(THUMBNAILS).collect();
    let frame = here.frame();
    let text = |key: &str, values: &[(&str, String)]| here.app.words.text(here.lang, key, values);
    let photos = facts.as_ref().map(|facts| facts.photos.as_slice()).unwrap_or_default();
    let values = [("stars", card.stars.to_string()), ("state", here.t(&format!("state-{state}")))];
    let neighbours = Good::list(&frame, &others)?;
    here.show(&ProductPage {
        crumbs: vec![
            Link { href: "/".into(), label: here.t("frame-home") },
            Link { href: "/products".into(), label: here.t("foot-products") },
        ],
        name: facts.as_ref().map_or_else(|| card.product.clone(), |facts| facts.name.clone()),
        by: card.place.now.of(here.lang).to_owned(),
        producer: Link { href: format!("/producers/{}", card.producer_id), label: card.producer.clone() },
        unit: facts.as_ref().map_or_else(|| card.unit.clone(), |facts| facts.unit.clone()),
        stars: u8::try_from(card.stars).unwrap_or_default(),
        holds: state.holds(),
        certificate: Certificate {
            title: text("product-certificate", &values),
            line: crate::verdict::stated(&here, &card, today).1,
            href: format!("/c/{}", card.code),
        },
        picture: photos
            .first()
            .map_or_else(|| picture(&frame, None, &card.art), |hash| format!("/photos/{hash}/large")),
        photos: pictures(&here, photos, &card.product),
        tel: card
            .phone
            .as_ref()
            .map(|phone| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()),
        phone: card.phone.clone(),
        alcohol: ALCOHOL.contains(&card.set),
        pairs: vec![
            (here.t("certificate-set"), card.set_name(here.lang).to_owned()),
            (here.t("verdict-place"), crate::certificate::tag::place_line(&here, &card.place)),
        ],
        story: story(facts.as_ref().map(|facts| facts.story.as_str()).unwrap_or_default()),
        neighbours,
        neighbours_title: text("product-neighbours", &[("product", card.product.clone())]),
        frame,
    })
}

fn pictures(here: &Here, photos: &[ground::files::FileHash], product: &str) -> Vec<Picture> {
    let numbered = photos.iter().zip(1_usize..).take(THUMBNAILS);
    let picture = |(hash, number): (&ground::files::FileHash, usize)| Picture {
        large: format!("/photos/{hash}/large"),
        small: format!("/photos/{hash}/small"),
        words: here.app.words.text(
            here.lang,
            "product-photo",
            &[("number", number.to_string()), ("product", product.to_owned())],
        ),
    };
    numbered.map(picture).collect()
}

// A story is told in the language it was written in.
fn story(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
