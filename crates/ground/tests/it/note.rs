//! A thing to change: a note, owned by one user.

use ground::access::RoomPolicies;
use ground::records::{Migration, Recorded};
use ground::{Actor, GROUND, Resource, Room, id};
use sea_orm::entity::prelude::*;
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
