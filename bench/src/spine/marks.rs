//! Marks over HTTP that become durable: whole councils mark at once, each member on a connection of their own; against
//! bare commits of the same database. First each member marks in turn, at a pace at which all together save more than
//! is wanted: how long is an acknowledgement waited for? Then as fast as they can: how many are saved a second? The
//! sign-in room is left out: the caller's account comes in a header.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use council::case_file::{self, CaseFileId};
use council::testing::{Cast, best_less, convened, council, ready, sheet_of};
use ground::Actor;
use ground::testing::Bed;
use web::{App, Visit, Words, show_refusals};

use super::ROOMS;
use crate::line::{Line, Report};
use crate::wire::{Wire, p99, rate, serve};

/// Members of one council.
const MEMBERS: usize = 13;
/// Councils that mark at once: 442 members in all.
const COUNCILS: usize = 34;
/// Marks a second of all members together, at their pace.
const PACE: f64 = 750.0;
/// Criteria that are marked at that pace; the others follow as fast as possible.
const PACED: usize = 12;

pub(crate) async fn measure(report: &Report, bed: Bed) {
    let raw = crate::raw::commits(&bed).await;
    let rooms = set_up(&bed).await;
    let members: Vec<(Actor, CaseFileId)> =
        rooms.iter().flat_map(|(cast, case)| cast.markers().into_iter().map(|who| (who, *case))).collect();
    let sheet = sheet_of(&bed, rooms[0].1).await;
    let marks = best_less(&sheet, 9);
    let (paced, fast) = marks.split_at(PACED.min(marks.len()));
    let address = serve(router(&bed, &members)).await;
    for (bench, marks, pace, wanted) in
        [("marks", paced, Some(PACE), "≥ 500, p99 < 100 ms"), ("marks_full", fast, None, "")]
    {
        let (seconds, mut spent) = marked(&bed, address, &members, marks, pace).await;
        let line = Line {
            bench,
            database: bed.ground.records.engine(),
            value: rate(spent.len(), seconds),
            unit: "1/s",
            p99_ms: Some(p99(&mut spent)),
            size: Some(members.len()),
            wanted,
            ..Line::default()
        };
        report.add(line.against("raw commits", raw));
    }
}

// All members mark some criteria; the seconds it took, and the milliseconds of each mark. The journal holds each one.
async fn marked(
    bed: &Bed,
    address: SocketAddr,
    members: &[(Actor, CaseFileId)],
    marks: &[(String, u8)],
    pace: Option<f64>,
) -> (f64, Vec<f64>) {
    let marks = Arc::new(marks.to_vec());
    let mut wires = Vec::new();
    for _ in members {
        wires.push(Wire::to(address).await);
    }
    let before = ground::journal::verify(&bed.ground.reader()).await.unwrap().entries;
    let begun = Instant::now();
    let every = pace.map(|pace| Duration::from_secs_f64(1.0 / pace));
    let sent = members.iter().zip(wires).enumerate().map(|(place, ((who, case), wire))| {
        let turn = every.map(|every| {
            (begun + every * u32::try_from(place).unwrap(), every * u32::try_from(members.len()).unwrap())
        });
        tokio::spawn(member(wire, who.clone(), *case, marks.clone(), turn))
    });
    let mut spent = Vec::new();
    for done in sent.collect::<Vec<_>>() {
        spent.extend(done.await.unwrap());
    }
    let seconds = begun.elapsed().as_secs_f64();
    let verified = ground::journal::verify(&bed.ground.reader()).await.unwrap();
    assert_eq!((verified.entries - before, verified.broken), (i64::try_from(spent.len()).unwrap(), None));
    (seconds, spent)
}

async fn set_up(bed: &Bed) -> Vec<(Cast, CaseFileId)> {
    let places = register::testing::sa_dec(bed).await;
    let mut rooms = Vec::new();
    for n in 0..COUNCILS {
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

fn router(bed: &Bed, members: &[(Actor, CaseFileId)]) -> Router {
    let known: HashMap<String, Actor> =
        members.iter().map(|(who, _)| (who.user.unwrap().to_string(), who.clone())).collect();
    let known = Arc::new(known);
    let mut words = vec![("web", web::WORDS)];
    words.extend(ROOMS.iter().map(|room| (room.name, room.words)));
    let app = App::new(bed.ground.clone(), Words::load(&words).unwrap(), &[]);
    ::council::routes()
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn(move |mut request: Request, next: Next| {
            let caller = request.headers().get("x-caller").and_then(|value| value.to_str().ok());
            let actor = caller.and_then(|caller| known.get(caller)).cloned().unwrap_or_default();
            request.extensions_mut().insert(actor);
            request.extensions_mut().insert(Visit::default());
            next.run(request)
        }))
        .with_state(app)
}

// One member: a mark, its acknowledgement, the next when it is due. What is late counts from when it was due.
async fn member(
    mut wire: Wire,
    who: Actor,
    case: CaseFileId,
    marks: Arc<Vec<(String, u8)>>,
    turn: Option<(Instant, Duration)>,
) -> Vec<f64> {
    let mut spent = Vec::new();
    for (n, (criterion, points)) in marks.iter().enumerate() {
        let due = turn.map_or_else(Instant::now, |(first, every)| first + every * u32::try_from(n).unwrap());
        tokio::time::sleep_until(due.into()).await;
        let body = format!("points={points}");
        let criterion = criterion.replace('đ', "%C4%91");
        let request = format!(
            "POST /ballots/{case}/{criterion} HTTP/1.1\r\nhost: x\r\naccept: application/json\r\nx-caller: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            who.user.unwrap(),
            body.len()
        );
        wire.ask(request.as_bytes()).await;
        spent.push(due.elapsed().as_secs_f64() * 1_000.0);
    }
    spent
}
