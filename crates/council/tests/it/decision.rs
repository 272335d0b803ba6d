//! From released results to the decision, its papers and the news of it.

use council::decision::{self, Ruling};
use council::testing::{convened, council, decided, heard, ready};
use council::{case_file, sitting};
use dossier::application;
use ground::both;
use ground::testing::Bed;
use papers::{Engine, Templates};
use register::testing::{producer, product, sa_dec};
use sea_orm::{ConnectionTrait, Statement};

use crate::set_up::{ROOMS, code, rules, scene_of};

both!(a_decision_recognises_and_sends_up_from_ninety, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let mut applications = Vec::new();
    for name in ["Sa Đéc Tửu", "Rượu Sen", "Rượu Nếp"] {
        applications.push(ready(bed, product(bed, &maker, 14, name).await.id).await.id);
    }
    let cast = council(bed, &places.province, 4).await;
    let (id, cases) = convened(bed, &cast, &applications).await;
    for (case, less) in cases.iter().zip([12, 5, 90]) {
        heard(bed, &cast, *case, less).await;
    }
    let decision = decided(bed, &cast, id).await;
    let items = decision::items(&bed.ground.reader(), decision).await.unwrap();
    let rulings: Vec<_> = items.iter().map(|item| item.ruling).collect();
    assert_eq!(rulings, [Ruling::Recognised, Ruling::SentUp, Ruling::NotRecognised]);
    let recognised = decision::recognised(&bed.ground.reader(), decision).await.unwrap();
    assert_eq!(recognised.len(), 1);
    assert_eq!((recognised[0].application_id, recognised[0].mean.as_str()), (applications[0], "88"));
    // The news is told once, about the decision.
    let sql = "select subject from fact where kind = 'DecisionSigned'";
    let reader = bed.ground.reader();
    let told =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    let subject: String = told[0].try_get("", "subject").unwrap();
    assert_eq!((told.len(), subject), (1, decision.to_string()));
    // Dossiers go on: one has ended, one is to be sent up.
    let stage = async |n: usize| application::stage(&bed.ground.reader(), applications[n]).await.unwrap();
    assert_eq!(stage(0).await, application::Stage::Closed);
    assert_eq!(stage(1).await, application::Stage::Decision);
    decision::send_up(&bed.ground, &cast.leader, decision).await.unwrap();
    assert_eq!(stage(1).await, application::Stage::Centre);
    papers_are_ready(bed, id, decision, &cases).await;
});

async fn papers_are_ready(
    bed: &Bed,
    sitting: sitting::SittingId,
    decision: decision::DecisionId,
    cases: &[case_file::CaseFileId],
) {
    let engine = Engine::new(Templates::built_in().unwrap());
    let at = jiff::Timestamp::UNIX_EPOCH;
    let minutes = sitting::minutes_paper(&bed.ground, sitting).await.unwrap();
    assert_eq!(minutes.ballots.len(), 3);
    assert!(engine.typeset(&minutes, at).unwrap().bytes().starts_with(b"%PDF"));
    let paper = decision::decision_paper(&bed.ground, decision).await.unwrap();
    assert_eq!(paper.products.len(), 1);
    assert!(engine.typeset(&paper, at).unwrap().bytes().starts_with(b"%PDF"));
    let upward = decision::submission_paper(&bed.ground, decision).await.unwrap();
    assert_eq!((upward.products.len(), upward.products[0].product.as_str()), (1, "Rượu Sen"));
    assert!(engine.typeset(&upward, at).unwrap().bytes().starts_with(b"%PDF"));
    let letter = decision::result_letter(&bed.ground, cases[0]).await.unwrap();
    assert!(letter.decision.is_some() && !letter.lost.is_empty());
    assert!(engine.typeset(&letter, at).unwrap().bytes().starts_with(b"%PDF"));
    let refused = decision::result_letter(&bed.ground, cases[2]).await.unwrap();
    assert!(refused.decision.is_none() && refused.expires.is_none());
}

both!(no_decision_before_the_sitting_is_closed_and_no_second_one, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let new = || decision::NewDecision {
        number: 1,
        symbol: "QĐ-UBND".into(),
        authority: "Chủ tịch".into(),
        signed_on: bed.ground.clock.today(),
        signer_lines: "CHỦ TỊCH".into(),
        signer_name: "Phạm Lãnh Đạo".into(),
    };
    let sign = async || decision::sign(&bed.ground, &scene.cast.leader, scene.sitting, new()).await;
    assert_eq!(code(sign().await), "sitting-not-closed");
    assert_eq!(code(sitting::close(&bed.ground, &scene.cast.secretary, scene.sitting).await), "cases-open");
    heard(bed, &scene.cast, scene.case, 12).await;
    decided(bed, &scene.cast, scene.sitting).await;
    assert_eq!(code(sign().await), "decision-signed");
});

both!(an_application_of_the_old_decree_is_heard_by_it, rules(), ROOMS, async |bed: &Bed| {
    bed.on(2026, 3, 2);
    let scene = scene_of(bed, 4, 14).await;
    let hearing = case_file::hearing(&bed.ground.reader(), scene.case).await.unwrap();
    assert_eq!(hearing.case.rules, "qd148-2023");
    heard(bed, &scene.cast, scene.case, 12).await;
    decided(bed, &scene.cast, scene.sitting).await;
});
