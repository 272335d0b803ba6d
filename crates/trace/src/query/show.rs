//! `GET /queries/{name}` and the events it finds.

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use gs1::percent;
use web::{App, Here};

use super::named::of;
use crate::caller::Queries;
use crate::event::answer;
use crate::page::PAGE;
use crate::problem::{Kind, Problem};
use crate::store_of;
use crate::subscription::{Asking, FIELDS, subscribe};
use crate::wanted::{InJson, Wanted};

/// `GET /queries/{name}`.
pub(super) async fn show(
    State(app): State<App>,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let (source, _) = of(&store_of(&app.ground)?, &caller, &name).await?;
    let mut head = wanted.head();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((head, source).into_response())
}

/// `GET /queries/{name}/events`; as a WebSocket, they go on.
pub(super) async fn events(
    State(app): State<App>,
    Queries(caller): Queries,
    wanted: Wanted,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
    (here, upgrade): (Here, Result<WebSocketUpgrade, WebSocketUpgradeRejection>),
) -> Result<Response, Problem> {
    let (source, asked) = of(&store_of(&app.ground)?, &caller, &name).await?;
    let address = query.as_deref().unwrap_or_default();
    known(address)?;
    if let Ok(upgrade) = upgrade {
        let asking = Asking { caller: &caller, wanted: &wanted, query: (&name, source), address };
        return subscribe(&here, upgrade, asking).await;
    }
    let escaped = percent::escaped(&name);
    let path = format!("/epcis/queries/{escaped}/events");
    answer(&app, &caller, &wanted, &path, address, (&name, &asked)).await
}

// Whoever narrows a query that is fixed must not take what it finds for what was asked.
fn known(address: &str) -> Result<(), Problem> {
    let is_known = |name: &str| PAGE.contains(&name) || FIELDS.contains(&name);
    let names = form_urlencoded::parse(address.as_bytes()).map(|(name, _)| name);
    match names.into_iter().find(|name| !is_known(name)) {
        None => Ok(()),
        Some(name) => Err(Problem::new(Kind::QueryParameter, "trace-query-is-fixed").with("parameter", name)),
    }
}
