//! `edit`: how a partner is called and reached, and which producer of the register it is.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Actor, Ground, Refusal, Result};
use people::consent::framed;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::store::{ActiveModel, Column, Entity};
use super::{Partner, PartnerId};
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
}

impl Details {
    fn read(form: &FormData) -> Result<Self> {
        let mut read = form.read();
        let name = read.text("name", TEXT);
        let phone = read.optional("phone", PHONE);
        let email = read.optional("email", TEXT);
        let address = read.optional("address", TEXT);
        read.done(|| Some(Self { name: name?, phone: phone?, email: email?, address: address? }))
    }
}

async fn own(ground: &Ground, producer: ProducerId, id: PartnerId) -> Result<Partner> {
    let found = Entity::find_by_id(id).one(&ground.reader()).await?;
    found.filter(|partner| partner.producer_id == producer).ok_or_else(Refusal::not_found)
}

/// Writes how a partner is called and reached.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-name-taken` at `name`; `changed-meanwhile`.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, PartnerId),
    version: i32,
    details: &Details,
) -> Result<Partner> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    let partner = own(ground, producer, id).await?;
    if partner.version != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    let folded = fold(&details.name);
    let same = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::Folded.eq(&folded))
        .filter(Column::Id.ne(id));
    if same.one(&change.reader()).await?.is_some() {
        return Err(Refusal::field("name", "goods-name-taken"));
    }
    let row = ActiveModel {
        id: Set(id),
        name: Set(details.name.clone()),
        folded: Set(folded),
        phone: Set(details.phone.clone()),
        email: Set(details.email.clone()),
        address: Set(details.address.clone()),
        version: Set(partner.version + 1),
        ..Default::default()
    };
    let partner = change.update(&partner, row).await?;
    change.say("what", &partner.name);
    change.commit().await?;
    Ok(partner)
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "partner/form.html")]
struct PartnerForm {
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
}

/// `GET /goods/{producer}/partners/{partner}`.
pub(super) async fn offer(here: Here, Path((producer, id)): Path<(ProducerId, PartnerId)>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let partner = own(here.ground(), producer, id).await?;
    let form = FormData::of([
        ("name", partner.name.clone()),
        ("phone", partner.phone.clone().unwrap_or_default()),
        ("email", partner.email.clone().unwrap_or_default()),
        ("address", partner.address.clone().unwrap_or_default()),
    ]);
    here.show(&page(&here, &book, &partner, &form, None))
}

/// `POST /goods/{producer}/partners/{partner}`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, PartnerId)>,
    Posted(form): Posted,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let partner = own(here.ground(), producer, id).await?;
    let version = form.get("version").parse().unwrap_or_default();
    let edited = async {
        let details = Details::read(&form)?;
        edit(here.ground(), &here.actor, (producer, id), version, &details).await
    };
    match edited.await {
        Ok(_) => here.done(&format!("{}/partners", book.href()), "goods-kept"),
        Err(refusal) => {
            let page = page(&here, &book, &partner, &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

fn page(
    here: &Here,
    book: &Book,
    partner: &Partner,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> PartnerForm {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    PartnerForm {
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
        frame: framed(here, book.producer.id),
    }
}
