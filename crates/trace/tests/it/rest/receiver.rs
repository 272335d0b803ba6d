//! Somebody who takes results at an address.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::Value;

/// Longer than anything here takes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks.
pub(crate) const LOOK: Duration = Duration::from_millis(20);

/// A document that came.
#[derive(Clone, Debug)]
pub(crate) struct Came {
    pub headers: HeaderMap,
    pub body: String,
}

#[derive(Default)]
struct Desk {
    came: Vec<Came>,
    // What is answered next; 200 where nothing is left.
    answers: VecDeque<StatusCode>,
}

/// The address and what came to it.
#[derive(Clone)]
pub(crate) struct Receiver {
    pub dest: String,
    desk: Arc<Mutex<Desk>>,
}

impl Receiver {
    /// Answers with these one after the other, then with 200.
    pub(crate) async fn answering(answers: &[u16]) -> Self {
        let answers = answers.iter().map(|status| StatusCode::from_u16(*status).unwrap()).collect();
        let desk = Arc::new(Mutex::new(Desk { came: Vec::new(), answers }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let dest = format!("http://{}/hook", listener.local_addr().unwrap());
        let router = Router::new().route("/hook", post(take)).with_state(desk.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { dest, desk }
    }

    /// Everything that came so far, whatever was answered.
    pub(crate) fn came(&self) -> Vec<Came> {
        self.desk.lock().unwrap().came.clone()
    }

    /// The identifiers of the events that came, in order, once that many came.
    pub(crate) async fn events(&self, count: usize) -> Vec<String> {
        let enough = async {
            loop {
                let ids: Vec<String> = self.came().iter().flat_map(|came| came.ids()).collect();
                if ids.len() >= count {
                    break ids;
                }
                tokio::time::sleep(LOOK).await;
            }
        };
        let found = tokio::time::timeout(PATIENCE, enough).await;
        found.unwrap_or_else(|_| {
            let came: Vec<Vec<String>> = self.came().iter().map(Came::ids).collect();
            panic!("{count} events did not come: {came:?}")
        })
    }

    /// Waits until that many documents came.
    pub(crate) async fn documents(&self, count: usize) -> Vec<Came> {
        let enough = async {
            while self.came().len() < count {
                tokio::time::sleep(LOOK).await;
            }
        };
        tokio::time::timeout(PATIENCE, enough).await.expect("documents did not come");
        self.came()
    }
}

async fn take(State(desk): State<Arc<Mutex<Desk>>>, headers: HeaderMap, body: String) -> StatusCode {
    let mut desk = desk.lock().unwrap();
    desk.came.push(Came { headers, body });
    desk.answers.pop_front().unwrap_or(StatusCode::OK)
}

impl Came {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The identifiers of its events.
    pub(crate) fn ids(&self) -> Vec<String> {
        ids(&self.json())
    }
}

/// The identifiers of the events of a document of results.
pub(crate) fn ids(document: &Value) -> Vec<String> {
    let events = document["epcisBody"]["queryResults"]["resultsBody"]["eventList"].as_array();
    events.into_iter().flatten().map(|event| event["eventID"].as_str().unwrap().to_owned()).collect()
}
