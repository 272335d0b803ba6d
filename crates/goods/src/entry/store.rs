//! The tables of the logbook. Rows are added and never changed; what was wrong is withdrawn by a row of its own.

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::EntryKind;
use crate::partner::PartnerId;
use crate::site::SiteId;

id! {
    /// An entry.
    EntryId
}

/// An entry.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "entry")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    /// In whose logbook.
    pub producer_id: ProducerId,
    /// What happened.
    pub kind: EntryKind,
    /// When it happened.
    pub happened_at: Instant,
    /// Where; none for the producer's own premises.
    pub site_id: Option<SiteId>,
    /// Who stands on the other side.
    pub partner_id: Option<PartnerId>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The key that the device gave it: sent again, it is the same entry.
    pub client_id: String,
    /// Who wrote it.
    pub by_name: String,
    /// When it was written.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "entry";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

pub use Model as Entry;

pub mod line {
    //! The lots of an entry.

    use super::{Deserialize, EntryId, Recorded, Serialize};
    use crate::entry::{Quantity, Side};
    use crate::item::Unit;
    use crate::lot::LotId;
    use sea_orm::entity::prelude::*;

    /// A lot in an entry.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "entry_line")]
    pub struct Model {
        /// Key.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The entry.
        pub entry_id: EntryId,
        /// Its place in the entry.
        pub n: i32,
        /// What it is in it.
        pub side: Side,
        /// The lot.
        pub lot_id: LotId,
        /// How much.
        pub quantity: Quantity,
        /// Of what unit.
        pub unit: Unit,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "entry-line";
        fn key(row: &Model) -> String {
            format!("{}/{}", row.entry_id, row.n)
        }
    }
}

pub use line::Model as EntryLine;

pub mod photo {
    //! Photos of an entry.

    use super::{Deserialize, EntryId, Recorded, Serialize};
    use ground::files::FileHash;
    use sea_orm::entity::prelude::*;

    /// A photo.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "entry_photo")]
    pub struct Model {
        /// Key.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The entry.
        pub entry_id: EntryId,
        /// The file.
        pub hash: FileHash,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "entry-photo";
        fn key(row: &Model) -> String {
            row.id.to_string()
        }
    }
}

pub mod withdrawal {
    //! That an entry was wrong.

    use super::{Deserialize, EntryId, Instant, Recorded, Serialize};
    use sea_orm::entity::prelude::*;

    /// A withdrawal.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "entry_withdrawal")]
    pub struct Model {
        /// The entry.
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: EntryId,
        /// Why.
        pub reason: String,
        /// Who says so.
        pub by_name: String,
        /// When.
        pub at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "entry-withdrawal";
        fn key(row: &Model) -> String {
            row.entry_id.to_string()
        }
    }
}
