//! An entry as it comes in, and the rules it must keep.

use ground::files::Received;
use ground::{Day, FieldProblem, Instant, Refusal, Result};
use register::product::ProductId;

use super::{EntryKind, Quantity, Side};
use crate::item::{TradeItemId, Unit};
use crate::lot::{LotCode, LotId};
use crate::partner::PartnerId;
use crate::site::SiteId;

/// Most lots of one entry.
pub const MOST_LINES: usize = 100;
/// Most photos of one entry.
pub const MOST_PHOTOS: usize = 10;
/// Most characters of a device's key of an entry.
const CLIENT_ID: usize = 64;
/// A clock may be this much ahead of ours, in seconds.
const AHEAD_SECONDS: i64 = 300;

/// What is to be logged.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// What happened.
    pub kind: EntryKind,
    /// When.
    pub happened_at: Instant,
    /// Where; none for the producer's own premises.
    pub site: Option<WhichSite>,
    /// Who stands on the other side.
    pub partner: Option<WhichPartner>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The device's key for it: sent again, it is the same entry.
    pub client_key: String,
    /// The lots.
    pub lines: Vec<NewLine>,
    /// Photos, taken in already.
    pub photos: Vec<Received>,
    /// What looks wrong is right: said by whoever was warned.
    pub is_confirmed: bool,
}

/// A lot in it.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// What it is in the entry.
    pub side: Side,
    /// Which.
    pub lot: WhichLot,
    /// How much.
    pub quantity: Quantity,
    /// Of what.
    pub unit: Unit,
}

/// A lot that is there, or one that begins.
#[derive(Clone, Debug)]
pub enum WhichLot {
    /// One that is there.
    Known(LotId),
    /// One of a number; where it is there already, that one.
    Numbered(NumberedLot),
}

/// A lot by its number.
#[derive(Clone, Debug)]
pub struct NumberedLot {
    /// What it is of.
    pub item: WhichItem,
    /// Its number.
    pub code: LotCode,
    /// The day it was made.
    pub made_on: Option<Day>,
    /// The day it expires; without, by how long such goods keep.
    pub expires_on: Option<Day>,
}

/// A trade item that is there, a product that was never logged, or something new.
#[derive(Clone, Debug)]
pub enum WhichItem {
    /// One that is there.
    Known(TradeItemId),
    /// A product of the register.
    Product(ProductId),
    /// Something of a name.
    Named(String),
}

/// A partner that is there, or a new one.
#[derive(Clone, Debug)]
pub enum WhichPartner {
    /// One that is there.
    Known(PartnerId),
    /// Someone of a name, with a phone number.
    Named(String, Option<String>),
}

/// A site that is there, or a new one.
#[derive(Clone, Debug)]
pub enum WhichSite {
    /// One that is there.
    Known(SiteId),
    /// One of a name; where none is called so it begins, in the producer's own commune.
    Named(String),
}

impl NewEntry {
    /// What does not hold whatever the records say.
    ///
    /// # Errors
    /// `goods-in-the-future`; `goods-no-lot`, `goods-nothing-in`, `goods-nothing-out` at `lots`; `too-many` at
    /// `lots` or `photos`.
    pub(in crate::entry) fn check(&self, now: Instant) -> Result<()> {
        let mut problems = Vec::new();
        let mut wrong = |field: &'static str, code| problems.push(FieldProblem::new(field, code));
        if self.happened_at > now.plus_seconds(AHEAD_SECONDS) {
            wrong("day", "goods-in-the-future");
        }
        let any = |side: Side| self.lines.iter().any(|line| line.side == side);
        if self.kind.makes() {
            if !any(Side::In) {
                wrong("in", "goods-nothing-in");
            }
            if !any(Side::Out) {
                wrong("quantity", "goods-nothing-out");
            }
        } else if !any(Side::Of) {
            wrong("of", "goods-no-lot");
        }
        let is_strange = |line: &NewLine| (line.side == Side::Of) == self.kind.makes();
        if self.lines.len() > MOST_LINES || self.lines.iter().any(is_strange) {
            wrong("of", "goods-too-many-lots");
        }
        if self.photos.len() > MOST_PHOTOS {
            wrong("photos", "goods-too-many-photos");
        }
        if self.client_key.is_empty() || self.client_key.len() > CLIENT_ID {
            return Err(Refusal::new(ground::RefusalKind::Invalid, "form-unreadable"));
        }
        if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
    }
}
