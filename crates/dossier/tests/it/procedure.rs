//! No step can be skipped; a return names its reasons; numbers are given once.

use dossier::application::{self, Stage, record_score, record_step};
use dossier::procedure::{self, ReturnItem};
use dossier::testing::{self, cast, seen};
use ground::testing::{Bed, system};
use ground::{RefusalKind, Resource, both};
use ocop::procedure::StepId;

use crate::{ROOMS, rules};

both!(a_dossier_goes_from_draft_to_the_council_step_by_step, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    assert_eq!((draft.stage, draft.rules.as_str()), (Stage::Draft, "qd26-2026"));
    let ready = {
        testing::mark_all(bed, &cast.owner, draft.id).await;
        let owner = seen(bed, &cast.owner, draft.id).await;
        let filed = procedure::submit(&bed.ground, &cast.owner, &owner, &[]).await.unwrap();
        assert_eq!(filed.stage, Stage::Commune);
        let officer = seen(bed, &cast.officer, draft.id).await;
        procedure::receive(&bed.ground, &cast.officer, &officer).await.unwrap();
        testing::screen_all(bed, &cast.officer, &officer).await;
        let with = procedure::Forwarded { number: None, issued_on: bed.ground.clock.today(), signer: None, samples: None };
        let sent = procedure::forward(&bed.ground, &cast.officer, &officer, with).await.unwrap();
        assert_eq!(sent.stage, Stage::Province);
        let unit = seen(bed, &cast.unit, draft.id).await;
        let taken = procedure::accept(&bed.ground, &cast.unit, &unit).await.unwrap();
        assert_eq!(taken.stage, Stage::Advisory);
        let adviser = seen(bed, &cast.adviser, draft.id).await;
        procedure::report(&bed.ground, &cast.adviser, &adviser, "Đạt".into()).await.unwrap()
    };
    assert_eq!(ready.stage, Stage::Council);
    let agenda = application::ready_for_council(&bed.ground.reader(), cast.province.id).await.unwrap();
    assert_eq!(agenda.iter().map(|a| a.id).collect::<Vec<_>>(), [ready.id]);
});

both!(a_skipped_step_is_refused_by_the_name_of_the_missing_one, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let filed = testing::submitted(bed, &cast).await;
    let unit = seen(bed, &cast.unit, filed.id).await;
    let refusal = procedure::accept(&bed.ground, &cast.unit, &unit).await.unwrap_err();
    assert_eq!((refusal.kind, refusal.code), (RefusalKind::WrongState, "step-missing"));
    assert!(refusal.params.contains(&("id", "commune_report".to_owned())), "{refusal}");
    for step in ["advise", "score", "decide"] {
        let resource = Resource::new("dossier", filed.id).producer(filed.producer_id);
        let mut change = bed.ground.change(&system(), "place-dossier", &resource).await.unwrap();
        let refusal = record_step(&mut change, &filed, StepId::from(step)).await.unwrap_err();
        assert_eq!(refusal.code, "step-missing");
        assert!(refusal.params.contains(&("id", "commune_report".to_owned())), "{step}: {refusal}");
    }
    assert_eq!(application::stage(&bed.ground.reader(), filed.id).await.unwrap(), Stage::Commune);
});

both!(an_unmarked_dossier_is_not_filed, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let owner = seen(bed, &cast.owner, draft.id).await;
    let refusal = procedure::submit(&bed.ground, &cast.owner, &owner, &[]).await.unwrap_err();
    assert_eq!(refusal.code, "dossier-unmarked");
    assert!(refusal.params.contains(&("criterion", "1.1".to_owned())), "{refusal}");
});

both!(the_commune_forwards_only_what_it_received_and_screened, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let filed = testing::submitted(bed, &cast).await;
    let officer = seen(bed, &cast.officer, filed.id).await;
    let with = procedure::Forwarded { number: None, issued_on: bed.ground.clock.today(), signer: None, samples: None };
    let refusal = procedure::forward(&bed.ground, &cast.officer, &officer, with.clone()).await.unwrap_err();
    assert_eq!(refusal.code, "not-received");
    procedure::receive(&bed.ground, &cast.officer, &officer).await.unwrap();
    let refusal = procedure::forward(&bed.ground, &cast.officer, &officer, with).await.unwrap_err();
    let fields: Vec<_> = refusal.fields.iter().map(|problem| problem.field.as_ref()).collect();
    assert_eq!(fields, ["found-0", "found-1", "found-2", "found-3"]);
});

