//! `POST /queries/{name}/subscriptions`: results go to a webhook from now on.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use gs1::percent;
use web::{App, Here};

use super::wish::{Around, Wish};
use super::{Bell, kept};
use crate::caller::Queries;
use crate::problem::{Kind, Problem};
use crate::query::{is_json, named};
use crate::store_of;
use crate::wanted::{InJson, versions};

/// `POST /queries/{name}/subscriptions`.
pub(super) async fn add(
    State(app): State<App>,
    here: Here,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let (ground, store) = (&app.ground, store_of(&app.ground)?);
    let (source, _) = named::of(&store, &caller, &name).await?;
    if !is_json(&headers) {
        return Err(Problem::new(Kind::MediaType, "trace-media-type-json"));
    }
    let body = serde_json::from_slice(&body);
    let body = body.map_err(|_| Problem::new(Kind::SubscriptionControls, "trace-no-json"))?;
    let wish = Wish::of_json(&body, ground.config.private_webhooks)?;
    let around =
        Around { ground, caller: &caller, query: (&name, source), epcs: wanted.epcs, lang: here.lang };
    let id = ground.clock.new_id().to_string();
    let subscription = wish.granted(id, around)?;
    let kept = kept::keep(&store, caller.tenant, subscription, ground.clock.now()).await?;
    let bell: Arc<Bell> = ground.shelf.get();
    bell.outbox.notify_one();
    let escaped = percent::escaped(&name);
    let at = format!("/epcis/queries/{escaped}/subscriptions/{}", kept.subscription.id);
    let mut head = versions();
    head.insert(header::LOCATION, HeaderValue::from_str(&at).map_err(Problem::fault)?);
    Ok((StatusCode::CREATED, head, Json(kept.subscription.told(&ground.config.public_url))).into_response())
}
