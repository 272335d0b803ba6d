//! The form of a partner: how it is called and reached, and which producer of the register it may be.

use askama::Template;
use ground::actor::ProducerId;
use ground::{Refusal, Result};
use people::consent::framed;
use register::place;
use register::producer::{self, Producer, alike};
use serde::Serialize;
use web::{Field, FormData, Frame, Here, Wrong, wrongs};

use super::Partner;
use crate::book::Book;

/// Most characters of a name or an address.
const TEXT: usize = 200;
/// Most characters of a phone number.
const PHONE: usize = 30;

/// How a partner is called and reached.
#[derive(Clone, Debug)]
pub struct Details {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// The producer of the register that it is, where somebody said so.
    pub known: Option<ProducerId>,
}

impl Details {
    /// Reads a form.
    ///
    /// # Errors
    /// Every field that cannot be used.
    pub(super) fn read(form: &FormData) -> Result<Self> {
        let mut read = form.read();
        let name = read.text("name", TEXT);
        let phone = read.optional("phone", PHONE);
        let email = read.optional("email", TEXT);
        let address = read.optional("address", TEXT);
        let known = read.optional_word("known");
        read.done(|| {
            Some(Self { name: name?, phone: phone?, email: email?, address: address?, known: known? })
        })
    }
}

/// A partner as the form holds it.
pub(super) fn data(partner: &Partner) -> FormData {
    FormData::of([
        ("name", partner.name.clone()),
        ("phone", partner.phone.clone().unwrap_or_default()),
        ("email", partner.email.clone().unwrap_or_default()),
        ("address", partner.address.clone().unwrap_or_default()),
        ("known", partner.known_producer_id.map(|id| id.to_string()).unwrap_or_default()),
    ])
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "partner/form.html")]
pub(super) struct PartnerForm {
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
    fields: [Field; 4],
    #[serde(skip)]
    known: Option<Field>,
}

/// Builds the page.
///
/// # Errors
/// The records are away.
pub(super) async fn page(
    here: &Here,
    book: &Book,
    partner: &Partner,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<PartnerForm> {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let choices = choices(here, book.producer.id, partner, form.get("name")).await?;
    Ok(PartnerForm {
        errors: wrongs(here, refusal),
        title: partner.name.clone(),
        producer: book.producer.name.clone(),
        action: format!("{}/partners/{}", book.href(), partner.id),
        back: format!("{}/partners", book.href()),
        version: partner.version,
        fields: [
            field("name", "goods-partner-called"),
            field("phone", "goods-phone").optional().input("tel").width("20"),
            field("email", "goods-email").optional().input("email"),
            field("address", "goods-address").optional(),
        ],
        known: (choices.len() > 1)
            .then(|| field("known", "goods-partner-known").optional().choices(choices, form)),
        frame: framed(here, book.producer.id),
    })
}

/// Producers that a partner of this name may be; the one that it was said to be stays among them.
///
/// # Errors
/// The records are away.
pub(super) async fn candidates(
    reader: &ground::Reader<'_>,
    own: ProducerId,
    partner: &Partner,
    name: &str,
) -> Result<Vec<Producer>> {
    let like = alike(reader, name, None, None, Some(own)).await?;
    let mut all: Vec<Producer> = like.into_iter().map(|like| like.producer).collect();
    let known = partner.known_producer_id.filter(|id| all.iter().all(|one| one.id != *id));
    if let Some(id) = known {
        all.push(producer::load(reader, id).await?);
    }
    Ok(all)
}

async fn choices(
    here: &Here,
    own: ProducerId,
    partner: &Partner,
    name: &str,
) -> Result<Vec<(String, String)>> {
    let found = candidates(&here.reader(), own, partner, name).await?;
    let places: Vec<_> = found.iter().map(|producer| producer.place_id).collect();
    let places = place::full_names(&here.reader(), &places, here.lang).await?;
    let mut choices = vec![(String::new(), here.t("goods-partner-unknown"))];
    choices.extend(found.into_iter().map(|producer| {
        let place = places.get(&producer.place_id).cloned().unwrap_or_default();
        (producer.id.to_string(), format!("{}, {place}", producer.name))
    }));
    Ok(choices)
}
