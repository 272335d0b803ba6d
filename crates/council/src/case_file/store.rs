//! Reading cases.

use std::collections::{HashMap, HashSet};

use ground::{Change, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::model::{Happened, Hearing, Stage};
use super::{CaseFile, CaseFileId, choice_row, event_row, finding_row, row};
use crate::sitting::{self, SittingId};
use crate::subject::ApplicationId;
use crate::{ballot, interest};

/// The agenda of a sitting.
///
/// # Errors
/// The records are away.
pub async fn of_sitting(reader: &Reader<'_>, id: SittingId) -> Result<Vec<CaseFile>> {
    let cases = row::Entity::find().filter(row::Column::SittingId.eq(id)).order_by_asc(row::Column::N);
    Ok(cases.all(reader).await?)
}

/// A case.
///
/// # Errors
/// `not-found`.
pub async fn load(reader: &Reader<'_>, id: CaseFileId) -> Result<CaseFile> {
    row::Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Where each of some cases stands.
///
/// # Errors
/// The records are away.
pub async fn stages(reader: &Reader<'_>, cases: &[CaseFile]) -> Result<HashMap<CaseFileId, Stage>> {
    let ids: Vec<CaseFileId> = cases.iter().map(|case| case.id).collect();
    let mut events: HashMap<CaseFileId, Vec<event_row::Model>> = HashMap::new();
    for event in
        event_row::Entity::find().filter(event_row::Column::CaseFileId.is_in(ids.clone())).all(reader).await?
    {
        events.entry(event.case_file_id).or_default().push(event);
    }
    let stage = |id: &CaseFileId| Stage::of(events.get(id).map_or(&[][..], Vec::as_slice));
    Ok(ids.iter().map(|id| (*id, stage(id))).collect())
}

/// A case with everything known of it but marks.
///
/// # Errors
/// `not-found`.
pub async fn hearing(reader: &Reader<'_>, id: CaseFileId) -> Result<Hearing> {
    let case = load(reader, id).await?;
    let convened = sitting::convened(reader, case.sitting_id).await?;
    of_case(reader, case, convened).await
}

pub(crate) async fn of_case(
    reader: &Reader<'_>,
    case: CaseFile,
    convened: sitting::Convened,
) -> Result<Hearing> {
    let id = case.id;
    let choices =
        choice_row::Entity::find().filter(choice_row::Column::CaseFileId.eq(id)).all(reader).await?;
    let choice = |row: choice_row::Model| Some((row.criterion, ocop::Case::from_letter(&row.case_letter)?));
    Ok(Hearing {
        events: event_row::Entity::find().filter(event_row::Column::CaseFileId.eq(id)).all(reader).await?,
        recusals: interest::recusals(reader, id).await?,
        interests: interest::declared(reader, id).await?,
        ballots: ballot::handed_in(reader, id).await?,
        findings: finding_row::Entity::find()
            .filter(finding_row::Column::CaseFileId.eq(id))
            .order_by_asc(finding_row::Column::At)
            .all(reader)
            .await?,
        choices: choices.into_iter().filter_map(choice).collect(),
        case,
        convened,
    })
}

/// A case, held against others who write about it until the change ends.
pub(crate) async fn locked(change: &Change, id: CaseFileId) -> Result<Hearing> {
    row::Entity::find_by_id(id).lock_exclusive().one(&change.reader()).await?;
    hearing(&change.reader(), id).await
}

pub(crate) async fn happen(change: &mut Change, id: CaseFileId, kind: Happened, round: i32) -> Result<()> {
    let row = event_row::ActiveModel {
        id: Set(change.new_id()),
        case_file_id: Set(id),
        kind: Set(kind),
        round: Set(round),
        at: Set(change.at()),
        by_id: Set(change.by()),
        by_name: Set(change.by_name().to_owned()),
    };
    change.insert(row).await?;
    Ok(())
}

/// The choices of some cases.
pub(crate) async fn choices_of(
    reader: &Reader<'_>,
    ids: &[CaseFileId],
) -> Result<HashMap<(CaseFileId, String), ocop::Case>> {
    let rows = choice_row::Entity::find()
        .filter(choice_row::Column::CaseFileId.is_in(ids.iter().copied()))
        .all(reader)
        .await?;
    let choice = |row: choice_row::Model| {
        Some(((row.case_file_id, row.criterion), ocop::Case::from_letter(&row.case_letter)?))
    };
    Ok(rows.into_iter().filter_map(choice).collect())
}

/// Whether an application is before a council: on an agenda, with nothing released yet.
pub(crate) async fn is_heard(reader: &Reader<'_>, id: ApplicationId) -> Result<bool> {
    Ok(!heard_of(reader, &[id]).await?.is_empty())
}

/// Of some applications, those before a council.
pub(crate) async fn heard_of(reader: &Reader<'_>, ids: &[ApplicationId]) -> Result<HashSet<ApplicationId>> {
    let cases = row::Entity::find().filter(row::Column::ApplicationId.is_in(ids.iter().copied()));
    let cases = cases.all(reader).await?;
    let stages = stages(reader, &cases).await?;
    let open =
        cases.iter().filter(|case| stages.get(&case.id).is_some_and(|stage| *stage != Stage::Released));
    Ok(open.map(|case| case.application_id).collect())
}
