//! The page of an import: a file, the dry run, then the import of exactly what the dry run showed.

use askama::Template;
use ground::{Day, Refusal, Result};
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Upload, Wrong, wrongs};

use super::{Plan, import, plan, seat};
use crate::grid::{BadCell, FILE_BYTES, Grid};

/// Lines of a dry run that are shown; the counts are whole.
const LINES: usize = 200;

/// What a dry run found.
#[derive(Serialize)]
pub(crate) struct DryRun {
    added: usize,
    changed: usize,
    closed: usize,
    linked: usize,
    unchanged: usize,
    bad: Vec<BadCell>,
    lines: [Vec<String>; 3],
    /// The rows, to be sent on.
    #[serde(skip)]
    rows: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "place/import.html")]
struct ImportPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    file: Field,
    #[serde(skip)]
    on: Field,
    dry_run: Option<DryRun>,
}

/// `GET /places/import`.
pub(crate) async fn offer(here: Here) -> Answer {
    allowed(&here).await?;
    let today = here.ground().clock.today();
    here.show(&page(&here, &FormData::of([("on", today.people())]), None, None))
}

/// `POST /places/import`: the dry run.
pub(crate) async fn upload(here: Here, upload: Upload) -> Answer {
    allowed(&here).await?;
    let (form, _, bytes) = match upload.receive_rows("file", FILE_BYTES).await {
        Ok(received) => received,
        Err(refusal) => {
            let page = page(&here, &FormData::default(), Some(&refusal), None);
            return here.show_again(&page, refusal);
        }
    };
    let looked = async {
        let on = day(&form)?;
        let grid = Grid::read(&bytes)?;
        dry_run(&here, &plan(&here.reader(), &grid, on).await?, &grid)
    };
    match looked.await {
        Ok(found) => here.show(&page(&here, &form, None, Some(found))),
        Err(refusal) => {
            let page = page(&here, &form, Some(&refusal), None);
            here.show_again(&page, refusal)
        }
    }
}

/// `POST /places/import/confirm`: the import of the rows that the dry run showed.
pub(crate) async fn confirm(here: Here, Posted(form): Posted) -> Answer {
    let grid = Grid::read(form.get("rows").as_bytes())?;
    match import(here.ground(), &here.actor, &grid, day(&form)?).await {
        Ok(_) => here.done("/places", "places-imported"),
        Err(refusal) if refusal.code == "register-rows-refused" => {
            let found = dry_run(&here, &plan(&here.reader(), &grid, day(&form)?).await?, &grid)?;
            let page = page(&here, &form, None, Some(found));
            here.show_again(&page, refusal)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn allowed(here: &Here) -> Result<()> {
    let seat = seat(here.ground()).await?;
    here.ground().access.require(&here.actor, "import-places", &seat).map(|_| ())
}

fn day(form: &FormData) -> Result<Day> {
    let mut read = form.read();
    let day = read.day("on");
    read.done(|| day)
}

fn dry_run(here: &Here, plan: &Plan, grid: &Grid) -> Result<DryRun> {
    let lines = plan.lines(here.lang).map(|mut lines| {
        lines.truncate(LINES);
        lines
    });
    // The lists are the state's: their columns are called as it calls them.
    let bad = plan
        .problems
        .iter()
        .map(|bad| BadCell::of(here, (bad.row, bad.problem.field.clone().into_owned()), &bad.problem));
    Ok(DryRun {
        added: plan.added(),
        changed: plan.changed(),
        closed: plan.closed(),
        linked: plan.linked(),
        unchanged: plan.unchanged,
        bad: bad.collect(),
        lines,
        rows: grid.as_csv()?,
    })
}

fn page(here: &Here, form: &FormData, refusal: Option<&Refusal>, dry_run: Option<DryRun>) -> ImportPage {
    ImportPage {
        errors: wrongs(here, refusal),
        file: Field::new(here, "file", "reg-import-file", form, refusal).accept(".csv,.xlsx"),
        on: Field::new(here, "on", "reg-place-import-on", form, refusal).width("10"),
        dry_run,
        frame: here.frame(),
    }
}
