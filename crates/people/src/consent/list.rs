//! `GET /consents`: those given to the one who looks.

use askama::Template;
use ground::{Refusal, RefusalKind, Result};
use serde::Serialize;
use web::table::{Column, column};
use web::{Answer, Frame, Here};

use super::{ConsentLine, store};

#[derive(Template, Serialize)]
#[template(path = "consent/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<ConsentLine>,
}

/// `GET /consents`.
pub(super) async fn show(here: Here) -> Answer {
    here.show(&page(&here).await?)
}

async fn page(here: &Here) -> Result<ListPage> {
    let user = here.actor.user.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))?;
    let today = here.ground().clock.today();
    let consents = store::of_account(&here.reader(), user).await?;
    Ok(ListPage {
        frame: here.frame(),
        columns: ["consent-producer", "consent-scope", "consent-given", "consent-expires", "consent-state"]
            .map(|label| column(here, label))
            .into(),
        rows: consents.iter().map(|consent| ConsentLine::of(here, consent, today)).collect(),
    })
}
