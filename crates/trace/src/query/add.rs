//! `POST /queries`: a query gets a name.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use epcis::query::NamedQuery;
use gs1::percent;
use web::App;

use super::is_json;
use super::named::keep;
use crate::caller::Queries;
use crate::event::prefixes;
use crate::problem::{Kind, Problem};
use crate::store::Micros;
use crate::store_of;
use crate::wanted::{InJson, versions};

/// `POST /queries`.
pub(super) async fn add(
    State(app): State<App>,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    if !is_json(&headers) {
        return Err(Problem::new(Kind::MediaType, "trace-media-type-json"));
    }
    let not_json = |_| Problem::new(Kind::Validation, "trace-no-json");
    let source = str::from_utf8(&body).map_err(not_json)?;
    let named = NamedQuery::from_json(source, &prefixes(&wanted)).map_err(Problem::of_query)?;
    let now = Micros(app.ground.clock.now().micros());
    keep(&store_of(&app.ground)?, &caller, &named, now).await?;
    let escaped = percent::escaped(&named.name);
    let mut head = versions();
    let at = HeaderValue::from_str(&format!("/epcis/queries/{escaped}")).map_err(Problem::fault)?;
    head.insert(header::LOCATION, at);
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((StatusCode::CREATED, head, named.to_json()).into_response())
}
