//! Pages of lists: how many, from where on, and tokens that carry that (EPCIS 2.0, section 12.4).
//!
//! A token names the last entry of the page before, so that new entries neither shift nor repeat anything. It is
//! signed, bound to its party and its list, lasts [`TOKEN_SECONDS`], and can be deleted.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::delete;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ground::{Ground, Instant};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use web::App;

use crate::caller::{Caller, Queries};
use crate::problem::{Kind, Problem};
use crate::store::{Expect, Micros, Store, Tenant, Thing};
use crate::store_of;

/// How long a token lasts.
pub(crate) const TOKEN_SECONDS: i64 = 3_600;
/// Entries of a page where nothing is asked.
pub(crate) const PER_PAGE: usize = 30;
/// Most entries of a page.
pub(crate) const MAX_PER_PAGE: usize = 1_000;
/// The parameters of a page.
pub(crate) const PAGE: [&str; 2] = ["perPage", "nextPageToken"];
/// Deleted tokens, among the store's things.
const DELETED: u8 = 1;
/// Secrets of the installation, among the store's things.
const SECRET: u8 = 2;
/// No party: what is the installation's.
const NOBODY: Tenant = Tenant(0);

/// Where a list goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Cursor {
    /// After the entry of that time and key.
    #[serde(rename = "t")]
    At(i64, String),
    /// After the entry of that name.
    #[serde(rename = "n")]
    After(String),
    /// After so many: of results that are sorted by what they say.
    #[serde(rename = "s")]
    Skip(usize),
}

impl Cursor {
    /// After the entry of that time and key.
    pub(crate) fn at(time: i64, key: [u8; 16]) -> Self {
        Self::At(time, URL_SAFE_NO_PAD.encode(key))
    }

    /// The time and key.
    pub(crate) fn time_and_key(&self) -> Option<(i64, [u8; 16])> {
        match self {
            Self::At(time, key) => Some((*time, URL_SAFE_NO_PAD.decode(key).ok()?.try_into().ok()?)),
            Self::After(_) | Self::Skip(_) => None,
        }
    }

    /// As a word of an address.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::At(time, key) => format!("t{time}.{key}"),
            Self::After(name) => format!("n{name}"),
            Self::Skip(many) => format!("s{many}"),
        }
    }

    /// The cursor of a word; none where it is none.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        let rest = word.get(1..)?;
        match word.as_bytes().first()? {
            b't' => rest
                .split_once('.')
                .and_then(|(time, key)| Some(Self::At(time.parse().ok()?, key.to_owned()))),
            b'n' => Some(Self::After(rest.to_owned())),
            b's' => rest.parse().ok().map(Self::Skip),
            _ => None,
        }
    }

    /// The name.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::After(name) => Some(name),
            Self::At(..) | Self::Skip(_) => None,
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Token {
    #[serde(rename = "p")]
    tenant: i32,
    #[serde(rename = "l")]
    list: String,
    #[serde(rename = "c")]
    cursor: Cursor,
    // Results still to come of those that were asked for.
    #[serde(rename = "r", skip_serializing_if = "Option::is_none")]
    remaining: Option<u64>,
    #[serde(rename = "e")]
    ends: i64,
}

/// What is asked of a list.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// How many entries.
    pub per_page: usize,
    /// Where it goes on; none on the first page.
    pub cursor: Option<Cursor>,
    /// Results still to come, of a limited query that goes on.
    pub remaining: Option<u64>,
    tenant: Tenant,
    list: String,
    query: String,
}

