//! An upgrade starts as a diff of the last application.

use dossier::application::{self, Application, Kind, NewApplication, open, record_score, record_step};
use dossier::self_assessment::{all_citations, mark, marks};
use dossier::testing::{self, Cast, cast, cite, paper, pdf, seen};
use ground::testing::{Bed, system};
use ground::{Resource, both};
use ocop::procedure::StepId;

use crate::{ROOMS, house, rules};

async fn decided(bed: &Bed, cast: &Cast) -> Application {
    let draft = testing::draft(bed, cast).await;
    let contract = paper(bed, &cast.producer, "E03", &pdf("hop dong"), None).await;
    cite(bed, &cast.owner, draft.id, "1.4", contract).await;
    testing::mark_all(bed, &cast.owner, draft.id).await;
    finish(bed, cast, draft.id).await
}

async fn finish(bed: &Bed, cast: &Cast, id: application::ApplicationId) -> Application {
    use dossier::procedure as p;
    let g = &bed.ground;
    p::submit(g, &cast.owner, &seen(bed, &cast.owner, id).await, &[]).await.unwrap();
    let officer = seen(bed, &cast.officer, id).await;
    p::receive(g, &cast.officer, &officer).await.unwrap();
    testing::screen_all(bed, &cast.officer, &officer).await;
    let with = p::Forwarded { number: None, issued_on: g.clock.today(), signer: None, samples: None };
    p::forward(g, &cast.officer, &officer, with).await.unwrap();
    p::accept(g, &cast.unit, &seen(bed, &cast.unit, id).await).await.unwrap();
    let ready = p::report(g, &cast.adviser, &seen(bed, &cast.adviser, id).await, "Đạt".into()).await.unwrap();
    let resource = Resource::new("dossier", id).producer(ready.producer_id);
    let mut change = g.change(&system(), "place-dossier", &resource).await.unwrap();
    let scored = record_score(&mut change, &ready, StepId::from("score"), (60, 1)).await.unwrap();
    let decided = record_step(&mut change, &scored, StepId::from("decide")).await.unwrap();
    change.commit().await.unwrap();
    decided
}

both!(an_upgrade_copies_marks_and_papers_and_shows_what_changed, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let first = decided(bed, &cast).await;
    let new = NewApplication { product: cast.product.id, kind: Kind::Upgrade };
    let upgrade = open(&bed.ground, &cast.owner, new).await.unwrap();
    assert_eq!(upgrade.previous_id, Some(first.id));
    let reader = bed.ground.reader();
    assert_eq!(marks(&reader, upgrade.id).await.unwrap(), marks(&reader, first.id).await.unwrap());
    assert_eq!(all_citations(&reader, upgrade.id).await.unwrap().len(), 1);
    let house = house(bed);
    let path = format!("/dossiers/{}", upgrade.id);
    let page = house.get(&cast.owner, &path).await.text;
    assert!(!page.contains("Lần trước"), "nothing has changed yet");
    let owner = seen(bed, &cast.owner, upgrade.id).await;
    let mut wanted = dossier::self_assessment::Wanted::default();
    wanted.marks.insert("1.4".into(), Some(ocop::Mark { case: None, points: ocop::Points::new(1) }));
    mark(&bed.ground, &cast.owner, &owner, upgrade.version, wanted).await.unwrap();
    let page = house.get(&cast.owner, &path).await.text;
    assert!(page.contains("Lần trước 3 điểm"), "{page}");
    // The first one stays as it was.
    assert_eq!(marks(&reader, first.id).await.unwrap()[&ocop::CriterionId::from("1.4")].points.get(), 3);
});

both!(an_upgrade_needs_something_to_start_from, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let new = NewApplication { product: cast.product.id, kind: Kind::Upgrade };
    let refusal = open(&bed.ground, &cast.owner, new).await.unwrap_err();
    assert_eq!(refusal.fields[0].code, "nothing-to-start-from");
    let draft = testing::draft(bed, &cast).await;
    let refusal = open(&bed.ground, &cast.owner, new).await.unwrap_err();
    assert_eq!(refusal.code, "application-under-way");
    assert_eq!(refusal.way_out, Some(format!("/dossiers/{}", draft.id)));
});

both!(an_application_goes_by_the_decree_of_its_day, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    bed.on(2026, 5, 21);
    let eve = testing::draft(bed, &cast).await;
    bed.on(2026, 5, 22);
    let product = register::testing::product(bed, &cast.producer, 14, "Rượu mới").await;
    let morning = testing::draft(bed, &Cast { product, ..cast.clone() }).await;
    assert_eq!((eve.rules.as_str(), morning.rules.as_str()), ("qd148-2023", "qd26-2026"));
});

both!(points_of_other_rules_are_not_carried_over_but_papers_are, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    bed.on(2026, 5, 20);
    let draft = testing::draft(bed, &cast).await;
    let contract = paper(bed, &cast.producer, "E03", &pdf("hop dong"), None).await;
    let rules = bed.ground.rules.clone();
    let (_, sheet) = dossier::self_assessment::sheet_of(&rules, &draft).unwrap();
    let linkage = sheet.criteria().iter().find(|c| c.key.as_str() == "production.chain_linkage").unwrap();
    cite(bed, &cast.owner, draft.id, linkage.id.as_str(), contract).await;
    testing::mark_all(bed, &cast.owner, draft.id).await;
    let g = &bed.ground;
    let filed = dossier::procedure::submit(g, &cast.owner, &seen(bed, &cast.owner, draft.id).await, &[]).await.unwrap();
    let resource = Resource::new("dossier", draft.id).producer(draft.producer_id);
    let mut change = g.change(&system(), "place-dossier", &resource).await.unwrap();
    let sent = record_step(&mut change, &filed, StepId::from("commune_report")).await.unwrap();
    let scored = record_score(&mut change, &sent, StepId::from("score"), (60, 1)).await.unwrap();
    record_step(&mut change, &scored, StepId::from("decide")).await.unwrap();
    change.commit().await.unwrap();
    bed.on(2026, 10, 14);
    let new = NewApplication { product: cast.product.id, kind: Kind::ReEvaluation };
    let again = open(g, &cast.owner, new).await.unwrap();
    assert_eq!(again.rules, "qd26-2026");
    assert!(marks(&g.reader(), again.id).await.unwrap().is_empty());
    assert_eq!(all_citations(&g.reader(), again.id).await.unwrap().len(), 1);
});
