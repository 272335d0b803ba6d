//! What the page shows, in one piece. Nothing stands here that may not be public.

use certificate::near::{Both, ProductId};
use ground::actor::ProducerId;
use ground::files::FileHash;
use ground::{Day, Instant};
use serde::{Deserialize, Serialize};

use crate::entry::EntryKind;
use crate::item::{ItemCode, TradeItemId};
use crate::lot::{LotCode, LotId};

/// A lot as everybody may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The lot.
    pub lot_id: LotId,
    /// Its URI in events.
    pub uri: String,
    /// Its number.
    pub code: LotCode,
    /// What it is of.
    pub trade_item_id: TradeItemId,
    /// Sen's key of that.
    pub item_code: ItemCode,
    /// Its GTIN.
    pub gtin: Option<String>,
    /// Its name.
    pub name: String,
    /// The standards and technical regulations applied.
    pub standards: Option<String>,
    /// The product of the register.
    pub product_id: Option<ProductId>,
    /// A photo of it.
    pub photo: Option<FileHash>,
    /// Who makes it.
    pub producer_id: ProducerId,
    /// The maker's name.
    pub producer: String,
    /// The maker's phone, where it agreed to show it.
    pub phone: Option<String>,
    /// The maker's commune.
    pub place: Both,
    /// The day it was made.
    pub made_on: Option<Day>,
    /// The day it expires.
    pub expires_on: Option<Day>,
    /// The newest certificate of the product.
    pub certificate: Option<certificate::verdict::Card>,
    /// What was logged, from where it began to now.
    pub steps: Vec<Step>,
    /// Whether nothing was left out for its length.
    pub is_complete: bool,
}

/// A step of the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What happened.
    pub kind: StepKind,
    /// When; none where nothing was logged.
    pub at: Option<Instant>,
    /// Who logged it.
    pub by: String,
    /// Where.
    pub place: Option<Both>,
    /// What it was about.
    pub things: Vec<Thing>,
}

/// What happened in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// An entry of a logbook.
    Entry(EntryKind),
    /// An event of a machine, by its business step.
    Event(String),
    /// Nothing was logged of where a thing came from.
    Gap,
    /// What was logged is not told to everybody.
    Hidden,
}

/// A thing in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// Its name.
    pub name: String,
    /// The number of its lot.
    pub lot: Option<String>,
    /// How much, as it was told.
    pub quantity: Option<String>,
    /// The unit's code in UN/ECE Recommendation 20.
    pub unit: Option<String>,
}