impl Asked {
    /// Reads `perPage` and `nextPageToken` of an address.
    ///
    /// # Errors
    /// No number; a token of another list, of another party, expired, deleted or forged.
    pub(crate) async fn of(
        ground: &Ground,
        store: &Store,
        caller: &Caller,
        resource: &str,
        query: &str,
    ) -> Result<Self, Problem> {
        let (mut per_page, mut token, mut rest) = (PER_PAGE, None, Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("perPage", number)) => per_page = entries(number).ok_or_else(|| wrong("perPage"))?,
                Some(("nextPageToken", text)) => token = Some(text.to_owned()),
                _ => rest.push(pair),
            }
        }
        let query = rest.join("&");
        let list = URL_SAFE_NO_PAD.encode(&Sha256::digest(format!("{resource}?{query}"))[..12]);
        let mut asked = Self { per_page, cursor: None, remaining: None, tenant: caller.tenant, list, query };
        if let Some(text) = token {
            let token = read(ground, store, &text).await?.ok_or_else(|| wrong("nextPageToken"))?;
            if token.list != asked.list || token.tenant != asked.tenant.0 {
                return Err(wrong("nextPageToken"));
            }
            (asked.cursor, asked.remaining) = (Some(token.cursor), token.remaining);
        }
        Ok(asked)
    }

    /// A page of a list whose place the address tells openly, without a token.
    pub(crate) const fn open(per_page: usize, cursor: Option<Cursor>, remaining: Option<u64>) -> Self {
        Self { per_page, cursor, remaining, tenant: NOBODY, list: String::new(), query: String::new() }
    }

    /// Puts the address of the next page into the headers, where there is one.
    ///
    /// # Errors
    /// The store is away.
    pub(crate) async fn link(
        &self,
        ground: &Ground,
        store: &Store,
        path: &str,
        next: Option<Cursor>,
        head: &mut HeaderMap,
    ) -> Result<(), Problem> {
        self.link_with(ground, store, path, next.map(|cursor| (cursor, None)), head).await
    }

    /// The same, with results still to come.
    ///
    /// # Errors
    /// The store is away.
    pub(crate) async fn link_with(
        &self,
        ground: &Ground,
        store: &Store,
        path: &str,
        next: Option<(Cursor, Option<u64>)>,
        head: &mut HeaderMap,
    ) -> Result<(), Problem> {
        let Some((cursor, remaining)) = next else { return Ok(()) };
        let ends = ground.clock.now().plus_seconds(TOKEN_SECONDS);
        let token =
            Token { tenant: self.tenant.0, list: self.list.clone(), cursor, remaining, ends: ends.micros() };
        let body = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&token).map_err(Problem::fault)?);
        let signature = URL_SAFE_NO_PAD.encode(signature(&secret(ground, store).await?, &body)?);
        let token = format!("{body}.{signature}");
        let and = if self.query.is_empty() { "" } else { "&" };
        let per_page = self.per_page;
        let link =
            format!("<{path}?{}{and}perPage={per_page}&nextPageToken={token}>; rel=\"next\"", self.query);
        head.insert(header::LINK, HeaderValue::from_str(&link).map_err(Problem::fault)?);
        let ends = HeaderValue::from_str(&ends.rfc3339()).map_err(Problem::fault)?;
        head.insert("gs1-next-page-token-expires", ends);
        Ok(())
    }
}

// More than a page may have is as many as it may have.
fn entries(number: &str) -> Option<usize> {
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let entries = is_number.then(|| number.parse().unwrap_or(MAX_PER_PAGE).min(MAX_PER_PAGE))?;
    (entries > 0).then_some(entries)
}

fn wrong(parameter: &'static str) -> Problem {
    Problem::new(Kind::QueryParameter, "trace-bad-parameter").with("parameter", parameter)
}

// None where it does not hold.
async fn read(ground: &Ground, store: &Store, text: &str) -> Result<Option<Token>, Problem> {
    let Some((body, signed)) = text.split_once('.') else { return Ok(None) };
    let Ok(signed) = URL_SAFE_NO_PAD.decode(signed) else { return Ok(None) };
    let mut mac = keyed(&secret(ground, store).await?)?;
    mac.update(body.as_bytes());
    if mac.verify_slice(&signed).is_err() {
        return Ok(None);
    }
    let Some(token) =
        URL_SAFE_NO_PAD.decode(body).ok().and_then(|body| serde_json::from_slice::<Token>(&body).ok())
    else {
        return Ok(None);
    };
    let is_live = Instant::from_micros(token.ends) > ground.clock.now();
    let deleted = store.thing(Tenant(token.tenant), DELETED, &short(text)).await?;
    Ok(Some(token).filter(|_| is_live && deleted.is_none()))
}

fn short(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(token)[..18])
}

fn keyed(secret: &[u8]) -> Result<Hmac<Sha256>, Problem> {
    Hmac::new_from_slice(secret).map_err(Problem::fault)
}

/// The HMAC-SHA-256 of a text.
pub(crate) fn signature(secret: &[u8], text: &str) -> Result<Vec<u8>, Problem> {
    let mut mac = keyed(secret)?;
    mac.update(text.as_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

// Made once for the installation; two who make it at once agree on the first.
async fn secret(ground: &Ground, store: &Store) -> Result<Vec<u8>, Problem> {
    let name = "page-token";
    if let Some((thing, _)) = store.thing(NOBODY, SECRET, name).await? {
        return Ok(thing.body);
    }
    let body = ground.clock.random::<32>()?.to_vec();
    let updated = Micros(ground.clock.now().micros());
    let thing = Thing { tenant: NOBODY, kind: SECRET, name: name.to_owned(), updated, body };
    store.put_thing(thing, Expect::Nothing).await?;
    let kept = store.thing(NOBODY, SECRET, name).await?;
    kept.map(|(thing, _)| thing.body).ok_or_else(|| Problem::fault("no secret"))
}

/// `/nextPageToken/{token}`.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/nextPageToken/{token}", delete(forget).options(crate::discover::forgettable))
}

// A token that does not hold, or of somebody else, is no news to whoever asks.
async fn forget(
    State(app): State<App>,
    Queries(caller): Queries,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    if let Some(token) =
        read(&app.ground, &store, &text).await?.filter(|token| token.tenant == caller.tenant.0)
    {
        let now = app.ground.clock.now();
        store.expire_things(DELETED, Micros(now.plus_seconds(-TOKEN_SECONDS).micros())).await?;
        let updated = Micros(now.micros());
        let tenant = Tenant(token.tenant);
        let thing = Thing { tenant, kind: DELETED, name: short(&text), updated, body: Vec::new() };
        store.put_thing(thing, Expect::Any).await?;
    }
    Ok((StatusCode::NO_CONTENT, crate::wanted::versions()).into_response())
}
