//! What this room asks of the rooms above it, in one place: names, people, dossiers and their steps.

use std::collections::HashMap;

use dossier::application::{self, Application, variant};
use dossier::self_assessment::{self, CitedPaper, Marks};
use ground::actor::{PlaceId, ProducerId, UserId};
use ground::{Change, Ground, Lang, Reader, Result, Role};
use ocop::procedure::StepId;
use register::place::Level;

use crate::case_file::{CaseFile, Hearing};
use crate::interest::InterestKind;
use crate::outcome::Counted;
use crate::seat::Seat;

/// A place as in a sentence.
pub(crate) async fn place_name(reader: &Reader<'_>, id: PlaceId) -> Result<String> {
    register::place::full_name(reader, id, Lang::Vi).await
}

/// Who may be given a seat: whoever holds an office of the council's in its place.
pub(crate) async fn possible_members(ground: &Ground, place: PlaceId) -> Result<Vec<(UserId, String)>> {
    let mut people: Vec<(UserId, String)> = Vec::new();
    for role in [Role::CouncilMember, Role::Chair, Role::Secretary] {
        let held = people::account::holders(&ground.reader(), role, &[place], ground.clock.today()).await?;
        people.extend(
            held.into_iter()
                .filter(|(id, _)| people.iter().all(|(known, _)| known != id))
                .collect::<Vec<_>>(),
        );
    }
    Ok(people)
}

/// The name of an account.
pub(crate) async fn person(reader: &Reader<'_>, id: UserId) -> Result<Option<String>> {
    people::account::name_of(reader, id).await
}

/// Of some seats, who is tied to a producer: by a role in it today, or by a consent it ever gave them.
pub(crate) async fn ties(
    ground: &Ground,
    reader: &Reader<'_>,
    seats: &[&Seat],
    producer: ProducerId,
) -> Result<HashMap<UserId, InterestKind>> {
    let consents = people::consent::of_producer(reader, producer).await?;
    let mut ties: HashMap<UserId, InterestKind> =
        consents.into_iter().map(|consent| (consent.account_id, InterestKind::ActedFor)).collect();
    for seat in seats {
        let actor = people::actor_of(ground, seat.account_id).await;
        if actor.is_ok_and(|actor| actor.producers().any(|own| own == producer)) {
            ties.insert(seat.account_id, InterestKind::OwnProducer);
        }
    }
    Ok(ties)
}

/// The level of the procedure at which a place's council scores; none for a commune.
pub(crate) async fn level_of(reader: &Reader<'_>, id: PlaceId) -> Result<Option<&'static str>> {
    Ok(match register::place::find(reader, id).await?.level() {
        Level::Country => Some("central"),
        Level::Province => Some("province"),
        Level::District => Some("district"),
        Level::Commune => None,
    })
}

/// The applications that wait for a council of a place at a level.
pub(crate) async fn ready(ground: &Ground, place: PlaceId, level: &str) -> Result<Vec<Application>> {
    let waiting = application::ready_for_council(&ground.reader(), place).await?;
    let here = |application: &Application| {
        let variant = variant(&ground.rules, application).ok()?;
        let next = variant.step(&StepId::from(application.next_step.as_deref()?))?;
        (next.level == level).then_some(())
    };
    Ok(waiting.into_iter().filter(|application| here(application).is_some()).collect())
}

/// The producer's own marks on a case.
pub(crate) async fn own_marks(reader: &Reader<'_>, case: &CaseFile) -> Result<Marks> {
    self_assessment::marks(reader, case.application_id).await
}

/// The papers the producer cites at a criterion.
pub(crate) async fn cited(
    reader: &Reader<'_>,
    case: &CaseFile,
    criterion: &ocop::CriterionId,
) -> Result<Vec<CitedPaper>> {
    self_assessment::citations(reader, case.application_id, criterion).await
}

/// A council scored: the dossier goes on.
pub(crate) async fn scored(change: &mut Change, hearing: &Hearing, counted: &Counted) -> Result<()> {
    let application = application::load(&change.reader(), hearing.case.application_id).await?;
    let Some(step) = application.next_step.as_deref().map(StepId::from) else { return Ok(()) };
    match counted.sum() {
        (_, 0) => application::record_step(change, &application, step).await?,
        mean => application::record_score(change, &application, step, mean).await?,
    };
    Ok(())
}

/// The step of a decision was taken: the dossier goes on.
pub(crate) async fn stepped(change: &mut Change, id: application::ApplicationId) -> Result<()> {
    let application = application::load(&change.reader(), id).await?;
    if application.stage != application::Stage::Decision {
        return Ok(());
    }
    if let Some(step) = application.next_step.as_deref().map(StepId::from) {
        application::record_step(change, &application, step).await?;
    }
    Ok(())
}
