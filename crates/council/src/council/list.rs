//! The councils one may see.

use web::{Answer, Frame, Here};

use super::store;

#[derive(serde::Serialize)]
struct Line {
    href: String,
    name: String,
    detail: String,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "council/list.html")]
struct ListPage {
    #[serde(skip)]
    frame: Frame,
    councils: Vec<Line>,
    may_found: bool,
}

/// `GET /councils`.
pub(super) async fn show(here: Here) -> Answer {
    if here.actor.user.is_none() {
        return Err(ground::Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in").into());
    }
    let councils = store::visible(&here.reader(), &here.actor).await?;
    let line = |council: super::Council| Line {
        href: format!("/councils/{}", council.id),
        detail: format!("{} · {}", council.mandate_number, council.mandate_on.people()),
        name: council.name,
    };
    let may_found = here.actor.is(ground::Role::Secretary) || here.actor.is(ground::Role::Officer);
    here.show(&ListPage {
        frame: here.frame(),
        councils: councils.into_iter().map(line).collect(),
        may_found,
    })
}
