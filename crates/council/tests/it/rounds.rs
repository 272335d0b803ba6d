//! Closing, the spread, the second round, findings, release.

use std::collections::BTreeMap;

use council::ballot::{self, Wanted, save_mark};
use council::case_file::{self, Stage};
use council::council::{Basis, NewRules, amend};
use council::outcome::{self, Counted};
use council::testing::{best_less, sheet_of, vote};
use dossier::application;
use ground::both;
use ground::testing::Bed;

use crate::set_up::{ROOMS, Scene, code, rules, scene, scene_of};

async fn counted(bed: &Bed, scene: &Scene) -> Counted {
    let hearing = case_file::hearing(&bed.ground.reader(), scene.case).await.unwrap();
    outcome::count(&bed.ground.reader(), &bed.ground.rules, &hearing).await.unwrap()
}

async fn marked(bed: &Bed, scene: &Scene, away: u8) {
    case_file::start(&bed.ground, &scene.cast.secretary, scene.case, &BTreeMap::new()).await.unwrap();
    let sheet = sheet_of(bed, scene.case).await;
    let markers = scene.cast.markers();
    for (n, marker) in markers.iter().enumerate() {
        let less = if n + 1 == markers.len() { 12 + away } else { 12 };
        vote(bed, marker, scene.case, &best_less(&sheet, less)).await;
    }
}

both!(a_round_closes_when_every_ballot_is_in, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let close = async || case_file::close(&bed.ground, &scene.cast.secretary, scene.case).await;
    case_file::start(&bed.ground, &scene.cast.secretary, scene.case, &BTreeMap::new()).await.unwrap();
    let marks = best_less(&sheet_of(bed, scene.case).await, 8);
    for marker in &scene.cast.markers()[..3] {
        vote(bed, marker, scene.case, &marks).await;
    }
    let refusal = close().await.unwrap_err();
    assert_eq!((refusal.code, refusal.params[0].1.as_str()), ("ballots-out", "Ủy Viên 4"));
    vote(bed, &scene.cast.members[1], scene.case, &marks).await;
    close().await.unwrap();
    assert_eq!(code(close().await), "case-closed");
    assert_eq!(counted(bed, &scene).await.verdict.spread, Some(0));
    assert_eq!(code(case_file::again(&bed.ground, &scene.cast.secretary, scene.case).await), "spread-within");
    case_file::release(&bed.ground, &scene.cast.chair, scene.case).await.unwrap();
    let hearing = case_file::hearing(&bed.ground.reader(), scene.case).await.unwrap();
    assert_eq!(hearing.stage(), Stage::Released);
    let stage = application::stage(&bed.ground.reader(), hearing.case.application_id).await.unwrap();
    assert_eq!(stage, application::Stage::Decision);
});

