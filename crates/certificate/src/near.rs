//! What this room asks of the register: one place, so that it is seen at a glance what a certificate knows of its
//! product, its producer and its place.

use ground::actor::{PlaceId, ProducerId};
use ground::files::FileHash;
use ground::{Day, Lang, Reader, RefusalKind, Result};
use register::place::{self, Level};
use register::producer;
use register::product::{self, photo};
use serde::{Deserialize, Serialize};

pub use register::product::ProductId;

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
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
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
pub async fn product(reader: &Reader<'_>, id: ProductId) -> Result<Option<ProductFacts>> {
    let Some(found) = present(product::load(reader, id).await)? else { return Ok(None) };
    let photos = photo::of_product(reader, id).await?.into_iter().filter(|photo| photo.is_published);
    Ok(Some(ProductFacts {
        id,
        producer_id: found.producer_id,
        place_id: found.place_id,
        name: found.name,
        unit: found.unit.unwrap_or_default(),
        code: found.product_code,
        set_number: found.set_number,
        story: found.story.unwrap_or_default(),
        photos: photos.map(|photo| photo.hash).collect(),
    }))
}

/// A producer; none when there is no such producer.
///
/// # Errors
/// The records are away.
pub async fn producer(reader: &Reader<'_>, id: ProducerId) -> Result<Option<ProducerFacts>> {
    let Some(found) = present(producer::load(reader, id).await)? else { return Ok(None) };
    Ok(Some(ProducerFacts {
        id,
        name: found.name,
        address: found.address,
        phone: found.phone.filter(|_| found.is_public_phone),
        place_id: found.place_id,
    }))
}

/// A place then and now.
///
/// # Errors
/// There is no such place.
pub async fn place(reader: &Reader<'_>, id: PlaceId, today: Day) -> Result<PlaceFacts> {
    let then = place::find(reader, id).await?;
    let home = place::home_today(reader, id, today).await?;
    let scope = place::scope(reader, id, today).await?;
    let moved = home.id != id;
    let above = place::find_all(reader, &scope).await?;
    let standing = |level: Level| {
        let of_level = above.iter().filter(move |place| place.level() == level && place.stands_on(today));
        of_level.map(|place| place.id).collect::<Vec<_>>()
    };
    let centre = standing(Level::Country);
    let mut offices = standing(Level::Province);
    offices.extend(&centre);
    Ok(PlaceFacts {
        then: named(reader, id).await?,
        until: then.until.filter(|_| moved).map(|until| until.plus_days(-1)),
        now: named(reader, home.id).await?,
        since: moved.then_some(then.until.unwrap_or(home.from)),
        home: Some(home.id),
        scope,
        offices,
        centre,
    })
}

async fn named(reader: &Reader<'_>, id: PlaceId) -> Result<Both> {
    Ok(Both {
        vi: place::full_name(reader, id, Lang::Vi).await?,
        en: place::full_name(reader, id, Lang::En).await?,
    })
}

fn present<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(refusal) if refusal.kind == RefusalKind::NotFound => Ok(None),
        Err(refusal) => Err(refusal),
    }
}
