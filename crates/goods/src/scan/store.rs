//! The table of counts.

use ground::records::Recorded;
use ground::{Change, Day, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{FromQueryResult, QuerySelect, Set};
use serde::{Deserialize, Serialize};

use super::count::Which;
use crate::lot::LotId;

/// How often a lot's code was scanned.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "scan_count")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The lot.
    pub lot_id: LotId,
    /// The code of the province; empty where it is not known.
    pub province: String,
    /// The day.
    pub on_day: Day,
    /// How often.
    pub scans: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "scan-count";
    const PRIVATE: &'static [&'static str] = &["scans"];
    fn key(row: &Model) -> String {
        format!("{}/{}/{}", row.lot_id, row.province, row.on_day)
    }
}

pub(super) async fn add(change: &mut Change, (lot, province, day): &Which, scans: i64) -> Result<()> {
    let known = Entity::find()
        .filter(Column::LotId.eq(*lot))
        .filter(Column::Province.eq(province))
        .filter(Column::OnDay.eq(*day))
        .one(&change.reader())
        .await?;
    match known {
        Some(known) => {
            let total = Set(known.scans.saturating_add(scans));
            let row = ActiveModel { id: Set(known.id), scans: total, ..Default::default() };
            change.update(&known, row).await?
        }
        None => {
            let row = ActiveModel {
                id: Set(change.new_id()),
                lot_id: Set(*lot),
                province: Set(province.clone()),
                on_day: Set(*day),
                scans: Set(scans),
            };
            change.insert(row).await?
        }
    };
    Ok(())
}

/// Scans of a province.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Scans {
    /// The code of the province; empty where it is not known.
    pub province: String,
    /// How often.
    pub scans: i64,
}

/// Scans of some lots since a day, by province, the most first.
///
/// # Errors
/// The records are away.
pub async fn of_lots(reader: &Reader<'_>, lots: &[LotId], since: Day) -> Result<Vec<Scans>> {
    let mut totals = std::collections::BTreeMap::<String, i64>::new();
    for some in lots.chunks(500) {
        let rows: Vec<Scans> = Entity::find()
            .select_only()
            .column(Column::Province)
            .column_as(Expr::col(Column::Scans).sum().cast_as("bigint"), "scans")
            .filter(Column::LotId.is_in(some.iter().copied()))
            .filter(Column::OnDay.gte(since))
            .group_by(Column::Province)
            .into_model()
            .all(reader)
            .await?;
        for row in rows {
            *totals.entry(row.province).or_insert(0) += row.scans;
        }
    }
    let mut scans: Vec<Scans> =
        totals.into_iter().map(|(province, scans)| Scans { province, scans }).collect();
    scans.sort_by(|a, b| b.scans.cmp(&a.scans).then_with(|| a.province.cmp(&b.province)));
    Ok(scans)
}
