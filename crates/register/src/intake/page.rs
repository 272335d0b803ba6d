//! The page of an import: a file, the dry run with its bad cells, then the import of exactly those rows.

use askama::Template;
use ground::{Refusal, Result};
use serde::Serialize;
use web::table::download;
use web::{Answer, Field, FormData, Frame, Here, Posted, Upload, Wrong, wrongs};

use super::rows::COLUMNS;
use super::{Report, desk, import};
use crate::grid::{BadCell, FILE_BYTES, Grid, XLSX, xlsx};

/// What a dry run found.
#[derive(Serialize)]
struct DryRun {
    producers: usize,
    known: usize,
    products: usize,
    bad: Vec<BadCell>,
    /// The rows, to be sent on.
    #[serde(skip)]
    rows: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "import/register.html")]
struct ImportPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    file: Field,
    dry_run: Option<DryRun>,
}

/// `GET /register/import`.
pub(super) async fn offer(here: Here) -> Answer {
    allowed(&here).await?;
    here.show(&page(&here, None, None))
}

/// `POST /register/import`: the dry run.
pub(super) async fn upload(here: Here, upload: Upload) -> Answer {
    allowed(&here).await?;
    let looked = async {
        let (_, _, bytes) = upload.receive_rows("file", FILE_BYTES).await?;
        let grid = Grid::read(&bytes)?;
        let report = import(here.ground(), &here.actor, &here.app.words, &grid, true).await?;
        dry_run(&here, report, &grid)
    };
    match looked.await {
        Ok(found) => here.show(&page(&here, None, Some(found))),
        Err(refusal) => {
            let page = page(&here, Some(&refusal), None);
            here.show_again(&page, refusal)
        }
    }
}

/// `POST /register/import/confirm`: the import of the rows that the dry run showed.
pub(super) async fn confirm(here: Here, Posted(form): Posted) -> Answer {
    let grid = Grid::read(form.get("rows").as_bytes())?;
    let report = import(here.ground(), &here.actor, &here.app.words, &grid, false).await?;
    if report.bad.is_empty() {
        return here.done("/register/producers", "register-imported");
    }
    // The records changed since the dry run.
    let found = dry_run(&here, report, &grid)?;
    here.show_again(&page(&here, None, Some(found)), Refusal::invalid(Vec::new()))
}

/// `GET /register/import/template.xlsx`: a sheet with the columns and nothing in it.
pub(super) async fn template(here: Here) -> Answer {
    Ok(download("register.xlsx", XLSX, xlsx("register", &COLUMNS.labels(&here), &[])?))
}

async fn allowed(here: &Here) -> Result<()> {
    let desk = desk(here.ground(), &here.actor).await?;
    here.ground().access.require(&here.actor, "import-register", &desk).map(|_| ())
}

fn dry_run(here: &Here, report: Report, grid: &Grid) -> Result<DryRun> {
    let bad = report
        .bad
        .iter()
        .map(|(row, problem)| BadCell::of(here, (*row, COLUMNS.label(here, &problem.field)), problem));
    Ok(DryRun {
        producers: report.producers,
        known: report.known,
        products: report.products,
        bad: bad.collect(),
        rows: grid.as_csv()?,
    })
}

fn page(here: &Here, refusal: Option<&Refusal>, dry_run: Option<DryRun>) -> ImportPage {
    ImportPage {
        errors: wrongs(here, refusal),
        file: Field::new(here, "file", "reg-import-file", &FormData::default(), refusal).accept(".csv,.xlsx"),
        dry_run,
        frame: here.frame(),
    }
}
