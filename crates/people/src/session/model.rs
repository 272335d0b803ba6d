//! What a session is.

use ground::actor::UserId;
use ground::records::{Recorded, Upkeep};
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A session.
    SessionId
}

/// A session.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// Whose.
    pub account_id: UserId,
    /// SHA-256 of the token.
    pub token_hash: String,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was ended before its time.
    pub ended_at: Option<Instant>,
    /// From which address it was opened.
    pub address: String,
    /// With which browser, as it called itself.
    pub agent: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "session";
    const PRIVATE: &'static [&'static str] = &["token_hash", "address", "agent"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// When a session was last used.
pub(super) mod seen {
    use super::{Instant, SessionId, Upkeep};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session_seen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: SessionId,
        pub seen_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Upkeep for Entity {}
}

/// Attempts to sign in that failed, by login and by address.
pub(super) mod failure {
    use super::{Instant, Upkeep};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_failure")]
    pub struct Model {
        /// SHA-256 of what was tried, so that a password typed into the wrong box is not kept.
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub failures: i32,
        pub last_at: Instant,
        /// No attempt is judged before.
        pub free_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Upkeep for Entity {}
}

/// When a session ends if it is not used again.
pub(crate) fn ends_at(opened_at: Instant, seen_at: Instant, idle_seconds: u32) -> Instant {
    let idle = seen_at.plus_seconds(i64::from(idle_seconds));
    idle.min(opened_at.plus_seconds(super::ABSOLUTE_SECONDS))
}
