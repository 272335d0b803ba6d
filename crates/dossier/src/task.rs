//! What waits for whom: the dossier room's part of the inbox.

use std::pin::Pin;

use ground::actor::PlaceId;
use ground::{Day, Result, Role};
use people::inbox::{Source, Task, Urgency};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use web::Here;

use crate::application::row::{Column, Entity};
use crate::application::{Application, Stage, place_row, variant};

/// Most tasks of one kind in an inbox.
const TASKS: u64 = 200;
/// Working days before a clock ends from which a task counts as due soon.
const SOON_WORKING_DAYS: u32 = 3;

/// Dossiers that wait for the reader, and those the reader waits for.
pub const TASKS_SOURCE: Source = tasks;

/// The tasks of whoever is here.
pub fn tasks(here: &Here) -> Pin<Box<dyn Future<Output = Result<Vec<Task>>> + Send + '_>> {
    Box::pin(collect(here))
}

/// What a stage asks of the reader: the key of its action.
#[derive(Clone, Copy)]
struct Ask {
    stages: &'static [Stage],
    action: &'static str,
    mine: bool,
}

const PRODUCER: &[Ask] = &[
    Ask { stages: &[Stage::Returned], action: "dossier-task-mend", mine: true },
    Ask { stages: &[Stage::Draft], action: "dossier-task-fill", mine: true },
    Ask {
        stages: &[
            Stage::Commune,
            Stage::Province,
            Stage::Advisory,
            Stage::Council,
            Stage::Decision,
            Stage::Centre,
        ],
        action: "dossier-task-look",
        mine: false,
    },
];
const COMMUNE: &[Ask] = &[
    Ask { stages: &[Stage::Commune], action: "dossier-task-screen", mine: true },
    Ask {
        stages: &[Stage::Returned, Stage::Province, Stage::Advisory],
        action: "dossier-task-look",
        mine: false,
    },
];
const PROVINCE: &[Ask] = &[
    Ask { stages: &[Stage::Province], action: "dossier-task-accept", mine: true },
    Ask { stages: &[Stage::Advisory], action: "dossier-task-look", mine: false },
];
const ADVISORY: &[Ask] = &[Ask { stages: &[Stage::Advisory], action: "dossier-task-advise", mine: true }];

async fn collect(here: &Here) -> Result<Vec<Task>> {
    let actor = &here.actor;
    let mut producers: Vec<_> = actor.producers().collect();
    producers.extend(actor.consents.iter().map(|consent| consent.producer));
    let officer: Vec<PlaceId> = actor.places_as(Role::Officer).collect();
    let advisory: Vec<PlaceId> = actor.places_as(Role::Advisory).collect();
    let groups = [
        (
            (!producers.is_empty()).then(|| Condition::all().add(Column::ProducerId.is_in(producers))),
            PRODUCER,
        ),
        ((!officer.is_empty()).then(|| within(&officer, true)), COMMUNE),
        ((!officer.is_empty()).then(|| within(&officer, false)), PROVINCE),
        ((!advisory.is_empty()).then(|| within(&advisory, false)), ADVISORY),
    ];
    let mut tasks: Vec<Task> = Vec::new();
    for (whose, asks) in groups {
        let Some(whose) = whose else { continue };
        for ask in asks {
            for application in find(here, &whose, ask).await? {
                let task = task(here, &application, *ask);
                // What is mine in one role is not listed again as waiting in another.
                if tasks.iter().all(|known| known.href != task.href) {
                    tasks.push(task);
                }
            }
        }
    }
    Ok(tasks)
}

async fn find(here: &Here, whose: &Condition, ask: &Ask) -> Result<Vec<Application>> {
    let found = Entity::find()
        .filter(whose.clone())
        .filter(Column::Stage.is_in(ask.stages.iter().copied()))
        .order_by_asc(Column::Since)
        .limit(TASKS);
    Ok(found.all(&here.reader()).await?)
}

fn within(places: &[PlaceId], communes: bool) -> Condition {
    let found = Query::select()
        .column(place_row::Column::ApplicationId)
        .from(place_row::Entity)
        .and_where(place_row::Column::PlaceId.is_in(places.iter().copied()))
        .and_where(place_row::Column::IsCommune.eq(communes))
        .to_owned();
    Condition::all().add(Column::Id.in_subquery(found))
}

fn task(here: &Here, application: &Application, ask: Ask) -> Task {
    let due = due(here, application);
    let text = |key: &str, args: &[(&str, String)]| here.app.words.text(here.lang, key, args);
    let place = if ask.mine && !application.stage.is_open() { "/procedure" } else { "" };
    Task {
        title: text(
            "dossier-task-title",
            &[("product", application.product_name.clone()), ("action", here.t(ask.action))],
        ),
        detail: [
            Some(application.producer_name.clone()),
            application.registration_number.clone(),
            Some(text("dossier-task-since", &[("since", application.since.people())])),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · "),
        href: format!("/dossiers/{}{place}", application.id),
        action: here.t(ask.action),
        group: urgency(here, due.filter(|_| ask.mine), ask.mine),
        due: due.filter(|_| ask.mine),
        subject: application.id.to_string(),
    }
}

/// The last day of the clock of the step at hand; a commune's runs from the day it took the dossier in.
fn due(here: &Here, application: &Application) -> Option<Day> {
    let rules = &here.ground().rules;
    let variant = variant(rules, application).ok()?;
    let next = application.next_step.as_deref()?;
    let step = variant.steps.iter().find(|step| step.id.as_str() == next)?;
    let from = application.received_on.filter(|_| application.stage == Stage::Commune);
    step.due(from.unwrap_or(application.since).0, rules.calendar()).map(Day)
}

fn urgency(here: &Here, due: Option<Day>, mine: bool) -> Urgency {
    let today = here.ground().clock.today();
    match due {
        Some(due) if due < today => Urgency::Late,
        Some(due)
            if here.ground().rules.calendar().working_days_between(today.0, due.0) <= SOON_WORKING_DAYS =>
        {
            Urgency::Soon
        }
        _ if mine => Urgency::Mine,
        _ => Urgency::Waiting,
    }
}
