//! This room's part of the inbox: recalls that reach goods one has had, until everyone one delivered to is told.

use std::pin::Pin;

use ground::Result;
use ground::actor::ProducerId;
use people::inbox::{Task, Urgency};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};
use web::Here;

use super::receivers::receivers;
use super::store::{Column, Entity, Recall, end, lot as recalled};
use super::{HOURS, href};
use crate::entry::stock;
use crate::{item, lot};

/// Most recalls in an inbox.
const TASKS: u64 = 50;

/// The tasks of whoever is here.
pub fn tasks(here: &Here) -> Pin<Box<dyn Future<Output = Result<Vec<Task>>> + Send + '_>> {
    Box::pin(collect(here))
}

async fn collect(here: &Here) -> Result<Vec<Task>> {
    let mut producers: Vec<ProducerId> = here.actor.producers().collect();
    producers.extend(here.actor.consents.iter().map(|consent| consent.producer));
    if producers.is_empty() {
        return Ok(Vec::new());
    }
    let mut tasks = Vec::new();
    for recall in running(here, &producers).await? {
        tasks.push(task(here, &recall, &producers).await?);
    }
    Ok(tasks)
}

// Recalls that run, of lots that one of these producers has had.
async fn running(here: &Here, producers: &[ProducerId]) -> Result<Vec<Recall>> {
    let had = Query::select()
        .column(stock::Column::LotId)
        .from(stock::Entity)
        .and_where(stock::Column::ProducerId.is_in(producers.iter().copied()))
        .to_owned();
    let reaching = Query::select()
        .column(recalled::Column::RecallId)
        .from(recalled::Entity)
        .and_where(recalled::Column::LotId.in_subquery(had))
        .to_owned();
    let ended = Query::select().column(end::Column::RecallId).from(end::Entity).to_owned();
    let rows = Entity::find()
        .filter(Column::IsDrill.eq(false))
        .filter(Column::Id.in_subquery(reaching))
        .filter(Column::Id.not_in_subquery(ended))
        .order_by_desc(Column::DecidedAt)
        .limit(TASKS);
    Ok(rows.all(&here.reader()).await?)
}

async fn task(here: &Here, recall: &Recall, producers: &[ProducerId]) -> Result<Task> {
    let reader = here.reader();
    let bad = lot::load(&reader, recall.lot_id).await?;
    let of_bad = item::load(&reader, bad.trade_item_id).await?;
    let own = receivers(&reader, recall.id, Some(producers)).await?;
    let (all, untold) = (own.len(), own.iter().filter(|one| one.notice.is_none()).count());
    let until = recall.decided_at.plus_seconds(HOURS * 3_600);
    let is_late = here.ground().clock.now() > until;
    let group = match untold {
        0 => Urgency::Waiting,
        _ if is_late => Urgency::Late,
        _ => Urgency::Soon,
    };
    let values = [
        ("item", of_bad.name),
        ("lot", bad.code.to_string()),
        ("all", all.to_string()),
        ("untold", untold.to_string()),
    ];
    let text = |key: &str| here.app.words.text(here.lang, key, &values);
    Ok(Task {
        title: text("recall-of"),
        detail: text("recall-task"),
        href: href(recall.id),
        action: here.t("recall-task-do"),
        due: Some(until.day()),
        group,
        subject: recall.id.to_string(),
    })
}
