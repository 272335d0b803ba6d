//! The composition: which rooms there are, in the order in which they stand on each other.

use std::sync::Arc;
use std::time::Duration;

use crate::command::Lang;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use ground::jobs::Registry;
use ground::{Actor, Clock, Config, GROUND, Ground, Refusal, Role, Room};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use web::{App, NavEntry, Words, assets, security, show_refusals};

/// The rooms, from the ground up; migrations run in this order.
pub(crate) const ROOMS: &[Room] = &[
    GROUND,
    SEN,
    people::ROOM,
    register::ROOM,
    dossier::ROOM,
    council::ROOM,
    certificate::ROOM,
    trace::ROOM,
    goods::ROOM,
];

/// What waits for each person, room by room.
const INBOX: &[people::inbox::Source] =
    &[dossier::tasks, council::tasks, certificate::certificate::tasks::tasks, goods::recall::tasks];

const NAV: &[NavEntry] = &[
    NavEntry { href: "/inbox", label: "nav-inbox", shown: |_| true, public: false },
    NavEntry { href: "/dossiers", label: "nav-dossiers", shown: |_| true, public: false },
    NavEntry {
        href: "/register/producers",
        label: "nav-producers",
        shown: keeps_the_register,
        public: false,
    },
    NavEntry { href: "/register/products", label: "nav-products", shown: keeps_the_register, public: false },
    NavEntry { href: "/councils", label: "nav-councils", shown: sees_councils, public: false },
    NavEntry { href: "/certificates", label: "nav-certificates", shown: |_| true, public: false },
    NavEntry { href: "/goods", label: "nav-goods", shown: keeps_the_register, public: false },
    NavEntry { href: "/repository", label: "nav-repository", shown: sees_events, public: false },
    NavEntry {
        href: "/accounts",
        label: "nav-accounts",
        shown: |actor| actor.is(Role::Administrator),
        public: false,
    },
    NavEntry {
        href: "/places",
        label: "nav-places",
        shown: |actor| actor.is(Role::Administrator),
        public: false,
    },
    NavEntry {
        href: "/signing-keys",
        label: "nav-signing-keys",
        shown: |actor| actor.is(Role::Administrator),
        public: false,
    },
    NavEntry {
        href: "/serial-keys",
        label: "nav-serial-keys",
        shown: |actor| actor.is(Role::Administrator),
        public: false,
    },
    NavEntry { href: "/products", label: "nav-public-products", shown: |_| false, public: true },
    NavEntry { href: "/producers", label: "nav-public-producers", shown: |_| false, public: true },
    NavEntry { href: "/lookup", label: "nav-public-lookup", shown: |_| false, public: true },
];

// The program's own words.
const SEN: Room = Room {
    name: "sen",
    tables: &[],
    migrations: &[],
    policies: ground::access::RoomPolicies { room: "sen", schema: "", policies: "" },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[],
    subscribers: &[],
};

fn keeps_the_register(actor: &Actor) -> bool {
    let roles = [Role::Officer, Role::Volunteer, Role::Owner, Role::Member, Role::Inspector];
    roles.into_iter().any(|role| actor.is(role))
}

fn sees_councils(actor: &Actor) -> bool {
    let roles =
        [Role::CouncilMember, Role::Secretary, Role::Chair, Role::Advisory, Role::Leader, Role::Officer];
    roles.into_iter().any(|role| actor.is(role))
}

fn sees_events(actor: &Actor) -> bool {
    actor.is(Role::Administrator) || actor.is(Role::Owner) || actor.is(Role::Member)
}

/// Opens the ground with every room on it.
pub(crate) async fn open(config: Config, clock: Clock) -> anyhow::Result<Ground> {
    let rules = crate::command::embedded_rules()?;
    let ground = Ground::open(config, clock, Arc::new(rules), ROOMS).await?;
    certificate::seal::ensure(&ground).await?;
    Ok(ground)
}

/// The workers and subscribers of all rooms.
pub(crate) fn registry() -> Registry {
    Registry::new(
        ROOMS.iter().flat_map(|room| room.workers).copied(),
        ROOMS.iter().flat_map(|room| room.subscribers).copied(),
    )
}

/// All words of all rooms.
pub(crate) fn words() -> Result<Words, web::WordsError> {
    let mut files = vec![("web", web::WORDS), ("gs1", gs1::WORDS), ("epcis", epcis::WORDS)];
    files.extend(ROOMS.iter().map(|room| (room.name, room.words)));
    Words::load(&files)
}

/// The program's state.
pub(crate) fn app(ground: Ground) -> Result<App, web::WordsError> {
    Ok(App::new(ground, words()?, NAV))
}

/// A text of the word files, for the terminal.
pub(crate) fn text(lang: Lang, key: &str, args: &[(&str, String)]) -> Result<String, web::WordsError> {
    Ok(words()?.text(lang.pick(ground::Lang::Vi, ground::Lang::En), key, args))
}

/// A refusal as lines for the terminal: the sentence, then each field with what is wrong.
pub(crate) fn refusal_lines(refusal: &Refusal, lang: Lang) -> Result<Vec<String>, web::WordsError> {
    let (words, lang) = (words()?, lang.pick(ground::Lang::Vi, ground::Lang::En));
    if refusal.fields.is_empty() {
        return Ok(vec![words.refusal(lang, refusal)]);
    }
    let line =
        |problem: &ground::FieldProblem| format!("{}: {}", problem.field, words.problem(lang, problem));
    Ok(refusal.fields.iter().map(line).collect())
}

/// What is wrong with one field, for the terminal.
pub(crate) fn problem_line(problem: &ground::FieldProblem, lang: Lang) -> Result<String, web::WordsError> {
    Ok(words()?.problem(lang.pick(ground::Lang::Vi, ground::Lang::En), problem))
}

/// Every address, behind everything that protects a request.
pub(crate) fn router(app: &App) -> Router {
    let pages = Router::new()
        .merge(people::routes(INBOX, register::scope_search))
        .merge(register::routes())
        .merge(dossier::routes())
        .merge(council::routes())
        .merge(certificate::routes())
        .merge(trace::pages())
        .merge(goods::routes())
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn_with_state(app.clone(), people::session::layer))
        // Once more around the session: a key that is none of ours is refused before there is an actor.
        .layer(from_fn_with_state(app.clone(), show_refusals));
    Router::new()
        .route("/healthz", get(healthy))
        .route("/assets/{hash}/{*name}", get(assets::show))
        .merge(trace::routes(app))
        .merge(goods::public_routes(app))
        // Last, as the last one answers for addresses that are none.
        .merge(pages)
        .layer(DefaultBodyLimit::max(security::BODY_BYTES))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .layer(CompressionLayer::new().gzip(true))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, security::REQUEST_TIME))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http())
        .with_state(app.clone())
}

/// How long `/healthz` waits for the records and the events before it says that they are away.
const HEALTH_TIME: Duration = Duration::from_secs(3);

// Migrations are done before the first request is taken; afterwards either database may still go away.
async fn healthy(State(app): State<App>) -> (StatusCode, &'static str) {
    let records = tokio::time::timeout(HEALTH_TIME, app.ground.records.answer());
    let events = tokio::time::timeout(HEALTH_TIME, trace::answer(&app.ground));
    match tokio::join!(records, events) {
        (Ok(Ok(())), Ok(Ok(()))) => (StatusCode::OK, "ok\n"),
        (Ok(Ok(())), _) => (StatusCode::SERVICE_UNAVAILABLE, "events unavailable\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "records unavailable\n"),
    }
}
