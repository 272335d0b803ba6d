//! Where the steps of a way happened, in the words of today.

use std::collections::{HashMap, HashSet};

use certificate::near::{self, Both};
use ground::actor::ProducerId;
use ground::{Ground, Result};
use trace::story::Happening;

use crate::entry::{Entry, EntryId};
use crate::site::{self, SiteId};

/// Sites and makers' communes, each looked up once however many steps happened there.
pub(super) struct Places {
    sites: HashMap<SiteId, Both>,
    producers: HashMap<ProducerId, Both>,
}

impl Places {
    pub(super) async fn of(
        ground: &Ground,
        told: &[&Happening],
        entries: &HashMap<EntryId, Entry>,
    ) -> Result<Self> {
        let (reader, today) = (ground.reader(), ground.clock.today());
        let mut sites = HashMap::new();
        let ids: Vec<SiteId> = entries.values().filter_map(|entry| entry.site_id).collect();
        for (id, site) in site::load_all(&reader, &ids).await? {
            let lies = near::place(&reader, site.place_id, today).await?.now;
            let named = |place: &str| format!("{}, {place}", site.name);
            sites.insert(id, Both { vi: named(&lies.vi), en: named(&lies.en) });
        }
        let mut producers = HashMap::new();
        let ids: HashSet<ProducerId> =
            told.iter().flat_map(|one| [named_producer(one), one.producer]).flatten().collect();
        for id in ids {
            if let Some(producer) = near::producer(&reader, id).await? {
                producers.insert(id, near::place(&reader, producer.place_id, today).await?.now);
            }
        }
        Ok(Self { sites, producers })
    }

    /// The site's or the maker's commune; of a machine what its party calls the place.
    pub(super) fn of_step(&self, happening: &Happening, entry: Option<&Entry>) -> Option<Both> {
        let site = entry.and_then(|entry| self.sites.get(&entry.site_id?));
        let producer = named_producer(happening).or(happening.producer.filter(|_| entry.is_some()));
        let known = site.or_else(|| self.producers.get(&producer?)).cloned();
        let called = || happening.names.get(uri_of(happening)).cloned();
        known.or_else(|| called().map(|name| Both { vi: name.clone(), en: name }))
    }
}

fn uri_of(happening: &Happening) -> &str {
    let event = &happening.event;
    event.biz_location.as_ref().or(event.read_point.as_ref()).map_or("", |place| place.id.as_str())
}

fn named_producer(happening: &Happening) -> Option<ProducerId> {
    let (_, id) = uri_of(happening).rsplit_once("/producers/")?;
    id.parse().ok()
}
