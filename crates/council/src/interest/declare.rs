//! `declare`: a member says what ties them to the product, and stands back.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{InterestKind, recuse, row};
use crate::case_file::{self, CaseFileId};

/// Characters of a member's own words.
const DETAIL: usize = 500;

/// Declares an interest of one's own and stands back from the case.
///
/// # Errors
/// `not-allowed` for who has no seat; `recused-already`; where the case stands instead.
pub async fn declare(
    ground: &Ground,
    actor: &Actor,
    id: CaseFileId,
    kind: InterestKind,
    detail: Option<String>,
) -> Result<()> {
    let seen = case_file::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "declare-interest", &seen.resource()).await?;
    let hearing = case_file::store::locked(&change, id).await?;
    let seat = hearing.convened.seat_of(actor.user).cloned().ok_or_else(Refusal::not_found)?;
    let row = row::ActiveModel {
        id: Set(change.new_id()),
        case_file_id: Set(id),
        seat_id: Set(seat.id),
        kind: Set(kind),
        detail: Set(detail.clone()),
        at: Set(change.at()),
    };
    change.insert(row).await?;
    change.say("product", &hearing.case.product_name);
    recuse::stand_back(&mut change, &hearing, &seat, detail.unwrap_or_else(|| reason(kind).to_owned()))
        .await?;
    change.commit().await
}

/// The reason as the minutes print it, which are in Vietnamese.
pub(super) fn reason(kind: InterestKind) -> &'static str {
    match kind {
        InterestKind::OwnProducer => "là chủ hoặc thành viên của chủ thể",
        InterestKind::Kin => "có người thân là chủ hoặc thành viên của chủ thể",
        InterestKind::Coached => "đã hướng dẫn, hỗ trợ chủ thể lập hồ sơ",
        InterestKind::ActedFor => "đã làm thay chủ thể theo văn bản đồng ý",
        InterestKind::Other => "có liên quan đến sản phẩm",
    }
}

/// `POST /cases/{id}/interests`.
pub(super) async fn post(here: Here, Path(id): Path<CaseFileId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let kind = reading.word::<InterestKind>("kind");
    let detail = reading.optional("detail", DETAIL);
    let (kind, detail) = reading.done(|| Some((kind?, detail?)))?;
    declare(here.ground(), &here.actor, id, kind, detail).await?;
    here.done(&format!("/cases/{id}"), "interest-declared")
}
