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
use crate::problem::Problem;
use crate::store_of;
use crate::subscription::{Asking, subscribe};
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
    if let Ok(upgrade) = upgrade {
        let address = query.as_deref().unwrap_or_default();
        let asking = Asking { caller: &caller, wanted: &wanted, query: (&name, source), address };
        return subscribe(&here, upgrade, asking).await;
    }
    let escaped = percent::escaped(&name);
    let path = format!("/epcis/queries/{escaped}/events");
    answer(&app, &caller, &wanted, &path, query.as_deref().unwrap_or_default(), (&name, &asked)).await
}
