//! How much a party captures in a day.

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! { what_is_beyond_the_day_is_refused_until_the_next }

async fn what_is_beyond_the_day_is_refused_until_the_next(place: &Place) {
    let repository = Repository::with(place, |config| config.trace_events_a_day = 3).await;
    let (party, other) = (repository.party("cooperative").await, repository.party("household").await);
    let two = |lot: &str| document(&[seen(lot, 1), seen(lot, 2)]);
    assert_eq!(party.post("/epcis/capture", two("A")).await.status, 202);
    let refused = party.post("/epcis/capture", two("B")).await;
    assert_eq!(refused.status, 429, "{}", refused.text);
    assert_eq!(refused.json()["type"], "epcisException:CaptureLimitExceededException");
    assert_eq!(refused.header("retry-after"), (12 * 3_600).to_string(), "it is noon");
    assert_eq!(party.post("/epcis/events", document(&[seen("C", 3)])).await.status, 201);
    assert_eq!(party.post("/epcis/events", document(&[seen("D", 3)])).await.status, 429);
    assert_eq!(other.post("/epcis/capture", two("E")).await.status, 202, "each party has its own");
    assert_eq!(party.get("/epcis/events").await.events().len(), 3);
    let clock = &repository.bed.ground.clock;
    clock.stand_at(clock.now().plus_seconds(12 * 3_600));
    assert_eq!(party.post("/epcis/capture", two("F")).await.status, 202);
}
