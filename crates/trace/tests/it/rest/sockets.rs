//! Standing queries over a WebSocket.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Error;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::bed::{Caller, Repository, document, seen};
use super::receiver::ids;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_socket_is_told_what_fits_until_its_query_is_removed
    a_socket_that_is_closed_is_no_subscription_any_more
    a_socket_without_a_time_to_report_is_refused
}

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);
const EVENTS: &str = "/epcis/queries/shipped/events";

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn open(host: &str, party: &Caller, address: &str) -> Result<Socket, Error> {
    let mut request = format!("ws://{host}{address}").into_client_request().unwrap();
    request.headers_mut().insert("authorization", format!("Bearer {}", party.token).parse().unwrap());
    connect_async(request).await.map(|(socket, _)| socket)
}

async fn message(socket: &mut Socket) -> Message {
    loop {
        let message = tokio::time::timeout(PATIENCE, socket.next()).await.expect("nothing came");
        match message.unwrap().unwrap() {
            Message::Ping(_) | Message::Pong(_) => {}
            message => return message,
        }
    }
}

async fn document_of(socket: &mut Socket) -> Value {
    serde_json::from_str(message(socket).await.to_text().unwrap()).unwrap()
}

async fn capture(party: &Caller, lot: &str) {
    let mut event = seen(lot, 5);
    event["eventID"] = format!("https://example.org/event/{lot}").into();
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
}

async fn shipped(repository: &Repository) -> Caller {
    let party = repository.party("cooperative").await;
    let body = json!({ "name": "shipped", "query": { "EQ_bizStep": ["shipping"] } }).to_string();
    assert_eq!(party.post("/epcis/queries", body).await.status, 201);
    party
}

async fn a_socket_is_told_what_fits_until_its_query_is_removed(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let (party, host) = (shipped(&repository).await, repository.listen().await);
    capture(&party, "before").await;
    let clock = &repository.bed.ground.clock;
    clock.stand_at(clock.now().plus_seconds(1));
    let mut socket = open(&host, &party, &format!("{EVENTS}?stream=true")).await.unwrap();
    capture(&party, "after").await;
    let told = document_of(&mut socket).await;
    assert_eq!(ids(&told), ["https://example.org/event/after"]);
    let all = party.get("/epcis/queries/shipped/subscriptions").await.json();
    assert_eq!(all[0]["subscriptionID"], told["epcisBody"]["queryResults"]["subscriptionID"]);
    let mut past =
        open(&host, &party, &format!("{EVENTS}?stream=true&initialRecordTime=2020-01-01T00:00:00Z"))
            .await
            .unwrap();
    assert_eq!(ids(&document_of(&mut past).await).len(), 2);
    assert_eq!(party.delete("/epcis/queries/shipped").await.status, 204);
    assert!(message(&mut socket).await.is_close());
    assert!(message(&mut past).await.is_close());
    worker.stop().await;
}

async fn a_socket_that_is_closed_is_no_subscription_any_more(place: &Place) {
    let repository = Repository::at(place).await;
    let (party, host) = (shipped(&repository).await, repository.listen().await);
    let mut socket = open(&host, &party, &format!("{EVENTS}?second=0")).await.unwrap();
    let count =
        async || party.get("/epcis/queries/shipped/subscriptions").await.json().as_array().unwrap().len();
    assert_eq!(count().await, 1);
    // It is reached at the address of the program.
    let dest = party.get("/epcis/queries/shipped/subscriptions").await.json()[0]["dest"].clone();
    let host = repository.bed.ground.config.public_url.split_once("://").unwrap().1.to_owned();
    assert!(dest == format!("ws://{host}{EVENTS}") || dest == format!("wss://{host}{EVENTS}"), "{dest}");
    socket.send(Message::Close(None)).await.unwrap();
    let gone = async {
        while count().await > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(PATIENCE, gone).await.expect("it is still there");
}

async fn a_socket_without_a_time_to_report_is_refused(place: &Place) {
    let repository = Repository::at(place).await;
    let (party, host) = (shipped(&repository).await, repository.listen().await);
    for address in [EVENTS.to_owned(), format!("{EVENTS}?stream=true&hour=1"), format!("{EVENTS}?hour=25")] {
        let Err(Error::Http(answer)) = open(&host, &party, &address).await else { panic!("{address}") };
        assert_eq!(answer.status(), 400, "{address}");
        let body = String::from_utf8_lossy(answer.body().as_deref().unwrap()).into_owned();
        assert!(body.contains("SubscriptionControlsException"), "{body}");
    }
}
