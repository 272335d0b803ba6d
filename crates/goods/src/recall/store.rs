//! The tables of recalls.

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Instant, Reader, Refusal, Result, id, words_enum};
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use serde::{Deserialize, Serialize};

use crate::entry::stock;
use crate::lot::LotId;

id! {
    /// A recall.
    RecallId
}

words_enum! {
    /// How a receiver was told.
    HowTold {
        /// By telephone.
        Phone = "phone",
        /// By e-mail or message.
        Message = "message",
        /// In writing.
        Writing = "writing",
    }
}

words_enum! {
    /// How a recall ended.
    EndKind {
        /// The goods are good: it is taken back.
        Lifted = "lifted",
        /// The goods came back or are no more.
        Closed = "closed",
    }
}

/// A recall.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "recall")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecallId,
    /// The bad lot.
    pub lot_id: LotId,
    /// Whose lot it is.
    pub producer_id: ProducerId,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// When; the clock runs from there.
    pub decided_at: Instant,
    /// It is practised: nobody outside sees anything of it.
    pub is_drill: bool,
    /// Whether all lots made of it were found within the bounds of a walk.
    pub is_complete: bool,
    /// How long it took to find them, in milliseconds.
    pub computed_ms: i32,
    /// Who wrote it.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "recall";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

pub use Model as Recall;

pub(crate) mod lot {
    //! The lots that are recalled.

    use super::{Deserialize, LotId, RecallId, Recorded, Serialize};
    use sea_orm::entity::prelude::*;

    /// A row.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "recall_lot")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub recall_id: RecallId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub lot_id: LotId,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "recall-lot";
        fn key(row: &Model) -> String {
            format!("{}/{}", row.recall_id, row.lot_id)
        }
    }
}

pub(crate) mod notice {
    //! Who was told, how and when; the code lets them answer.

    use super::{Deserialize, HowTold, Instant, ProducerId, RecallId, Recorded, Serialize};
    use crate::partner::PartnerId;
    use certificate::Code;
    use sea_orm::entity::prelude::*;

    /// A row.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "recall_notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub recall_id: RecallId,
        pub producer_id: ProducerId,
        pub partner_id: PartnerId,
        pub code: Code,
        pub how: HowTold,
        pub by_name: String,
        pub at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "recall-notice";
        const PRIVATE: &'static [&'static str] = &["code"];
        fn key(row: &Model) -> String {
            row.id.to_string()
        }
    }
}

pub(crate) mod answer {
    //! What receivers answered.

    use super::{Deserialize, Instant, Recorded, Serialize};
    use sea_orm::entity::prelude::*;

    /// A row.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "recall_answer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub notice_id: Uuid,
        pub held: Option<String>,
        pub by_name: String,
        pub at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "recall-answer";
        fn key(row: &Model) -> String {
            row.notice_id.to_string()
        }
    }
}

pub(crate) mod end {
    //! How a recall ended.

    use super::{Deserialize, EndKind, Instant, RecallId, Recorded, Serialize};
    use sea_orm::entity::prelude::*;

    /// A row.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "recall_end")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub recall_id: RecallId,
        pub kind: EndKind,
        pub outcome: String,
        pub by_name: String,
        pub at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "recall-end";
        fn key(row: &Model) -> String {
            row.recall_id.to_string()
        }
    }
}

/// One recall, whoever asks.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: RecallId) -> Result<Recall> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// The lots of a recall.
///
/// # Errors
/// The records are away.
pub async fn lots_of(reader: &Reader<'_>, recall: RecallId) -> Result<Vec<LotId>> {
    let lots = lot::Entity::find().select_only().column(lot::Column::LotId);
    Ok(lots.filter(lot::Column::RecallId.eq(recall)).into_tuple().all(reader).await?)
}

/// Those who have had any of a recall's lots.
///
/// # Errors
/// The records are away.
pub(super) async fn holders(reader: &Reader<'_>, recall: RecallId) -> Result<Vec<ProducerId>> {
    let lots = Query::select()
        .column(lot::Column::LotId)
        .from(lot::Entity)
        .and_where(lot::Column::RecallId.eq(recall))
        .to_owned();
    let held = stock::Entity::find().select_only().column(stock::Column::ProducerId).distinct();
    Ok(held.filter(stock::Column::LotId.in_subquery(lots)).into_tuple().all(reader).await?)
}

/// The recalls that reach lots which any of some producers has had.
pub(super) fn reaching(producers: &[ProducerId]) -> SelectStatement {
    let had = Query::select()
        .column(stock::Column::LotId)
        .from(stock::Entity)
        .and_where(stock::Column::ProducerId.is_in(producers.iter().copied()))
        .to_owned();
    Query::select()
        .column(lot::Column::RecallId)
        .from(lot::Entity)
        .and_where(lot::Column::LotId.in_subquery(had))
        .to_owned()
}

/// How a recall ended, where it did.
///
/// # Errors
/// The records are away.
pub(crate) async fn end_of(reader: &Reader<'_>, recall: RecallId) -> Result<Option<end::Model>> {
    Ok(end::Entity::find_by_id(recall).one(reader).await?)
}
