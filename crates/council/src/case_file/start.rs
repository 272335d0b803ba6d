//! `start` and `again`: a round of marking opens. Where the sheet says to choose one of two cases, the secretary fixes
//! which before anyone marks: were it the first member's choice, the others would see that someone has marked.

use std::collections::BTreeMap;

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use ocop::Case;
use sea_orm::Set;
use web::{Answer, FormData, Here, Posted};

use super::model::Happened;
use super::{CaseFileId, Stage, choice_row, show, store};
use crate::{interest, outcome};

/// Opens the first round.
///
/// # Errors
/// `not-allowed`; `sitting-not-open`; where the case stands instead; `ties-unsettled` while one whom Sen knows to be tied
/// to the producer would mark; `choose-case` at the criterion without a choice; `no-quorum`, `no-chair` for this case.
pub async fn start(
    ground: &Ground,
    actor: &Actor,
    id: CaseFileId,
    choices: &BTreeMap<String, Case>,
) -> Result<()> {
    let seen = store::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "start-marking", &seen.resource()).await?;
    let hearing = store::locked(&change, id).await?;
    if !hearing.convened.is_open() {
        return Err(Refusal::wrong_state("sitting-not-open"));
    }
    hearing.must_be(|stage| stage == Stage::Waiting)?;
    let tied = interest::tied(ground, &change.reader(), &hearing).await?;
    if !tied.is_empty() {
        let names: Vec<&str> = tied.iter().map(|(seat, _)| seat.name.as_str()).collect();
        return Err(Refusal::wrong_state("ties-unsettled").with("members", names.join(", ")));
    }
    hearing.quorum().must_hold()?;
    let (_, sheet) = hearing.sheet(&ground.rules)?;
    for criterion in sheet.criteria().iter().filter(|criterion| criterion.has_cases()) {
        let Some(chosen) = choices.get(criterion.id.as_str()) else {
            return Err(Refusal::field(format!("case-{}", criterion.id), "choose-case"));
        };
        let row = choice_row::ActiveModel {
            case_file_id: Set(id),
            criterion: Set(criterion.id.to_string()),
            case_letter: Set(chosen.letter().to_owned()),
        };
        change.insert(row).await?;
    }
    change.say("product", &hearing.case.product_name);
    store::happen(&mut change, id, Happened::Opened, 1).await?;
    change.commit().await
}

/// Opens the second round, on the criteria that differ.
///
/// # Errors
/// `not-allowed`; where the case stands instead; `spread-within` when the rules ask for none; `no-round-left`.
pub async fn again(ground: &Ground, actor: &Actor, id: CaseFileId) -> Result<()> {
    let seen = store::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "open-second-round", &seen.resource()).await?;
    let hearing = store::locked(&change, id).await?;
    hearing.must_be(|stage| matches!(stage, Stage::Closed(_)))?;
    if !hearing.has_round_left() {
        return Err(Refusal::wrong_state("no-round-left"));
    }
    hearing.quorum().must_hold()?;
    let counted = outcome::count(&change.reader(), &ground.rules, &hearing).await?;
    if !counted.verdict.spread_exceeded {
        return Err(Refusal::wrong_state("spread-within").with("limit", hearing.convened.rules.spread_limit));
    }
    let round = hearing.round() + 1;
    change.say("product", &hearing.case.product_name);
    change.say("spread", counted.verdict.spread.unwrap_or(0));
    store::happen(&mut change, id, Happened::Opened, round).await?;
    change.commit().await
}

fn choices(form: &FormData) -> BTreeMap<String, Case> {
    let chosen = form.pairs().filter_map(|(name, value)| {
        Some((name.strip_prefix("case-")?.to_owned(), Case::from_letter(value)?))
    });
    chosen.collect()
}

/// `POST /cases/{id}/start`.
pub(super) async fn post(here: Here, Path(id): Path<CaseFileId>, Posted(form): Posted) -> Answer {
    match start(here.ground(), &here.actor, id, &choices(&form)).await {
        Ok(()) => here.done(&format!("/cases/{id}"), "marking-started"),
        Err(refusal) => here.show_again(&show::page(&here, id, Some(&refusal)).await?, refusal),
    }
}

/// `POST /cases/{id}/second-round`.
pub(super) async fn post_again(here: Here, Path(id): Path<CaseFileId>, Posted(_): Posted) -> Answer {
    again(here.ground(), &here.actor, id).await?;
    here.done(&format!("/cases/{id}"), "second-round-opened")
}
