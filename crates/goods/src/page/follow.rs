//! Pages follow what machines tell: new events everybody may see rebuild the pages of the lots that they name.

use std::collections::HashSet;
use std::time::Duration;

use ground::{Ground, Instant, Result};
use tokio::sync::watch;
use trace::follow::{heard, next};
use trace::story::{self, Happening};

use super::build::lots_changed;
use crate::lot::{self, LotId};
use crate::{entry, recall};

/// As whom events are followed.
const NAME: &str = "goods-pages";
/// Events looked at in one go.
const MOST: usize = 200;
/// Between two looks.
const EVERY: Duration = Duration::from_secs(2);
/// What was recorded later than so many seconds ago may not be visible yet, where several processes write.
const SETTLED: i64 = 5;

/// Follows what machines tell until told to stop.
pub async fn follow(ground: Ground, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let before = ground.clock.now().plus_seconds(-SETTLED);
        match look(&ground, before).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(fault) => tracing::warn!(%fault, "pages do not follow events"),
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Looks at some events recorded before a moment; whether there were any.
///
/// # Errors
/// The records or the events are away; then they are looked at again.
pub async fn look(ground: &Ground, before: Instant) -> Result<bool> {
    let Some(stretch) = next(ground, NAME, before, MOST).await? else { return Ok(false) };
    let told = of_machines(ground, &stretch.happenings).await?;
    let lots = lot::adopt(ground, &told).await?;
    let ids: HashSet<LotId> = lots.values().map(|lot| lot.id).collect();
    lots_changed(ground, &ids.into_iter().collect::<Vec<_>>()).await?;
    for happening in &told {
        let ids = |uris: Vec<&str>| -> Vec<LotId> {
            uris.into_iter().filter_map(|uri| Some(lots.get(uri)?.id)).collect()
        };
        let used = ids(story::used(&happening.event).collect());
        let made = ids(story::made(&happening.event).collect());
        recall::widen(ground, (&used, &made), (happening.event_id(), happening.at)).await?;
    }
    heard(ground, NAME, &stretch).await?;
    Ok(true)
}

// Entries of a logbook rebuild pages by themselves; what says that goods are recalled stands on no way.
async fn of_machines(ground: &Ground, happenings: &[Happening]) -> Result<Vec<Happening>> {
    let ids: Vec<_> = happenings.iter().filter_map(|one| entry::entry_of(one.event_id())).collect();
    let entries = entry::load_all(&ground.reader(), &ids).await?;
    let is_entry =
        |one: &Happening| entry::entry_of(one.event_id()).is_some_and(|id| entries.contains_key(&id));
    let told = happenings.iter().filter(|one| !is_entry(one) && !recall::is_of_a_recall(&one.event));
    Ok(told.cloned().collect())
}
