//! `enter`: an application that is ready comes on the agenda.

use axum::extract::Path;
use dossier::application::{Application, ApplicationId};
use ground::actor::PlaceId;
use ground::{Actor, Ground, Lang, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Frame, Here, Posted};

use super::{CaseFileId, row, store};
use crate::sitting::{self, Moment, SittingId};

/// Most cases of one sitting.
const CASES: usize = 200;

/// An application to hear.
#[derive(Clone, Copy, Debug)]
pub struct NewCase {
    /// The application.
    pub application: ApplicationId,
}

/// Puts an application on a sitting's agenda.
///
/// # Errors
/// `not-allowed`; `sitting-closed`; `not-ready` when the application does not wait for this council;
/// `on-agenda-already`; `agenda-full`.
pub async fn enter(ground: &Ground, actor: &Actor, id: SittingId, new: NewCase) -> Result<CaseFileId> {
    let seen = sitting::convened(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "put-on-agenda", &seen.resource()).await?;
    sitting::store::lock(&change, id).await?;
    let convened = sitting::convened(&change.reader(), id).await?;
    if convened.when(Moment::Closed).is_some() {
        return Err(Refusal::wrong_state("sitting-closed"));
    }
    let council = &convened.council;
    let waiting = crate::outside::ready(ground, council.place_id, &council.level).await?;
    let application = waiting.into_iter().find(|application| application.id == new.application);
    let application = application.ok_or_else(|| Refusal::field("application", "not-ready"))?;
    let reader = change.reader();
    if store::is_heard(&reader, application.id).await? {
        return Err(Refusal::field("application", "on-agenda-already"));
    }
    let agenda = store::of_sitting(&reader, id).await?;
    if agenda.len() >= CASES {
        return Err(Refusal::wrong_state("agenda-full").with("most", CASES));
    }
    let producer = register::producer::load(&reader, application.producer_id).await?;
    let product = register::product::load(&reader, application.product_id).await?;
    let within = register::place::full_name(&reader, producer.place_id, Lang::Vi).await?;
    let commune = register::place::find(&reader, application.place_id).await?.titled(Lang::Vi);
    let case = change.new_id();
    change.say("product", &application.product_name);
    let row = row::ActiveModel {
        id: Set(case),
        sitting_id: Set(id),
        n: Set(agenda.iter().map(|case| case.n).max().unwrap_or(0) + 1),
        application_id: Set(application.id),
        product_id: Set(application.product_id),
        producer_id: Set(application.producer_id),
        product_name: Set(application.product_name),
        product_code: Set(product.product_code.unwrap_or_default()),
        producer_name: Set(application.producer_name),
        address: Set(format!("{}, {within}", producer.address)),
        phone: Set(producer.phone),
        commune: Set(commune),
        rules: Set(application.rules),
        set_number: Set(application.set_number),
    };
    change.insert(row).await?;
    change.commit().await?;
    Ok(case)
}

/// The applications that wait for a council of a place at a level and are on no agenda.
pub(crate) async fn waiting_for(ground: &Ground, place: PlaceId, level: &str) -> Result<Vec<Application>> {
    let mut ready = crate::outside::ready(ground, place, level).await?;
    let ids: Vec<_> = ready.iter().map(|application| application.id).collect();
    let heard = store::heard_of(&ground.reader(), &ids).await?;
    ready.retain(|application| !heard.contains(&application.id));
    Ok(ready)
}

#[derive(serde::Serialize)]
struct Line {
    id: ApplicationId,
    product: String,
    producer: String,
    detail: String,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "sitting/agenda.html")]
struct AgendaPage {
    #[serde(skip)]
    frame: Frame,
    id: SittingId,
    subject: String,
    waiting: Vec<Line>,
}

/// `GET /sittings/{id}/agenda`: what waits for this council.
pub(super) async fn show(here: Here, Path(id): Path<SittingId>) -> Answer {
    let convened = sitting::convened(&here.reader(), id).await?;
    crate::seen(&here, "put-on-agenda", &convened.resource())?;
    let council = &convened.council;
    let mut waiting = Vec::new();
    for application in waiting_for(here.ground(), council.place_id, &council.level).await? {
        let kind = here.t(&format!("dossier-kind-{}", application.kind));
        let number = application.registration_number.clone().unwrap_or_default();
        waiting.push(Line {
            id: application.id,
            detail: format!("{kind} · {number}"),
            product: application.product_name,
            producer: application.producer_name,
        });
    }
    here.show(&AgendaPage { frame: here.frame(), id, subject: convened.sitting.subject, waiting })
}

/// `POST /sittings/{id}/agenda`.
pub(super) async fn post(here: Here, Path(id): Path<SittingId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let application = reading.word::<ApplicationId>("application");
    let new = reading.done(|| Some(NewCase { application: application? }))?;
    enter(here.ground(), &here.actor, id, new).await?;
    here.done(&format!("/sittings/{id}"), "case-entered")
}
