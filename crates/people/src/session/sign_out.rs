//! Signing out: `sign-out`.

use axum::http::header;
use ground::{Actor, Ground, Result};
use web::{Answer, Here, Posted};

use super::sign_in::cookie;
use super::{COOKIE, Known, SessionRow, store};
use crate::account;

/// Ends the session in hand.
///
/// # Errors
/// The records are away.
pub async fn sign_out(ground: &Ground, actor: &Actor, session: &SessionRow) -> Result<()> {
    let mut change = ground.change(actor, "sign-out", &account::resource(session.account_id)).await?;
    store::end(&mut change, session).await?;
    change.commit().await
}

/// `POST /sign-out`.
pub(super) async fn receive(here: Here, known: Option<Known>, Posted(_): Posted) -> Answer {
    if let Some(known) = known {
        sign_out(here.ground(), &known.actor(), &known.session).await?;
    }
    let mut response = here.done("/", "signed-out")?;
    let gone = cookie(COOKIE, "", 0, here.ground().config.secure_cookies)?;
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}
