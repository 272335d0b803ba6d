//! A pending re-evaluation keeps a certificate alive past its last day, for so many days as the rules say
//! (QĐ 26/2026, Art. 12.3).

use dossier::application::ApplicationId;
use ground::{Actor, Ground, Resource, Result};
use sea_orm::Set;

use super::model::{EventKind, is_pending};
use super::store::{self, event};
use crate::near::ProductId;
use crate::verdict::rebuild;

/// Notes that an application for re-evaluation of a product was received: its newest certificate is pending from now.
/// Noted twice, it is noted once. One that was filed on paper has no application here.
///
/// # Errors
/// The records are away.
pub async fn file_re_evaluation(
    ground: &Ground,
    actor: &Actor,
    product: ProductId,
    application: impl Into<Option<ApplicationId>>,
) -> Result<()> {
    note(ground, actor, product, application.into(), EventKind::ReEvaluationFiled).await
}

/// Notes that a re-evaluation ended without a new certificate.
///
/// # Errors
/// The records are away.
pub async fn close_re_evaluation(
    ground: &Ground,
    actor: &Actor,
    product: ProductId,
    application: ApplicationId,
) -> Result<()> {
    note(ground, actor, product, Some(application), EventKind::ReEvaluationClosed).await
}

async fn note(
    ground: &Ground,
    actor: &Actor,
    product: ProductId,
    application: Option<ApplicationId>,
    kind: EventKind,
) -> Result<()> {
    let Some(newest) = store::of_product(&ground.reader(), product).await?.into_iter().next() else {
        return Ok(());
    };
    let events = store::events(&ground.reader(), newest.id).await?;
    if is_pending(&events) == (kind == EventKind::ReEvaluationFiled) {
        return Ok(());
    }
    let resource = Resource::new("certificate", newest.id).producer(newest.producer_id);
    let mut change = ground.change(actor, "note-re-evaluation", &resource).await?;
    let today = change.at().day();
    let row = event::ActiveModel {
        application_id: Set(application),
        ..super::issue::blank(&change, kind, today, &actor.name)
    };
    store::add_event(&mut change, newest.id, row).await?;
    rebuild::rebuild(&mut change, &ground.rules, newest.id).await?;
    change.say("number", &newest.number);
    change.say("what", kind);
    super::issue::tell(&mut change, super::issue::CHANGED, &newest)?;
    change.commit().await
}
