//! A recall's page: its clock, its lots, who received any, what was told and answered, how it ends.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Instant, Refusal, RefusalKind, Result};
use people::consent::behalf;
use register::producer::{self, Producer};
use register::reach;
use serde::Serialize;
use web::parts::Tag;
use web::{Answer, Field, FormData, Frame, Here, Wrong, wrongs};

use super::list::{PRODUCERS, tag};
use super::receivers::{Receiver, receivers};
use super::store::{self, EndKind, HowTold, Recall, RecallId};
use super::{HOURS, href};
use crate::book::Book;
use crate::{entry, item, lot};

/// A recall that the actor may see.
pub(super) struct Seen {
    pub recall: Recall,
    /// Of whose receivers alone; none for those who see all.
    pub only: Option<Vec<ProducerId>>,
    book: Book,
}

/// A lot of the recall.
#[derive(Serialize)]
struct LotRow {
    text: String,
}

/// A receiver of the page.
#[derive(Serialize)]
struct ReceiverRow {
    id: String,
    name: String,
    /// Who delivered, where the list is of more than one.
    from: Option<String>,
    contact: String,
    told: Option<String>,
    answered: Option<String>,
    notice_href: Option<String>,
    #[serde(skip)]
    may_tell: bool,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "recall/show.html")]
pub(super) struct RecallPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    reason: String,
    tag: Tag,
    is_drill: bool,
    clock: Option<(String, bool)>,
    progress: String,
    facts: Vec<(String, String)>,
    lots: Vec<LotRow>,
    lots_more: usize,
    receivers: Vec<ReceiverRow>,
    ended: Option<String>,
    #[serde(skip)]
    href: String,
    #[serde(skip)]
    lot_href: String,
    #[serde(skip)]
    may_tell: bool,
    #[serde(skip)]
    how: Field,
    #[serde(skip)]
    end: Option<[Field; 2]>,
}

/// Lots shown.
const LOTS: usize = 100;

/// The recall, where the actor may see the logbook of whose lot it is, or of anyone who has had some of it.
///
/// # Errors
/// There is none, or the actor may not know of it: both look the same.
pub(super) async fn visible(here: &Here, id: RecallId) -> Result<Seen> {
    let recall = store::load(&here.reader(), id).await?;
    let ground = here.ground();
    let whose = Book::of(ground, &here.actor, recall.producer_id).await;
    // Others' receivers are shown to those who work where the goods come from, not to the maker.
    let is_own = here.actor.producers().any(|own| own == recall.producer_id)
        || here.actor.consent_of(recall.producer_id).is_some();
    if let Ok(book) = whose {
        let only = is_own.then(|| vec![recall.producer_id]);
        return Ok(Seen { recall, only, book });
    }
    let (reader, today) = (here.reader(), ground.clock.today());
    let reach = reach(&reader, &here.actor, today).await?;
    let near: Vec<ProducerId> =
        producer::in_reach(&reader, &reach, PRODUCERS).await?.into_iter().map(|one| one.id).collect();
    let mut only = store::holders(&reader, id).await?;
    only.retain(|holder| near.contains(holder));
    let first = only.first().copied().ok_or_else(Refusal::not_found)?;
    let book = Book::of(ground, &here.actor, first).await?;
    Ok(Seen { recall, only: Some(only), book })
}

/// `GET /recalls/{recall}`.
pub(super) async fn show(here: Here, Path(id): Path<RecallId>) -> Answer {
    here.show(&page(&here, id, &FormData::default(), None).await?)
}

