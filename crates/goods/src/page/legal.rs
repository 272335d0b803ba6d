//! How much of what the law asks for is there: the ten items of TT 02/2024/TT-BKHCN, in its order.

use ground::words_enum;

use super::{Card, StepKind};

words_enum! {
    /// An item that the law asks for.
    Item {
        /// What the goods are called.
        Name = "name",
        /// A picture of them.
        Picture = "picture",
        /// Who makes them.
        Producer = "producer",
        /// Where that is.
        Address = "address",
        /// The stages, each with product, place and time.
        Stages = "stages",
        /// When they were made.
        Made = "made",
        /// The code of the product.
        Code = "code",
        /// Its lot or serial number.
        Lot = "lot",
        /// When they expire.
        Expires = "expires",
        /// The standards and technical regulations applied.
        Standards = "standards",
    }
}

/// The items that are not there.
pub fn missing(card: &Card) -> Vec<Item> {
    let is_there = |item: &Item| match item {
        // What a lot cannot be without.
        Item::Name | Item::Code | Item::Lot => true,
        Item::Producer => !card.producer.is_empty(),
        Item::Address => !card.place.vi.is_empty(),
        Item::Picture => card.photo.is_some(),
        Item::Stages => has_stages(card),
        Item::Made => card.made_on.is_some(),
        Item::Expires => card.expires_on.is_some(),
        Item::Standards => card.standards.is_some(),
    };
    Item::ALL.iter().filter(|item| !is_there(item)).copied().collect()
}

// Every stage told with its place, and none of them a gap.
fn has_stages(card: &Card) -> bool {
    let is_gap = |kind: &StepKind| matches!(kind, StepKind::Gap | StepKind::Hidden);
    !card.steps.is_empty()
        && card.steps.iter().all(|step| !is_gap(&step.kind) && step.at.is_some() && step.place.is_some())
}
