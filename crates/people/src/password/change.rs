//! Changing one's own password: `change-password`.

use askama::Template;
use ground::{Actor, FieldProblem, Ground, Refusal, RefusalKind, Result};
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::{check, hash, verify};
use crate::account::{self, AccountRow};
use crate::session::{self, Known, SessionId};

/// Puts another password in place of the one that is given too; all other sessions end.
///
/// # Errors
/// `password-wrong` at the present one; what [`check`] refuses; `password-same`; `sign-in-wait` after too many
/// failures.
pub async fn change(
    ground: &Ground,
    account: &AccountRow,
    session: Option<SessionId>,
    present: &str,
    new: &str,
) -> Result<()> {
    check("new", new, &account.login, &account.name)?;
    session::attempt(ground, &account.login, None).await?;
    if !verify(present, Some(account.password_hash.clone())).await? {
        return Err(Refusal::field("present", "password-wrong"));
    }
    session::forgive(ground, &account.login, None).await?;
    if verify(new, Some(account.password_hash.clone())).await? {
        return Err(Refusal::field("new", "password-same"));
    }
    let hashed = hash(ground, new).await?;
    let actor = Actor { user: Some(account.id), name: account.name.clone(), ..Actor::default() };
    let mut change = ground.change(&actor, "change-password", &account.resource()).await?;
    let account = account::find(&change.reader(), account.id).await?;
    account::set_password(&mut change, &account, hashed.0, None).await?;
    session::end_all(&mut change, account.id, session).await?;
    change.commit().await
}

#[derive(Template, Serialize)]
#[template(path = "password/change.html")]
struct PasswordPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    login: String,
    must: bool,
    #[serde(skip)]
    present: Field,
    #[serde(skip)]
    new: Field,
    #[serde(skip)]
    again: Field,
}

impl PasswordPage {
    fn of(here: &Here, account: &AccountRow, refusal: Option<&Refusal>) -> Self {
        // What was typed is never sent back.
        let field = |name: &str, label: &str, what: &'static str| {
            let field = Field::new(here, name, label, &FormData::default(), refusal);
            field.input("password").autocomplete(what).width("20")
        };
        let must = account.must_change_password();
        let present = if must { "password-one-time" } else { "password-present" };
        Self {
            frame: here.frame(),
            errors: wrongs(here, refusal),
            login: account.login.clone(),
            must,
            present: field("present", present, "current-password"),
            new: field("new", "password-new", "new-password"),
            again: field("again", "password-again", "new-password"),
        }
    }
}

fn signed_in(known: Option<Known>) -> Result<Known> {
    known.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))
}

/// `GET /me/password`.
pub(super) async fn show(here: Here, known: Option<Known>) -> Answer {
    here.show(&PasswordPage::of(&here, &signed_in(known)?.account, None))
}

/// `POST /me/password`.
pub(super) async fn receive(here: Here, known: Option<Known>, Posted(data): Posted) -> Answer {
    let known = signed_in(known)?;
    let changed = async {
        let mut reading = data.read();
        for name in ["present", "new"] {
            if data.get(name).is_empty() {
                reading.problem(FieldProblem::new(name, "required"));
            }
        }
        // JSON has no second field to mistype in.
        if data.has("again") && data.get("again") != data.get("new") {
            reading.problem(FieldProblem::new("again", "password-again"));
        }
        reading.done(|| Some(()))?;
        let session = Some(known.session.id);
        change(here.ground(), &known.account, session, data.get("present"), data.get("new")).await
    };
    let next = if known.account.must_change_password() { "/inbox" } else { "/me" };
    match changed.await {
        Ok(()) => here.done(next, "password-changed"),
        Err(refusal) => here.show_again(&PasswordPage::of(&here, &known.account, Some(&refusal)), refusal),
    }
}
