//! The page of an import: a file, the dry run with its bad cells, then the import of exactly those rows.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Refusal, Result};
use people::consent::framed;
use register::grid::{BadCell, FILE_BYTES, Grid, XLSX, xlsx};
use serde::Serialize;
use web::table::download;
use web::{Answer, Field, FormData, Frame, Here, Posted, Upload, Wrong, wrongs};

use super::rows::COLUMNS;
use super::{Report, import};
use crate::book::Book;

/// What a dry run found.
#[derive(Serialize)]
struct DryRun {
    entries: usize,
    known: usize,
    bad: Vec<BadCell>,
    #[serde(skip)]
    rows: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "entry/import.html")]
struct ImportPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    producer: String,
    #[serde(skip)]
    href: String,
    #[serde(skip)]
    back: String,
    #[serde(skip)]
    file: Field,
    dry_run: Option<DryRun>,
}

async fn book(here: &Here, producer: ProducerId) -> Result<Book> {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "log-entry", &book.resource)?;
    Ok(book)
}

/// `GET /goods/{producer}/import`.
pub(super) async fn offer(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = book(&here, producer).await?;
    here.show(&page(&here, &book, None, None))
}

/// `POST /goods/{producer}/import`: the dry run.
pub(super) async fn upload(here: Here, Path(producer): Path<ProducerId>, upload: Upload) -> Answer {
    let book = book(&here, producer).await?;
    let looked = async {
        let (_, _, bytes) = upload.receive_rows("file", FILE_BYTES).await?;
        let grid = Grid::read(&bytes)?;
        let of = (producer, &grid);
        let report = import(here.ground(), &here.actor, &here.app.words, of, true).await?;
        dry_run(&here, report, &grid)
    };
    match looked.await {
        Ok(found) => here.show(&page(&here, &book, None, Some(found))),
        Err(refusal) => {
            let page = page(&here, &book, Some(&refusal), None);
            here.show_again(&page, refusal)
        }
    }
}

/// `POST /goods/{producer}/import/confirm`: the import of the rows that the dry run showed.
pub(super) async fn confirm(here: Here, Path(producer): Path<ProducerId>, Posted(form): Posted) -> Answer {
    let book = book(&here, producer).await?;
    let grid = Grid::read(form.get("rows").as_bytes())?;
    let report = import(here.ground(), &here.actor, &here.app.words, (producer, &grid), false).await?;
    if report.bad.is_empty() {
        return here.done(&book.href(), "goods-imported");
    }
    // The book changed since the dry run.
    let found = dry_run(&here, report, &grid)?;
    here.show_again(&page(&here, &book, None, Some(found)), Refusal::invalid(Vec::new()))
}

/// `GET /goods/{producer}/import/template.xlsx`: a sheet with the columns and two rows that show how.
pub(super) async fn template(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    book(&here, producer).await?;
    let day = here.ground().clock.today().people();
    let row = |cells: [&str; 13]| cells.map(str::to_owned).to_vec();
    let (buy, process) = (here.t("goods-log-buy"), here.t("goods-log-process"));
    let rows = [
        row([&buy, &day, "7:30", "Nếp ngỗng", "NEP1", "300", "kg", "", "", "HTX A", "", "", ""]),
        row([&process, &day, "14:00", "Rượu nếp", "R1", "120", "lít", "NEP1 300", "", "", "", "", ""]),
    ];
    Ok(download("so-ghi-lo.xlsx", XLSX, xlsx("so ghi lo", &COLUMNS.labels(&here), &rows)?))
}

fn dry_run(here: &Here, report: Report, grid: &Grid) -> Result<DryRun> {
    let bad = report
        .bad
        .iter()
        .map(|(row, problem)| BadCell::of(here, (*row, COLUMNS.label(here, &problem.field)), problem));
    Ok(DryRun { entries: report.entries, known: report.known, bad: bad.collect(), rows: grid.as_csv()? })
}

fn page(here: &Here, book: &Book, refusal: Option<&Refusal>, dry_run: Option<DryRun>) -> ImportPage {
    ImportPage {
        errors: wrongs(here, refusal),
        producer: book.producer.name.clone(),
        href: format!("{}/import", book.href()),
        back: book.href(),
        file: Field::new(here, "file", "reg-import-file", &FormData::default(), refusal).accept(".csv,.xlsx"),
        dry_run,
        frame: framed(here, book.producer.id),
    }
}
