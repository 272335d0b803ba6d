//! Who acts, in which roles, and for whom.

use crate::{clock::Day, id, words_enum};

id! {
    /// An account.
    UserId
}
id! {
    /// A place of one time: a commune before and after a merger are two.
    PlaceId
}
id! {
    /// A producer ("chủ thể").
    ProducerId
}
id! {
    /// A producer's consent that someone acts for it.
    ConsentId
}

words_enum! {
    /// A role, always held in a place or in an organisation.
    Role {
        /// The officer in charge of OCOP.
        Officer = "officer",
        /// A union or ward volunteer.
        Volunteer = "volunteer",
        /// A member of the council's advisory team.
        Advisory = "advisory",
        /// A member of an evaluation council.
        CouncilMember = "council-member",
        /// The council's secretary.
        Secretary = "secretary",
        /// The council's chair.
        Chair = "chair",
        /// A leader who reads reports and signs decisions.
        Leader = "leader",
        /// A market inspector.
        Inspector = "inspector",
        /// An editor of the portal.
        Editor = "editor",
        /// The one who owns or legally represents a producer.
        Owner = "owner",
        /// A member of a producer.
        Member = "member",
        /// Runs the installation: accounts and settings, no records.
        Administrator = "administrator",
    }
}

/// Where a role is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In a place and, where policies say so, in the places below it.
    Place(PlaceId),
    /// In one producer's organisation.
    Producer(ProducerId),
}

/// A role and where it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

/// A live consent under which the actor may act for a producer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnBehalf {
    /// For whom.
    pub producer: ProducerId,
    /// The producer's name, for the band on every page.
    pub producer_name: String,
    /// The consent.
    pub consent: ConsentId,
    /// The day it was given.
    pub given_on: Day,
}

/// Who acts. Anonymous visitors act too: policies give them the public pages.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    /// The account; none for a visitor and for the program itself.
    pub user: Option<UserId>,
    /// The name shown in the journal.
    pub name: String,
    /// The roles held today.
    pub roles: Vec<RoleHeld>,
    /// The producers that consented to this actor acting for them, today.
    pub consents: Vec<OnBehalf>,
    /// The program itself: migrations, demo, jobs.
    pub is_system: bool,
}

impl Actor {
    /// A visitor who has not signed in.
    pub fn anonymous() -> Self {
        Self::default()
    }

    /// The program itself, named in the journal as what it does.
    pub fn system(name: &str) -> Self {
        Self { name: name.to_owned(), is_system: true, ..Self::default() }
    }

    /// Whether the role is held anywhere.
    pub fn is(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// The places in which a role is held.
    pub fn places_as(&self, role: Role) -> impl Iterator<Item = PlaceId> + '_ {
        self.roles.iter().filter(move |held| held.role == role).filter_map(|held| match held.scope {
            Scope::Place(place) => Some(place),
            Scope::Producer(_) => None,
        })
    }

    /// The producers in which the actor owns or is a member.
    pub fn producers(&self) -> impl Iterator<Item = ProducerId> + '_ {
        self.roles.iter().filter_map(|held| match held.scope {
            Scope::Producer(producer) => Some(producer),
            Scope::Place(_) => None,
        })
    }

    /// The consent under which the actor would act for a producer: none if it is the actor's own.
    pub fn consent_of(&self, producer: ProducerId) -> Option<&OnBehalf> {
        if self.producers().any(|own| own == producer) {
            return None;
        }
        self.consents.iter().find(|consent| consent.producer == producer)
    }
}
