//! This room's part of the inbox: renewals that are due, and suspensions whose clock runs.

use std::pin::Pin;

use ground::{Day, Result, Role};
use people::inbox::{Source, Task, Urgency};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use web::Here;

use super::model::resource;
use crate::state::{Standing, Window};
use crate::verdict::Card;
use crate::verdict::store::{Column, Entity, Model, holding, in_places};

/// Most tasks of one kind in an inbox.
const TASKS: u64 = 200;
/// Days before a window closes from which its task counts as due soon.
const SOON_DAYS: i64 = 30;

/// Renewal windows, and the days in which a decision must follow a conclusion.
pub const TASKS_SOURCE: Source = tasks;

/// The tasks of whoever is here.
pub fn tasks(here: &Here) -> Pin<Box<dyn Future<Output = Result<Vec<Task>>> + Send + '_>> {
    Box::pin(collect(here))
}

async fn collect(here: &Here) -> Result<Vec<Task>> {
    let mut producers: Vec<_> = here.actor.producers().collect();
    producers.extend(here.actor.consents.iter().map(|consent| consent.producer));
    // Others see certificates too, but a renewal is for its producer and the officers of its place to do.
    let places: Vec<_> = here.actor.places_as(Role::Officer).collect();
    if producers.is_empty() && places.is_empty() {
        return Ok(Vec::new());
    }
    let today = here.ground().clock.today();
    let mine = Condition::any().add(Column::ProducerId.is_in(producers)).add(in_places(&places));
    let opened = holding(today).add(Column::OpensOn.lte(today));
    let mut tasks = Vec::new();
    for card in cards(here, mine.clone(), opened).await? {
        tasks.extend(renewal(here, &card, today));
    }
    if here.actor.is(Role::Officer) {
        let suspended =
            Condition::all().add(Column::Standing.eq(Standing::Suspended)).add(Column::AliveUntil.gte(today));
        for card in cards(here, mine, suspended).await? {
            tasks.extend(decision(here, &card, today));
        }
    }
    Ok(tasks)
}

async fn cards(here: &Here, mine: Condition, wanted: Condition) -> Result<Vec<Card>> {
    let rows = Entity::find().filter(mine).filter(wanted).order_by_asc(Column::ExpiresOn).limit(TASKS);
    rows.all(&here.reader()).await?.iter().map(Model::card).collect()
}

// To file for re-evaluation: from the day the window opens (QĐ 26/2026, Art. 7.6) to the last day.
fn renewal(here: &Here, card: &Card, today: Day) -> Option<Task> {
    let life = card.life();
    let (action, group, due) = match life.window_on(today) {
        _ if card.is_pending => ("task-renewal-look", Urgency::Waiting, None),
        Window::Open => {
            let soon = life.closes_on.is_some_and(|closes| today.days_until(closes) <= SOON_DAYS);
            ("task-renewal-file", if soon { Urgency::Soon } else { Urgency::Mine }, life.closes_on)
        }
        // Late since the window closed; how long the certificate still lives stands beside it.
        Window::Late => ("task-renewal-file", Urgency::Late, life.closes_on.or(Some(life.expires_on))),
        Window::NotYet | Window::Over => return None,
    };
    let key = if card.is_pending { "task-renewal-pending" } else { "task-renewal" };
    Some(task(here, card, key, action, group, due))
}

// To decide within the days of the rules after the conclusion on which it was suspended (QĐ 26/2026, Art. 8).
fn decision(here: &Here, card: &Card, today: Day) -> Option<Task> {
    if !here.may("revoke-certificate", &resource(card)) {
        return None;
    }
    let concluded = card.act.as_ref().and_then(|act| act.concluded_on)?;
    let pack = here.ground().rules.in_force_on(today.0)?;
    let due = Day(pack.revoke_by(concluded.0)?);
    let group = if due < today { Urgency::Late } else { Urgency::Soon };
    Some(task(here, card, "task-conclude", "task-conclude-do", group, Some(due)))
}

fn task(here: &Here, card: &Card, key: &str, action: &str, group: Urgency, due: Option<Day>) -> Task {
    let values = [
        ("product", card.product.clone()),
        ("producer", card.producer.clone()),
        ("number", card.number.clone()),
        ("expires", card.expires_on.people()),
    ];
    let text = |key: &str| here.app.words.text(here.lang, key, &values);
    Task {
        title: text(key),
        detail: text("task-certificate-detail"),
        href: format!("/certificates/{}", card.id),
        action: here.t(action),
        due,
        group,
        subject: card.id.to_string(),
    }
}
