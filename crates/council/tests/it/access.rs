//! Who may do what: role × intent × state, deny by default.

use council::case_file::{self, Hearing};
use council::council as councils;
use council::seat;
use council::testing::heard;
use ground::testing::Bed;
use ground::{Actor, Resource, both};

use crate::set_up::{ROOMS, Scene, rules, scene_of};

struct Callers(Vec<(&'static str, Actor)>);

async fn callers(bed: &Bed, scene: &Scene) -> Callers {
    let (province, ward) = (scene.places.province.id, scene.places.sa_dec.id);
    Callers(vec![
        ("visitor", Actor::anonymous()),
        ("secretary", scene.cast.secretary.clone()),
        ("chair", scene.cast.chair.clone()),
        ("vice-chair", scene.cast.vice_chair.clone()),
        ("member", scene.cast.members[0].clone()),
        ("leader", scene.cast.leader.clone()),
        ("officer", people::testing::officer(bed, province, "Cán Bộ Tỉnh").await),
        ("ward", people::testing::officer(bed, ward, "Cán Bộ Phường").await),
        ("advisory", people::testing::advisory(bed, province, "Tổ Tư Vấn").await),
        ("owner", people::testing::owner(bed, scene.producer.id, "Chủ Thể").await),
        ("administrator", people::testing::administrator(bed, province, "Quản Trị").await),
        ("other-chair", people::testing::chair(bed, ward, "Chủ Tịch Khác").await),
    ])
}

fn who_may(bed: &Bed, callers: &Callers, intent: &str, resource: &Resource) -> Vec<&'static str> {
    let may = callers.0.iter().filter(|(_, actor)| bed.ground.access.allows(actor, intent, resource));
    may.map(|(name, _)| *name).collect()
}

const RUN: &[&str] = &["secretary", "chair", "vice-chair"];

async fn hearing(bed: &Bed, scene: &Scene) -> Hearing {
    case_file::hearing(&bed.ground.reader(), scene.case).await.unwrap()
}

both!(the_access_table_holds, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let callers = callers(bed, &scene).await;
    let council = councils::load(&bed.ground.reader(), scene.cast.council).await.unwrap();
    let seats = seat::of_council(&bed.ground.reader(), scene.cast.council).await.unwrap();
    let before = hearing(bed, &scene).await;
    let table = |intents: &[&str], resource: &Resource, expected: &[&str]| {
        for intent in intents {
            assert_eq!(who_may(bed, &callers, intent, resource), expected, "{intent}");
        }
    };
    let about = councils::resource(&council, &seats);
    let office = ["found-council", "amend-council", "give-seat", "vacate-seat", "call-sitting"];
    table(&office, &about, &["secretary", "officer"]);
    table(&["see-council"], &about, &["secretary", "chair", "vice-chair", "member", "leader", "officer"]);
    let sitting = before.convened.resource();
    let runs = ["note-attendance", "open-sitting", "close-sitting", "put-on-agenda", "write-minutes"];
    table(&runs, &sitting, &["secretary"]);
    table(&["sign-decision"], &sitting, &["leader"]);
    table(&["see-sitting"], &sitting, &["secretary", "chair", "vice-chair", "member", "leader", "officer"]);
    heard(bed, &scene.cast, scene.case, 12).await;
    // The state of a case does not widen what a role may do.
    for heard in [before, hearing(bed, &scene).await] {
        let case = heard.resource();
        let run = [
            "start-marking",
            "close-round",
            "open-second-round",
            "find-code",
            "withdraw-finding",
            "recuse-member",
        ];
        table(&run, &case, RUN);
        table(&["see-count"], &case, RUN);
        table(&["release-result"], &case, &["chair", "vice-chair"]);
        table(&["declare-interest"], &case, &["secretary", "chair", "vice-chair", "member"]);
        table(&["see-case"], &case, &["secretary", "chair", "vice-chair", "member", "leader", "officer"]);
    }
});

both!(a_ballot_is_its_members_alone_and_not_after_standing_back, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let callers = callers(bed, &scene).await;
    let member = scene.cast.members[0].user.unwrap();
    let ballot = |recused| Resource::new("ballot", "x").text("owner", member).flag("recused", recused);
    for intent in ["see-ballot", "mark-ballot", "submit-ballot"] {
        assert_eq!(who_may(bed, &callers, intent, &ballot(false)), ["member"], "{intent}");
        assert_eq!(who_may(bed, &callers, intent, &ballot(true)), Vec::<&str>::new(), "{intent}");
    }
});

both!(a_letter_is_read_by_its_producer_and_a_decision_by_its_place, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let callers = callers(bed, &scene).await;
    let (place, producer) = (scene.places.province.id, scene.producer.id);
    let decision = Resource::new("decision", "x").text("place", place).texts("producers", [producer]);
    let letter = decision.clone().producer(producer);
    assert_eq!(
        who_may(bed, &callers, "see-decision", &decision),
        ["secretary", "chair", "leader", "officer"]
    );
    assert_eq!(
        who_may(bed, &callers, "see-letter", &letter),
        ["secretary", "chair", "leader", "officer", "owner"]
    );
    assert_eq!(who_may(bed, &callers, "send-up", &decision), ["leader", "officer"]);
});
