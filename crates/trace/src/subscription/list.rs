//! `GET /queries/{name}/subscriptions`.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use gs1::percent;
use serde_json::Value;
use web::App;

use super::kept;
use crate::caller::Queries;
use crate::page::{Asked, Cursor};
use crate::problem::Problem;
use crate::query::named;
use crate::store_of;
use crate::wanted::InJson;

/// `GET /queries/{name}/subscriptions`.
pub(super) async fn list(
    State(app): State<App>,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    named::of(&store, &caller, &name).await?;
    let escaped = percent::escaped(&name);
    let path = format!("/epcis/queries/{escaped}/subscriptions");
    let asked = Asked::of(&app.ground, &store, &caller, &path, query.as_deref().unwrap_or_default()).await?;
    let mut found = kept::of_query(&store, caller.tenant, &name).await?;
    if let Some(after) = asked.cursor.as_ref().and_then(Cursor::name) {
        found.retain(|kept| kept.subscription.id.as_str() > after);
    }
    let more = found.len() > asked.per_page;
    found.truncate(asked.per_page);
    let next = found.last().filter(|_| more).map(|last| Cursor::After(last.subscription.id.clone()));
    let mut head = wanted.head();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    asked.link(&app.ground, &store, &path, next, &mut head).await?;
    let public_url = &app.ground.config.public_url;
    let told: Vec<Value> = found.iter().map(|kept| kept.subscription.told(public_url)).collect();
    Ok((head, Json(told)).into_response())
}
