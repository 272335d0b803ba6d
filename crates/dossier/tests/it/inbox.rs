//! Everyone has one inbox: mine, late, soon, waiting.

use dossier::testing::{self, cast};
use ground::testing::Bed;
use ground::{Actor, Day, both};
use people::inbox::{Task, Urgency};
use web::Here;

use crate::{ROOMS, house, rules};

async fn tasks(bed: &Bed, actor: &Actor) -> Vec<Task> {
    let house = house(bed);
    let request = axum::http::Request::get("/inbox").extension(actor.clone());
    let (mut parts, ()) = request.body(()).unwrap().into_parts();
    let here = <Here as axum::extract::FromRequestParts<web::App>>::from_request_parts(&mut parts, &house.app);
    dossier::tasks(&here.await.unwrap()).await.unwrap()
}

both!(a_communes_clock_is_fifteen_working_days_from_receipt, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    bed.on(2026, 10, 14);
    testing::received(bed, &cast).await;
    // From Thursday 15/10, fifteen working days end on Wednesday 4/11; no holiday lies between.
    let due = Day::new(2026, 11, 4);
    for (day, group) in [(14, Urgency::Mine), (29, Urgency::Mine)] {
        bed.on(2026, 10, day);
        let mine = tasks(bed, &cast.officer).await;
        assert_eq!(mine.iter().map(|task| (task.due, task.group)).collect::<Vec<_>>(), [(due, group)]);
    }
    for (day, group) in [(2, Urgency::Soon), (4, Urgency::Soon), (5, Urgency::Late)] {
        bed.on(2026, 11, day);
        assert_eq!(tasks(bed, &cast.officer).await[0].group, group, "on {day} November");
    }
});

both!(each_sees_what_waits_for_it_and_what_it_waits_for, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    testing::accepted(bed, &cast).await;
    let groups = async |actor: &Actor| tasks(bed, actor).await.iter().map(|task| task.group).collect::<Vec<_>>();
    assert_eq!(groups(&cast.adviser).await, [Urgency::Mine]);
    assert_eq!(groups(&cast.owner).await, [Urgency::Waiting]);
    assert_eq!(groups(&cast.helper).await, [Urgency::Waiting]);
    assert_eq!(groups(&cast.officer).await, [Urgency::Waiting]);
    assert_eq!(groups(&cast.unit).await, [Urgency::Waiting]);
    assert_eq!(groups(&cast.member).await, []);
});
