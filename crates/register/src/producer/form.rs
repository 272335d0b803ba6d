//! The form of a producer: the same for registering and editing.

use askama::Template;
use ground::actor::ProducerId;
use ground::{Lang, Refusal, Result};
use people::consent::behalf;
use serde::Serialize;
use web::{DateField, Field, FormData, Frame, Here, Wrong, wrongs};

use super::details::FIELDS;
use super::{Details, Disability, Producer, ProducerKind, Sex, likeness};
use crate::clash::Clash;
use crate::place;

/// The fields.
pub(super) struct Fields {
    name: Field,
    kind: Field,
    registration_number: Field,
    registered_on: DateField,
    registered_by: Field,
    phone: Field,
    is_public_phone: Field,
    email: Field,
    place: Field,
    address: Field,
    representative_name: Field,
    representative_title: Field,
    representative_sex: Field,
    representative_ethnicity: Field,
    representative_disability: Field,
    representative_address: Field,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "producer/form.html")]
pub(super) struct ProducerForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    back: String,
    #[serde(skip)]
    fields: Fields,
    #[serde(skip)]
    alike: Option<Field>,
    #[serde(skip)]
    clashes: Vec<Clash>,
    version: i32,
}

/// What the page is about beside its fields.
pub(super) struct About<'a> {
    /// The producer that is edited; none for a new one.
    pub(super) producer: Option<&'a Producer>,
    /// What someone else wrote meanwhile.
    pub(super) clashes: Vec<Clash>,
}

impl Fields {
    fn new(here: &Here, form: &FormData, refusal: Option<&Refusal>) -> Self {
        let label =
            |name: &str| FIELDS.iter().find(|(known, _)| *known == name).map_or("", |(_, label)| label);
        let field = |name: &str| Field::new(here, name, label(name), form, refusal);
        let word = |prefix: &str, word: &str| here.t(&format!("{prefix}-{word}"));
        let kinds = ProducerKind::ALL.iter().map(|kind| (kind.as_str(), word("reg-kind", kind.as_str())));
        let sexes = Sex::ALL.iter().map(|sex| (sex.as_str(), word("reg-sex", sex.as_str())));
        let disability =
            Disability::ALL.iter().map(|answer| (answer.as_str(), word("reg-disability", answer.as_str())));
        Self {
            name: field("name"),
            kind: field("kind").choices(kinds, form),
            registration_number: field("registration_number").optional().width("20"),
            registered_on: DateField::new(here, "registered_on", label("registered_on"), form, refusal)
                .optional(),
            registered_by: field("registered_by").optional(),
            phone: field("phone").optional().input("tel").width("20"),
            is_public_phone: field("is_public_phone")
                .choices([("yes", here.t("reg-public-phone-yes"))], form),
            email: field("email").optional().input("email").width("20"),
            place: field("place"),
            address: field("address"),
            representative_name: field("representative_name"),
            representative_title: field("representative_title").optional().width("20"),
            representative_sex: field("representative_sex").optional().choices(sexes, form),
            representative_ethnicity: field("representative_ethnicity").optional().width("20"),
            representative_disability: field("representative_disability")
                .optional()
                .choices(disability, form),
            representative_address: field("representative_address").optional(),
        }
    }
}

/// Builds the page.
pub(super) async fn page(
    here: &Here,
    about: About<'_>,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<ProducerForm> {
    let id = about.producer.map(|producer| producer.id);
    let warned = refusal.is_some_and(|refusal| refusal.fields.iter().any(|bad| bad.field == "distinct"));
    let alike = if warned || form.has("distinct") {
        let text = |name| Some(form.get(name)).filter(|text| !text.trim().is_empty());
        let (number, phone) = (text("registration_number"), text("phone"));
        likeness::alike(&here.reader(), form.get("name"), number, phone, id).await?
    } else {
        Vec::new()
    };
    let back = id.map_or_else(|| "/register/producers".to_owned(), super::href);
    let mut frame = here.frame();
    frame.behalf = id.and_then(|id| behalf(here, id));
    Ok(ProducerForm {
        errors: wrongs(here, refusal),
        title: match about.producer {
            Some(producer) => frame.t1("reg-producer-edit-title", "name", &producer.name),
            None => frame.t("reg-producer-new"),
        },
        action: id
            .map_or_else(|| "/register/producers/new".to_owned(), |id| format!("{}/edit", super::href(id))),
        back,
        fields: Fields::new(here, form, refusal),
        alike: likeness::field(here, &alike, form, refusal).await?,
        clashes: about.clashes,
        version: about.producer.map_or(0, |producer| producer.version),
        frame,
    })
}

/// A producer as the form holds it: with the name of its commune's home of today.
pub(super) async fn data(here: &Here, details: &Details) -> Result<FormData> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let home = place::home_today(&reader, details.place, today).await?;
    Ok(details.form(&place::full_name(&reader, home.id, Lang::Vi).await?))
}

/// The look-alikes that a form confirms to be others.
pub(super) fn distinct(form: &FormData) -> Vec<ProducerId> {
    form.all("distinct").iter().filter_map(|id| id.parse().ok()).collect()
}
