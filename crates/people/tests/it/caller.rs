//! A caller with a cookie jar of one cookie, over the router with the session layer.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use ground::testing::Bed;
use ground::{GROUND, Room};
use http_body_util::BodyExt;
use tower::ServiceExt;
use web::{App, Words, show_refusals};

pub const ROOMS: &[Room] = &[GROUND, people::ROOM];

pub fn rules() -> std::sync::Arc<ocop::Library> {
    ground::testing::rules()
}

pub fn app(bed: &Bed) -> App {
    let mut words = vec![("web", web::WORDS)];
    words.extend(ROOMS.iter().map(|room| (room.name, room.words)));
    App::new(bed.ground.clone(), Words::load(&words).unwrap(), &[])
}

pub struct Caller {
    router: Router,
    cookie: Option<String>,
    pub bearer: Option<String>,
    address: [u8; 4],
}

#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    pub fn csrf(&self) -> String {
        let (_, rest) = self.text.split_once("name=\"csrf\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Caller {
    pub fn new(bed: &Bed) -> Self {
        Self::at(bed, [203, 0, 113, 1])
    }

    pub fn at(bed: &Bed, address: [u8; 4]) -> Self {
        let app = app(bed);
        let router = people::routes(&[], people::role::no_scopes)
            .layer(from_fn_with_state(app.clone(), show_refusals))
            .layer(from_fn_with_state(app.clone(), people::session::layer))
            .layer(from_fn_with_state(app.clone(), show_refusals))
            .with_state(app);
        Self { router, cookie: None, bearer: None, address }
    }

    pub async fn signed_in(bed: &Bed, login: &str, password: &str) -> Self {
        let mut caller = Self::new(bed);
        let reply = caller.sign_in(login, password).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
        caller
    }

    pub async fn sign_in(&mut self, login: &str, password: &str) -> Reply {
        self.post("/sign-in", &[("login", login), ("password", password)]).await
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Request::get(path), "text/html", Body::empty()).await
    }

    pub async fn json(&mut self, path: &str) -> Reply {
        self.send(Request::get(path), "application/json", Body::empty()).await
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, "text/html", Body::from(body)).await
    }

    /// Sends a form with the token of a page.
    pub async fn post_from(&mut self, page: &str, path: &str, form: &[(&str, &str)]) -> Reply {
        let csrf = self.get(page).await.csrf();
        let mut form = form.to_vec();
        form.push(("csrf", &csrf));
        self.post(path, &form).await
    }

    pub fn with_cookie(&mut self, cookie: &str) {
        self.cookie = Some(cookie.to_owned());
    }

    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    async fn send(&mut self, request: axum::http::request::Builder, accept: &str, body: Body) -> Reply {
        let mut request = request.header(header::ACCEPT, accept).header(header::USER_AGENT, "Firefox Linux");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, format!("sen_session={cookie}"));
        }
        if let Some(bearer) = &self.bearer {
            request = request.header(header::AUTHORIZATION, format!("Bearer {bearer}"));
        }
        let mut request = request.body(body).unwrap();
        request.extensions_mut().insert(ConnectInfo(std::net::SocketAddr::from((self.address, 4_000))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for set in headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            if let Some(rest) = set.strip_prefix("sen_session=") {
                assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
                let value = rest.split(';').next().unwrap();
                self.cookie = (!value.is_empty()).then(|| value.to_owned());
            }
        }
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Reply { status, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }
}
