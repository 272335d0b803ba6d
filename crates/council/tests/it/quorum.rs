//! Quorum and recusal.

use std::collections::BTreeMap;

use council::interest::{InterestKind, declare, recuse};
use council::testing::{attended, best_less, called, council, ready, sheet_of, vote};
use council::{ballot, case_file, outcome, seat, sitting};
use ground::both;
use ground::testing::Bed;
use num_rational::Ratio;
use register::testing::{producer, product, sa_dec};

use crate::set_up::{ROOMS, code, rules, scene, scene_of};

async fn seat_of(bed: &Bed, council: council::council::CouncilId, who: &ground::Actor) -> seat::SeatId {
    let seats = seat::of_council(&bed.ground.reader(), council).await.unwrap();
    seats.into_iter().find(|seat| Some(seat.account_id) == who.user).unwrap().id
}

both!(a_sitting_opens_with_three_quarters_and_one_who_leads, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let producer = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let application = ready(bed, product(bed, &producer, 14, "Sa Đéc Tửu").await.id).await;
    let cast = council(bed, &places.province, 13).await;
    let (id, _) = called(bed, &cast, &[application.id]).await;
    let open = async || sitting::open(&bed.ground, &cast.secretary, id).await;
    assert_eq!(code(open().await), "no-quorum");
    attended(bed, &cast, id, &cast.markers()[..9]).await;
    assert_eq!(code(open().await), "no-quorum");
    attended(bed, &cast, id, &cast.members[..10]).await;
    assert_eq!(code(open().await), "no-chair");
    let mut ten = cast.members[..9].to_vec();
    ten.push(cast.vice_chair.clone());
    attended(bed, &cast, id, &ten).await;
    open().await.unwrap();
    assert_eq!(code(open().await), "sitting-opened");
});

both!(
    who_declares_an_interest_counts_neither_in_the_mean_nor_in_the_quorum,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = scene_of(bed, 4, 14).await;
        let (case, cast) = (scene.case, &scene.cast);
        declare(&bed.ground, &cast.members[0], case, InterestKind::Kin, Some("em ruột".into()))
            .await
            .unwrap();
        let twice = declare(&bed.ground, &cast.members[0], case, InterestKind::Kin, None).await;
        assert_eq!(code(twice), "recused-already");
        case_file::start(&bed.ground, &cast.secretary, case, &BTreeMap::new()).await.unwrap();
        let hearing = case_file::hearing(&bed.ground.reader(), case).await.unwrap();
        assert_eq!((hearing.quorum().members, hearing.quorum().present), (3, 3));
        let wanted = ballot::Wanted {
            case,
            criterion: "1.1".into(),
            points: Some("1".into()),
            note: None,
            flagged: false,
        };
        assert_eq!(code(ballot::save_mark(&bed.ground, &cast.members[0], wanted).await), "recused");
        assert_eq!(code(ballot::submit(&bed.ground, &cast.members[0], case).await), "recused");
        let sheet = sheet_of(bed, case).await;
        for (marker, less) in [(&cast.chair, 10), (&cast.vice_chair, 12), (&cast.members[1], 14)] {
            vote(bed, marker, case, &best_less(&sheet, less)).await;
        }
        case_file::close(&bed.ground, &cast.secretary, case).await.unwrap();
        let hearing = case_file::hearing(&bed.ground.reader(), case).await.unwrap();
        let counted = outcome::count(&bed.ground.reader(), &bed.ground.rules, &hearing).await.unwrap();
        assert_eq!(counted.verdict.mean, Some(Ratio::from_integer(88)));
    }
);

both!(a_recusal_that_breaks_the_quorum_stops_the_case, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, cast) = (scene.case, &scene.cast);
    for who in [&cast.chair, &cast.vice_chair] {
        declare(&bed.ground, who, case, InterestKind::Coached, None).await.unwrap();
    }
    let started = case_file::start(&bed.ground, &cast.secretary, case, &BTreeMap::new()).await;
    assert_eq!(code(started), "no-chair");
});

both!(who_acts_for_the_producer_must_stand_back_before_marking_opens, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene(bed).await;
    let (case, cast) = (scene.case, &scene.cast);
    let (helper, name) = (&cast.members[2], &scene.producer.name);
    people::testing::consent(bed, helper, scene.producer.id, name, &[scene.places.sa_dec.id]).await;
    let start = async || case_file::start(&bed.ground, &cast.secretary, case, &BTreeMap::new()).await;
    let refusal = start().await.unwrap_err();
    assert_eq!(refusal.code, "ties-unsettled");
    assert!(refusal.params.iter().any(|(_, value)| *value == helper.name));
    let seat = seat_of(bed, cast.council, helper).await;
    recuse(&bed.ground, &cast.secretary, case, seat, None).await.unwrap();
    start().await.unwrap();
    let hearing = case_file::hearing(&bed.ground.reader(), case).await.unwrap();
    assert!(hearing.recusals[&seat].reason.contains("làm thay"));
    // Nobody is sent away without a reason.
    let other = seat_of(bed, cast.council, &cast.members[3]).await;
    assert_eq!(code(recuse(&bed.ground, &cast.secretary, case, other, None).await), "required");
});

both!(who_handed_in_cannot_be_noted_absent, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, cast) = (scene.case, &scene.cast);
    case_file::start(&bed.ground, &cast.secretary, case, &BTreeMap::new()).await.unwrap();
    vote(bed, &cast.members[0], case, &best_less(&sheet_of(bed, case).await, 5)).await;
    let seat = seat_of(bed, cast.council, &cast.members[0]).await;
    let noted = vec![sitting::Noted { seat, present: false, reason: None }];
    assert_eq!(
        code(sitting::attend(&bed.ground, &cast.secretary, scene.sitting, noted).await),
        "member-has-ballot"
    );
});
