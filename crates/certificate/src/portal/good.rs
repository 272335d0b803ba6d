//! A product in a list of the public pages.

use ground::Result;
use serde::Serialize;
use web::Frame;

use crate::verdict::store::Model;

/// A product card.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Good {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) producer: String,
    pub(super) place: String,
    pub(super) stars: u8,
    pub(super) picture: String,
}

impl Good {
    /// Of a verdict that holds.
    pub(super) fn of(frame: &Frame, row: &Model) -> Result<Self> {
        let card = row.card()?;
        Ok(Self {
            href: format!("/products/{}", row.product_id),
            name: row.product_name.clone(),
            producer: row.producer_name.clone(),
            place: near(card.place.now.of(frame.language())),
            stars: u8::try_from(row.stars).unwrap_or_default(),
            picture: picture(frame, card.photo.as_ref(), &card.art),
        })
    }

    /// Of several.
    pub(super) fn list(frame: &Frame, rows: &[Model]) -> Result<Vec<Self>> {
        rows.iter().map(|row| Self::of(frame, row)).collect()
    }
}

/// The nearest name of a place that is told up to its province.
fn near(place: &str) -> String {
    place.split(',').next().unwrap_or_default().to_owned()
}

/// A photo, or else the drawing of the set.
pub(super) fn picture(frame: &Frame, photo: Option<&ground::files::FileHash>, art: &str) -> String {
    photo.map_or_else(|| frame.art(art), |hash| format!("/photos/{hash}/small"))
}