both!(a_return_names_each_reason_and_is_answered_before_it_is_filed_again, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let sent = testing::forwarded(bed, &cast).await;
    let unit = seen(bed, &cast.unit, sent.id).await;
    let refusal = procedure::send_back(&bed.ground, &cast.unit, &unit, Vec::new()).await.unwrap_err();
    assert_eq!(refusal.fields[0].code, "return-needs-reason");
    let item = |subject: &str| ReturnItem { subject: subject.into(), reason: "Thiếu trang 2".into() };
    let refusal = procedure::send_back(&bed.ground, &cast.unit, &unit, vec![item("9.9.9")]).await.unwrap_err();
    assert_eq!(refusal.fields[0].field, "subject-1");
    // The commune no longer has it in hand.
    let officer = seen(bed, &cast.officer, sent.id).await;
    let refusal = procedure::send_back(&bed.ground, &cast.officer, &officer, vec![item("1.4")]).await.unwrap_err();
    assert_eq!(refusal.kind, RefusalKind::NotAllowed);
    let back = procedure::send_back(&bed.ground, &cast.unit, &unit, vec![item("1.4"), item("E03")]).await.unwrap();
    assert_eq!(back.stage, Stage::Returned);

    let owner = seen(bed, &cast.owner, sent.id).await;
    let refusal = procedure::submit(&bed.ground, &cast.owner, &owner, &[]).await.unwrap_err();
    assert_eq!(refusal.fields.len(), 2);
    let answers: Vec<_> = refusal
        .fields
        .iter()
        .map(|problem| (problem.field.strip_prefix("answer-").unwrap().parse().unwrap(), "Đã bổ sung".to_owned()))
        .collect();
    let again = procedure::submit(&bed.ground, &cast.owner, &owner, &answers).await.unwrap();
    // It goes the whole way again, under the number it has.
    assert_eq!((again.stage, again.registration_number), (Stage::Commune, sent.registration_number));
});

both!(registration_numbers_run_by_commune_and_are_given_once, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let first = testing::received(bed, &cast).await;
    let number = first.registration_number.clone().unwrap();
    assert_eq!(number, format!("01/PĐK-82-{}-2026", cast.commune.code));
    let officer = seen(bed, &cast.officer, first.id).await;
    let refusal = procedure::receive(&bed.ground, &cast.officer, &officer).await.unwrap_err();
    assert_eq!(refusal.code, "already-received");
    let mut numbers = vec![number];
    for n in 2..=4 {
        let product = register::testing::product(bed, &cast.producer, 14, &format!("Rượu {n}")).await;
        let other = testing::Cast { product, ..cast.clone() };
        numbers.push(testing::received(bed, &other).await.registration_number.unwrap());
    }
    assert_eq!(numbers[3], format!("04/PĐK-82-{}-2026", cast.commune.code));
    numbers.dedup();
    assert_eq!(numbers.len(), 4);
});

both!(two_dossiers_received_at_once_never_share_a_number, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    testing::received(bed, &cast).await;
    let mut filed = Vec::new();
    for n in 0..6 {
        let product = register::testing::product(bed, &cast.producer, 14, &format!("Rượu {n}")).await;
        filed.push(testing::submitted(bed, &testing::Cast { product, ..cast.clone() }).await);
    }
    let taken = futures::future::join_all(filed.iter().map(async |application| {
        let officer = seen(bed, &cast.officer, application.id).await;
        procedure::receive(&bed.ground, &cast.officer, &officer).await.unwrap().registration_number.unwrap()
    }))
    .await;
    let mut numbers = taken.clone();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 6, "{taken:?}");
});

both!(a_mean_below_ninety_ends_the_way_at_the_province, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let ready = testing::ready_for_council(bed, &cast).await;
    let high = testing::another_ready(bed, &cast, 14, "Rượu nếp").await;
    for (application, sum, last) in [(&ready, 1_169, Stage::Closed), (&high, 1_170, Stage::Decision)] {
        let resource = Resource::new("dossier", application.id).producer(application.producer_id);
        let mut change = bed.ground.change(&system(), "place-dossier", &resource).await.unwrap();
        let scored = record_score(&mut change, application, StepId::from("score"), (sum, 13)).await.unwrap();
        assert_eq!(scored.stage, Stage::Decision);
        let decided = record_step(&mut change, &scored, StepId::from("decide")).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(decided.stage, last, "{sum}/13");
    }
});

both!(the_stored_stage_is_what_the_steps_say, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let application = testing::accepted(bed, &cast).await;
    let rows = application::history(&bed.ground.reader(), application.id).await.unwrap();
    let walked = application::walk(&bed.ground.rules, &application, &rows).unwrap();
    assert_eq!(walked.stage(), application.stage);
    assert_eq!(walked.next().map(|step| step.id.as_str().to_owned()), application.next_step);
});

both!(an_open_visit_or_test_keeps_the_report_back, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let application = testing::accepted(bed, &cast).await;
    let adviser = seen(bed, &cast.adviser, application.id).await;
    let note = |kind| procedure::NewAdvice { kind, criterion: Some("1.4".into()), body: "Xem kho".into(), agrees: None };
    procedure::advise(&bed.ground, &cast.adviser, &adviser, note(procedure::AdviceKind::Desk)).await.unwrap();
    let visit = procedure::advise(&bed.ground, &cast.adviser, &adviser, note(procedure::AdviceKind::Visit)).await.unwrap();
    let refusal = procedure::report(&bed.ground, &cast.adviser, &adviser, "Đạt".into()).await.unwrap_err();
    assert_eq!(refusal.code, "advice-open");
    let house = crate::house(bed);
    let path = format!("/dossiers/{}/advice/{visit}", application.id);
    assert_eq!(house.post(&cast.adviser, &path, &[("outcome", "Kho sạch")]).await.status, 303);
    procedure::report(&bed.ground, &cast.adviser, &adviser, "Đạt".into()).await.unwrap();
});
