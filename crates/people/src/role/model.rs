//! What a held role is.

use ground::actor::{PlaceId, ProducerId, UserId};
use ground::records::Recorded;
use ground::{Day, Role, RoleHeld, Scope, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A role held by someone somewhere.
    RoleHeldId
}

/// A role held.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "role_held")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoleHeldId,
    /// By whom.
    pub account_id: UserId,
    /// The role.
    pub role: Role,
    /// Held in this place, or
    pub place_id: Option<PlaceId>,
    /// in this producer's organisation.
    pub producer_id: Option<ProducerId>,
    /// The name of the place or producer when the role was given.
    pub scope_name: String,
    /// First day.
    pub from_day: Day,
    /// The day from which it is no longer held; none while no end is set.
    pub until_day: Option<Day>,
    /// Who gave it; none for the program itself.
    pub given_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "role-held";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

impl Model {
    /// Whether it is held on a day.
    pub fn is_held_on(&self, day: Day) -> bool {
        self.from_day <= day && self.until_day.is_none_or(|until| day < until)
    }

    /// The role as an actor carries it.
    pub fn held(&self) -> Option<RoleHeld> {
        let scope = match (self.place_id, self.producer_id) {
            (Some(place), _) => Scope::Place(place),
            (None, Some(producer)) => Scope::Producer(producer),
            (None, None) => return None,
        };
        Some(RoleHeld { role: self.role, scope })
    }
}

/// Whether a role is one of a producer's organisation; every other one is held in a place.
pub(crate) fn is_of_producer(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Member)
}
