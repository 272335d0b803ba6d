//! Who may do what: role × intent × standing. What is not in the table is refused.

use certificate::certificate::resource;
use certificate::state::Standing;
use certificate::testing::card;
use ground::testing::Bed;
use ground::{Actor, Role, both};
use register::testing::{owner, person};

use crate::bed::{ROOMS, Scene, rules};

const INTENTS: [&str; 5] =
    ["see-certificate", "issue-certificate", "suspend-certificate", "lift-certificate", "revoke-certificate"];

// Yes or no to each intent, by what was decided about the certificate.
type Wanted = fn(Standing) -> &'static str;

both!(the_table_of_access_holds, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let places = &scene.places;
    let card = card(bed, &scene.certificate).await;
    let mut behalf = person(30, Role::Volunteer, &places.tan_duong);
    behalf.consents.push(ground::OnBehalf {
        producer: scene.producer.id,
        producer_name: scene.producer.name.clone(),
        consent: ground::actor::ConsentId(uuid::Uuid::from_u128(1)),
        given_on: bed.ground.clock.today(),
    });
    let decides: Wanted = |standing| match standing {
        Standing::Good => "yyy-y",
        Standing::Suspended => "yy-yy",
        Standing::Revoked | Standing::Superseded => "yy---",
    };
    let (see, none): (Wanted, Wanted) = (|_| "y----", |_| "-----");
    let table: Vec<(&str, Actor, Wanted)> = vec![
        ("the province's officer", scene.officer(), decides),
        ("the ward's officer", scene.ward_officer(), see),
        ("an officer elsewhere", person(3, Role::Officer, &places.tan_duong), none),
        ("the old commune's inspector", person(4, Role::Inspector, &places.tan_quy_tay), see),
        ("the province's leader", person(5, Role::Leader, &places.province), see),
        ("the province's secretary", person(6, Role::Secretary, &places.province), see),
        ("a council member", person(7, Role::CouncilMember, &places.province), see),
        ("the ward's volunteer", person(8, Role::Volunteer, &places.sa_dec), none),
        ("an editor", person(9, Role::Editor, &places.province), none),
        ("an administrator", person(10, Role::Administrator, &places.province), none),
        ("the producer's owner", owner(11, &scene.producer), see),
        ("a volunteer by consent", behalf, see),
        ("a visitor", Actor::anonymous(), none),
    ];
    for standing in Standing::ALL.iter().copied() {
        let thing = resource(&certificate::verdict::Card { standing, ..card.clone() });
        for (who, actor, wanted) in &table {
            let may: String = INTENTS
                .iter()
                .map(|intent| if bed.ground.access.allows(actor, intent, &thing) { 'y' } else { '-' })
                .collect();
            assert_eq!(may, wanted(standing), "{who}, {standing}");
        }
    }
});

both!(what_the_centre_decides_the_province_does_not, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let five = certificate::verdict::Card {
        decided_by: "central".into(),
        stars: 5,
        ..card(bed, &scene.certificate).await
    };
    let may = |actor: &Actor| bed.ground.access.allows(actor, "revoke-certificate", &resource(&five));
    assert!(!may(&scene.officer()));
    assert!(may(&person(40, Role::Officer, &scene.places.country)));
});

both!(a_certificate_one_may_not_see_is_not_found, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let stranger = person(3, Role::Officer, &scene.places.tan_duong);
    for path in ["", ".pdf", "/revoke"] {
        let reply =
            scene.house.get(&stranger, &format!("/certificates/{}{path}", scene.certificate.id)).await;
        assert_eq!(reply.status, 404, "{path}");
    }
    let reply = scene
        .house
        .get(&scene.ward_officer(), &format!("/certificates/{}/revoke", scene.certificate.id))
        .await;
    assert_eq!(reply.status, 403);
    let list = scene.house.get(&stranger, "/certificates").await.text;
    assert!(!list.contains("Sa Đéc Tửu"));
});

both!(the_list_shows_filters_and_exports_the_same_rows, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for actor in [scene.officer(), scene.ward_officer(), owner(11, &scene.producer)] {
        let list = scene.house.get(&actor, "/certificates?q=sa+dec+tuu&state=valid").await;
        assert!(list.text.contains("Sa Đéc Tửu"), "{}", list.text);
    }
    assert!(
        !scene.house.get(&scene.officer(), "/certificates?state=expired").await.text.contains("Sa Đéc Tửu")
    );
    let csv = scene.house.get(&scene.officer(), "/certificates.csv?state=valid").await.text;
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let pdf = scene.house.get(&scene.officer(), &format!("/certificates/{}.pdf", scene.certificate.id)).await;
    assert_eq!(pdf.headers["content-type"], "application/pdf");
});

both!(the_states_of_the_database_are_those_of_the_model, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let mut day = ground::Day::new(2027, 6, 20).unwrap();
    let application =
        scene.application(bed, &scene.owner(bed).await, dossier::application::Kind::First).await.id;
    for pending in [false, true] {
        if pending {
            certificate::certificate::file_re_evaluation(
                &bed.ground,
                &ground::testing::system(),
                scene.product.id,
                application,
            )
            .await
            .unwrap();
        }
        for step in [0, 3, 60, 117, 1, 1, 178, 1, 1] {
            day = day.plus_days(step);
            bed.ground.clock.stand_at(day.start());
            let state = card(bed, &scene.certificate).await.life().on(day);
            for other in certificate::state::State::ALL {
                let list =
                    scene.house.get(&scene.officer(), &format!("/certificates?state={other}")).await.text;
                assert_eq!(list.contains("/certificates/01"), *other == state, "{day} {state} {other}");
            }
        }
        day = ground::Day::new(2027, 6, 20).unwrap();
        bed.ground.clock.stand_at(day.start());
    }
});
