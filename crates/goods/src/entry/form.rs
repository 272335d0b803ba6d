//! The form of an entry: few fields, most of them filled in from last time.

use askama::Template;
use ground::{Refusal, Result};
use people::consent::framed;
use register::product;
use serde::Serialize;
use web::{DateField, Field, FormData, Frame, Here, Wrong, wrongs};

use super::read::NEW;
use super::{EntryKind, stock};
use crate::book::Book;
use crate::item::{self, Unit};
use crate::{lot, partner, site};

/// The form of an entry.
#[derive(Template, Serialize)]
#[template(path = "entry/form.html")]
pub(super) struct EntryForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    kind: EntryKind,
    title: String,
    producer: String,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    back: String,
    client_key: String,
    #[serde(skip)]
    goods: Option<GoodsFields>,
    #[serde(skip)]
    at_hand: Option<Vec<AtHand>>,
    #[serde(skip)]
    received: Option<[Field; 3]>,
    #[serde(skip)]
    partner: Option<[Field; 3]>,
    #[serde(skip)]
    site: Option<Field>,
    #[serde(skip)]
    site_name: Field,
    #[serde(skip)]
    day: DateField,
    #[serde(skip)]
    time: Field,
    #[serde(skip)]
    note: Field,
    #[serde(skip)]
    photos: Field,
    #[serde(skip)]
    confirmed: Option<Field>,
}

/// What begins.
struct GoodsFields {
    item: Field,
    item_name: Field,
    lot: Field,
    quantity: Field,
    unit: Field,
    expires_on: DateField,
}

/// A lot that there is something of.
struct AtHand {
    field: Field,
    unit: Unit,
}

