//! Bodies made to eat memory: each is refused, and the program stays small.

use std::time::Duration;

use futures::StreamExt;
use futures::stream::iter;
use tokio::time::sleep;

use super::super::program::Program;
use super::super::wire::{Reply, Request};
use super::kill::key;

/// Times that each bomb comes.
const ROUNDS: usize = 7;
/// So many at once.
const AT_ONCE: usize = 8;
/// Waits of a bomb that is put off, and the most of them.
const PAUSE: Duration = Duration::from_millis(200);
const PATIENCE: usize = 1500;
/// Bytes of the largest body that a capture takes.
const LARGEST: usize = 8 << 20;
/// Bytes that the program never goes beyond: some 90 MB are there before the first bomb, bodies are held up to 48 MB, the
/// largest one takes 100 MB to be read, and the system's allocator keeps some of what it got back.
const MOST_MEMORY: usize = 400 << 20;

#[tokio::test(flavor = "multi_thread")]
async fn bombs_are_refused_within_bounded_memory() {
    let folder = tempfile::tempdir().unwrap();
    let key = key(folder.path(), &[]);
    let program = Program::start_with(folder.path(), &[]).await;
    let bombs = bombs();
    let count = bombs.len() * ROUNDS;
    let sent = iter(0..count).map(|n| looked_at(&program.address, &key, &bombs[n % bombs.len()]));
    let replies: Vec<_> = sent.buffer_unordered(AT_ONCE).collect().await;
    for (name, reply) in replies {
        assert!((400..500).contains(&reply.status), "{name}: {} {}", reply.status, reply.text());
    }
    let events = Request::get("/epcis/events", "application/json").key(&key).send(&program.address).await;
    assert!(events.unwrap().text().contains("\"eventList\":[]"));
    let peak = program.peak();
    eprintln!("{} MB at most, {count} bombs refused", peak >> 20);
    assert!(peak < MOST_MEMORY, "{} MB", peak >> 20);
    assert_eq!(program.terminate().await, Some(0));
}

// Too many at once are put off, before all of the body is sent; they come again until their content is judged.
async fn looked_at(address: &str, key: &str, (name, kind, body): &Bomb) -> (&'static str, Reply) {
    for _ in 0..PATIENCE {
        let request = Request::post("/epcis/capture", "application/json", kind, body.clone()).key(key);
        match request.send(address).await {
            Ok(reply) if reply.status != 503 => return (name, reply),
            _ => sleep(PAUSE).await,
        }
    }
    panic!("{name}: put off {PATIENCE} times");
}

type Bomb = (&'static str, &'static str, Vec<u8>);

// As large as a body may be.
fn filled(front: &str, each: &str, back: &str) -> Vec<u8> {
    let count = (LARGEST - front.len() - back.len()) / each.len();
    [front, &each.repeat(count), back].concat().into_bytes()
}

fn bombs() -> Vec<Bomb> {
    const JSON: &str = "application/ld+json";
    const XML: &str = "application/xml";
    let head = r#"{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{"ex":"https://example.org/ns/"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-11-01T08:00:00Z","#;
    let list = format!(r#"{head}"epcisBody":{{"eventList":["#);
    let event = r#"{"type":"ObjectEvent","eventTime":"2026-10-01T08:00:00Z","eventTimeZoneOffset":"+07:00","action":"OBSERVE","ex:x":[[[[1]]]],"epcList":["x"]},"#;
    let tags = r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-11-01T08:00:00Z"><EPCISBody><EventList>"#;
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><EPCISDocument>&b;</EPCISDocument>"#;
    let many = |each: &dyn Fn(usize) -> String| (0..100_000).map(each).collect::<String>();
    vec![
        ("numbers", JSON, filled(&format!("{head}\"ex:x\":["), "1,", "1]}")),
        ("lists", JSON, filled(&format!("{head}\"ex:x\":["), "[],", "1]}")),
        ("objects", JSON, filled(&format!("{head}\"ex:x\":["), "{\"ex:a\":1},", "1]}")),
        ("escapes", JSON, filled(&format!("{head}\"ex:x\":\""), "\\n", "\"}")),
        ("bad events", JSON, filled(&list, event, "1]}}")),
        ("open lists", JSON, filled("", "[", "")),
        ("keys", JSON, format!("{head}{}\"z\":1}}", many(&|n| format!("\"k{n}\":{n},"))).into_bytes()),
        ("the same key", JSON, filled(head, "\"ex:k\":1,", "\"z\":1}")),
        ("elements", XML, filled(tags, "<a/>", "")),
        ("bad elements", XML, filled(tags, "<ObjectEvent/>", "</EventList></EPCISBody></e:EPCISDocument>")),
        ("open elements", XML, filled("", "<a>", "")),
        ("attributes", XML, format!("<a {}/>", many(&|n| format!("a{n}=\"1\" "))).into_bytes()),
        ("namespaces", XML, format!("<a {}/>", many(&|n| format!("xmlns:a{n}=\"urn:x:{n}\" "))).into_bytes()),
        ("entities", XML, bomb.as_bytes().to_vec()),
        ("references", XML, filled(tags, "&#65;", "")),
    ]
}
