//! `comment`: beside a criterion, or on the dossier as a whole.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::comment_row::{self, CommentId};
use super::model::{anchor, sheet_of};
use crate::application::{self, ApplicationId, Seen};

/// Most characters of a comment.
const BODY: usize = 2_000;

/// Writes a comment.
///
/// # Errors
/// `not-allowed`; no such criterion.
pub async fn comment(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    criterion: Option<String>,
    body: String,
) -> Result<CommentId> {
    let (_, sheet) = sheet_of(&ground.rules, &seen.application)?;
    if criterion.as_ref().is_some_and(|id| sheet.criterion(id).is_none()) {
        return Err(Refusal::field("criterion", "not-a-choice"));
    }
    let mut change = ground.change(actor, "comment-dossier", &seen.resource).await?;
    let id: CommentId = change.new_id();
    let row = comment_row::ActiveModel {
        id: Set(id),
        application_id: Set(seen.application.id),
        criterion: Set(criterion.clone()),
        author_id: Set(change.by()),
        author: Set(change.by_name().to_owned()),
        body: Set(body),
        at: Set(change.at()),
    };
    change.insert(row).await?;
    change.say("criterion", criterion.unwrap_or_default());
    change.commit().await?;
    Ok(id)
}

/// `POST /dossiers/{id}/comments`.
pub(crate) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let mut read = form.read();
    let (criterion, body) = (read.optional("criterion", 20), read.text("body", BODY));
    let (criterion, body) = read.done(|| Some((criterion?, body?)))?;
    comment(here.ground(), &here.actor, &seen, criterion.clone(), body).await?;
    let place = criterion.map(|id| anchor(&id.as_str().into())).unwrap_or_default();
    here.done(&format!("/dossiers/{id}#{place}"), "comment-written")
}
