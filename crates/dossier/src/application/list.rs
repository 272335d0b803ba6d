//! The list of dossiers: filters and order in the address, the same rows as CSV.

use askama::Template;
use axum::extract::RawQuery;
use ground::fold::fold;
use ground::{Actor, Refusal, RefusalKind, Role};
use sea_orm::entity::prelude::*;
use sea_orm::{Order, QueryOrder, QuerySelect, Select};
use serde::Serialize;
use web::parts::Tag;
use web::table::{Asked, CSV_ROWS, Column as Head, Link, Pager, ROWS, csv};
use web::{Answer, Field, Frame, Here};

use super::model::{Kind, Stage};
use super::row::{Column, Entity};
use super::{Application, store};
use crate::self_assessment::sheet_of;

/// A row of the list.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The dossier.
    pub href: String,
    /// The product.
    pub product: String,
    /// The producer.
    pub producer: String,
    /// The set.
    pub set: i32,
    /// What it asks for.
    pub kind: String,
    /// Where it stands.
    pub stage: Tag,
    /// The registration number.
    pub number: String,
    /// Since when.
    pub since: String,
    /// The decision it goes by.
    pub rules: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "application/list.html")]
pub struct ListPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    text: Field,
    #[serde(skip)]
    stage: Field,
    #[serde(skip)]
    kind: Field,
    #[serde(skip)]
    set: Field,
    #[serde(skip)]
    columns: Vec<Head>,
    #[serde(skip)]
    chips: Vec<Link>,
    #[serde(skip)]
    csv_href: String,
    #[serde(skip)]
    may_open: bool,
    /// The rows.
    pub rows: Vec<Line>,
    /// Which of how many.
    pub pager: Pager,
}

/// `GET /dossiers`.
pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    if here.actor.user.is_none() {
        return Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in").into());
    }
    let asked = Asked::of(&here, query.as_deref().unwrap_or_default());
    let found = filtered(&here, &asked);
    if asked.query.get("format") == "csv" {
        let rows = found.limit(CSV_ROWS).all(&here.reader()).await?;
        return download(&here, &rows);
    }
    let total = found.clone().count(&here.reader()).await?;
    let rows = found.offset(asked.offset()).limit(ROWS).all(&here.reader()).await?;
    let page = page(&here, &asked, &rows, total);
    here.show(&page)
}

/// Whether opening a dossier is something this actor does: for its own products, or for those whose consent it has or
/// may be given.
fn opens(actor: &Actor) -> bool {
    actor.producers().next().is_some()
        || !actor.consents.is_empty()
        || actor.is(Role::Officer)
        || actor.is(Role::Volunteer)
}

fn filtered(here: &Here, asked: &Asked) -> Select<Entity> {
    let mut found = Entity::find().filter(store::visible_to(&here.actor));
    if !asked.text().is_empty() {
        found = found.filter(Column::Folded.contains(fold(asked.text())));
    }
    if let Ok(stage) = asked.query.get("stage").parse::<Stage>() {
        found = found.filter(Column::Stage.eq(stage));
    }
    if let Ok(kind) = asked.query.get("kind").parse::<Kind>() {
        found = found.filter(Column::Kind.eq(kind));
    }
    if let Ok(set) = asked.query.get("set").parse::<i32>() {
        found = found.filter(Column::SetNumber.eq(set));
    }
    if let Ok(producer) = asked.query.get("producer").parse::<ground::actor::ProducerId>() {
        found = found.filter(Column::ProducerId.eq(producer));
    }
    let order = if asked.descending { Order::Desc } else { Order::Asc };
    let (column, order) = match asked.sort.as_str() {
        "product" => (Column::Folded, order),
        "number" => (Column::RegistrationNumber, order),
        "stage" => (Column::Stage, order),
        "since" => (Column::Since, order),
        _ => (Column::Since, Order::Desc),
    };
    found.order_by(column, order).order_by_asc(Column::Id)
}

