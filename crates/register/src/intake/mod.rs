//! `import`: producers and their products from rows, with a dry run that is the import itself, not committed.

mod page;
mod rows;

use std::collections::HashMap;

use axum::Router;
use axum::routing::{get, post};
use ground::actor::{PlaceId, ProducerId};
use ground::{Actor, Change, FieldProblem, Ground, Refusal, RefusalKind, Resource, Result, Role};

use crate::grid::Grid;
use crate::place::import::seat;
use crate::{place, producer, product};
use rows::Row;

/// Most rows of one import.
const ROWS: usize = 5_000;

pub(crate) fn routes() -> Router<web::App> {
    Router::new()
        .route("/register/import", get(page::offer).post(page::upload))
        .route("/register/import/confirm", post(page::confirm))
        .route("/register/import/template.xlsx", get(page::template))
}

/// What an import does, or would do.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Producers that are new.
    pub producers: usize,
    /// Producers that were known and got products.
    pub known: usize,
    /// Products that are new.
    pub products: usize,
    /// Every cell that cannot be used, by its row as a spreadsheet shows it.
    pub bad: Vec<(usize, FieldProblem)>,
}

/// Imports the rows: all of them, or none when any has a bad cell. With `dry_run` nothing is kept.
///
/// # Errors
/// `not-allowed`; `register-rows-too-many`, `register-rows-unknown-column` or `register-rows-missing-column` at
/// `file`; the records are away. Bad cells are no error: they stand in the report, and then nothing was imported.
pub async fn import(
    ground: &Ground,
    actor: &Actor,
    words: &web::Words,
    grid: &Grid,
    dry_run: bool,
) -> Result<Report> {
    if grid.rows().len() > ROWS {
        let problem = FieldProblem::new("file", "register-rows-too-many").with("most", ROWS);
        return Err(Refusal::invalid(vec![problem]));
    }
    let desk = desk(ground, actor).await?;
    let mut change = ground.change(actor, "import-register", &desk).await?;
    let mut intake = Intake { ground, actor, report: Report::default(), taken: HashMap::new() };
    for row in rows::read(words, grid)? {
        if let Err(refusal) = intake.row(&mut change, &row).await {
            if refusal.kind != RefusalKind::Invalid {
                return Err(refusal);
            }
            intake.report.bad.extend(refusal.fields.into_iter().map(|problem| (row.number, problem)));
        }
    }
    let report = intake.report;
    if report.bad.is_empty() && !dry_run {
        change.say("producers", report.producers);
        change.say("products", report.products);
        change.commit().await?;
    }
    Ok(report)
}

// What the right to import is asked about: an officer's own place, for each row is asked about its own; for others
// the place this installation serves.
async fn desk(ground: &Ground, actor: &Actor) -> Result<Resource> {
    let Some(place) = actor.places_as(Role::Officer).next() else { return seat(ground).await };
    let scope = place::scope(&ground.reader(), place, ground.clock.today()).await?;
    Ok(place::resource(place, &scope))
}

struct Intake<'a> {
    ground: &'a Ground,
    actor: &'a Actor,
    report: Report,
    // Producers of earlier rows by what a row writes of them.
    taken: HashMap<[String; 3], (ProducerId, PlaceId)>,
}

impl Intake<'_> {
    async fn row(&mut self, change: &mut Change, row: &Row) -> Result<()> {
        let (producer, place) = match self.taken.get(&row.key()) {
            Some(taken) => *taken,
            None => {
                let taken = self.producer(change, row).await?;
                self.taken.insert(row.key(), taken);
                taken
            }
        };
        if row.product.get("name").is_empty() {
            return Ok(());
        }
        let today = change.at().day();
        let details =
            product::Details::read(self.ground, &change.reader(), &row.product).await.map_err(in_product)?;
        let scope = place::scope(&change.reader(), place, today).await?;
        if !self.ground.access.allows(self.actor, "add-product", &producer::resource_of(producer, &scope)) {
            return Err(Refusal::field("place", "register-place-not-yours"));
        }
        let alike = product::likeness::alike(&change.reader(), producer, &details, today, None).await?;
        let distinct: Vec<_> =
            if row.distinct { alike.iter().map(|like| like.id).collect() } else { Vec::new() };
        if alike.len() > distinct.len() {
            let names = alike.iter().map(|like| like.name.as_str()).collect::<Vec<_>>().join("; ");
            let problem = FieldProblem::new("product_name", "register-looks-like").with("names", names);
            return Err(Refusal::invalid(vec![problem]));
        }
        product::insert(change, producer, &details, &distinct).await?;
        self.report.products += 1;
        Ok(())
    }

    // The producer of a row: one that is known by its registration, or its name and commune, or a new one.
    async fn producer(&mut self, change: &mut Change, row: &Row) -> Result<(ProducerId, PlaceId)> {
        let today = change.at().day();
        let details = producer::Details::read(&change.reader(), &row.producer, today).await?;
        let scope = place::scope(&change.reader(), details.place, today).await?;
        let (number, phone) = (details.registration_number.as_deref(), details.phone.as_deref());
        let alike = producer::alike(&change.reader(), &details.name, number, phone, None).await?;
        // A producer registered before a merger is at home in the commune that the row names.
        let places: Vec<PlaceId> = alike.iter().map(|like| like.producer.place_id).collect();
        let homes = place::homes(&change.reader(), &places, today).await?;
        let same = alike.iter().find(|like| {
            let is_here = homes.get(&like.producer.place_id) == Some(&details.place);
            like.by.contains(&"name") && (is_here || like.by.contains(&"registration"))
        });
        if let Some(same) = same.filter(|_| !row.distinct) {
            self.report.known += 1;
            return Ok((same.producer.id, same.producer.place_id));
        }
        let distinct: Vec<_> =
            if row.distinct { alike.iter().map(|like| like.producer.id).collect() } else { Vec::new() };
        if alike.len() > distinct.len() {
            let names = alike.iter().map(|like| like.producer.name.as_str()).collect::<Vec<_>>().join("; ");
            return Err(Refusal::invalid(vec![
                FieldProblem::new("name", "register-looks-like").with("names", names),
            ]));
        }
        let id = change.new_id();
        if !self.ground.access.allows(self.actor, "register-producer", &producer::resource_of(id, &scope)) {
            return Err(Refusal::field("place", "register-place-not-yours"));
        }
        let new = producer::insert(change, id, &details, &distinct).await?;
        self.report.producers += 1;
        Ok((new.id, new.place_id))
    }
}

// The product's fields have columns of their own.
fn in_product(mut refusal: Refusal) -> Refusal {
    for problem in &mut refusal.fields {
        problem.field = match problem.field.as_ref() {
            "name" => "product_name".into(),
            "place" => "made_in".into(),
            other => other.to_owned().into(),
        };
    }
    refusal
}
