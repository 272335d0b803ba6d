//! `GET /me`.

use askama::Template;
use ground::{Lang, Refusal, RefusalKind, Result};
use serde::Serialize;
use web::{Answer, Frame, Here};

use crate::account;
use crate::consent::{self, ConsentLine};
use crate::role::{self, RoleLine};
use crate::session::{self, Known, SessionLine};

#[derive(Template, Serialize)]
#[template(path = "me/show.html")]
struct MePage {
    #[serde(skip)]
    frame: Frame,
    name: String,
    login: String,
    state: String,
    languages: Vec<Language>,
    roles: Vec<RoleLine>,
    sessions: Vec<SessionLine>,
    consents: Vec<ConsentLine>,
}

#[derive(Serialize)]
struct Language {
    tag: &'static str,
    name: &'static str,
    kept: bool,
}

/// `GET /me`.
pub(super) async fn show(here: Here, known: Option<Known>) -> Answer {
    here.show(&page(&here, known).await?)
}

async fn page(here: &Here, known: Option<Known>) -> Result<MePage> {
    let user = here.actor.user.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))?;
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let account = account::find(&reader, user).await?;
    let held = role::of_account(&reader, user).await?;
    let consents = consent::held_by(&reader, user, today).await?;
    Ok(MePage {
        frame: here.frame(),
        state: here.app.words.text(
            here.lang,
            "me-state",
            &[("login", account.login.clone()), ("since", account.created_at.day().people())],
        ),
        languages: Lang::ALL.iter().map(|lang| language(*lang, account.language())).collect(),
        roles: held.iter().map(|held| RoleLine::of(here, held, today)).collect(),
        sessions: session::lines(here, user, known.map(|known| known.session.id)).await?,
        consents: consents.iter().map(|consent| ConsentLine::of(here, consent, today)).collect(),
        name: account.name,
        login: account.login,
    })
}

fn language(lang: Lang, kept: Lang) -> Language {
    let name = match lang {
        Lang::Vi => "Tiếng Việt",
        Lang::En => "English",
    };
    Language { tag: lang.tag(), name, kept: lang == kept }
}
