//! `cast.yaml`.

use ground::{Day, Role};
use serde::Deserialize;

use super::PlaceOn;

#[derive(Debug, Deserialize)]
pub(super) struct Cast {
    pub(super) accounts: Vec<Account>,
}

/// Someone who signs in.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Account {
    pub(in crate::demo) login: String,
    pub(in crate::demo) name: String,
    /// The office the person comes from.
    pub(in crate::demo) unit: String,
    pub(in crate::demo) phone: String,
    pub(in crate::demo) disabled_on: Option<Day>,
    pub(in crate::demo) roles: Vec<RoleHeld>,
}

/// A role, in a place or in a producer's organisation.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct RoleHeld {
    pub(in crate::demo) role: Role,
    pub(in crate::demo) place: Option<PlaceOn>,
    pub(in crate::demo) producer: Option<String>,
    pub(in crate::demo) from: Day,
    /// The first day on which it is no longer held.
    pub(in crate::demo) until: Option<Day>,
}

impl RoleHeld {
    /// Whether it is held on a day.
    pub(in crate::demo) fn is_held_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}
