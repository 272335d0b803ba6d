//! `edit`: what a trade item is called, its GTIN, how long it keeps, by which standards it is made.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use gs1::key::Gtin;
use people::consent::framed;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::store::{ActiveModel, by_gtin};
use super::{TradeItem, TradeItemId, Unit, load_of};
use crate::book::Book;
use crate::entry::units;

/// Most characters of a name.
const NAME: usize = 200;
/// Most characters of the standards.
const STANDARDS: usize = 500;
/// Longest life of goods, in days.
const KEEPS: i32 = 3_650;

/// What can be said of a trade item.
#[derive(Clone, Debug)]
pub struct Details {
    /// Name.
    pub name: String,
    /// The unit it is usually counted in.
    pub unit: Unit,
    /// The GTIN in 14 digits.
    pub gtin: Option<String>,
    /// For how many days it keeps.
    pub shelf_life_days: Option<i32>,
    /// Standards and technical regulations.
    pub standards: Option<String>,
}

impl Details {
    fn read(form: &FormData) -> Result<Self> {
        let mut read = form.read();
        let name = read.text("name", NAME);
        let unit = read.word("unit");
        let gtin = match form.get("gtin").trim() {
            "" => Some(None),
            typed => match Gtin::new(typed) {
                Ok(gtin) => Some(Some(gtin.as_str().to_owned())),
                Err(_) => {
                    read.problem(FieldProblem::new("gtin", "goods-not-a-gtin"));
                    None
                }
            },
        };
        let days = match form.get("shelf_life_days").trim() {
            "" => Some(None),
            _ => read.number("shelf_life_days", 1..=KEEPS).map(Some),
        };
        let standards = read.optional("standards", STANDARDS);
        read.done(|| {
            Some(Self {
                name: name?,
                unit: unit?,
                gtin: gtin?,
                shelf_life_days: days?,
                standards: standards?,
            })
        })
    }
}

/// Writes what is said of a trade item over what was said. Lots that were logged keep what they are called.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-gtin-taken` at `gtin`, `goods-name-taken` at `name`; `changed-meanwhile`.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, TradeItemId),
    version: i32,
    details: &Details,
) -> Result<TradeItem> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    let item = load_of(&change.reader(), producer, id).await?;
    if item.version != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    if let Some(gtin) = &details.gtin
        && by_gtin(&change.reader(), gtin).await?.is_some_and(|other| other.id != id)
    {
        return Err(Refusal::field("gtin", "goods-gtin-taken"));
    }
    let folded = fold(&details.name);
    let same_name = super::Entity::find()
        .filter(super::Column::ProducerId.eq(producer))
        .filter(super::Column::Folded.eq(&folded))
        .filter(super::Column::Id.ne(id));
    if same_name.one(&change.reader()).await?.is_some() {
        return Err(Refusal::field("name", "goods-name-taken"));
    }
    let row = ActiveModel {
        id: Set(id),
        name: Set(details.name.clone()),
        folded: Set(folded),
        unit: Set(details.unit),
        gtin: Set(details.gtin.clone()),
        shelf_life_days: Set(details.shelf_life_days),
        standards: Set(details.standards.clone()),
        version: Set(item.version + 1),
        ..Default::default()
    };
    let item = change.update(&item, row).await?;
    change.say("what", &item.name);
    change.tell(ground::facts::News::new(super::CHANGED, id, &producer)?);
    change.commit().await?;
    Ok(item)
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "item/form.html")]
struct ItemForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    producer: String,
    code: String,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    back: String,
    version: i32,
    #[serde(skip)]
    fields: [Field; 5],
}

/// `GET /goods/{producer}/items/{item}`.
pub(super) async fn offer(here: Here, Path((producer, id)): Path<(ProducerId, TradeItemId)>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let item = load_of(&here.reader(), producer, id).await?;
    let form = FormData::of([
        ("name", item.name.clone()),
        ("unit", item.unit.to_string()),
        ("gtin", item.gtin.clone().unwrap_or_default()),
        ("shelf_life_days", item.shelf_life_days.map(|days| days.to_string()).unwrap_or_default()),
        ("standards", item.standards.clone().unwrap_or_default()),
    ]);
    here.show(&page(&here, &book, &item, &form, None))
}

/// `POST /goods/{producer}/items/{item}`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, TradeItemId)>,
    Posted(form): Posted,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let item = load_of(&here.reader(), producer, id).await?;
    let version = form.get("version").parse().unwrap_or_default();
    let edited = async {
        let details = Details::read(&form)?;
        edit(here.ground(), &here.actor, (producer, id), version, &details).await
    };
    match edited.await {
        Ok(_) => here.done(&format!("{}/items", book.href()), "goods-kept"),
        Err(refusal) => {
            let page = page(&here, &book, &item, &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

fn page(here: &Here, book: &Book, item: &TradeItem, form: &FormData, refusal: Option<&Refusal>) -> ItemForm {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    ItemForm {
        errors: wrongs(here, refusal),
        title: item.name.clone(),
        producer: book.producer.name.clone(),
        code: item.code.to_string(),
        action: format!("{}/items/{}", book.href(), item.id),
        back: format!("{}/items", book.href()),
        version: item.version,
        fields: [
            field("name", "goods-item-called"),
            field("unit", "goods-unit").choices(units(here), form),
            field("gtin", "goods-gtin").optional().input("number").width("20"),
            field("shelf_life_days", "goods-keeps").optional().input("number").width("5"),
            field("standards", "goods-standards").optional(),
        ],
        frame: framed(here, book.producer.id),
    }
}
