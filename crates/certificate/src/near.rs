//! What this room asks of the register: one place, so that it is seen at a glance what a certificate knows of its
//! product, its producer and its place.

use ground::actor::{PlaceId, ProducerId};
use ground::files::FileHash;
use ground::{Day, Reader, Result};
use serde::{Deserialize, Serialize};

ground::id! {
    /// A product.
    ProductId
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Both {
    /// In a language.
    pub fn of(&self, lang: ground::Lang) -> &str {
        match lang {
            ground::Lang::Vi => &self.vi,
            ground::Lang::En => &self.en,
        }
    }
}

impl From<&ocop::Words> for Both {
    fn from(words: &ocop::Words) -> Self {
        Self { vi: words.vi.clone(), en: words.en.clone() }
    }
}

/// What may be shown of a product, and what a certificate repeats of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductFacts {
    /// Its key.
    pub id: ProductId,
    /// Whose it is.
    pub producer_id: ProducerId,
    /// Where it is made.
    pub place_id: PlaceId,
    /// Its name.
    pub name: String,
    /// What is sold as one: "chai 500 ml".
    pub unit: String,
    /// Its code, where it has one.
    pub code: Option<String>,
    /// Its set.
    pub set_number: i32,
    /// Its story; paragraphs by line.
    pub story: String,
    /// Its photos, the cover first.
    pub photos: Vec<FileHash>,
}

/// What may be shown of a producer, and what a certificate repeats of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProducerFacts {
    /// Its key.
    pub id: ProducerId,
    /// Its name.
    pub name: String,
    /// Where it sits: printed on the certificate, not on public pages.
    pub address: String,
    /// Its phone, where it agreed to show it.
    pub phone: Option<String>,
    /// Its place.
    pub place_id: PlaceId,
}

/// A place then and now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFacts {
    /// The name of its time, to the province.
    pub then: Both,
    /// The last day of that name.
    pub until: Option<Day>,
    /// Its home of today.
    pub now: Both,
    /// The first day of it, where it is another place.
    pub since: Option<Day>,
    /// The key of its home of today.
    pub home: Option<PlaceId>,
    /// Its chain, and the chain of its home of today.
    pub scope: Vec<PlaceId>,
    /// The provinces and the country in it: whose offices decide.
    pub offices: Vec<PlaceId>,
    /// The country.
    pub centre: Vec<PlaceId>,
}

/// A product; none when there is no such product.
///
/// # Errors
/// The records are away.
pub async fn product(_: &Reader<'_>, _: ProductId) -> Result<Option<ProductFacts>> {
    Ok(None)
}

/// A producer; none when there is no such producer.
///
/// # Errors
/// The records are away.
pub async fn producer(_: &Reader<'_>, _: ProducerId) -> Result<Option<ProducerFacts>> {
    Ok(None)
}

/// A place then and now.
///
/// # Errors
/// The records are away.
pub async fn place(_: &Reader<'_>, _: PlaceId, _: Day) -> Result<PlaceFacts> {
    Ok(PlaceFacts::default())
}