/// Builds the form.
///
/// # Errors
/// The records are away.
pub(super) async fn page(
    here: &Here,
    book: &Book,
    kind: EntryKind,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<EntryForm> {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let mut photos = field("photos", "goods-photos").optional();
    photos.multiple = true;
    let doubted = refusal.is_some_and(|refusal| refusal.fields.iter().any(|bad| bad.field == "confirmed"));
    let confirmed = (doubted || form.has("confirmed")).then(|| {
        field("confirmed", "goods-confirmed").choices([("yes", here.t("goods-confirmed-yes"))], form)
    });
    Ok(EntryForm {
        errors: wrongs(here, refusal),
        title: here.t(&format!("goods-log-{kind}")),
        producer: book.producer.name.clone(),
        action: format!("{}/log/{kind}", book.href()),
        back: book.href(),
        client_key: form.get("client_key").to_owned(),
        goods: match kind.begins() || kind.makes() {
            true => Some(goods(here, book, form, refusal).await?),
            false => None,
        },
        at_hand: match kind.begins() || kind == EntryKind::Receive {
            true => None,
            false => Some(at_hand(here, book, kind, form, refusal).await?),
        },
        received: (kind == EntryKind::Receive).then(|| {
            [
                field("label", "goods-label"),
                field("quantity", "goods-quantity").input("number").width("10"),
                field("unit", "goods-unit").choices(units(here), form),
            ]
        }),
        partner: match kind.has_partner() {
            true => Some(partners(here, book, kind, form, refusal).await?),
            false => None,
        },
        site: sites(here, book, form, refusal).await?,
        site_name: field("site_name", "goods-site-name").optional(),
        day: DateField::new(here, "day", "goods-on-day", form, refusal),
        time: field("time", "goods-time").optional().width("5"),
        note: field("note", "goods-note").optional().rows(2),
        photos: photos.accept("image/jpeg,image/png,image/webp"),
        confirmed,
        kind,
        frame: framed(here, book.producer.id),
    })
}

/// Units with their names.
pub(crate) fn units(here: &Here) -> Vec<(Unit, String)> {
    Unit::ALL.iter().map(|unit| (*unit, unit_name(here, *unit))).collect()
}

/// What a unit is called.
pub(crate) fn unit_name(here: &Here, unit: Unit) -> String {
    here.t(&format!("goods-unit-{}", unit.as_str().to_lowercase()))
}

async fn goods(here: &Here, book: &Book, form: &FormData, refusal: Option<&Refusal>) -> Result<GoodsFields> {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let reader = here.reader();
    let items = item::of_producer(&reader, book.producer.id).await?;
    let logged: Vec<_> = items.iter().filter_map(|item| item.product_id).collect();
    let products = product::of_producer(&reader, book.producer.id).await?;
    let mut choices: Vec<(String, String)> = Vec::new();
    let never = products.into_iter().filter(|product| !logged.contains(&product.id));
    choices.extend(items.into_iter().map(|item| (format!("item:{}", item.id), item.name)));
    choices.extend(never.map(|product| (format!("product:{}", product.id), product.name)));
    choices.push((NEW.to_owned(), here.t("goods-item-new")));
    Ok(GoodsFields {
        item: field("item", "goods-item").choices(choices, form),
        item_name: field("item_name", "goods-item-name").optional(),
        lot: field("lot", "goods-lot-number").width("20"),
        quantity: field("quantity", "goods-quantity").input("number").width("10"),
        unit: field("unit", "goods-unit").choices(units(here), form),
        expires_on: DateField::new(here, "expires_on", "goods-expires-on", form, refusal).optional(),
    })
}

async fn at_hand(
    here: &Here,
    book: &Book,
    kind: EntryKind,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<Vec<AtHand>> {
    let reader = here.reader();
    let stock = stock::at_hand(&reader, book.producer.id).await?;
    let lots = lot::load_all(&reader, &stock.iter().map(|row| row.lot_id).collect::<Vec<_>>()).await?;
    let of: Vec<_> = lots.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &of).await?;
    let side = if kind.makes() { "in" } else { "of" };
    let row = |row: &stock::Model| {
        let lot = lots.get(&row.lot_id)?;
        let item = items.get(&lot.trade_item_id)?;
        let mut field = Field::new(here, &format!("{side}:{}", lot.id), "goods-how-much", form, refusal);
        let values = [
            ("item", item.name.clone()),
            ("lot", lot.code.to_string()),
            ("left", row.left().map(|left| left.to_string()).unwrap_or_default()),
            ("unit", unit_name(here, row.unit)),
        ];
        field.label = here.app.words.text(here.lang, "goods-at-hand", &values);
        let field = field.input("number").width("10");
        Some(AtHand { field, unit: row.unit })
    };
    let mut rows: Vec<AtHand> = stock.iter().filter_map(row).collect();
    // What is filled in stands first; the order is kept otherwise.
    rows.sort_by_key(|row| row.field.value.is_empty() && row.field.error.is_none());
    Ok(rows)
}

async fn partners(
    here: &Here,
    book: &Book,
    kind: EntryKind,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<[Field; 3]> {
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let known = partner::of_producer(&here.reader(), book.producer.id).await?;
    let mut choices = vec![(String::new(), here.t("goods-partner-none"))];
    choices.extend(known.into_iter().map(|partner| (partner.id.to_string(), partner.name)));
    let label =
        if matches!(kind, EntryKind::Buy | EntryKind::Receive) { "goods-supplier" } else { "goods-buyer" };
    Ok([
        field("partner", label).optional().choices(choices, form),
        field("partner_name", "goods-partner-name").optional(),
        field("partner_phone", "goods-partner-phone").optional().input("tel").width("20"),
    ])
}

// Nothing to choose, nothing to ask.
async fn sites(
    here: &Here,
    book: &Book,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<Option<Field>> {
    let known = site::of_producer(&here.reader(), book.producer.id).await?;
    if known.is_empty() {
        return Ok(None);
    }
    let mut choices = vec![(String::new(), book.producer.name.clone())];
    choices.extend(known.into_iter().map(|site| (site.id.to_string(), site.name)));
    Ok(Some(Field::new(here, "site", "goods-site", form, refusal).optional().choices(choices, form)))
}
