//! A held role as pages show it.

use ground::Day;
use serde::Serialize;
use web::Here;
use web::parts::Tag;

use super::RoleRow;
use crate::words::role_word;

/// A held role.
#[derive(Debug, Serialize)]
pub(crate) struct RoleLine {
    pub id: String,
    pub role: String,
    pub scope: String,
    pub from: String,
    pub until: Option<String>,
    pub tag: Tag,
    /// It can still be ended.
    pub is_open: bool,
}

impl RoleLine {
    /// As it stands on a day.
    pub fn of(here: &Here, held: &RoleRow, today: Day) -> Self {
        let tag = if held.is_held_on(today) {
            Tag::new("ok", "check", here.t("role-state-held"))
        } else if today < held.from_day {
            Tag::new("wait", "hourglass", here.t("role-state-to-come"))
        } else {
            Tag::new("line", "clock", here.t("role-state-ended"))
        };
        Self {
            id: held.id.to_string(),
            role: role_word(here, held.role),
            scope: held.scope_name.clone(),
            from: held.from_day.people(),
            until: held.until_day.map(|until| until.plus_days(-1).people()),
            tag,
            is_open: held.until_day.is_none_or(|until| today < until),
        }
    }
}
