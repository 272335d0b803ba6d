//! Which producers and products an actor's lists hold: those of their places, their own, and those they act for.

use std::collections::HashSet;

use ground::actor::{PlaceId, ProducerId};
use ground::{Actor, Day, Reader, Result, Role, Scope};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition};

use crate::place::{self, PlaceKind};

/// Roles that see the register of their places; the policies `those-who-work-in-a-place-…` say the same.
const SEEING: [Role; 8] = [
    Role::Officer,
    Role::Volunteer,
    Role::Advisory,
    Role::CouncilMember,
    Role::Secretary,
    Role::Chair,
    Role::Leader,
    Role::Inspector,
];

/// What an actor's lists hold.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// All there is.
    pub everywhere: bool,
    /// What lies in these places, or has its home of today in them.
    pub places: Vec<PlaceId>,
    /// What is of these producers.
    pub producers: Vec<ProducerId>,
}

/// The reach of an actor.
///
/// # Errors
/// The records are away.
pub async fn reach(reader: &Reader<'_>, actor: &Actor, today: Day) -> Result<Reach> {
    let mut producers: Vec<ProducerId> = actor.producers().collect();
    producers.extend(actor.consents.iter().map(|consent| consent.producer));
    let mut reach = Reach { everywhere: actor.is_system, places: Vec::new(), producers };
    let seeing = actor.roles.iter().filter(|held| SEEING.contains(&held.role));
    let held: HashSet<PlaceId> = seeing
        .filter_map(|held| match held.scope {
            Scope::Place(place) => Some(place),
            Scope::Producer(_) => None,
        })
        .collect();
    let held: Vec<PlaceId> = held.into_iter().collect();
    for place in place::find_all(reader, &held).await? {
        if place.kind == PlaceKind::Country {
            reach.everywhere = true;
            return Ok(reach);
        }
        reach.places.extend(place::territory(reader, place.id, today).await?);
    }
    Ok(reach)
}

impl Reach {
    /// Rows within reach, by their columns of place and producer.
    pub fn condition<P: ColumnTrait, O: ColumnTrait>(&self, place: P, producer: O) -> Condition {
        if self.everywhere {
            return Condition::all();
        }
        Condition::any()
            .add(place.into_expr().is_in(self.places.iter().map(|id| id.0)))
            .add(producer.into_expr().is_in(self.producers.iter().map(|id| id.0)))
    }
}
