//! Marks: only options, only one's own, only while the round is open, and all of a crowd or none of a lie.

use std::collections::BTreeMap;

use council::ballot::{self, Wanted, save_mark};
use council::case_file::{self, CaseFileId};
use council::testing::{best_less, mark_all, sheet_of};
use ground::both;
use ground::journal::{of_record, verify};
use ground::testing::Bed;
use ocop::Case;

use crate::set_up::{ROOMS, code, rules, scene, scene_of};

fn wanted(case: CaseFileId, criterion: &str, points: &str) -> Wanted {
    Wanted { case, criterion: criterion.into(), points: Some(points.into()), note: None, flagged: false }
}

both!(marks_wait_until_marking_opens, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let saved = save_mark(&bed.ground, &scene.cast.members[0], wanted(scene.case, "1.1", "1")).await;
    assert_eq!(code(saved), "case-waiting");
    assert_eq!(code(case_file::close(&bed.ground, &scene.cast.secretary, scene.case).await), "case-waiting");
    assert_eq!(code(case_file::release(&bed.ground, &scene.cast.chair, scene.case).await), "case-waiting");
});

both!(a_mark_that_is_no_option_is_refused_with_what_the_options_are, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    case_file::start(&bed.ground, &scene.cast.secretary, scene.case, &BTreeMap::new()).await.unwrap();
    let member = &scene.cast.members[0];
    for points in ["3", "-1", "9", "một", "1.5", "256"] {
        let refusal = save_mark(&bed.ground, member, wanted(scene.case, "1.1", points)).await.unwrap_err();
        assert_eq!(refusal.fields[0].code, "not-an-option", "{points}");
        assert_eq!(refusal.fields[0].params[0].1, "0, 1, 2, 4");
    }
    assert_eq!(code(save_mark(&bed.ground, member, wanted(scene.case, "99.9", "1")).await), "not-found");
    assert_eq!(
        code(save_mark(&bed.ground, member, Wanted { points: None, ..wanted(scene.case, "1.1", "") }).await),
        "required"
    );
    save_mark(&bed.ground, member, wanted(scene.case, "1.1", "0")).await.unwrap();
});

both!(
    a_criterion_may_be_flagged_without_points_but_then_the_ballot_stays_out,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = scene_of(bed, 4, 14).await;
        let (case, member) = (scene.case, &scene.cast.members[0]);
        case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
        mark_all(bed, member, case, &best_less(&sheet_of(bed, case).await, 0)).await;
        save_mark(&bed.ground, member, Wanted { points: None, flagged: true, ..wanted(case, "1.2", "") })
            .await
            .unwrap();
        let refusal = ballot::submit(&bed.ground, member, case).await.unwrap_err();
        assert_eq!(
            (refusal.code, refusal.way_out.unwrap()),
            ("criteria-unmarked", format!("/ballots/{case}/1.2"))
        );
        save_mark(&bed.ground, member, wanted(case, "1.2", "2")).await.unwrap();
        ballot::submit(&bed.ground, member, case).await.unwrap();
        assert_eq!(code(save_mark(&bed.ground, member, wanted(case, "1.2", "3")).await), "ballot-handed-in");
        assert_eq!(code(ballot::submit(&bed.ground, member, case).await), "ballot-handed-in");
    }
);

both!(a_criterion_that_hangs_on_another_is_marked_only_with_it, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, member) = (scene.case, &scene.cast.members[0]);
    case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
    let sheet = sheet_of(bed, case).await;
    let hanging = sheet.criteria().iter().find_map(|criterion| {
        let key = criterion.rules.iter().find_map(|rule| match rule {
            ocop::sheet::Rule::AppliesIf { key, .. } => Some(key.clone()),
            _ => None,
        })?;
        let other = sheet.criteria().iter().find(|other| other.key == key)?;
        Some((
            criterion.id.to_string(),
            criterion.max.to_string(),
            other.id.to_string(),
            other.max.to_string(),
        ))
    });
    let (id, most, other, other_most) = hanging.unwrap();
    let mark = async |id: &str, points: &str| save_mark(&bed.ground, member, wanted(case, id, points)).await;
    assert_eq!(code(mark(&id, &most).await), "criterion-does-not-apply");
    mark(&other, "0").await.unwrap();
    assert_eq!(code(mark(&id, &most).await), "criterion-does-not-apply");
    mark(&other, &other_most).await.unwrap();
    mark(&id, &most).await.unwrap();
});

