//! `GET /trace?from=…&direction=back|forward`: the graph as JSON.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use web::App;

use super::asked::Wish;
use super::look::{Seen, look};
use super::tell::told;
use crate::caller::{Asker, Caller};
use crate::page::{Asked, Cursor};
use crate::problem::{Kind, Problem};
use crate::store_of;
use crate::wanted::versions;

/// `GET /trace`.
pub(super) async fn show(
    State(app): State<App>,
    asker: Asker,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    // Proving the key takes as long as half the walk, which begins meanwhile for whom the key was of the last time. Only
    // where it is of the same still is anything told of it.
    let supposed = async {
        let caller = asker.supposed(&app)?;
        Some((found(&app, &caller, &query).await, caller))
    };
    let (caller, begun) = tokio::join!(asker.proved(&app), supposed);
    let caller = caller?;
    let found = match begun {
        Some((found, supposed)) if supposed == caller => found,
        _ => found(&app, &caller, &query).await,
    };
    let (wish, asked, seen) = found?;
    let store = store_of(&app.ground)?;
    let mut head = versions();
    asked.link(&app.ground, &store, "/trace", seen.page.next.map(Cursor::Skip), &mut head).await?;
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let body = told((&app.ground, &store), &caller, &wish, seen).await?;
    Ok((head, body).into_response())
}

// What was asked, and what the caller may see of it.
async fn found(app: &App, caller: &Caller, query: &str) -> Result<(Wish, Asked, Seen), Problem> {
    let wish = Wish::of(query)?;
    let store = store_of(&app.ground)?;
    let asked = Asked::of(&app.ground, &store, caller, "/trace", query).await?;
    let skip = if let Some(Cursor::Skip(skip)) = asked.cursor { skip } else { 0 };
    let most = if wish.paged { asked.per_page } else { usize::MAX };
    let (sight, of) = (**caller, wish.clone());
    let look =
        store.at_once(move |reading| async move { look(reading, sight, &of, (skip, most)).await }.boxed());
    let not_found = || Problem::new(Kind::NoSuchResource, "trace-not-found");
    Ok((wish, asked, look.await??.ok_or_else(not_found)?))
}
