//! The tables of the logbook. Rows are added and never changed; what was wrong is withdrawn by a row of its own.

use std::collections::HashMap;

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Instant, Reader, Refusal, Result, id};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use super::EntryKind;
use crate::lot::LotId;
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
    pub client_key: String,
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

/// One entry, whoever asks.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: EntryId) -> Result<Entry> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Several by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Entry>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The entry that a device sent under a key of its own.
///
/// # Errors
/// The records are away.
pub(super) async fn by_client_key(
    reader: &Reader<'_>,
    producer: ProducerId,
    client_key: &str,
) -> Result<Option<Entry>> {
    let found =
        Entity::find().filter(Column::ProducerId.eq(producer)).filter(Column::ClientKey.eq(client_key));
    Ok(found.one(reader).await?)
}

/// The entries of a producer that were not withdrawn.
///
/// # Errors
/// The records are away.
pub async fn standing(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Entry>> {
    let withdrawn = Query::select().column(withdrawal::Column::EntryId).from(withdrawal::Entity).to_owned();
    let rows = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::Id.not_in_subquery(withdrawn))
        .order_by_asc(Column::HappenedAt);
    Ok(rows.all(reader).await?)
}

/// Of some entries those of a producer, the newest first.
///
/// # Errors
/// The records are away.
pub(crate) async fn of_producer_among(
    reader: &Reader<'_>,
    producer: ProducerId,
    entries: &[EntryId],
    most: u64,
) -> Result<Vec<Entry>> {
    let rows = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::Id.is_in(entries.iter().copied()))
        .order_by_desc(Column::HappenedAt)
        .limit(most);
    Ok(rows.all(reader).await?)
}

/// The lots of some entries, in their order.
///
/// # Errors
/// The records are away.
pub async fn lines_of(reader: &Reader<'_>, entries: &[EntryId]) -> Result<HashMap<EntryId, Vec<EntryLine>>> {
    let rows = line::Entity::find()
        .filter(line::Column::EntryId.is_in(entries.iter().copied()))
        .order_by_asc(line::Column::N)
        .all(reader)
        .await?;
    let mut lines: HashMap<EntryId, Vec<EntryLine>> = HashMap::new();
    for row in rows {
        lines.entry(row.entry_id).or_default().push(row);
    }
    Ok(lines)
}

/// Lots logged at a site, by key from the one after `after`.
///
/// # Errors
/// The records are away.
pub(crate) async fn logged_at(
    reader: &Reader<'_>,
    site: SiteId,
    after: Option<LotId>,
    most: u64,
) -> Result<Vec<LotId>> {
    let of = Query::select().column(Column::Id).from(Entity).and_where(Column::SiteId.eq(site)).to_owned();
    let mut lots = line::Entity::find()
        .select_only()
        .column(line::Column::LotId)
        .distinct()
        .filter(line::Column::EntryId.in_subquery(of));
    if let Some(after) = after {
        lots = lots.filter(line::Column::LotId.gt(after));
    }
    Ok(lots.order_by_asc(line::Column::LotId).limit(most).into_tuple().all(reader).await?)
}

/// Which of some entries were withdrawn.
///
/// # Errors
/// The records are away.
pub async fn withdrawals_of(
    reader: &Reader<'_>,
    entries: &[EntryId],
) -> Result<HashMap<EntryId, withdrawal::Model>> {
    let rows = withdrawal::Entity::find()
        .filter(withdrawal::Column::EntryId.is_in(entries.iter().copied()))
        .all(reader)
        .await?;
    Ok(rows.into_iter().map(|row| (row.entry_id, row)).collect())
}

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
