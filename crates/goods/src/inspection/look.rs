//! `look`: what a code is worth now, kept in the inspector's round.

use ground::{Actor, Ground, Refusal, Resource, Result, words_enum};
use sea_orm::Set;

use super::store::{ActiveModel, InspectionId, Model};
use crate::entry::scan_of;
use crate::lot::Lot;
use crate::serial::{Scanner, Verdict as SerialVerdict, check};
use crate::{item, recall};

words_enum! {
    /// What a code was worth.
    Looked {
        /// None of ours.
        Unknown = "unknown",
        /// Made up or altered.
        Forged = "forged",
        /// Never printed.
        NotIssued = "not-issued",
        /// It may stand on more than one label.
        Copied = "copied",
        /// Its lot is recalled.
        Recalled = "recalled",
        /// Past its date.
        Expired = "expired",
        /// Told of, without a certificate that holds.
        Unranked = "unranked",
        /// Told of, with a certificate that holds.
        Good = "good",
    }
}

/// Looks at a code and keeps it.
///
/// # Errors
/// `not-signed-in`, `not-allowed`; the records are away.
pub async fn look(ground: &Ground, actor: &Actor, typed: &str, finding: Option<&str>) -> Result<Model> {
    let account =
        actor.user.ok_or_else(|| Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in"))?;
    let found = scan_of(&ground.reader(), typed).await?;
    let (lot, serial) = match found {
        Some((lot, serial)) => (Some(lot), serial),
        None => (None, None),
    };
    let verdict = match &lot {
        Some(lot) => worth(ground, lot, serial.as_deref()).await?,
        None => Looked::Unknown,
    };
    let resource = Resource::new("inspection", account).text("owner", account);
    let mut change = ground.change(actor, "inspect-label", &resource).await?;
    let row = ActiveModel {
        id: Set(InspectionId(ground.clock.new_id())),
        account_id: Set(account),
        lot_id: Set(lot.map(|lot| lot.id)),
        typed: Set(typed.to_owned()),
        serial: Set(serial),
        verdict: Set(verdict.to_string()),
        finding: Set(finding.map(str::to_owned)),
        by_name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
    };
    let row = change.insert(row).await?;
    change.say("verdict", verdict);
    change.commit().await?;
    Ok(row)
}

// The worst first: whoever stands in a shop acts on that.
async fn worth(ground: &Ground, lot: &Lot, serial: Option<&str>) -> Result<Looked> {
    let (reader, now) = (ground.reader(), ground.clock.now());
    if recall::warning(&reader, lot.id).await?.is_some() {
        return Ok(Looked::Recalled);
    }
    let item = item::load(&reader, lot.trade_item_id).await?;
    if let Some(serial) = serial {
        // An inspector's device is no buyer's: its scans say nothing of copies.
        let scanner = Scanner { province: None, has_scanned: true };
        let checked = check(ground, &item, lot, serial, scanner, now).await?;
        match checked.verdict {
            SerialVerdict::Forged => return Ok(Looked::Forged),
            SerialVerdict::NotIssued => return Ok(Looked::NotIssued),
            SerialVerdict::Genuine { .. } if checked.suspicion.is_some() => return Ok(Looked::Copied),
            SerialVerdict::Genuine { .. } => {}
        }
    }
    if lot.expires_on.is_some_and(|expires| expires < now.day()) {
        return Ok(Looked::Expired);
    }
    let card = match item.product_id {
        Some(product) => certificate::verdict::of_product(&reader, product).await?,
        None => None,
    };
    let holds = card.is_some_and(|card| card.life().on(now.day()).holds());
    Ok(if holds { Looked::Good } else { Looked::Unranked })
}
