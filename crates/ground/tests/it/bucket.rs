//! Contents in a bucket of an S3-compatible store: put once under their hash, signed, read back, missed with a refusal.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::IntoResponse;
use ground::config::{Origin, Settings};
use ground::files::Files;
use ground::{Clock, Config, RefusalKind};
use sha2::{Digest, Sha256};

use crate::files::{LIMITS, parts, png};

type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;

const STAMP: [(&str, &str); 2] = [("etag", "\"1\""), ("last-modified", "Tue, 24 Nov 2026 01:00:00 GMT")];

// What a store does with a signed request; a body that is not the signed one is refused.
async fn answer(
    State(objects): State<Objects>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> impl IntoResponse {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !header("authorization").starts_with("AWS4-HMAC-SHA256 Credential=key-id/") {
        return (StatusCode::FORBIDDEN, STAMP, Bytes::new());
    }
    let key = uri.path().to_owned();
    let mut objects = objects.lock().unwrap();
    let (status, content) = match method {
        Method::PUT if header("x-amz-content-sha256") == hex::encode(Sha256::digest(&body)) => {
            objects.insert(key, body);
            (StatusCode::OK, Bytes::new())
        }
        Method::GET => match objects.get(&key) {
            Some(content) => (StatusCode::OK, content.clone()),
            None => (StatusCode::NOT_FOUND, Bytes::new()),
        },
        _ => (StatusCode::BAD_REQUEST, Bytes::new()),
    };
    (status, STAMP, content)
}

async fn store() -> (String, Objects) {
    let objects = Objects::default();
    let router = Router::new().fallback(answer).with_state(objects.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (address, objects)
}

fn config(data: &std::path::Path, endpoint: &str, key_id: &str) -> Config {
    let mut settings = Settings::defaults();
    let values = [
        ("data", data.to_str().unwrap()),
        ("files", "s3://ocop/dong-thap"),
        ("files_endpoint", endpoint),
        ("files_key_id", key_id),
        ("files_secret", "secret"),
    ];
    for (key, value) in values {
        settings.set(key, value.to_owned(), Origin::File);
    }
    settings.build().unwrap()
}

#[tokio::test]
async fn contents_lie_in_the_bucket_below_its_prefix_and_are_read_back() {
    let (endpoint, objects) = store().await;
    let data = tempfile::tempdir().unwrap();
    let files = Files::open(&config(data.path(), &endpoint, "key-id")).unwrap();
    let id = || Clock::real().new_id();
    let received = files.receive(parts(png()), LIMITS, id()).await.unwrap();
    files.receive(parts(png()), LIMITS, id()).await.unwrap();
    let hash = received.hash.as_str();
    let key = format!("/ocop/dong-thap/content/{}/{}/{hash}", &hash[..2], &hash[2..4]);
    assert_eq!(objects.lock().unwrap().keys().collect::<Vec<_>>(), [&key]);
    assert_eq!(files.read(&received.hash).await.unwrap(), png());
    assert_eq!(files.stream(&received.hash).await.unwrap().bytes().await.unwrap(), png());
    objects.lock().unwrap().clear();
    assert_eq!(files.read(&received.hash).await.unwrap_err().kind, RefusalKind::NotFound);
}

#[tokio::test]
async fn a_store_that_refuses_or_is_away_is_told_and_nothing_is_acknowledged() {
    let (endpoint, objects) = store().await;
    for (endpoint, key_id) in [(endpoint.as_str(), "another"), ("http://127.0.0.1:9", "key-id")] {
        let data = tempfile::tempdir().unwrap();
        let files = Files::open(&config(data.path(), endpoint, key_id)).unwrap();
        let refusal = files.receive(parts(png()), LIMITS, Clock::real().new_id()).await.unwrap_err();
        assert_eq!((refusal.kind, refusal.code), (RefusalKind::Unavailable, "files-unavailable"));
    }
    assert!(objects.lock().unwrap().is_empty());
}
