//! `GET /journal`.

use askama::Template;
use ground::{Resource, journal};
use serde::Serialize;
use web::parts::{Moment, history};
use web::{Answer, Frame, Here};

#[derive(Template, Serialize)]
#[template(path = "journal/show.html")]
struct JournalPage {
    #[serde(skip)]
    frame: Frame,
    moments: Vec<Moment>,
}

/// `GET /journal`.
pub(super) async fn show(here: Here) -> Answer {
    here.ground().access.require(&here.actor, "see-journal", &Resource::installation())?;
    let lines = journal::recent(&here.reader(), &here.actor).await?;
    here.show(&JournalPage { frame: here.frame(), moments: history(&here, &lines) })
}
