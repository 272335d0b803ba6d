//! `keep`: what a trade item is made of, how much usually comes out, and by how much it may be more.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use people::consent::framed;
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::store::{ActiveModel, input, of_item};
use crate::book::Book;
use crate::entry::{Quantity, units};
use crate::item::{self, TradeItem, TradeItemId, Unit};

/// Rows of what goes in.
const ROWS: usize = 6;
/// Empty rows that are offered beyond those filled in.
const SPARE: usize = 2;
/// The most that may come out beyond the usual, in percent.
const TOLERANCE: i32 = 100;

/// A recipe as it is kept.
#[derive(Clone, Debug)]
pub struct Details {
    /// How much comes out, and of what unit.
    pub out: (Quantity, Unit),
    /// By how many percent more may come out.
    pub tolerance: i32,
    /// What goes in.
    pub parts: Vec<Part>,
}

/// What goes in.
#[derive(Clone, Debug)]
pub struct Part {
    /// The goods.
    pub item: TradeItemId,
    /// How much.
    pub quantity: Quantity,
    /// Of what unit.
    pub unit: Unit,
}

impl Details {
    fn read(form: &FormData) -> Result<Self> {
        let mut read = form.read();
        let quantity = |read: &mut web::Reading<'_>, name: String| {
            let quantity = Quantity::parse(form.get(&name));
            quantity.map_err(|_| read.problem(FieldProblem::new(name, "goods-not-a-quantity"))).ok()
        };
        let out = quantity(&mut read, "quantity".to_owned());
        let unit = read.word::<Unit>("unit");
        let tolerance = read.number("tolerance", 0..=TOLERANCE);
        let mut parts = Vec::new();
        for row in 1..=ROWS {
            let Ok(item) = form.get(&format!("item-{row}")).parse::<TradeItemId>() else { continue };
            let unit = form.get(&format!("unit-{row}")).parse().unwrap_or(Unit::Kilogram);
            let quantity = quantity(&mut read, format!("quantity-{row}"));
            parts.extend(quantity.map(|quantity| Part { item, quantity, unit }));
        }
        if parts.is_empty() {
            read.problem(FieldProblem::new("item-1", "required"));
        }
        read.done(|| Some(Self { out: (out?, unit?), tolerance: tolerance?, parts }))
    }
}

/// Keeps a recipe over what was kept.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-not-yours` or `goods-made-of-itself` at `item-1`.
pub async fn keep(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, TradeItemId),
    details: &Details,
) -> Result<()> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    let of = item::load_of(&ground.reader(), producer, id).await?;
    let ids: Vec<TradeItemId> = details.parts.iter().map(|part| part.item).collect();
    if ids.contains(&id) {
        return Err(Refusal::field("item-1", "goods-made-of-itself"));
    }
    let known = item::load_all(&change.reader(), &ids).await?;
    if !ids.iter().all(|id| known.get(id).is_some_and(|item| item.producer_id == producer)) {
        return Err(Refusal::field("item-1", "goods-not-yours"));
    }
    let before = of_item(&change.reader(), id).await?;
    let row = ActiveModel {
        trade_item_id: Set(id),
        quantity: Set(details.out.0),
        unit: Set(details.out.1),
        tolerance: Set(details.tolerance),
        version: Set(before.as_ref().map_or(1, |(recipe, _)| recipe.version + 1)),
    };
    match before {
        Some((recipe, inputs)) => {
            change.update(&recipe, row).await?;
            for input in inputs {
                change.remove::<input::ActiveModel>(input).await?;
            }
        }
        None => {
            change.insert(row).await?;
        }
    }
    let mut parts = details.parts.clone();
    parts.sort_by_key(|part| part.item);
    parts.dedup_by_key(|part| part.item);
    for part in parts {
        let row = input::ActiveModel {
            id: Set(change.new_id()),
            recipe_id: Set(id),
            trade_item_id: Set(part.item),
            quantity: Set(part.quantity),
            unit: Set(part.unit),
        };
        change.insert(row).await?;
    }
    change.say("what", &of.name);
    change.commit().await
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "recipe/form.html")]
struct RecipeForm {
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
    out: [Field; 3],
    #[serde(skip)]
    parts: Vec<[Field; 3]>,
}

/// `GET /goods/{producer}/items/{item}/recipe`.
pub(super) async fn offer(here: Here, Path((producer, id)): Path<(ProducerId, TradeItemId)>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let item = item::load_of(&here.reader(), producer, id).await?;
    let form = kept(&here, &item).await?;
    here.show(&page(&here, &book, &item, &form, None).await?)
}

async fn kept(here: &Here, item: &TradeItem) -> Result<FormData> {
    let mut form = FormData::of([("unit", item.unit.to_string()), ("tolerance", "10".to_owned())]);
    if let Some((recipe, inputs)) = of_item(&here.reader(), item.id).await? {
        form = FormData::of([
            ("quantity", recipe.quantity.to_string()),
            ("unit", recipe.unit.to_string()),
            ("tolerance", recipe.tolerance.to_string()),
        ]);
        for (input, row) in inputs.iter().zip(1..) {
            form.push(format!("item-{row}"), input.trade_item_id.to_string());
            form.push(format!("quantity-{row}"), input.quantity.to_string());
            form.push(format!("unit-{row}"), input.unit.to_string());
        }
    }
    Ok(form)
}

/// `POST /goods/{producer}/items/{item}/recipe`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, TradeItemId)>,
    Posted(form): Posted,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let item = item::load_of(&here.reader(), producer, id).await?;
    let done = async {
        let details = Details::read(&form)?;
        keep(here.ground(), &here.actor, (producer, id), &details).await
    };
    match done.await {
        Ok(()) => here.done(&format!("{}/items/{id}", book.href()), "goods-kept"),
        Err(refusal) => {
            let page = page(&here, &book, &item, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

async fn page(
    here: &Here,
    book: &Book,
    item: &TradeItem,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<RecipeForm> {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let others = item::of_producer(&here.reader(), book.producer.id).await?;
    let mut choices = vec![(String::new(), here.t("recipe-nothing"))];
    let others = others.into_iter().filter(|other| other.id != item.id);
    choices.extend(others.map(|other| (other.id.to_string(), other.name)));
    let part = |row: usize| {
        [
            field(&format!("item-{row}"), "recipe-part").optional().choices(choices.clone(), form),
            field(&format!("quantity-{row}"), "goods-how-much").optional().input("number").width("10"),
            field(&format!("unit-{row}"), "goods-unit").choices(units(here), form),
        ]
    };
    let filled = (1..=ROWS)
        .rfind(|row| ["item", "quantity"].iter().any(|name| !form.get(&format!("{name}-{row}")).is_empty()))
        .unwrap_or(0);
    let parts = (1..=ROWS.min(filled + SPARE)).map(part).collect();
    let frame = framed(here, book.producer.id);
    Ok(RecipeForm {
        errors: wrongs(here, refusal),
        title: frame.t1("recipe-of", "item", &item.name),
        action: format!("{}/items/{}/recipe", book.href(), item.id),
        back: format!("{}/items/{}", book.href(), item.id),
        out: [
            field("quantity", "recipe-out").input("number").width("10"),
            field("unit", "goods-unit").choices(units(here), form),
            field("tolerance", "recipe-tolerance").input("number").width("5"),
        ],
        parts,
        frame,
    })
}
