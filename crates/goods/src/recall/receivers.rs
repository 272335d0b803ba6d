//! Who received any of the lots, by the logbooks of those who delivered, with how to reach them.

use std::collections::HashMap;

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Reader, Result};
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use web::{Answer, Here};

use super::show::visible;
use super::store::{RecallId, answer, lot as recall_lot, notice};
use crate::entry::{self, EntryKind, line, withdrawal};
use crate::partner::{self, Partner, PartnerId};
use crate::sheet::Sheet;

/// A receiver.
#[derive(Clone, Debug)]
pub struct Receiver {
    /// Who delivered.
    pub from: ProducerId,
    /// Who received.
    pub partner: Partner,
    /// How they were told, where they were.
    pub notice: Option<notice::Model>,
    /// What they answered, where they did.
    pub answer: Option<answer::Model>,
}

/// The receivers of a recall's lots, of some producers' deliveries or of all, by the names of the receivers.
///
/// # Errors
/// The records are away.
pub async fn receivers(
    reader: &Reader<'_>,
    recall: RecallId,
    from: Option<&[ProducerId]>,
) -> Result<Vec<Receiver>> {
    let pairs = delivered(reader, recall, from).await?;
    let ids: Vec<PartnerId> = pairs.iter().map(|(_, partner)| *partner).collect();
    let mut partners: HashMap<PartnerId, Partner> = HashMap::new();
    for some in ids.chunks(500) {
        partners.extend(partner::load_all(reader, some).await?);
    }
    let notices = notice::Entity::find().filter(notice::Column::RecallId.eq(recall)).all(reader).await?;
    let mut notices: HashMap<PartnerId, notice::Model> =
        notices.into_iter().map(|row| (row.partner_id, row)).collect();
    let told = Query::select()
        .column(notice::Column::Id)
        .from(notice::Entity)
        .and_where(notice::Column::RecallId.eq(recall))
        .to_owned();
    let answers =
        answer::Entity::find().filter(answer::Column::NoticeId.in_subquery(told)).all(reader).await?;
    let mut answers: HashMap<Uuid, answer::Model> =
        answers.into_iter().map(|row| (row.notice_id, row)).collect();
    let receiver = |(from, id): (ProducerId, PartnerId)| {
        let partner = partners.remove(&id)?;
        let notice = notices.remove(&id);
        let answer = notice.as_ref().and_then(|notice| answers.remove(&notice.id));
        Some(Receiver { from, partner, notice, answer })
    };
    let mut receivers: Vec<Receiver> = pairs.into_iter().filter_map(receiver).collect();
    receivers.sort_by(|a, b| a.partner.folded.cmp(&b.partner.folded));
    Ok(receivers)
}

// Deliveries that were not withdrawn, each pair of who delivered and who received once.
async fn delivered(
    reader: &Reader<'_>,
    recall: RecallId,
    from: Option<&[ProducerId]>,
) -> Result<Vec<(ProducerId, PartnerId)>> {
    let lots = Query::select()
        .column(recall_lot::Column::LotId)
        .from(recall_lot::Entity)
        .and_where(recall_lot::Column::RecallId.eq(recall))
        .to_owned();
    let entries = Query::select()
        .column(line::Column::EntryId)
        .from(line::Entity)
        .and_where(line::Column::LotId.in_subquery(lots))
        .to_owned();
    let withdrawn = Query::select().column(withdrawal::Column::EntryId).from(withdrawal::Entity).to_owned();
    let mut found = entry::Entries::find()
        .select_only()
        .column(entry::EntryColumn::ProducerId)
        .column(entry::EntryColumn::PartnerId)
        .distinct()
        .filter(entry::EntryColumn::Kind.is_in([EntryKind::Ship, EntryKind::Sell]))
        .filter(entry::EntryColumn::PartnerId.is_not_null())
        .filter(entry::EntryColumn::Id.in_subquery(entries))
        .filter(entry::EntryColumn::Id.not_in_subquery(withdrawn));
    if let Some(from) = from {
        found = found.filter(entry::EntryColumn::ProducerId.is_in(from.iter().copied()));
    }
    Ok(found.into_tuple().all(reader).await?)
}

/// `GET /recalls/{recall}/receivers.csv`: for a telephone round on paper.
pub(super) async fn as_csv(here: Here, Path(id): Path<RecallId>) -> Answer {
    file(&here, id, Sheet::Csv).await
}

/// `GET /recalls/{recall}/receivers.xlsx`.
pub(super) async fn as_xlsx(here: Here, Path(id): Path<RecallId>) -> Answer {
    file(&here, id, Sheet::Xlsx).await
}

async fn file(here: &Here, id: RecallId, sheet: Sheet) -> Answer {
    let seen = visible(here, id).await?;
    let rows = receivers(&here.reader(), id, seen.only.as_deref()).await?;
    let head =
        ["goods-partner", "goods-phone", "goods-email", "goods-address", "recall-told", "recall-answered"];
    let row = |row: Receiver| {
        let partner = row.partner;
        let told = row.notice.map(|notice| entry::moment(notice.at));
        let answered = row.answer.map(|answer| entry::moment(answer.at));
        let cells = [Some(partner.name), partner.phone, partner.email, partner.address, told, answered];
        cells.map(Option::unwrap_or_default).to_vec()
    };
    sheet.file(here, "ben-nhan", &head, rows.into_iter().map(row).collect())
}
