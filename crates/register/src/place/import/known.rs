//! The places there are, as an import looks at them: by what they lie in and what they are called.

use std::collections::HashMap;

use ground::{Day, Reader, Result};
use sea_orm::EntityTrait;

use crate::place::{Place, PlaceId, PlaceKind, store, succession};

/// Places and successions of the records.
#[derive(Debug, Default)]
pub(super) struct Known {
    places: HashMap<PlaceId, Place>,
    under: HashMap<Option<PlaceId>, Vec<PlaceId>>,
    links: Vec<(PlaceId, PlaceId)>,
}

impl Known {
    pub(super) async fn load(reader: &Reader<'_>) -> Result<Self> {
        let mut known = Self::default();
        for place in store::Entity::find().all(reader).await? {
            known.under.entry(place.parent_id).or_default().push(place.id);
            known.places.insert(place.id, place);
        }
        let links = succession::Entity::find().all(reader).await?;
        known.links = links.iter().map(|link| (link.predecessor_id, link.successor_id)).collect();
        Ok(known)
    }

    pub(super) fn country(&self) -> Option<&Place> {
        self.places.values().find(|place| place.kind == PlaceKind::Country)
    }

    pub(super) fn place(&self, id: PlaceId) -> Option<&Place> {
        self.places.get(&id)
    }

    /// Those directly in a place.
    pub(super) fn within(&self, parent: Option<PlaceId>) -> impl Iterator<Item = &Place> {
        self.under.get(&parent).into_iter().flatten().filter_map(|id| self.places.get(id))
    }

    /// The places that a code means on a day.
    pub(super) fn coded(&self, code: &str, day: Day) -> impl Iterator<Item = &Place> {
        self.places.values().filter(move |place| place.code == code && place.stands_on(day))
    }

    pub(super) fn linked(&self, predecessor: PlaceId, successor: PlaceId) -> bool {
        self.links.contains(&(predecessor, successor))
    }
}
