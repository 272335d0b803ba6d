//! The day on which a place ends. A list may be imported ahead of it; whoever keeps copies of the register hears that
//! the place changed when the day comes, not when the list does.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;

use ground::actor::PlaceId;
use ground::jobs::{NewJob, Task, Worker};
use ground::{Actor, Change, Day, Ground, Resource, Result};

use super::changed;

const KIND: &str = "register-places-turn";
/// Places told in one change: a job is found by its payload, and PostgreSQL indexes no more than 2.7 kB of it.
const BATCH: usize = 50;

/// Tells, when the day has come, that places changed.
pub(crate) const TURN: Worker = Worker { kind: KIND, work: turn };

/// Places and the day on which each ends.
#[derive(Debug, Default)]
pub(super) struct Turns {
    on: BTreeMap<Day, BTreeSet<PlaceId>>,
}

impl Turns {
    pub(super) fn add(&mut self, place: PlaceId, day: Day) {
        self.on.entry(day).or_default().insert(place);
    }

    /// Tells of those whose day is here; leaves the others to be told on theirs.
    pub(super) fn leave(self, change: &mut Change) -> Result<()> {
        let today = change.at().day();
        for (day, places) in self.on {
            if day <= today {
                for place in places {
                    change.tell(changed(place)?);
                }
                continue;
            }
            let places: Vec<PlaceId> = places.into_iter().collect();
            for some in places.chunks(BATCH) {
                change.enqueue(NewJob::new(KIND, &some)?.not_before(day.start()));
            }
        }
        Ok(())
    }
}

fn turn(ground: Ground, task: Task) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> {
    Box::pin(async move {
        let places: Vec<PlaceId> = task.payload()?;
        let system = Actor::system("sen");
        let mut change = ground.change(&system, "turn-places", &Resource::installation()).await?;
        change.say("count", places.len());
        for place in places {
            change.tell(changed(place)?);
        }
        change.commit().await
    })
}
