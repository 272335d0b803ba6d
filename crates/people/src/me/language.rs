//! Keeping a language: `keep-language`.

use axum::http::header;
use ground::{Actor, Ground, Lang, Refusal, RefusalKind, Result};
use web::{Answer, Here, Posted};

use crate::account;
use crate::session::{LANG_COOKIE, LANG_SECONDS, cookie};

/// Keeps the language in which one's pages are shown on every device.
///
/// # Errors
/// `not-signed-in`.
pub async fn keep_language(ground: &Ground, actor: &Actor, lang: Lang) -> Result<()> {
    let user = actor.user.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))?;
    let mut change = ground.change(actor, "keep-language", &account::resource(user)).await?;
    change.say("lang", lang.tag());
    let account = account::find(&change.reader(), user).await?;
    account::set_language(&mut change, &account, lang).await?;
    change.commit().await
}

/// `POST /me/language`.
pub(super) async fn receive(here: Here, Posted(data): Posted) -> Answer {
    let lang = Lang::of_tag(data.get("lang")).ok_or_else(|| Refusal::field("lang", "not-a-choice"))?;
    keep_language(here.ground(), &here.actor, lang).await?;
    let mut response = here.done("/me", "language-kept")?;
    let kept = cookie(LANG_COOKIE, lang.tag(), LANG_SECONDS, here.ground().config.secure_cookies)?;
    response.headers_mut().append(header::SET_COOKIE, kept);
    Ok(response)
}
