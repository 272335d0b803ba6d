//! `screen` and `forward`: the commune judges the matters the decree names, gives no points, issues its report and
//! sends the dossier up.

use axum::extract::Path;
use ground::facts::News;
use ground::{Actor, Day, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;
use serde_json::json;
use web::{Answer, FormData, Here, Posted};

use super::{finding_row, report_row, store};
use crate::application::{self, Application, ApplicationId, Seen, record_step, variant};

/// Most characters of a finding.
const FOUND: usize = 3_000;
/// Most samples that go with a dossier.
const SAMPLES: i32 = 100;

/// What goes with a dossier that is sent up.
#[derive(Clone, Debug)]
pub struct Forwarded {
    /// The report's running number.
    pub number: Option<i32>,
    /// Its day.
    pub issued_on: Day,
    /// Who signs it.
    pub signer: Option<String>,
    /// Samples that go along.
    pub samples: Option<i32>,
}

/// The matters the commune judges, as the decree names them.
pub(super) fn matters(rules: &ocop::Library, application: &Application) -> Result<Vec<ocop::procedure::Judged>> {
    let variant = variant(rules, application)?;
    let step = variant.steps.iter().find(|step| step.actor == "commune");
    Ok(step.map(|step| step.judges.clone()).unwrap_or_default())
}

/// Writes what the commune found: (matter from 0, what the producer says, what was found).
///
/// # Errors
/// `not-allowed`; `dossier-not-here` when the commune does not have it in hand; no such matter.
pub async fn screen(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    found: Vec<(i32, Option<String>, String)>,
) -> Result<()> {
    let mut change = ground.change(actor, "screen-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    if application.stage != application::Stage::Commune {
        return Err(Refusal::wrong_state("dossier-not-here"));
    }
    let known = matters(&ground.rules, &application)?.len();
    let there = store::findings(&change.reader(), application.id).await?;
    for (matter, declared, text) in found {
        if usize::try_from(matter).map_or(true, |matter| matter >= known) {
            return Err(Refusal::field(format!("found-{matter}"), "not-a-choice"));
        }
        let before = there.iter().find(|row| row.matter == matter);
        if before.map_or(text.is_empty(), |row| row.found == text && row.declared == declared) {
            continue;
        }
        let mut row = finding_row::ActiveModel {
            declared: Set(declared),
            found: Set(text),
            by_name: Set(change.by_name().to_owned()),
            at: Set(change.at()),
            version: Set(before.map_or(1, |row| row.version + 1)),
            ..Default::default()
        };
        if let Some(before) = before {
            row.id = Set(before.id);
            change.update(before, row).await?;
        } else {
            row.id = Set(change.new_id());
            row.application_id = Set(application.id);
            row.matter = Set(matter);
            change.insert(row).await?;
        }
    }
    change.commit().await
}

/// Issues the report and sends the dossier up.
///
/// # Errors
/// `not-allowed`; `step-missing`; `not-received` without a registration number; at its field a matter without a
/// finding.
pub async fn forward(ground: &Ground, actor: &Actor, seen: &Seen, with: Forwarded) -> Result<Application> {
    let mut change = ground.change(actor, "forward-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    let step = store::step_of(variant(&ground.rules, &application)?, "commune");
    let step = step.ok_or_else(|| Refusal::wrong_state("dossier-not-here"))?;
    let rows = application::history(&change.reader(), application.id).await?;
    application::walk(&ground.rules, &application, &rows)?.admits(&step)?;
    if application.registration_number.is_none() {
        let way_out = format!("/dossiers/{}/procedure", application.id);
        return Err(Refusal::wrong_state("not-received").way_out(way_out));
    }
    let found = store::findings(&change.reader(), application.id).await?;
    let problems: Vec<_> = (0_i32..)
        .zip(matters(&ground.rules, &application)?)
        .filter(|(matter, _)| found.iter().all(|row| row.matter != *matter || row.found.is_empty()))
        .map(|(matter, _)| FieldProblem::new(format!("found-{matter}"), "required"))
        .collect();
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    let before = store::report(&change.reader(), application.id).await?;
    let mut row = report_row::ActiveModel {
        number: Set(with.number),
        issued_on: Set(with.issued_on),
        signer: Set(with.signer),
        samples: Set(with.samples),
        version: Set(before.as_ref().map_or(1, |row| row.version + 1)),
        ..Default::default()
    };
    if let Some(before) = &before {
        row.id = Set(before.id);
        change.update(before, row).await?;
    } else {
        row.id = Set(change.new_id());
        row.application_id = Set(application.id);
        change.insert(row).await?;
    }
    let after = record_step(&mut change, &application, step).await?;
    change.say("product", &application.product_name);
    let news = json!({ "product": application.product_id, "number": application.registration_number });
    change.tell(News::new("DossierForwarded", application.id, &news)?);
    change.commit().await?;
    Ok(after)
}

fn parse_found(form: &FormData) -> Vec<(i32, Option<String>, String)> {
    let text = |name: String| -> String { form.get(&name).trim().replace("\r\n", "\n").chars().take(FOUND).collect() };
    let matters = form.pairs().filter_map(|(name, _)| name.strip_prefix("found-")?.parse::<i32>().ok());
    matters
        .map(|matter| {
            let declared = text(format!("declared-{matter}"));
            (matter, (!declared.is_empty()).then_some(declared), text(format!("found-{matter}")))
        })
        .collect()
}

fn parse_forward(form: &FormData, today: Day) -> Result<Forwarded> {
    let mut read = form.read();
    let optional = |name: &'static str| !form.get(name).trim().is_empty();
    let number = if optional("number") { read.number("number", 1..=99_999).map(Some) } else { Some(None) };
    let samples = if optional("samples") { read.number("samples", 0..=SAMPLES).map(Some) } else { Some(None) };
    let issued_on = read.optional_day("issued_on").map(|day| day.unwrap_or(today));
    let signer = read.optional("signer", 120);
    read.done(|| Some(Forwarded { number: number?, issued_on: issued_on?, signer: signer?, samples: samples? }))
}

/// `POST /dossiers/{id}/screen`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    screen(here.ground(), &here.actor, &seen, parse_found(&form)).await?;
    here.done(&format!("/dossiers/{id}/procedure"), "dossier-screened")
}

/// `POST /dossiers/{id}/forward`.
pub(super) async fn post_forward(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let done = match parse_forward(&form, here.ground().clock.today()) {
        Ok(with) => forward(here.ground(), &here.actor, &seen, with).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(_) => here.done(&format!("/dossiers/{id}/procedure"), "dossier-forwarded"),
        Err(refusal) => super::show::again(&here, &seen, &form, refusal).await,
    }
}
