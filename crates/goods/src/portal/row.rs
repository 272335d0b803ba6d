//! A lot with the ten items of TT 02/2024/TT-BKHCN.

use serde::Serialize;

use crate::page::{Card, Step, StepKind};

/// A lot as the portal is told of it. Names of fields are ours, in the order of the circular.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// 1. What the goods are called.
    pub product_name: String,
    /// 2. Where a picture is.
    pub picture: Option<String>,
    /// 3. Who makes them.
    pub producer_name: String,
    /// 4. The maker's commune and province.
    pub producer_address: String,
    /// 5. The stages.
    pub stages: Vec<Stage>,
    /// 6. The day they were made, ISO 8601.
    pub made_on: Option<String>,
    /// 7. The product trace code: GTIN, or a key of this installation.
    pub product_code: String,
    /// 8. The number of the lot.
    pub lot: String,
    /// 9. The day they expire, ISO 8601.
    pub expires_on: Option<String>,
    /// 10. The standards and technical regulations applied.
    pub standards: Option<String>,
    /// The address of its page.
    pub page: String,
}

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// What happened, by its word in `docs/portal-export.md`.
    pub stage: String,
    /// The lot it happened to.
    pub product_code: String,
    /// Where.
    pub place: Option<String>,
    /// When, RFC 3339.
    pub at: Option<String>,
}

/// A card as a row; `base` is the address of the installation.
pub fn row(card: &Card, base: &str) -> Row {
    let base = base.trim_end_matches('/');
    let code = card.gtin.clone().unwrap_or_else(|| card.item_code.to_string());
    Row {
        product_name: card.name.clone(),
        picture: card.photo.as_ref().map(|hash| format!("{base}/photos/{hash}/large")),
        producer_name: card.producer.clone(),
        producer_address: card.place.vi.clone(),
        stages: card.steps.iter().map(|step| stage(step, &code)).collect(),
        made_on: card.made_on.map(|day| day.to_string()),
        product_code: code,
        lot: card.code.to_string(),
        expires_on: card.expires_on.map(|day| day.to_string()),
        standards: card.standards.clone(),
        page: format!("{base}{}", crate::link::page_href(&card.item_code, Some(&card.code), None)),
    }
}

fn stage(step: &Step, code: &str) -> Stage {
    let word = match &step.kind {
        StepKind::Entry(kind) => kind.to_string(),
        StepKind::Event(word) => word.clone(),
        StepKind::Gap => "not-logged".to_owned(),
        StepKind::Hidden => "not-public".to_owned(),
    };
    let thing = step.things.first();
    let lot = thing.and_then(|thing| thing.lot.clone());
    Stage {
        stage: word,
        product_code: lot.unwrap_or_else(|| code.to_owned()),
        place: step.place.as_ref().map(|place| place.vi.clone()),
        at: step.at.map(ground::Instant::rfc3339),
    }
}
