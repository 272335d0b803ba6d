//! `import`: a list that was kept in a spreadsheet, row by row an entry; all of them or none. The dry run is the import
//! itself, not committed.

mod page;
mod rows;

use axum::routing::{get, post};
use ground::actor::ProducerId;
use ground::{Actor, FieldProblem, Ground, Refusal, RefusalKind, Result};
use register::grid::Grid;
use sha2::{Digest, Sha256};

use super::log::within;
use super::store::by_client_key;
use crate::book::Book;

/// Most rows of one import.
const ROWS: usize = 1_000;
/// Bytes of a list's mark in the keys of its entries.
const MARK: usize = 8;

/// What an import does, or would do.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Entries that are new.
    pub entries: usize,
    /// Rows that were imported before, from the same list.
    pub known: usize,
    /// Every cell that cannot be used, by its row as a spreadsheet shows it.
    pub bad: Vec<(usize, FieldProblem)>,
}

/// Imports the rows: all of them, or none when any has a bad cell. The same list again imports nothing twice. With
/// `dry_run` nothing is kept.
///
/// # Errors
/// `not-found`, `not-allowed`; `register-rows-…` at `file`; the records are away. Bad cells are no error: they stand
/// in the report.
pub async fn import(
    ground: &Ground,
    actor: &Actor,
    words: &web::Words,
    (producer, grid): (ProducerId, &Grid),
    dry_run: bool,
) -> Result<Report> {
    let book = Book::of(ground, actor, producer).await?;
    if grid.rows().len() > ROWS {
        let problem = FieldProblem::new("file", "register-rows-too-many").with("most", ROWS);
        return Err(Refusal::invalid(vec![problem]));
    }
    let mark = hex::encode(&Sha256::digest(grid.as_csv()?)[..MARK]);
    let mut change = ground.change(actor, "log-entry", &book.resource).await?;
    let mut report = Report::default();
    let mut lots = Vec::new();
    for row in rows::read(words, grid)? {
        let key = format!("{mark}-{}", row.number);
        if by_client_key(&change.reader(), producer, &key).await?.is_some() {
            report.known += 1;
            continue;
        }
        let logged = match row.entry(&change.reader(), producer, key).await {
            Ok(new) => match new.check(ground.clock.now()) {
                Ok(()) => within(&mut change, ground, producer, &new).await,
                Err(refusal) => Err(refusal),
            },
            Err(refusal) => Err(refusal),
        };
        match logged {
            Ok((_, of)) => {
                report.entries += 1;
                lots.extend(of);
            }
            Err(refusal) if refusal.kind == RefusalKind::Invalid => {
                report.bad.extend(refusal.fields.into_iter().map(|problem| (row.number, in_column(problem))));
            }
            Err(refusal) => return Err(refusal),
        }
    }
    if report.bad.is_empty() && report.entries > 0 && !dry_run {
        change.say("kind", "list");
        lots.dedup();
        change.say("lots", lots.into_iter().take(20).collect::<Vec<_>>().join(", "));
        change.commit().await?;
    }
    Ok(report)
}

// Fields of the form that stand in another column of a list.
fn in_column(mut problem: FieldProblem) -> FieldProblem {
    problem.field = match problem.field.as_ref() {
        "of" => "lot".into(),
        "in" => "from".into(),
        other => other.to_owned().into(),
    };
    problem
}

/// `/goods/{producer}/import`.
pub(super) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/import", get(page::offer).post(page::upload))
        .route("/goods/{producer}/import/confirm", post(page::confirm))
        .route("/goods/{producer}/import/template.xlsx", get(page::template))
}