both!(
    one_of_thirteen_fourteen_points_away_is_shown_and_leads_to_a_second_round,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = scene(bed).await;
        marked(bed, &scene, 14).await;
        case_file::close(&bed.ground, &scene.cast.secretary, scene.case).await.unwrap();
        let first = counted(bed, &scene).await;
        let away = outcome::outliers(&first.verdict, 10);
        assert_eq!(away.len(), 1);
        assert_eq!((away[0].member.as_str(), away[0].distance().to_integer()), ("Ủy Viên 13", 14));
        let refusal = case_file::release(&bed.ground, &scene.cast.chair, scene.case).await.unwrap_err();
        assert_eq!(refusal.code, "spread-exceeded");
        case_file::again(&bed.ground, &scene.cast.secretary, scene.case).await.unwrap();

        let hearing = case_file::hearing(&bed.ground.reader(), scene.case).await.unwrap();
        let differing =
            outcome::differing(&bed.ground.reader(), &bed.ground.rules, &hearing.case).await.unwrap();
        let sheet = sheet_of(bed, scene.case).await;
        let (agreeing, far) = (best_less(&sheet, 12), best_less(&sheet, 26));
        let differ: Vec<_> = agreeing.iter().filter(|mark| !far.contains(mark)).cloned().collect();
        assert!(!differ.is_empty() && differ.iter().all(|(id, _)| differing.contains(id)));
        let last = scene.cast.members.last().unwrap();
        let settled =
            sheet.criteria().iter().find(|criterion| !differing.contains(criterion.id.as_str())).unwrap();
        let wanted = Wanted {
            case: scene.case,
            criterion: settled.id.to_string(),
            points: Some("0".into()),
            note: None,
            flagged: false,
        };
        assert_eq!(code(save_mark(&bed.ground, last, wanted).await), "criterion-settled");

        // One who joins the others; the others hand in what they had.
        vote(bed, last, scene.case, &differ).await;
        for marker in &scene.cast.markers()[..12] {
            ballot::submit(&bed.ground, marker, scene.case).await.unwrap();
        }
        case_file::close(&bed.ground, &scene.cast.secretary, scene.case).await.unwrap();
        let both = counted(bed, &scene).await;
        assert_eq!(both.rounds.len(), 2);
        assert_eq!((both.rounds[0].verdict.spread, both.rounds[1].verdict.spread), (Some(14), Some(0)));
        assert_eq!(
            code(case_file::again(&bed.ground, &scene.cast.secretary, scene.case).await),
            "no-round-left"
        );
        case_file::release(&bed.ground, &scene.cast.chair, scene.case).await.unwrap();
    }
);

both!(a_spread_of_exactly_the_limit_is_not_discussed, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    marked(bed, &scene, 10).await;
    case_file::close(&bed.ground, &scene.cast.secretary, scene.case).await.unwrap();
    assert_eq!(counted(bed, &scene).await.verdict.spread, Some(10));
    case_file::release(&bed.ground, &scene.cast.chair, scene.case).await.unwrap();
});

both!(new_rules_of_procedure_leave_a_called_sitting_its_own, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let new = NewRules { spread_limit: 3, gate_basis: Basis::Each, ..NewRules::usual() };
    amend(&bed.ground, &scene.cast.secretary, scene.cast.council, new.clone()).await.unwrap();
    assert_eq!(
        code(amend(&bed.ground, &scene.cast.secretary, scene.cast.council, new).await),
        "rules-unchanged"
    );
    let hearing = case_file::hearing(&bed.ground.reader(), scene.case).await.unwrap();
    assert_eq!((hearing.convened.rules.n, hearing.convened.rules.spread_limit), (1, 10));
    let now = council::council::rules_now(&bed.ground.reader(), scene.cast.council).await.unwrap();
    assert_eq!((now.n, now.spread_limit), (2, 3));
});

both!(a_finding_rejects_the_dossier_whatever_the_points, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, secretary) = (scene.case, &scene.cast.secretary);
    let find =
        async |code: &str| case_file::find(&bed.ground, secretary, case, code, "hợp đồng giả".into()).await;
    assert_eq!(code(find("FORGED_DOSSIER").await), "case-waiting");
    case_file::start(&bed.ground, secretary, case, &BTreeMap::new()).await.unwrap();
    assert_eq!(code(find("NO_SUCH_CODE").await), "not-a-choice");
    find("FORGED_DOSSIER").await.unwrap();
    assert_eq!(code(find("FORGED_DOSSIER").await), "finding-known");
    // Marking need not go on.
    case_file::close(&bed.ground, secretary, case).await.unwrap();
    let withdrawn = case_file::withdraw(&bed.ground, secretary, case, "FORGED_DOSSIER").await;
    assert_eq!(code(withdrawn), "finding-closed-round");
    case_file::release(&bed.ground, &scene.cast.chair, case).await.unwrap();
    let verdict = counted(bed, &scene).await.verdict;
    assert_eq!((verdict.star, verdict.disqualified.len()), (None, 1));
});
