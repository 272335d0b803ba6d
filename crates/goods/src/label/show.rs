//! `GET /goods/{producer}/lots/{lot}/labels`: the designer, and the runs made before.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Refusal, Resource, Result};
use serde::Serialize;
use web::parts::moment;
use web::table::{Column, Link, column};
use web::{Answer, Choice, Field, FormData, Frame, Here, Wrong, wrongs};

use super::design::{Design, PARTS};
use super::gather::Subject;
use super::href;
use super::stock::STOCKS;
use super::store::{self, Model as LabelRun};
use crate::book::Book;
use crate::lot::LotId;

#[derive(Template, Serialize)]
#[template(path = "label/show.html")]
pub(super) struct LabelsPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    item: String,
    lot: String,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    stock: Field,
    #[serde(skip)]
    parts: Field,
    #[serde(skip)]
    count: Field,
    #[serde(skip)]
    columns: Vec<Column>,
    runs: Vec<RunLine>,
}

#[derive(Serialize)]
struct RunLine {
    made: String,
    by: String,
    count: i32,
    stock: String,
    serials: Option<String>,
    files: Vec<Link>,
}

/// The lot of an address, for those who may print its labels.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub(super) async fn subject(here: &Here, producer: ProducerId, lot: LotId) -> Result<(Subject, Resource)> {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "print-labels", &book.resource)?;
    Ok((Subject::of(here, book.producer, lot).await?, book.resource))
}

/// `GET …/labels`; what was chosen last time stands in the form.
pub(super) async fn show(here: Here, Path((producer, lot)): Path<(ProducerId, LotId)>) -> Answer {
    let (subject, _) = subject(&here, producer, lot).await?;
    let last = store::of_lot(&here.reader(), lot).await?.into_iter().next();
    let design = match last {
        Some(run) => run.design()?,
        None => Design::usual(),
    };
    let page = page(&here, &subject, &design.form(""), None).await?;
    here.show(&page)
}

/// Builds the page.
///
/// # Errors
/// The records are away.
pub(super) async fn page(
    here: &Here,
    subject: &Subject,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<LabelsPage> {
    let runs = store::of_lot(&here.reader(), subject.lot.id).await?;
    let field = |name: &str, label| Field::new(here, name, label, form, refusal);
    let stocks = STOCKS.iter().map(|stock| (stock.key, stock_name(here, stock.key)));
    let mut parts = field("parts", "label-parts").optional();
    parts.choices = parts_of(here, subject, form);
    Ok(LabelsPage {
        errors: wrongs(here, refusal),
        item: subject.item.name.clone(),
        lot: subject.lot.code.to_string(),
        action: href(subject.producer.id, subject.lot.id),
        stock: field("stock", "label-stock").choices(stocks, form),
        parts,
        count: field("count", "label-count").input("number").width("10"),
        columns: vec![
            column(here, "label-run-made"),
            column(here, "label-run-stock"),
            column(here, "label-run-count"),
            column(here, "label-run-files"),
        ],
        runs: runs.into_iter().map(|run| line(here, subject, run)).collect::<Result<_>>()?,
        frame: people::consent::framed(here, subject.producer.id),
    })
}

// Only what this lot can carry is offered.
fn parts_of(here: &Here, subject: &Subject, form: &FormData) -> Vec<Choice> {
    let offered = PARTS.into_iter().filter(|part| match *part {
        "phone" => subject.producer.phone.is_some(),
        "ean" => subject.ean().is_some(),
        "award" => subject.award.is_some(),
        _ => true,
    });
    let choice = |part: &str| Choice {
        value: part.to_owned(),
        label: here.t(&format!("label-part-{part}")),
        hint: (part == "serials").then(|| here.t("label-part-serials-hint")),
        chosen: form.all("parts").iter().any(|sent| sent == part),
    };
    offered.map(choice).collect()
}

fn stock_name(here: &Here, key: &str) -> String {
    let Some(stock) = super::Stock::of(key) else { return String::new() };
    let values = [
        ("size", stock.size()),
        ("across", stock.count.0.to_string()),
        ("labels", (u16::from(stock.count.0) * u16::from(stock.count.1)).to_string()),
        ("maker", stock.maker.unwrap_or_default().to_owned()),
    ];
    let key = if stock.is_roll() { "label-stock-roll" } else { "label-stock-sheet" };
    here.app.words.text(here.lang, key, &values)
}

fn line(here: &Here, subject: &Subject, run: LabelRun) -> Result<RunLine> {
    let at = format!("{}/{}", href(subject.producer.id, subject.lot.id), run.id);
    let files = run.files();
    let file = |n: u32| {
        let values = [("n", n.to_string()), ("files", files.to_string())];
        let key = if files == 1 { "label-file-only" } else { "label-file" };
        Link { href: format!("{at}/{n}.pdf"), label: here.app.words.text(here.lang, key, &values) }
    };
    let mut links: Vec<Link> = (1..=files).map(file).collect();
    if run.serial_run_id.is_some() {
        links.push(Link { href: format!("{at}/codes.csv"), label: here.t("label-file-codes") });
    }
    Ok(RunLine {
        made: moment(run.made_at),
        by: run.by_name.clone(),
        count: run.count,
        stock: stock_name(here, &run.design()?.stock),
        serials: run.serial_run_id.map(|_| here.t("label-run-serials")),
        files: links,
    })
}
