//! The recalls within reach.

use askama::Template;
use ground::Result;
use ground::actor::ProducerId;
use register::{producer, reach};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde::Serialize;
use web::parts::Tag;
use web::{Answer, Frame, Here};

use super::href;
use super::store::{self, Column, EndKind, Entity, Recall, end};
use crate::{entry, item, lot};

/// Recalls shown.
const SHOWN: u64 = 100;
/// Producers looked at.
pub(super) const PRODUCERS: u64 = 2_000;

/// A recall of the list.
#[derive(Serialize)]
struct RecallRow {
    href: String,
    title: String,
    detail: String,
    tag: Tag,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "recall/list.html")]
struct RecallsPage {
    #[serde(skip)]
    frame: Frame,
    recalls: Vec<RecallRow>,
}

/// `GET /recalls`.
pub(super) async fn show(here: Here) -> Answer {
    if here.actor.user.is_none() {
        return Err(ground::Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in").into());
    }
    let rows = within(&here).await?;
    let reader = here.reader();
    let lots = lot::load_all(&reader, &rows.iter().map(|row| row.lot_id).collect::<Vec<_>>()).await?;
    let items: Vec<_> = lots.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &items).await?;
    let ends = end::Entity::find().filter(end::Column::RecallId.is_in(rows.iter().map(|row| row.id)));
    let ends = ends.all(&reader).await?;
    let row = |row: &Recall| {
        let lot = lots.get(&row.lot_id)?;
        let item = items.get(&lot.trade_item_id)?;
        let ended = ends.iter().find(|end| end.recall_id == row.id).map(|end| end.kind);
        let values = [("item", item.name.clone()), ("lot", lot.code.to_string())];
        Some(RecallRow {
            href: href(row.id),
            title: here.app.words.text(here.lang, "recall-of", &values),
            detail: format!("{} · {}", entry::moment(row.decided_at), row.reason),
            tag: tag(&here, row.is_drill, ended),
        })
    };
    let recalls = rows.iter().filter_map(row).collect();
    here.show(&RecallsPage { frame: here.frame(), recalls })
}

/// The state of a recall: icon, word and colour.
pub(super) fn tag(here: &Here, is_drill: bool, ended: Option<EndKind>) -> Tag {
    match (is_drill, ended) {
        (true, _) => Tag::new("line", "clipboard-check", here.t("recall-state-drill")),
        (false, None) => Tag::new("late", "triangle-alert", here.t("recall-state-running")),
        (false, Some(EndKind::Lifted)) => Tag::new("ok", "check", here.t("recall-state-lifted")),
        (false, Some(EndKind::Closed)) => Tag::new("line", "check", here.t("recall-state-closed")),
    }
}

async fn within(here: &Here) -> Result<Vec<Recall>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let reach = reach(&reader, &here.actor, today).await?;
    let mut rows = Entity::find();
    if !reach.everywhere {
        let producers = producer::in_reach(&reader, &reach, PRODUCERS).await?;
        let ids: Vec<ProducerId> = producers.iter().map(|producer| producer.id).collect();
        // One's own, and those of others' lots that one has had: a processor must know of them too.
        let others = Column::Id.in_subquery(store::reaching(&ids));
        rows = rows.filter(Condition::any().add(Column::ProducerId.is_in(ids)).add(others));
    }
    Ok(rows.order_by_desc(Column::DecidedAt).limit(SHOWN).all(&reader).await?)
}
