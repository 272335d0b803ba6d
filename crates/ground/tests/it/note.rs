//! A thing to change: a note, owned by one user.

use ground::access::RoomPolicies;
use ground::records::{Migration, Recorded};
use ground::testing::Bed;
use ground::{Actor, GROUND, Resource, Room, id};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, Database, Set};
use serde::{Deserialize, Serialize};

id! {
    /// A note.
    NoteId
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    pub text: String,
    pub secret: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "note";
    const PRIVATE: &'static [&'static str] = &["secret"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

const NOTES: Room = Room {
    name: "notes",
    tables: &["note"],
    migrations: &[Migration {
        name: "notes-0001",
        sql: "create table note (id uuid primary key, text text not null, secret text);\n",
    }],
    policies: RoomPolicies {
        room: "notes",
        schema: "entity Note = { owner: String }; action \"write-note\" appliesTo { principal: User, resource: Note };",
        policies: "@id(\"own-note\") permit(principal, action == Action::\"write-note\", resource is Note) when { principal.id == resource.owner };",
    },
    words: ("", ""),
    workers: &[],
    subscribers: &[],
};

pub const ROOMS: &[Room] = &[GROUND, NOTES];

pub use ground::testing::rules;

pub fn user(n: u128) -> Actor {
    Actor {
        user: Some(ground::actor::UserId(Uuid::from_u128(n))),
        name: format!("user {n}"),
        ..Actor::default()
    }
}

pub fn note_of(owner: &Actor, id: NoteId) -> Resource {
    Resource::new("note", id).text("owner", owner.user.unwrap())
}

/// Writes a note of the first user.
pub async fn write(bed: &Bed, text: &str) -> NoteId {
    let (owner, id) = (user(1), NoteId(bed.ground.clock.new_id()));
    let mut change = bed.ground.change(&owner, "write-note", &note_of(&owner, id)).await.unwrap();
    let row = ActiveModel { id: Set(id), text: Set(text.to_owned()), secret: Set(Some("mật".to_owned())) };
    change.insert(row).await.unwrap();
    change.commit().await.unwrap();
    id
}

/// Reaches around every promise.
pub async fn tamper(bed: &Bed, sql: &str) {
    let url = if bed.ground.records.is_sqlite() {
        format!("sqlite:{}", bed.folder().join("sen.db").display())
    } else {
        bed.ground.config.database.clone()
    };
    Database::connect(url).await.unwrap().execute_unprepared(sql).await.unwrap();
}
