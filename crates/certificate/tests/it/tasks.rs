//! What the inbox says of renewals and of decisions that are due.

use certificate::certificate::file_re_evaluation;
use certificate::certificate::tasks::tasks;
use certificate::testing::suspend;
use ground::testing::{Bed, system};
use ground::{Actor, Day, both};
use people::inbox::Urgency;
use register::testing::{owner, person};

use crate::bed::{ROOMS, Scene, day, rules};

async fn told(scene: &Scene, actor: &Actor) -> Vec<(Urgency, Option<Day>)> {
    let here = scene.house.here(actor);
    tasks(&here).await.unwrap().into_iter().map(|task| (task.group, task.due)).collect()
}

both!(a_renewal_shows_from_the_day_its_window_opens, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let closes = Some(day("2027-08-22"));
    for (on, wanted) in [
        ("2027-06-22", vec![]),
        ("2027-06-23", vec![(Urgency::Mine, closes)]),
        ("2027-07-23", vec![(Urgency::Soon, closes)]),
        ("2027-08-22", vec![(Urgency::Soon, closes)]),
        ("2027-08-23", vec![(Urgency::Late, closes)]),
        ("2027-12-20", vec![(Urgency::Late, closes)]),
        ("2027-12-21", vec![]),
    ] {
        bed.ground.clock.stand_at(day(on).start());
        for actor in [owner(11, &scene.producer), scene.ward_officer(), scene.officer()] {
            assert_eq!(told(&scene, &actor).await, wanted, "{on} {}", actor.name);
        }
        let stranger = person(3, ground::Role::Officer, &scene.places.tan_duong);
        assert_eq!(told(&scene, &stranger).await, []);
    }
});

both!(a_filed_renewal_waits_for_others, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    bed.on(2027, 7, 1);
    let application =
        scene.application(bed, &scene.owner(bed).await, dossier::application::Kind::First).await.id;
    file_re_evaluation(&bed.ground, &system(), scene.product.id, application).await.unwrap();
    assert_eq!(told(&scene, &owner(11, &scene.producer)).await, [(Urgency::Waiting, None)]);
});

both!(a_decision_is_due_15_days_after_the_conclusion, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    // The conclusion is ten days before the suspension.
    suspend(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    let due = Some(day("2026-10-19"));
    bed.on(2026, 10, 19);
    assert_eq!(told(&scene, &scene.officer()).await, [(Urgency::Soon, due)]);
    assert_eq!(told(&scene, &scene.ward_officer()).await, []);
    bed.on(2026, 10, 20);
    assert_eq!(told(&scene, &scene.officer()).await, [(Urgency::Late, due)]);
});