/// Builds the page; `form` and `refusal` are those of an end that was not taken.
///
/// # Errors
/// As [`visible`].
pub(super) async fn page(
    here: &Here,
    id: RecallId,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<RecallPage> {
    let seen = visible(here, id).await?;
    let (reader, now) = (here.reader(), here.ground().clock.now());
    let recall = &seen.recall;
    let ended = store::end_of(&reader, id).await?;
    let all = receivers(&reader, id, seen.only.as_deref()).await?;
    let bad = lot::load(&reader, recall.lot_id).await?;
    let of_bad = item::load(&reader, bad.trade_item_id).await?;
    let tellable = if ended.is_none() { tellable(here, &all).await? } else { Vec::new() };
    let (lots, lots_more) = lots(here, id).await?;
    let may = |intent: &str| here.may(intent, &seen.book.resource);
    let intent = if recall.is_drill { "drill-recall" } else { "end-recall" };
    let may_end = ended.is_none() && seen.book.producer.id == recall.producer_id && may(intent);
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let words = |key: &str, word: &str| here.t(&format!("recall-{key}-{word}"));
    let how = HowTold::ALL.iter().map(|how| (how.as_str(), words("how", how.as_str())));
    let ends = EndKind::ALL.iter().map(|kind| (kind.as_str(), words("end", kind.as_str())));
    let values = [("item", of_bad.name), ("lot", bad.code.to_string())];
    let mut frame = here.frame();
    frame.behalf = tellable.iter().chain([&seen.book.producer.id]).find_map(|id| behalf(here, *id));
    Ok(RecallPage {
        errors: wrongs(here, refusal),
        title: here.app.words.text(here.lang, "recall-of", &values),
        tag: tag(here, recall.is_drill, ended.as_ref().map(|end| end.kind)),
        is_drill: recall.is_drill,
        clock: ended.is_none().then(|| clock(here, recall, &all, now)),
        progress: progress(here, &all),
        facts: facts(here, recall),
        lots,
        lots_more,
        may_tell: !tellable.is_empty(),
        receivers: receiver_rows(here, all, &tellable).await?,
        how: field("how", "recall-how").choices(how, form),
        end: may_end.then(|| {
            [field("kind", "recall-end").choices(ends, form), field("outcome", "recall-outcome").rows(3)]
        }),
        ended: ended.map(|end| {
            let values = [("who", end.by_name), ("when", entry::moment(end.at)), ("outcome", end.outcome)];
            here.app.words.text(here.lang, &format!("recall-ended-{}", end.kind), &values)
        }),
        reason: recall.reason.clone(),
        href: href(id),
        lot_href: lot::href(recall.producer_id, recall.lot_id),
        frame,
    })
}

fn facts(here: &Here, recall: &Recall) -> Vec<(String, String)> {
    let seconds = format!("{},{:01}", recall.computed_ms / 1_000, recall.computed_ms % 1_000 / 100);
    let scope = if recall.is_complete { "recall-scope-whole" } else { "recall-scope-cut" };
    vec![
        (here.t("recall-decided-by"), recall.decided_by.clone()),
        (here.t("recall-decided-at"), entry::moment(recall.decided_at)),
        (here.t("recall-written-by"), recall.by_name.clone()),
        (here.t("recall-scope"), here.app.words.text(here.lang, scope, &[("seconds", seconds)])),
    ]
}

// Until everyone knows: how much of the 24 hours is left, or that they are over.
fn clock(here: &Here, recall: &Recall, all: &[Receiver], now: Instant) -> (String, bool) {
    let last = all.iter().filter_map(|one| one.notice.as_ref()).map(|notice| notice.at).max();
    let is_done = !all.is_empty() && all.iter().all(|one| one.notice.is_some());
    let until = recall.decided_at.plus_seconds(HOURS * 3_600);
    let spent = |at: Instant| hours(at.micros() - recall.decided_at.micros());
    match last.filter(|_| is_done) {
        Some(at) => {
            let text = here.app.words.text(here.lang, "recall-clock-done", &[("spent", spent(at))]);
            (text, at > until)
        }
        None if now > until => {
            let over = hours(now.micros() - until.micros());
            (here.app.words.text(here.lang, "recall-clock-late", &[("over", over)]), true)
        }
        None => {
            let left = hours(until.micros() - now.micros());
            (here.app.words.text(here.lang, "recall-clock-left", &[("left", left)]), false)
        }
    }
}

fn hours(micros: i64) -> String {
    let minutes = micros / 60_000_000;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn progress(here: &Here, all: &[Receiver]) -> String {
    let told = all.iter().filter(|one| one.notice.is_some()).count();
    let answered = all.iter().filter(|one| one.answer.is_some()).count();
    let values =
        [("all", all.len().to_string()), ("told", told.to_string()), ("answered", answered.to_string())];
    here.app.words.text(here.lang, "recall-progress", &values)
}

// Whose receivers are still to be told, and by the actor: each tells its own.
async fn tellable(here: &Here, all: &[Receiver]) -> Result<Vec<ProducerId>> {
    let mut from: Vec<ProducerId> =
        all.iter().filter(|one| one.notice.is_none()).map(|one| one.from).collect();
    from.sort_unstable();
    from.dedup();
    let mut tellable = Vec::new();
    for id in from {
        match Book::of(here.ground(), &here.actor, id).await {
            Ok(book) if here.may("tell-recall", &book.resource) => tellable.push(id),
            Ok(_) => {}
            Err(refusal) if refusal.kind == RefusalKind::NotFound => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(tellable)
}

async fn receiver_rows(here: &Here, all: Vec<Receiver>, tellable: &[ProducerId]) -> Result<Vec<ReceiverRow>> {
    let mut from: Vec<ProducerId> = all.iter().map(|one| one.from).collect();
    from.sort_unstable();
    from.dedup();
    let names = match from.len() {
        0 | 1 => HashMap::new(),
        _ => producer::load_all(&here.reader(), &from).await?,
    };
    let said = |producer: &Producer| {
        here.app.words.text(here.lang, "recall-from", &[("producer", producer.name.clone())])
    };
    let row = |one: Receiver| {
        let may_tell = one.notice.is_none() && tellable.contains(&one.from);
        let from = names.get(&one.from).map(said);
        ReceiverRow { may_tell, ..receiver_row(here, one, from) }
    };
    Ok(all.into_iter().map(row).collect())
}

fn receiver_row(here: &Here, one: Receiver, from: Option<String>) -> ReceiverRow {
    let contact = [one.partner.phone, one.partner.email, one.partner.address];
    let held = one.answer.map(|answer| {
        let held = answer.held.unwrap_or_else(|| here.t("recall-held-unsaid"));
        format!("{} · {held}", entry::moment(answer.at))
    });
    let told = one.notice.as_ref().map(|notice| {
        format!("{} · {}", here.t(&format!("recall-how-{}", notice.how)), entry::moment(notice.at))
    });
    ReceiverRow {
        id: one.partner.id.to_string(),
        name: one.partner.name,
        from,
        contact: contact.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        notice_href: one.notice.map(|notice| format!("/n/{}", notice.code)),
        told,
        answered: held,
        may_tell: false,
    }
}

async fn lots(here: &Here, id: RecallId) -> Result<(Vec<LotRow>, usize)> {
    let reader = here.reader();
    let ids = store::lots_of(&reader, id).await?;
    let shown = &ids[..ids.len().min(LOTS)];
    let found = lot::load_all(&reader, shown).await?;
    let items: Vec<_> = found.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &items).await?;
    let row = |id: &lot::LotId| {
        let lot = found.get(id)?;
        let item = items.get(&lot.trade_item_id)?;
        let values = [("item", item.name.clone()), ("lot", lot.code.to_string())];
        Some(LotRow { text: here.app.words.text(here.lang, "goods-lot-of", &values) })
    };
    Ok((shown.iter().filter_map(row).collect(), ids.len() - shown.len()))
}