both!(
    all_members_mark_the_same_of_two_cases_which_the_secretary_fixes_first,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = scene_of(bed, 4, 26).await;
        let (case, member) = (scene.case, &scene.cast.members[0]);
        let start = async |choices: BTreeMap<String, Case>| {
            case_file::start(&bed.ground, &scene.cast.secretary, case, &choices).await
        };
        assert_eq!(code(start(BTreeMap::new()).await), "choose-case");
        let sheet = sheet_of(bed, case).await;
        let with_cases: Vec<_> = sheet.criteria().iter().filter(|criterion| criterion.has_cases()).collect();
        assert!(!with_cases.is_empty());
        start(with_cases.iter().map(|criterion| (criterion.id.to_string(), Case::B)).collect())
            .await
            .unwrap();
        let criterion = with_cases[0];
        let of =
            |case| criterion.options_of(Some(case)).map(|option| option.points.get()).collect::<Vec<_>>();
        for points in 1..=criterion.max.get() {
            let saved =
                save_mark(&bed.ground, member, wanted(case, criterion.id.as_str(), &points.to_string()))
                    .await;
            assert_eq!(saved.is_ok(), of(Case::B).contains(&points), "{points} of {:?}", of(Case::B));
        }
    }
);

both!(who_has_no_seat_does_not_learn_that_there_is_a_case, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    case_file::start(&bed.ground, &scene.cast.secretary, scene.case, &BTreeMap::new()).await.unwrap();
    let stranger = people::testing::person(bed, "Người Lạ").await;
    for who in [&stranger, &scene.cast.leader] {
        assert_eq!(code(save_mark(&bed.ground, who, wanted(scene.case, "1.1", "1")).await), "not-found");
    }
    let nobody = ground::Actor::anonymous();
    assert_eq!(code(save_mark(&bed.ground, &nobody, wanted(scene.case, "1.1", "1")).await), "not-signed-in");
    // The secretary runs the sitting and does not mark.
    assert_eq!(
        code(save_mark(&bed.ground, &scene.cast.secretary, wanted(scene.case, "1.1", "1")).await),
        "not-a-marker"
    );
});

both!(a_room_that_marks_at_once_keeps_every_mark_in_one_chain, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene(bed).await;
    let case = scene.case;
    case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
    let before = verify(&bed.ground.reader()).await.unwrap().entries;
    let marks = best_less(&sheet_of(bed, case).await, 7);
    let stranger = people::testing::person(bed, "Người Lạ").await;
    let added = verify(&bed.ground.reader()).await.unwrap().entries - before;
    let markers = scene.cast.markers();
    let all = markers.iter().map(|marker| mark_all(bed, marker, case, &marks));
    let (_, refused) = futures::join!(
        futures::future::join_all(all),
        save_mark(&bed.ground, &stranger, wanted(case, "1.1", "1")),
    );
    assert_eq!(code(refused), "not-found");
    let verified = verify(&bed.ground.reader()).await.unwrap();
    let told = i64::try_from(marks.len() * markers.len()).unwrap();
    assert_eq!((verified.entries, verified.broken), (before + added + told, None));
    for marker in &markers {
        ballot::submit(&bed.ground, marker, case).await.unwrap();
    }
    case_file::close(&bed.ground, &scene.cast.secretary, case).await.unwrap();
    let hearing = case_file::hearing(&bed.ground.reader(), case).await.unwrap();
    let counted = council::outcome::count(&bed.ground.reader(), &bed.ground.rules, &hearing).await.unwrap();
    assert_eq!((counted.ballots().len(), counted.verdict.spread), (13, Some(0)));
    assert!(
        counted
            .verdict
            .unmarked
            .iter()
            .all(|open| !marks.iter().any(|(id, points)| *points > 0 && id == open.criterion.as_str()))
    );
});

both!(a_member_reads_the_history_of_their_own_marks, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, member) = (scene.case, &scene.cast.members[0]);
    case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
    save_mark(&bed.ground, member, wanted(case, "1.1", "1")).await.unwrap();
    save_mark(&bed.ground, member, wanted(case, "1.1", "2")).await.unwrap();
    let hearing = case_file::hearing(&bed.ground.reader(), case).await.unwrap();
    let seat = hearing.convened.seat_of(member.user).unwrap();
    let lines =
        of_record(&bed.ground.reader(), member, "ballot", &format!("{case}/{}", seat.id)).await.unwrap();
    assert_eq!(
        (lines.len(), &lines[0].edits[0].before["points"], &lines[0].edits[0].after["points"]),
        (2, &1.into(), &2.into())
    );
});
