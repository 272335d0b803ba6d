//! What a serial read from a label is worth, with what its scans say.

use ground::{Ground, Instant, Result};

use super::code::Serial;
use super::suspicion::{Scan, Suspicion, suspicion};
use super::verdict::{Verdict, judge};
use super::{key, province, run, scan};
use crate::item::TradeItem;
use crate::lot::Lot;

/// What is known of who scans; nothing that tells people apart.
#[derive(Clone, Debug, Default)]
pub struct Scanner {
    /// The code of the province, where it is known.
    pub province: Option<String>,
    /// The device shows the token it was given when it scanned this serial before.
    pub has_scanned: bool,
}

/// What a serial is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// By itself.
    pub verdict: Verdict,
    /// By its scans, this one included.
    pub suspicion: Option<Suspicion>,
    /// When it was first scanned, and how many devices had scanned it before, as far as they are kept.
    pub before: Option<(Instant, usize)>,
}

/// Checks a serial of a lot and keeps the scan, when it is the device's first of that serial.
///
/// # Errors
/// The records or the keys are away.
pub async fn check(
    ground: &Ground,
    item: &TradeItem,
    lot: &Lot,
    serial: &str,
    scanner: Scanner,
    at: Instant,
) -> Result<Checked> {
    let reader = ground.reader();
    let plain = |verdict| Checked { verdict, suspicion: None, before: None };
    let Ok(serial) = Serial::exact(serial) else { return Ok(plain(Verdict::Forged)) };
    let Some(run) = run::by_number(&reader, lot.id, serial.run).await? else {
        return Ok(plain(without_run(ground, item, lot, &serial).await?));
    };
    let seal = key::find(ground, &run.key_id)?.lot(&item.code, &lot.code);
    let verdict = judge(&serial, run.issued(), &seal);
    if !matches!(verdict, Verdict::Genuine { .. }) {
        return Ok(plain(verdict));
    }
    let mut scans = scan::of_serial(&reader, run.id, serial.index).await?;
    let before = scans.first().map(|first| (first.at, scans.len()));
    if !scanner.has_scanned {
        let province = scanner.province.filter(|code| province::is_province(code));
        let this = Scan { at, province };
        // Two at the same moment take the same number, and one of them is not kept: nobody waits for that.
        let kept = scan::keep(ground, run.id, serial.index, scans.len(), &this).await;
        if let Err(refusal) = kept {
            tracing::warn!(code = refusal.code, "a scan was not kept");
        }
        scans.push(this);
    }
    Ok(Checked { verdict, suspicion: suspicion(&scans), before })
}

// No run of that number: the records may be older than the label, after they were restored.
async fn without_run(ground: &Ground, item: &TradeItem, lot: &Lot, serial: &Serial) -> Result<Verdict> {
    for row in key::made(&ground.reader()).await? {
        if key::find(ground, &row.id)?.lot(&item.code, &lot.code).proves(serial) {
            return Ok(Verdict::NotIssued);
        }
    }
    Ok(Verdict::Forged)
}
