//! The table of scans: of each serial the first few, each by a device that had not seen it before. No address stands
//! in it and nothing of the device.

use ground::records::Recorded;
use ground::{Actor, Ground, Instant, Reader, Resource, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};
use serde::{Deserialize, Serialize};

use super::run::SerialRunId;
use super::suspicion::Scan;

/// Most scans kept of one serial: what follows says no more.
pub const MOST_KEPT: usize = 20;

/// A scan.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "serial_scan")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The run of the serial.
    pub run_id: SerialRunId,
    /// Its place in the lot.
    pub serial_index: i32,
    /// Which scan of it this is, from 1.
    pub n: i32,
    /// When.
    pub at: Instant,
    /// The code of the province.
    pub province: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "serial-scan";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// The scans kept of a serial, the first first.
///
/// # Errors
/// The records are away.
pub async fn of_serial(reader: &Reader<'_>, run: SerialRunId, index: u32) -> Result<Vec<Scan>> {
    let Ok(index) = i32::try_from(index) else { return Ok(Vec::new()) };
    let rows = Entity::find().filter(Column::RunId.eq(run)).filter(Column::SerialIndex.eq(index));
    let rows = rows.order_by_asc(Column::N).all(reader).await?;
    Ok(rows.into_iter().map(|row| Scan { at: row.at, province: row.province }).collect())
}

/// Keeps a scan, unless enough of that serial are kept.
pub(super) async fn keep(
    ground: &Ground,
    run: SerialRunId,
    index: u32,
    known: usize,
    scan: &Scan,
) -> Result<()> {
    let (Ok(index), Ok(n)) = (i32::try_from(index), i32::try_from(known + 1)) else { return Ok(()) };
    if known >= MOST_KEPT {
        return Ok(());
    }
    let mut change = ground.change(&Actor::system("sen"), "note-scan", &Resource::installation()).await?;
    let row = ActiveModel {
        id: Set(change.new_id()),
        run_id: Set(run),
        serial_index: Set(index),
        n: Set(n),
        at: Set(scan.at),
        province: Set(scan.province.clone()),
    };
    change.insert(row).await?;
    change.commit().await
}
