//! The form of a product: the same for adding and editing.

use askama::Template;
use ground::{Lang, Refusal, Result};
use serde::Serialize;
use web::{Field, FormData, Frame, Here, Wrong, wrongs};

use super::{Details, Product, ProductId, href, likeness, sets};
use crate::clash::Clash;
use crate::place;
use crate::producer::{self, Producer};

/// The page.
#[derive(Template, Serialize)]
#[template(path = "product/form.html")]
pub(super) struct ProductForm {
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
    #[serde(skip)]
    name: Field,
    #[serde(skip)]
    set_number: Field,
    #[serde(skip)]
    unit: Field,
    #[serde(skip)]
    place: Field,
    #[serde(skip)]
    story: Field,
    #[serde(skip)]
    alike: Option<Field>,
    #[serde(skip)]
    clashes: Vec<Clash>,
    version: i32,
}

/// What the page is about beside its fields.
pub(super) struct About<'a> {
    /// Whose product it is.
    pub(super) producer: &'a Producer,
    /// The product that is edited; none for a new one.
    pub(super) product: Option<&'a Product>,
    /// What someone else wrote meanwhile.
    pub(super) clashes: Vec<Clash>,
}

/// Builds the page.
pub(super) async fn page(
    here: &Here,
    about: About<'_>,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<ProductForm> {
    let id = about.product.map(|product| product.id);
    let warned = refusal.is_some_and(|refusal| refusal.fields.iter().any(|bad| bad.field == "distinct"));
    let alike = if warned || form.has("distinct") {
        let details = Details::read(here.ground(), &here.reader(), form).await;
        match details {
            Ok(details) => {
                let today = here.ground().clock.today();
                likeness::alike(&here.reader(), about.producer.id, &details, today, id).await?
            }
            Err(_) => Vec::new(),
        }
    } else {
        Vec::new()
    };
    let field = |name: &str, label| Field::new(here, name, label, form, refusal);
    let mut choices = vec![(String::new(), here.t("reg-choose-set"))];
    choices.extend(sets::all(here.ground(), here.lang).into_iter().map(|(n, name)| (n.to_string(), name)));
    let frame = people::consent::framed(here, about.producer.id);
    let of_producer = format!("/register/products/new?producer={}", about.producer.id);
    Ok(ProductForm {
        errors: wrongs(here, refusal),
        title: match about.product {
            Some(product) => frame.t1("reg-product-edit-title", "name", &product.name),
            None => frame.t("reg-product-new"),
        },
        producer: about.producer.name.clone(),
        action: id.map_or(of_producer, |id| format!("{}/edit", href(id))),
        back: id.map_or_else(|| producer::href(about.producer.id), href),
        name: field("name", "reg-product-name"),
        set_number: field("set_number", "reg-set").choices(choices, form),
        unit: field("unit", "reg-unit").optional().width("20"),
        place: field("place", "reg-made-in"),
        story: field("story", "reg-story").optional().rows(8),
        alike: likeness::field(here, &alike, form, refusal).await?,
        clashes: about.clashes,
        version: about.product.map_or(0, |product| product.version),
        frame,
    })
}

/// A product as the form holds it: with the name of its commune's home of today.
pub(super) async fn data(here: &Here, details: &Details) -> Result<FormData> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let home = place::home_today(&reader, details.place, today).await?;
    Ok(details.form(&place::full_name(&reader, home.id, Lang::Vi).await?))
}

/// The look-alikes that a form confirms to be others.
pub(super) fn distinct(form: &FormData) -> Vec<ProductId> {
    form.all("distinct").iter().filter_map(|id| id.parse().ok()).collect()
}