fn page(here: &Here, asked: &Asked, rows: &[Application], total: u64) -> ListPage {
    let all = |label: &str| (String::new(), here.t(label));
    let words = |prefix: &str, word: &str| (word.to_owned(), here.t(&format!("{prefix}-{word}")));
    let stages = [all("dossier-filter-all")]
        .into_iter()
        .chain(Stage::ALL.iter().map(|s| words("dossier-stage", s.as_str())));
    let kinds = [all("dossier-filter-all")]
        .into_iter()
        .chain(Kind::ALL.iter().map(|k| words("dossier-kind", k.as_str())));
    let newest = here.ground().rules.packs().last();
    let sets = newest.into_iter().flat_map(ocop::Pack::sheets);
    let sets = sets.map(|sheet| {
        (sheet.set().to_string(), format!("{} {}", sheet.set(), super::said(&sheet.name, here.lang)))
    });
    let sets = [all("dossier-filter-all")].into_iter().chain(sets);
    let field = |name: &str, label: &str| Field::new(here, name, label, &asked.query, None);
    ListPage {
        frame: here.frame(),
        may_open: opens(&here.actor),
        text: field("q", "dossier-list-search"),
        stage: field("stage", "dossier-list-stage").choices(stages, &asked.query),
        kind: field("kind", "dossier-list-kind").choices(kinds, &asked.query),
        set: field("set", "dossier-list-set").choices(sets, &asked.query),
        columns: vec![
            asked.column(here, "dossier-list-product", "product"),
            web::table::column(here, "dossier-list-kind"),
            asked.column(here, "dossier-list-stage", "stage"),
            asked.column(here, "dossier-list-number", "number"),
            asked.column(here, "dossier-list-since", "since"),
        ],
        chips: chips(here, asked),
        csv_href: asked.with("format", "csv"),
        rows: rows.iter().map(|row| line(here, row)).collect(),
        pager: asked.pager(total),
    }
}

fn chips(here: &Here, asked: &Asked) -> Vec<Link> {
    let mut chips = Vec::new();
    let mut chip = |name: &str, label: String| chips.push(Link { href: asked.with(name, ""), label });
    if !asked.text().is_empty() {
        chip("q", asked.text().to_owned());
    }
    for (name, prefix) in [("stage", "dossier-stage"), ("kind", "dossier-kind")] {
        let key = format!("{prefix}-{}", asked.query.get(name));
        if here.app.words.has(&key) {
            chip(name, here.t(&key));
        }
    }
    if asked.query.get("set").parse::<i32>().is_ok() {
        chip("set", format!("{} {}", here.t("dossier-list-set"), asked.query.get("set")));
    }
    chips
}

fn line(here: &Here, row: &Application) -> Line {
    Line {
        href: format!("/dossiers/{}", row.id),
        product: row.product_name.clone(),
        producer: row.producer_name.clone(),
        set: row.set_number,
        kind: here.t(&format!("dossier-kind-{}", row.kind)),
        stage: crate::self_assessment::stage_tag(here, row),
        number: row.registration_number.clone().unwrap_or_default(),
        since: row.since.people(),
        rules: sheet_of(&here.ground().rules, row)
            .map_or_else(|_| row.rules.clone(), |(pack, _)| pack.decision().number.clone()),
    }
}

fn download(here: &Here, rows: &[Application]) -> Answer {
    let head: Vec<String> = [
        "dossier-list-product",
        "dossier-list-producer",
        "dossier-list-set",
        "dossier-list-kind",
        "dossier-list-stage",
        "dossier-list-number",
        "dossier-list-since",
        "dossier-list-rules",
    ]
    .iter()
    .map(|key| here.t(key))
    .collect();
    let lines = rows.iter().map(|row| line(here, row));
    let cells = lines.map(|line| {
        vec![
            line.product,
            line.producer,
            line.set.to_string(),
            line.kind,
            line.stage.text,
            line.number,
            line.since,
            line.rules,
        ]
    });
    csv("dossiers.csv", &head, cells)
}
