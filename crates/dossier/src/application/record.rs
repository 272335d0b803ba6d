//! Recording steps and returns: the one way an application moves.

use ground::facts::News;
use ground::{Change, Refusal, Result};
use ocop::procedure::StepId;
use sea_orm::Set;
use serde_json::json;

use super::step_row::{ActiveModel as NewStep, Model as StepRow, Outcome};
use super::{Application, history, locked, row, walk};

/// Records that a step was done.
///
/// # Errors
/// `step-missing` with the name of the step that comes first; `step-done`, `step-unknown`, `step-off-path`.
pub async fn record_step(change: &mut Change, application: &Application, step: StepId) -> Result<Application> {
    record(change, application, step, Outcome::Done, None).await.map(|(application, _)| application)
}

/// Records that a council scored: `sum` of the totals of `count` ballots. Later steps depend on the mean.
///
/// # Errors
/// As [`record_step`]; `no-ballots` when there is none.
pub async fn record_score(
    change: &mut Change,
    application: &Application,
    step: StepId,
    (sum, count): (i64, i64),
) -> Result<Application> {
    if count <= 0 {
        return Err(Refusal::wrong_state("no-ballots"));
    }
    record(change, application, step, Outcome::Done, Some((sum, count))).await.map(|(application, _)| application)
}

/// Records that the step at hand sent the dossier back; returns the row that reasons hang on.
///
/// # Errors
/// As [`record_step`]; `step-returns-nothing`.
pub async fn record_return(
    change: &mut Change,
    application: &Application,
    step: StepId,
) -> Result<(Application, StepRow)> {
    record(change, application, step, Outcome::Returned, None).await
}

async fn record(
    change: &mut Change,
    application: &Application,
    step: StepId,
    outcome: Outcome,
    mean: Option<(i64, i64)>,
) -> Result<(Application, StepRow)> {
    let before = locked(change, application.id).await?;
    let mut rows = history(&change.reader(), before.id).await?;
    let rules = change.rules();
    let walked = walk(&rules, &before, &rows)?;
    match outcome {
        Outcome::Done => walked.admits(&step).map(drop)?,
        Outcome::Returned => walked.may_return(&step)?,
    }
    let now = change.at();
    let new = NewStep {
        id: Set(change.new_id()),
        application_id: Set(before.id),
        n: Set(rows.last().map_or(0, |row| row.n) + 1),
        step: Set(step.as_str().to_owned()),
        outcome: Set(outcome),
        mean_sum: Set(mean.map(|mean| mean.0)),
        mean_count: Set(mean.map(|mean| mean.1)),
        done_by: Set(change.by()),
        done_by_name: Set(change.by_name().to_owned()),
        done_on: Set(now.day()),
        at: Set(now),
    };
    let new = change.insert(new).await?;
    rows.push(new.clone());
    let walked = walk(&rules, &before, &rows)?;
    let after = row::ActiveModel {
        id: Set(before.id),
        stage: Set(walked.stage()),
        next_step: Set(walked.next().map(|step| step.id.as_str().to_owned())),
        since: Set(now.day()),
        ..Default::default()
    };
    let after = change.update(&before, after).await?;
    let kind = if outcome == Outcome::Returned { "DossierReturned" } else { "StepDone" };
    let news = json!({ "step": step.as_str(), "stage": after.stage, "product": after.product_id });
    change.tell(News::new(kind, after.id, &news)?);
    Ok((after, new))
}
