//! For the tests of rooms: callers who visit pages over a router, never the database.

#![allow(clippy::unwrap_used, reason = "a caller that cannot call is a failed test")]

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use ground::{Actor, Ground, Room};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::{App, Here, Visit, Words, show_refusals};

/// A router with the words of some rooms, in which the actor of each call is given, not signed in.
#[derive(Clone)]
pub struct House {
    router: Router,
    /// The state.
    pub app: App,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// Where it sends the caller on to.
    pub location: Option<String>,
    /// All headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub text: String,
}

impl House {
    /// A house of some rooms.
    pub fn new(ground: Ground, rooms: &[Room], routes: Router<App>) -> Self {
        let mut words = vec![("web", crate::WORDS)];
        words.extend(rooms.iter().map(|room| (room.name, room.words)));
        let app = App::new(ground, Words::load(&words).unwrap(), &[]);
        let router = routes.layer(from_fn_with_state(app.clone(), show_refusals)).with_state(app.clone());
        Self { router, app }
    }

    /// A request of an actor, for what a room offers without an address of its own.
    pub fn here(&self, actor: &Actor) -> Here {
        let (mut parts, ()) = Request::get("/").body(()).unwrap().into_parts();
        parts.extensions.insert(actor.clone());
        Here::of(&parts, &self.app)
    }

    /// Reads a page.
    pub async fn get(&self, actor: &Actor, path: &str) -> Reply {
        let request = Request::get(path).header(header::ACCEPT, "text/html");
        self.send(actor, request.body(Body::empty()).unwrap()).await
    }

    /// Reads a file: its status and its bytes.
    pub async fn get_bytes(&self, actor: &Actor, path: &str) -> (u16, Vec<u8>) {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        request.extensions_mut().insert(actor.clone());
        request.extensions_mut().insert(Visit::default());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        (status, response.into_body().collect().await.unwrap().to_bytes().to_vec())
    }

    /// Reads the same address as JSON.
    pub async fn json(&self, actor: &Actor, path: &str) -> Reply {
        let request = Request::get(path).header(header::ACCEPT, "application/json");
        self.send(actor, request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, actor: &Actor, path: &str, form: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(actor, request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form with one file.
    pub async fn upload(
        &self,
        actor: &Actor,
        path: &str,
        form: &[(&str, &str)],
        field: &str,
        file: (&str, &[u8]),
    ) -> Reply {
        let mut body = Vec::new();
        for (name, value) in form {
            body.extend(
                format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .into_bytes(),
            );
        }
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{}\"\r\n\r\n",
            file.0
        );
        body.extend(head.into_bytes());
        body.extend(file.1);
        body.extend(b"\r\n--x--\r\n");
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.send(actor, request.body(Body::from(body)).unwrap()).await
    }

    /// Sends any request as an actor.
    pub async fn send(&self, actor: &Actor, mut request: Request<Body>) -> Reply {
        request.extensions_mut().insert(actor.clone());
        request.extensions_mut().insert(Visit::default());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let location = headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Reply { status, location, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }
}
