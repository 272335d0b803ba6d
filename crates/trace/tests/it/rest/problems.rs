//! What is refused, and how.

use axum::body::Body;
use axum::http::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::bed::Repository;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    whoever_writes_too_much_to_its_end_reads_the_answer
    what_may_not_or_cannot_be_done_is_told_in_the_standards_words
    what_is_wrong_with_the_whole_is_told_without_a_place
}

async fn what_may_not_or_cannot_be_done_is_told_in_the_standards_words(place: &Place) {
    let repository = Repository::at(place).await;
    let asks = repository.caller("đọc", &["trace:query"]).await;
    let captures = repository.caller("ghi", &["trace:capture"]).await;
    for (reply, status, kind) in [
        (repository.stranger().get("/epcis/events").await, 401, "SecurityException"),
        (captures.get("/epcis/events").await, 403, "SecurityException"),
        (asks.post("/epcis/capture", "{}").await, 403, "SecurityException"),
        (asks.get("/epcis/nothing").await, 404, "NoSuchResourceException"),
        (asks.get("/epcis/queries/none").await, 404, "NoSuchNameException"),
        (asks.send(Method::PUT, "/epcis/events", Body::empty()).await, 405, "NotImplementedException"),
        (
            captures
                .with("content-type", "text/plain")
                .send(Method::POST, "/epcis/capture", "x".into())
                .await,
            415,
            "UnsupportedMediaTypeException",
        ),
        (captures.post("/epcis/capture", "{ \"type\": ").await, 400, "ValidationException"),
        (captures.post("/epcis/capture", vec![b' '; 9 << 20]).await, 413, "CaptureLimitExceededException"),
        (
            asks.get(&format!("/epcis/events?EQ_bizStep={}", "x".repeat(20_000))).await,
            414,
            "URITooLongException",
        ),
        (asks.get("/epcis/events?perPage=none").await, 400, "QueryParameterException"),
        (asks.get("/epcis/events?EQ_bizStep=a&EQ_bizStep=b").await, 400, "QueryParameterException"),
        (asks.with("gs1-epcis-min", "3.0.0").get("/epcis/events").await, 406, "NotAcceptableException"),
    ] {
        assert_eq!(reply.status, status, "{kind}: {}", reply.text);
        let problem = reply.json();
        assert_eq!(problem["type"], format!("epcisException:{kind}"));
        assert!(
            !problem["title"].as_str().unwrap_or_default().is_empty() && !problem["detail"].is_null(),
            "{problem}"
        );
    }
    let xml = repository.stranger().with("accept", "application/xml").get("/epcis/events").await;
    assert!(xml.header("content-type").contains("problem+xml") && xml.text.contains("<status>401</status>"));
    let options = asks.send(Method::OPTIONS, "/epcis/events", Body::empty()).await;
    assert_eq!((options.status.as_u16(), options.header("allow")), (204, "GET, POST, OPTIONS"));
    assert_eq!(options.header("gs1-epcis-version"), "2.0.0");
}

async fn what_is_wrong_with_the_whole_is_told_without_a_place(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for body in ["[]", "{}", "", "null"] {
        let problem = party.post("/epcis/capture", body).await.json();
        let detail = problem["detail"].as_str().unwrap();
        assert!(!detail.is_empty() && !detail.starts_with(':'), "{body}: {problem}");
    }
}

async fn whoever_writes_too_much_to_its_end_reads_the_answer(place: &Place) {
    const MUCH: usize = 9 << 20;
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let address = repository.listen().await;
    for framing in [format!("content-length: {MUCH}"), "transfer-encoding: chunked".to_owned()] {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let head = format!(
            "POST /epcis/capture HTTP/1.1\r\nhost: sen\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\n\
             connection: close\r\n{framing}\r\n\r\n",
            party.token
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        if framing.starts_with('t') {
            stream.write_all(format!("{MUCH:x}\r\n").as_bytes()).await.unwrap();
        }
        stream.write_all(&vec![b' '; MUCH]).await.unwrap();
        if framing.starts_with('t') {
            stream.write_all(b"\r\n0\r\n\r\n").await.unwrap();
        }
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 413"), "{framing}: {answer}");
    }
}
