//! A repository of its own for one figure: records, events, keys, and an address on the loopback.

use std::net::SocketAddr;

use axum::middleware::from_fn_with_state;
use ground::testing::{Bed, rules};
use ground::{Clock, GROUND, Ground, Room};
use sea_orm::{ConnectionTrait, Database as Server};
use trace::store::Store;
use trace::testing::{Party, party};
use web::{App, Words, security};

use crate::wire::serve;

const ROOMS: [Room; 4] = [GROUND, people::ROOM, register::ROOM, trace::ROOM];

/// What keeps the events.
#[derive(Clone, Copy, Debug)]
pub(super) enum Database {
    Sqlite,
    Postgres,
}

pub(super) struct Repository {
    bed: Bed,
    pub(super) ground: Ground,
    pub(super) store: Store,
    pub(super) address: SocketAddr,
    /// As many as chains have.
    pub(super) parties: Vec<Party>,
}

impl Database {
    pub(super) const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

impl Repository {
    /// An empty one; none, loudly, where there is no PostgreSQL.
    pub(super) async fn on(database: Database) -> Option<Self> {
        let bed = match database {
            Database::Sqlite => Bed::sqlite(rules(), &ROOMS).await,
            Database::Postgres => Bed::postgres(rules(), &ROOMS).await?,
        };
        // Keys of events follow the time of recording, so the time must go on.
        let ground = Ground { clock: Clock::real(), ..bed.ground.clone() };
        let address = match database {
            Database::Sqlite => format!("sqlite:{}", bed.folder().join("trace.db").display()),
            Database::Postgres => ground.config.database.clone(),
        };
        let store = trace::keep(&ground, Store::open(&address).await.unwrap());
        let mut parties = Vec::new();
        for number in 0..super::chain::PARTIES {
            parties.push(party(&ground, &store, &format!("HTX {number}")).await);
        }
        let mut words = vec![("web", web::WORDS)];
        words.extend(ROOMS.iter().map(|room| (room.name, room.words)));
        let app = App::new(ground.clone(), Words::load(&words).unwrap(), &[]);
        let router = trace::routes(&app).layer(from_fn_with_state(app.clone(), security::protect));
        let address = serve(router.with_state(app)).await;
        Some(Self { bed, ground, store, address, parties })
    }

    pub(super) fn engine(&self) -> &'static str {
        self.ground.records.engine()
    }

    pub(super) fn bed(&self) -> &Bed {
        &self.bed
    }

    /// What a server does by and by after many rows came.
    pub(super) async fn settle(&self) {
        if !self.ground.records.is_sqlite() {
            let server = Server::connect(&self.ground.config.database).await.unwrap();
            server.execute_unprepared("vacuum (analyze)").await.unwrap();
            server.close().await.unwrap();
        }
    }

    /// Lets everything go; what it took of the disk goes with its bed.
    pub(super) async fn clear(self) {
        self.store.close().await;
        self.ground.records.close().await;
    }
}

/// A request to read, with a party's key.
pub(super) fn get(party: &Party, path: &str) -> Vec<u8> {
    let token = &party.token;
    format!("GET {path} HTTP/1.1\r\nhost: sen\r\naccept: application/json\r\nauthorization: Bearer {token}\r\n\r\n")
        .into_bytes()
}

/// A request to capture, with a party's key.
pub(super) fn post(party: &Party, path: &str, body: &str) -> Vec<u8> {
    let (token, length) = (&party.token, body.len());
    format!(
        "POST {path} HTTP/1.1\r\nhost: sen\r\naccept: application/json\r\nauthorization: Bearer {token}\r\n\
         content-type: application/ld+json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}
