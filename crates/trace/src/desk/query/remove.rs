//! Removing a query: `remove-query`, of any party `remove-any-query`.

use askama::Template;
use axum::extract::Path;
use ground::{Refusal, RefusalKind};
use serde::Serialize;
use web::table::Link;
use web::{Answer, Frame, Here, Posted};

use super::{LIST, href, kept, right};
use crate::desk::seat::crumb;
use crate::query::named::KIND;
use crate::store::Expect;

#[derive(Template, Serialize)]
#[template(path = "desk/remove.html")]
struct RemovePage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    name: String,
    action: String,
    back: String,
}

/// `GET /repository/queries/{party}/{name}/remove`: asks whether it is meant.
pub(super) async fn show(here: Here, Path((party, name)): Path<(i32, String)>) -> Answer {
    let (_, party, _) = kept(&here, party, &name).await?;
    right(&here, &party).ok_or_else(not_allowed)?;
    let back = href(party.tenant, &name);
    here.show(&RemovePage {
        frame: here.frame(),
        crumbs: vec![
            crumb(&here),
            Link { href: LIST.to_owned(), label: here.t("trace-queries") },
            Link { href: back.clone(), label: name.clone() },
        ],
        action: format!("{back}/remove"),
        name,
        back,
    })
}

/// `POST /repository/queries/{party}/{name}/remove`.
pub(super) async fn submit(
    here: Here,
    Path((party, name)): Path<(i32, String)>,
    Posted(_): Posted,
) -> Answer {
    let (seat, party, _) = kept(&here, party, &name).await?;
    let (intent, resource) = right(&here, &party).ok_or_else(not_allowed)?;
    let mut change = here.ground().change(&here.actor, intent, &resource).await?;
    change.say("name", &name);
    change.say("party", &party.name);
    // First the query, which is gone or not; then the journal, which tells only what was done.
    if !seat.store.remove_thing(party.tenant, KIND, &name, Expect::Any).await? {
        return Err(Refusal::not_found().into());
    }
    change.commit().await?;
    here.done(LIST, "trace-query-removed")
}

fn not_allowed() -> Refusal {
    Refusal::new(RefusalKind::NotAllowed, "not-allowed")
}
