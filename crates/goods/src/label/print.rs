//! `POST /goods/{producer}/lots/{lot}/labels`: a run of labels, or one to look at.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Refusal, Resource, Result};
use web::{Answer, FormData, Here, Posted};

use super::content::Content;
use super::design::Design;
use super::gather::Subject;
use super::show::{page, subject};
use super::store::{self, Model as LabelRun};
use super::{href, typeset};
use crate::lot::{Lot, LotId};
use crate::{recall, serial};

/// Adds a run of labels of a lot; with serials, a run of those.
///
/// # Errors
/// `not-allowed`; `label-recalled`; `serials-used-up`.
pub async fn add(
    ground: &Ground,
    actor: &Actor,
    resource: &Resource,
    lot: &Lot,
    design: &Design,
    count: u32,
) -> Result<LabelRun> {
    if recall::warning(&ground.reader(), lot.id).await?.is_some_and(|warning| warning.is_running) {
        return Err(Refusal::wrong_state("label-recalled"));
    }
    // Before the change: the first run of all makes the key, which is a change of its own.
    let key = if design.serials { Some(serial::key::ensure(ground).await?.0) } else { None };
    let mut change = ground.change(actor, "print-labels", resource).await?;
    let serials = match key {
        Some(key) => Some(serial::run::add(&mut change, lot.id, key, count).await?),
        None => None,
    };
    let run = store::add(&mut change, lot.id, design, count, serials.as_ref()).await?;
    change.say("lot", &lot.code);
    change.say("count", count);
    change.commit().await?;
    Ok(run)
}

/// `POST …/labels`.
pub(super) async fn submit(
    here: Here,
    Path((producer, lot)): Path<(ProducerId, LotId)>,
    Posted(form): Posted,
) -> Answer {
    let (subject, resource) = subject(&here, producer, lot).await?;
    let made = if form.get("do") == "sample" {
        sample(&here, &subject, &form).await
    } else {
        run(&here, &subject, &resource, &form).await
    };
    match made {
        Ok(answer) => answer,
        Err(refusal) => {
            let page = page(&here, &subject, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

async fn run(here: &Here, subject: &Subject, resource: &Resource, form: &FormData) -> Result<Answer> {
    let (design, count) = Design::read(form)?;
    let content = subject.content(here, &design);
    proved(here, &design, content).await?;
    add(here.ground(), &here.actor, resource, &subject.lot, &design, count).await?;
    Ok(here.done(&href(subject.producer.id, subject.lot.id), "labels-made"))
}

// One label as it will be, its serial none that was issued; nothing is kept.
async fn sample(here: &Here, subject: &Subject, form: &FormData) -> Result<Answer> {
    let stock = ("stock", form.get("stock"));
    let parts = form.all("parts").iter().map(|part| ("parts", part.as_str()));
    let form = FormData::of([stock, ("count", "1")].into_iter().chain(parts));
    let (design, _) = Design::read(&form)?;
    let content = subject.content(here, &design);
    let bytes = proved(here, &design, content).await?;
    let head = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"nhan-mau.pdf\""),
    ];
    Ok(Ok((head, bytes).into_response()))
}

async fn proved(here: &Here, design: &Design, content: Content) -> Result<Vec<u8>> {
    let stock = design.stock().ok_or_else(Refusal::not_found)?;
    let at = here.ground().clock.now();
    let wanted = typeset::sample(&content);
    let made = tokio::task::spawn_blocking(move || typeset::pdf(stock, &content, &wanted, at)).await;
    made.map_err(Refusal::unexpected)?
}
