//! Removing a query with all its subscriptions: `remove-query`, of any party `remove-any-query`.

use askama::Template;
use axum::extract::Path;
use ground::{Refusal, RefusalKind};
use serde::Serialize;
use web::table::Link;
use web::{Answer, Frame, Here, Posted};

use super::{LIST, REMOVE, href, kept, right};
use crate::desk::seat::crumb;
use crate::query::named::KIND;
use crate::store::Expect;
use crate::subscription::forget_query;

/// A page that asks whether it is meant.
#[derive(Template, Serialize)]
#[template(path = "desk/remove.html")]
pub(super) struct RemovePage {
    #[serde(skip)]
    pub(super) frame: Frame,
    pub(super) crumbs: Vec<Link>,
    pub(super) title: String,
    pub(super) said: String,
    pub(super) go: String,
    pub(super) action: String,
    pub(super) back: String,
}

/// The way back to a query.
pub(super) fn crumbs(here: &Here, back: &str, name: &str) -> Vec<Link> {
    vec![
        crumb(here),
        Link { href: LIST.to_owned(), label: here.t("trace-queries") },
        Link { href: back.to_owned(), label: name.to_owned() },
    ]
}

/// `GET /repository/queries/{party}/{name}/remove`.
pub(super) async fn show(here: Here, Path((party, name)): Path<(i32, String)>) -> Answer {
    let (_, party, _) = kept(&here, party, &name).await?;
    right(&here, &party, REMOVE).ok_or_else(not_allowed)?;
    let back = href(party.tenant, &name);
    here.show(&RemovePage {
        frame: here.frame(),
        crumbs: crumbs(&here, &back, &name),
        title: here.app.words.text(here.lang, "trace-query-remove-title", &[("name", name.clone())]),
        said: here.t("trace-query-remove-said"),
        go: here.t("trace-query-remove-go"),
        action: format!("{back}/remove"),
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
    let (intent, resource) = right(&here, &party, REMOVE).ok_or_else(not_allowed)?;
    let mut change = here.ground().change(&here.actor, intent, &resource).await?;
    change.say("name", &name);
    change.say("party", &party.name);
    // First the query, which is gone or not; then the journal, which tells only what was done.
    if !seat.store.remove_thing(party.tenant, KIND, &name, Expect::Any).await? {
        return Err(Refusal::not_found().into());
    }
    forget_query(here.ground(), &seat.store, party.tenant, &name).await?;
    change.commit().await?;
    here.done(LIST, "trace-query-removed")
}

pub(super) fn not_allowed() -> Refusal {
    Refusal::new(RefusalKind::NotAllowed, "not-allowed")
}
