//! How many marks a second become durable over HTTP: whole councils mark at once, each member on a line of their own.
//!
//! `cargo run --release -p council --example marks --features testing -- [councils]`; the database is SQLite in a
//! folder of its own, or a fresh database on the server that `SEN_TEST_POSTGRES_URL` names. The sign-in room is left
//! out: the caller's account comes in a header.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot be set up is a failed bench"
)]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use council::case_file::{self, CaseFileId};
use council::testing::{Cast, best_less, convened, council, ready, sheet_of};
use ground::testing::{Bed, rules};
use ground::{Actor, GROUND, Room};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use web::{App, Visit, Words, show_refusals};

const ROOMS: &[Room] = &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM];
/// Members of one council.
const MEMBERS: usize = 13;

#[tokio::main]
async fn main() {
    let councils = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(34);
    let bed = match Bed::postgres(rules(), ROOMS).await {
        Some(bed) => bed,
        None => Bed::sqlite(rules(), ROOMS).await,
    };
    let bed = Arc::new(bed);
    let rooms = set_up(&bed, councils).await;
    let members: Vec<(Actor, CaseFileId)> =
        rooms.iter().flat_map(|(cast, case)| cast.markers().into_iter().map(|who| (who, *case))).collect();
    let sheet = sheet_of(&bed, rooms[0].1).await;
    let marks = Arc::new(best_less(&sheet, 9));
    let address = serve(&bed, &members).await;
    let before = ground::journal::verify(&bed.ground.reader()).await.unwrap().entries;
    let begun = Instant::now();
    let sent =
        members.iter().map(|(who, case)| tokio::spawn(member(address, who.clone(), *case, marks.clone())));
    let mut slowest = Vec::new();
    for done in sent.collect::<Vec<_>>() {
        slowest.extend(done.await.unwrap());
    }
    let took = begun.elapsed().as_secs_f64();
    let verified = ground::journal::verify(&bed.ground.reader()).await.unwrap();
    let count = slowest.len();
    assert_eq!((verified.entries - before, verified.broken), (i64::try_from(count).unwrap(), None));
    slowest.sort_by(f64::total_cmp);
    let at = |share: usize| slowest[(count - 1) * share / 100] * 1_000.0;
    println!(
        "{}: {count} marks of {} members in {took:.2} s: {:.0} a second; p50 {:.0} ms, p99 {:.0} ms",
        bed.ground.records.engine(),
        members.len(),
        f64::from(u32::try_from(count).unwrap()) / took,
        at(50),
        at(99)
    );
}

async fn set_up(bed: &Bed, councils: usize) -> Vec<(Cast, CaseFileId)> {
    let places = register::testing::sa_dec(bed).await;
    let mut rooms = Vec::new();
    for n in 0..councils {
        let producer = register::testing::producer(bed, &places.sa_dec, &format!("HTX {n}")).await;
        let product = register::testing::product(bed, &producer, 14, &format!("Rượu {n}")).await;
        let application = ready(bed, product.id).await;
        let cast = council(bed, &places.province, MEMBERS).await;
        let (_, cases) = convened(bed, &cast, &[application.id]).await;
        case_file::start(&bed.ground, &cast.secretary, cases[0], &BTreeMap::new()).await.unwrap();
        rooms.push((cast, cases[0]));
    }
    rooms
}

async fn serve(bed: &Bed, members: &[(Actor, CaseFileId)]) -> std::net::SocketAddr {
    let known: HashMap<String, Actor> =
        members.iter().map(|(who, _)| (who.user.unwrap().to_string(), who.clone())).collect();
    let known = Arc::new(known);
    let mut words = vec![("web", web::WORDS)];
    words.extend(ROOMS.iter().map(|room| (room.name, room.words)));
    let app = App::new(bed.ground.clone(), Words::load(&words).unwrap(), &[]);
    let router: Router = council::routes()
        .layer(axum::middleware::from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn(move |mut request: Request, next: Next| {
            let caller = request.headers().get("x-caller").and_then(|value| value.to_str().ok());
            let actor = caller.and_then(|caller| known.get(caller)).cloned().unwrap_or_default();
            request.extensions_mut().insert(actor);
            request.extensions_mut().insert(Visit::default());
            next.run(request)
        }))
        .with_state(app);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

/// One member on one line: a mark, its acknowledgement, the next. Returns the seconds each took.
async fn member(
    address: std::net::SocketAddr,
    who: Actor,
    case: CaseFileId,
    marks: Arc<Vec<(String, u8)>>,
) -> Vec<f64> {
    let mut line = TcpStream::connect(address).await.unwrap();
    line.set_nodelay(true).unwrap();
    let mut took = Vec::new();
    for (criterion, points) in marks.iter() {
        let body = format!("points={points}");
        let criterion = criterion.replace('đ', "%C4%91");
        let request = format!(
            "POST /ballots/{case}/{criterion} HTTP/1.1\r\nhost: x\r\naccept: application/json\r\nx-caller: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            who.user.unwrap(),
            body.len()
        );
        let begun = Instant::now();
        line.write_all(request.as_bytes()).await.unwrap();
        let mut answer = vec![0; 8_192];
        let read = line.read(&mut answer).await.unwrap();
        let head = String::from_utf8_lossy(&answer[..read]);
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        took.push(begun.elapsed().as_secs_f64());
    }
    took
}
