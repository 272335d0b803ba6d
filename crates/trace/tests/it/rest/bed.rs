//! A repository with callers.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use ground::actor::UserId;
use ground::testing::{Bed, rules, system};
use http_body_util::BodyExt;
use people::key::{NewKey, create};
use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower::ServiceExt;
use trace::store::Store;
use web::{App, Words};

use crate::store::ground::Place;

pub(crate) const ROOMS: [ground::Room; 4] = [ground::GROUND, people::ROOM, register::ROOM, trace::ROOM];

/// A repository.
pub(crate) struct Repository {
    pub bed: Bed,
    app: App,
    router: Router,
}

/// Hands new events on until it is stopped.
pub(crate) struct Worker(watch::Sender<bool>, JoinHandle<()>);

impl Worker {
    pub(crate) async fn stop(self) {
        self.0.send_replace(true);
        self.1.await.unwrap();
    }
}

/// A program with a key.
#[derive(Clone)]
pub(crate) struct Caller {
    router: Router,
    pub token: String,
    head: Vec<(&'static str, String)>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Repository {
    pub(crate) async fn at(place: &Place) -> Self {
        Self::with(place, |_| {}).await
    }

    /// One with other settings.
    pub(crate) async fn with(place: &Place, settings: impl FnOnce(&mut ground::Config)) -> Self {
        let bed = Bed::sqlite_with(rules(), &ROOMS, settings).await;
        trace::keep(&bed.ground, Store::open(&place.address).await.unwrap());
        let mut words = vec![("web", web::WORDS)];
        words.extend(ROOMS.iter().map(|room| (room.name, room.words)));
        let app = App::new(bed.ground.clone(), Words::load(&words).unwrap(), &[]);
        let router = trace::routes(&app).with_state(app.clone());
        Self { bed, app, router }
    }

    /// Starts what hands new events on.
    pub(crate) fn worker(&self) -> Worker {
        let (stop, stopped) = watch::channel(false);
        Worker(stop, tokio::spawn(trace::run(self.app.clone(), stopped)))
    }

    /// A real address of the machine for the same repository, as `HOST:PORT`.
    pub(crate) async fn listen(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let router = self.router.clone();
        tokio::spawn(async move { axum::serve(listener, router).await });
        address
    }

    /// A program with a key of these scopes, in English.
    pub(crate) async fn caller(&self, name: &str, scopes: &[&str]) -> Caller {
        self.made_for(name, scopes, None).await
    }

    /// One whose key was made for an account.
    pub(crate) async fn made_for(&self, name: &str, scopes: &[&str], account: Option<UserId>) -> Caller {
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let new = NewKey { name: name.to_owned(), scopes, account };
        let token = create(&self.bed.ground, &system(), new).await.unwrap().token;
        Caller { router: self.router.clone(), token, head: vec![("accept-language", "en".to_owned())] }
    }

    /// One that captures and asks.
    pub(crate) async fn party(&self, name: &str) -> Caller {
        self.caller(name, &["trace:capture", "trace:query"]).await
    }

    /// Revokes the key of a program.
    pub(crate) async fn revoke(&self, caller: &Caller) {
        let found = people::key::actor_of_key(&self.bed.ground, &caller.token).await.unwrap();
        people::key::revoke(&self.bed.ground, &system(), found.key).await.unwrap();
    }

    /// The addresses that are routed: the router tells them to whoever debugs alone.
    pub(crate) fn routes(&self) -> Vec<String> {
        let told = format!("{:?}", self.router);
        let own = told.split("fallback_router").next().unwrap();
        let quoted = own.split("RouteId(").filter_map(|route| route.split_once("): \"")?.1.split_once('"'));
        quoted.map(|(path, _)| path.to_owned()).collect()
    }

    /// Somebody without a key.
    pub(crate) fn stranger(&self) -> Caller {
        Caller { router: self.router.clone(), token: String::new(), head: Vec::new() }
    }
}

impl Caller {
    /// The same caller with one more header.
    pub(crate) fn with(&self, name: &'static str, value: &str) -> Self {
        let mut other = self.clone();
        other.head.push((name, value.to_owned()));
        other
    }

    /// The same caller, answered in Vietnamese.
    pub(crate) fn in_vietnamese(&self) -> Self {
        let mut other = self.clone();
        other.head.retain(|(name, _)| *name != "accept-language");
        other.with("accept-language", "vi")
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, Body::empty()).await
    }

    pub(crate) async fn put(&self, path: &str, body: impl Into<Body>) -> Reply {
        self.send(Method::PUT, path, body.into()).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, Body::empty()).await
    }

    pub(crate) async fn post(&self, path: &str, body: impl Into<Body>) -> Reply {
        self.with("content-type", "application/ld+json").send(Method::POST, path, body.into()).await
    }

    pub(crate) async fn post_xml(&self, path: &str, body: impl Into<Body>) -> Reply {
        self.with("content-type", "application/xml").send(Method::POST, path, body.into()).await
    }

    pub(crate) async fn send(&self, method: Method, path: &str, body: Body) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        for (name, value) in &self.head {
            request = request.header(*name, value);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Reply { status, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The events of a query's answer.
    pub(crate) fn events(&self) -> Vec<Value> {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
            .as_array()
            .cloned()
            .unwrap_or_default()
    }

    /// The address of the next page.
    pub(crate) fn next(&self) -> Option<String> {
        let link = self.header("link").strip_prefix('<')?.split_once('>')?.0;
        Some(link.to_owned())
    }
}

/// A document of events.
pub(crate) fn document(events: &[Value]) -> String {
    serde_json::json!({
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", {"ex": "https://example.org/ns/"}],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-11-01T08:00:00+07:00",
        "epcisBody": { "eventList": events }
    })
    .to_string()
}

/// An observation of a lot at a minute of one day.
pub(crate) fn seen(lot: &str, minute: u32) -> Value {
    serde_json::json!({
        "type": "ObjectEvent",
        "eventTime": format!("2026-10-01T{:02}:{:02}:00+07:00", minute / 60, minute % 60),
        "eventTimeZoneOffset": "+07:00",
        "action": "OBSERVE",
        "bizStep": "shipping",
        "disposition": "in_transit",
        "quantityList": [{
            "epcClass": format!("https://id.gs1.org/01/08930000000013/10/{lot}"), "quantity": 20, "uom": "KGM"
        }]
    })
}
