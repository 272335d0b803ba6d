//! The form of a site: the same for adding and editing.

use askama::Template;
use ground::actor::PlaceId;
use ground::{Day, Lang, Reader, Refusal, Result};
use people::consent::behalf;
use register::place;
use serde::Serialize;
use web::{Field, FormData, Frame, Here, Wrong, wrongs};

use super::Site;
use crate::book::Book;

/// Most characters of a name.
const NAME: usize = 200;

/// What is written down of a site.
#[derive(Clone, Debug)]
pub struct Details {
    /// Name.
    pub name: String,
    /// The commune it lies in.
    pub place: PlaceId,
}

impl Details {
    /// Reads a form.
    ///
    /// # Errors
    /// Every field that cannot be used; the records are away.
    pub(super) async fn read(reader: &Reader<'_>, form: &FormData, today: Day) -> Result<Self> {
        let place = place::typed(reader, form, today).await?;
        let mut read = form.read();
        let name = read.text("name", NAME);
        let place = place.map_err(|problem| read.problem(problem)).ok();
        read.done(|| Some(Self { name: name?, place: place? }))
    }
}

/// A site as the form holds it: with the name of its commune's home of today.
pub(super) async fn data(here: &Here, name: &str, place: PlaceId) -> Result<FormData> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let home = place::home_today(&reader, place, today).await?;
    let place = place::full_name(&reader, home.id, Lang::Vi).await?;
    Ok(FormData::of([("name", name.to_owned()), ("place", place)]))
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "site/form.html")]
pub(super) struct SiteForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    producer: String,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    back: String,
    version: i32,
    #[serde(skip)]
    name: Field,
    #[serde(skip)]
    place: Field,
}

/// Builds the page; `site` is the one that is edited, `ways` where the form goes and where it is left to.
pub(super) fn page(
    here: &Here,
    book: &Book,
    site: Option<&Site>,
    (action, back): (String, String),
    form: &FormData,
    refusal: Option<&Refusal>,
) -> SiteForm {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let mut frame = here.frame();
    frame.behalf = behalf(here, book.producer.id);
    SiteForm {
        errors: wrongs(here, refusal),
        title: site.map_or_else(|| here.t("goods-site-new"), |site| site.name.clone()),
        producer: book.producer.name.clone(),
        action,
        back,
        version: site.map_or(0, |site| site.version),
        name: field("name", "goods-site-called"),
        place: field("place", "goods-site-commune"),
        frame,
    }
}
