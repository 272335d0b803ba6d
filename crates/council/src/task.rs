//! What waits for whom: the council room's part of the inbox. It is made of what everyone of the council may know:
//! who sits, which rounds are open, who has handed in.

use std::collections::{HashMap, HashSet};
use std::pin::Pin;

use ground::{Result, Role};
use people::inbox::{Source, Task, Urgency};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};
use web::Here;

use crate::case_file::{self, CaseFile, Stage};
use crate::seat::{self, Office, Seat};
use crate::sitting::{self, Moment, Sitting, SittingId};
use crate::{ballot, council, decision, interest};

/// Days for which a result stands in the inbox of its producer.
const TOLD_DAYS: i64 = 30;

/// Sittings looked at, the newest first.
const SITTINGS: u64 = 20;

/// Ballots to mark, rounds to close, results to release, decisions to sign.
pub const TASKS_SOURCE: Source = tasks;

/// The tasks of whoever is here.
pub fn tasks(here: &Here) -> Pin<Box<dyn Future<Output = Result<Vec<Task>>> + Send + '_>> {
    Box::pin(collect(here))
}

async fn collect(here: &Here) -> Result<Vec<Task>> {
    let Some(user) = here.actor.user else { return Ok(Vec::new()) };
    let reader = here.reader();
    let mut tasks = Vec::new();
    let seats = seat::row::Entity::find()
        .filter(seat::row::Column::AccountId.eq(user))
        .filter(seat::row::Column::VacatedAt.is_null())
        .all(&reader)
        .await?;
    let own: HashMap<_, _> = seats.into_iter().map(|seat| (seat.council_id, seat)).collect();
    if !own.is_empty() {
        let sittings = sitting::row::Entity::find()
            .filter(sitting::row::Column::CouncilId.is_in(own.keys().copied()))
            .order_by_desc(sitting::row::Column::HeldOn)
            .limit(SITTINGS);
        for sitting in sittings.all(&reader).await? {
            if let Some(seat) = own.get(&sitting.council_id) {
                tasks.extend(of_sitting(here, &sitting, seat).await?);
            }
        }
    }
    tasks.extend(to_decide(here).await?);
    tasks.extend(results(here).await?);
    Ok(tasks)
}

/// What was decided lately for the producers one owns, works in or acts for: where the letter is.
async fn results(here: &Here) -> Result<Vec<Task>> {
    let consents = here.actor.consents.iter().map(|consent| consent.producer);
    let producers: Vec<_> = here.actor.producers().chain(consents).collect();
    if producers.is_empty() {
        return Ok(Vec::new());
    }
    let since = here.ground().clock.today().plus_days(-TOLD_DAYS);
    let mut tasks = Vec::new();
    for (item, decision) in decision::store::told_since(&here.reader(), producers, since).await? {
        let case = case_file::load(&here.reader(), item.case_file_id).await?;
        tasks.push(Task {
            title: here.app.words.text(here.lang, "task-result", &[("product", case.product_name)]),
            detail: decision.cited(),
            href: format!("/dossiers/{}/letter.pdf", item.application_id),
            action: here.t("task-result-action"),
            due: None,
            group: Urgency::Done,
            subject: format!("case/{}", item.case_file_id),
        });
    }
    Ok(tasks)
}

async fn of_sitting(here: &Here, sitting: &Sitting, seat: &Seat) -> Result<Vec<Task>> {
    let reader = here.reader();
    let open = sitting::store::open_of(&reader, &[sitting.id].into()).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let cases = case_file::of_sitting(&reader, sitting.id).await?;
    let stages = case_file::stages(&reader, &cases).await?;
    let ids: Vec<_> = cases.iter().map(|case| case.id).collect();
    let seats = [seat.id].into();
    let present = sitting::store::present_of(&reader, &[sitting.id].into(), &seats).await?;
    let recused = interest::recused_of(&reader, &ids, &seats).await?;
    let handed_in = ballot::handed_in_of(&reader, &ids, &seats).await?;
    let task = |case: &CaseFile| {
        let stage = stages.get(&case.id).copied().unwrap_or(Stage::Waiting);
        let marks = seat.votes && !present.is_empty() && !recused.contains(&(case.id, seat.id));
        let (key, href) = match stage {
            Stage::Marking(round) if marks && !handed_in.contains(&(case.id, seat.id, round)) => {
                ("task-mark", format!("/ballots/{}", case.id))
            }
            Stage::Waiting if seat.office == Office::Secretary => {
                ("task-start", format!("/cases/{}", case.id))
            }
            Stage::Marking(_) if seat.office == Office::Secretary => {
                ("task-close", format!("/cases/{}", case.id))
            }
            Stage::Closed(_) if seat.office.leads() => ("task-release", format!("/cases/{}", case.id)),
            _ => return None,
        };
        Some(Task {
            title: here.app.words.text(here.lang, key, &[("product", case.product_name.clone())]),
            detail: sitting.subject.clone(),
            href,
            action: here.t(&format!("{key}-action")),
            due: Some(sitting.held_on),
            group: Urgency::Mine,
            subject: format!("case/{}", case.id),
        })
    };
    Ok(cases.iter().filter_map(task).collect())
}

async fn to_decide(here: &Here) -> Result<Vec<Task>> {
    let places: Vec<_> = here.actor.places_as(Role::Leader).collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let reader = here.reader();
    let councils = Query::select()
        .column(council::row::Column::Id)
        .from(council::row::Entity)
        .and_where(council::row::Column::PlaceId.is_in(places))
        .to_owned();
    let decided =
        Query::select().column(decision::row::Column::SittingId).from(decision::row::Entity).to_owned();
    let sittings = sitting::row::Entity::find()
        .filter(sitting::row::Column::CouncilId.in_subquery(councils))
        .filter(sitting::row::Column::Id.not_in_subquery(decided))
        .order_by_desc(sitting::row::Column::HeldOn)
        .limit(SITTINGS)
        .all(&reader)
        .await?;
    let mut closed: HashSet<SittingId> = HashSet::new();
    for sitting in &sittings {
        let moments = sitting::store::moments(&reader, sitting.id).await?;
        if moments.iter().any(|moment| moment.kind == Moment::Closed) {
            closed.insert(sitting.id);
        }
    }
    let task = |sitting: Sitting| Task {
        title: here.app.words.text(here.lang, "task-decide", &[("subject", sitting.subject.clone())]),
        detail: sitting.held_on.people(),
        href: format!("/sittings/{}/decision", sitting.id),
        action: here.t("task-decide-action"),
        due: None,
        group: Urgency::Mine,
        subject: format!("sitting/{}", sitting.id),
    };
    Ok(sittings.into_iter().filter(|sitting| closed.contains(&sitting.id)).map(task).collect())
}
