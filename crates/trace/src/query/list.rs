//! `GET /queries`: the party's named queries.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use web::App;

use super::named::KIND;
use crate::caller::Queries;
use crate::page::{Asked, Cursor};
use crate::problem::Problem;
use crate::store_of;
use crate::wanted::InJson;

/// `GET /queries`.
pub(super) async fn list(
    State(app): State<App>,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    let path = "/epcis/queries";
    let asked = Asked::of(&app.ground, &store, &caller, path, query.as_deref().unwrap_or_default()).await?;
    let after = asked.cursor.as_ref().and_then(Cursor::name).map(|name| (caller.tenant, name));
    let mut things = store.things(Some(caller.tenant), KIND, after, asked.per_page + 1).await?;
    let more = things.len() > asked.per_page;
    things.truncate(asked.per_page);
    let next = things.last().filter(|_| more).map(|(last, _)| Cursor::After(last.name.clone()));
    let queries = things.iter().filter_map(|(thing, _)| serde_json::from_slice::<Value>(&thing.body).ok());
    let queries: Vec<Value> = queries.collect();
    let mut head = wanted.head();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    asked.link(&app.ground, &store, path, next, &mut head).await?;
    Ok((head, Json(queries)).into_response())
}
