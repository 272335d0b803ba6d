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
use crate::council::{self, Council};
use crate::seat::{self, Office, Seat};
use crate::sitting::{self, Convened, Moment, Sitting, SittingId};
use crate::{ballot, decision, interest, outside};

/// Days for which a result stands in the inbox of its producer.
const TOLD_DAYS: i64 = 30;

/// Sittings looked at, the newest first.
const SITTINGS: u64 = 20;

/// Dossiers to hear, ballots to mark, rounds to close, results to release, decisions to sign.
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
    tasks.extend(to_convene(here).await?);
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

// What waits for a council, for the office that calls its sittings; with one called, for who writes its agenda.
async fn to_convene(here: &Here) -> Result<Vec<Task>> {
    let reader = here.reader();
    let mut tasks = Vec::new();
    for place in council::own_places(&here.actor) {
        let Some(level) = outside::level_of(&reader, place).await? else { continue };
        let count = case_file::waiting_for(here.ground(), place, level).await?.len();
        if count == 0 {
            continue;
        }
        let councils = council::store::of_place(&reader, place, level).await?;
        let (href, action) = match called(here, &councils).await? {
            Some(sitting) if here.may("put-on-agenda", &sitting.resource()) => {
                (format!("/sittings/{}/agenda", sitting.sitting.id), "task-convene-agenda")
            }
            Some(_) => continue,
            None => match councils.first() {
                Some(council) => (format!("/councils/{}", council.id), "sitting-call"),
                None => ("/councils/new".to_owned(), "council-found"),
            },
        };
        tasks.push(Task {
            title: here.app.words.text(here.lang, "task-convene", &[("count", count.to_string())]),
            detail: match councils.first() {
                Some(council) => council.name.clone(),
                None => outside::place_name(&reader, place).await?,
            },
            href,
            action: here.t(action),
            due: None,
            group: Urgency::Mine,
            subject: format!("agenda/{place}"),
        });
    }
    Ok(tasks)
}

// The newest sitting of some councils that is not over.
async fn called(here: &Here, councils: &[Council]) -> Result<Option<Convened>> {
    let reader = here.reader();
    let sittings = sitting::row::Entity::find()
        .filter(sitting::row::Column::CouncilId.is_in(councils.iter().map(|council| council.id)))
        .order_by_desc(sitting::row::Column::HeldOn)
        .limit(SITTINGS);
    let sittings = sittings.all(&reader).await?;
    let over =
        sitting::store::closed_of(&reader, &sittings.iter().map(|sitting| sitting.id).collect()).await?;
    match sittings.iter().find(|sitting| !over.contains(&sitting.id)) {
        Some(sitting) => Ok(Some(sitting::convened(&reader, sitting.id).await?)),
        None => Ok(None),
    }
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
