//! The logbooks that somebody may open.

use askama::Template;
use ground::Result;
use register::{producer, reach};
use serde::Serialize;
use web::{Answer, Frame, Here, see_other};

use super::href;

/// Most logbooks shown.
const SHOWN: u64 = 200;

#[derive(Serialize)]
struct BookRow {
    href: String,
    name: String,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "book/list.html")]
struct BooksPage {
    #[serde(skip)]
    frame: Frame,
    books: Vec<BookRow>,
}

/// `GET /goods`: one's own logbook, or the list of those within reach.
pub(super) async fn show(here: Here) -> Answer {
    if here.actor.user.is_none() {
        return Err(ground::Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in").into());
    }
    let books = books(&here).await?;
    if let [only] = books.as_slice() {
        return Ok(see_other(&only.href));
    }
    here.show(&BooksPage { frame: here.frame(), books })
}

async fn books(here: &Here) -> Result<Vec<BookRow>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let reach = reach(&reader, &here.actor, today).await?;
    let found = producer::in_reach(&reader, &reach, SHOWN).await?;
    Ok(found.into_iter().map(|one| BookRow { href: href(one.id), name: one.name }).collect())
}
