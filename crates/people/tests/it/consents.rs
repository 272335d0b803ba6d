//! Consents: given with proof, in force from day to day, withdrawn at once.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use ground::actor::{PlaceId, ProducerId};
use ground::testing::Bed;
use ground::{Actor, both};
use people::consent::{self, ConsentScope, HowGiven, NewConsent, Subject};
use people::testing::{again, consent as given, officer, owner, volunteer};
use web::testing::House;
use web::{Answer, App, Here, Upload};

use crate::caller::{ROOMS, rules};

const PRODUCER: ProducerId = ProducerId(sea_orm::prelude::Uuid::from_u128(4));
const PLACE: PlaceId = PlaceId(sea_orm::prelude::Uuid::from_u128(1));
const NAME: &str = "HTX nông nghiệp Tân Tây";

fn subject() -> Subject {
    Subject { producer: PRODUCER, name: NAME.to_owned(), places: vec![PLACE], back: "/x".to_owned() }
}

// As the room that knows the producer mounts it.
async fn show(here: Here) -> Answer {
    consent::form::show(&here, &subject()).await
}

async fn receive(here: Here, State(_): State<App>, upload: Upload) -> Answer {
    consent::form::receive(&here, &subject(), upload).await
}

fn house(bed: &Bed) -> House {
    let routes = Router::new().route("/producers/4/consent", get(show).post(receive));
    let routes = routes.merge(people::routes(&[], people::role::no_scopes));
    House::new(bed.ground.clone(), ROOMS, routes)
}

fn acts(actor: &Actor) -> bool {
    actor.consent_of(PRODUCER).is_some()
}

both!(a_consent_lets_its_holder_act_until_its_last_day, rules(), ROOMS, async |bed: &Bed| {
    let van = volunteer(bed, PLACE, "Vân").await;
    assert!(!acts(&van));
    let consent = given(bed, &van, PRODUCER, NAME, &[PLACE]).await;
    assert_eq!(consent.expires_on.to_string(), "2027-10-14");
    assert!(acts(&again(bed, &van).await));
    bed.on(2027, 10, 14);
    assert!(acts(&again(bed, &van).await));
    bed.on(2027, 10, 15);
    assert!(!acts(&again(bed, &van).await));
});

both!(a_withdrawn_consent_holds_no_more_and_is_withdrawn_once, rules(), ROOMS, async |bed: &Bed| {
    let (van, boss) = (volunteer(bed, PLACE, "Vân").await, owner(bed, PRODUCER, "Chủ HTX").await);
    let consent = given(bed, &van, PRODUCER, NAME, &[PLACE]).await;
    consent::withdraw(&bed.ground, &boss, consent.id).await.unwrap();
    assert!(!acts(&again(bed, &van).await));
    let today = bed.ground.clock.today();
    assert!(consent::in_force(&bed.ground.reader(), PRODUCER, today).await.unwrap().is_empty());
    assert_eq!(consent::of_producer(&bed.ground.reader(), PRODUCER).await.unwrap().len(), 1);
    let refused = consent::withdraw(&bed.ground, &boss, consent.id).await.unwrap_err();
    assert_eq!(refused.code, "consent-withdrawn");
});

both!(a_consent_to_publish_lets_nobody_act, rules(), ROOMS, async |bed: &Bed| {
    let van = volunteer(bed, PLACE, "Vân").await;
    let new = NewConsent { scope: ConsentScope::Publishing, ..new(bed, &van) };
    let about = consent::resource(new.id, PRODUCER, &[PLACE], new.account);
    let mut change = bed.ground.change(&van, "give-consent", &about).await.unwrap();
    let consent = consent::give(&mut change, new, None).await.unwrap();
    change.commit().await.unwrap();
    assert!(consent.scope.lets_publish() && !acts(&again(bed, &van).await));
});

fn new(bed: &Bed, to: &Actor) -> NewConsent {
    let today = bed.ground.clock.today();
    NewConsent {
        id: bed.ground.clock.new_id().into(),
        producer: PRODUCER,
        producer_name: NAME.to_owned(),
        places: vec![PLACE],
        account: to.user.unwrap(),
        scope: ConsentScope::Everything,
        how_given: HowGiven::InPerson,
        witness: Some("Bà Bảy".to_owned()),
        note: None,
        given_on: today,
        expires_on: today.plus_months(12),
    }
}

both!(each_way_of_consenting_needs_its_proof, rules(), ROOMS, async |bed: &Bed| {
    let van = volunteer(bed, PLACE, "Vân").await;
    let today = bed.ground.clock.today();
    let cases = [
        (NewConsent { witness: None, ..new(bed, &van) }, "consent-witness"),
        (NewConsent { how_given: HowGiven::SignedPaper, ..new(bed, &van) }, "consent-file"),
        (NewConsent { how_given: HowGiven::Message, ..new(bed, &van) }, "consent-file"),
        (NewConsent { how_given: HowGiven::RecordedCall, ..new(bed, &van) }, "consent-note"),
        (NewConsent { given_on: today.plus_days(1), ..new(bed, &van) }, "date-after-today"),
        (NewConsent { expires_on: today.plus_days(-1), ..new(bed, &van) }, "consent-over"),
        (NewConsent { expires_on: today.plus_months(37), ..new(bed, &van) }, "consent-long"),
    ];
    for (new, code) in cases {
        let about = consent::resource(new.id, PRODUCER, &[PLACE], new.account);
        let mut change = bed.ground.change(&van, "give-consent", &about).await.unwrap();
        let refused = consent::give(&mut change, new, None).await.unwrap_err();
        assert_eq!(refused.fields[0].code, code);
    }
});

both!(
    a_consent_is_recorded_with_its_paper_and_seen_by_those_it_touches,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let (van, house) = (officer(bed, PLACE, "Lê Hồng Vân").await, house(bed));
        assert!(house.get(&van, "/producers/4/consent").await.text.contains(NAME));
        let account = van.user.unwrap().to_string();
        let form = [
            ("account", account.as_str()),
            ("scope", "acting"),
            ("how_given", "signed-paper"),
            ("given_on", "12/10/2026"),
            ("expires_on", "12/10/2027"),
        ];
        let path = "/producers/4/consent";
        let again = house.upload(&van, path, &form, "evidence", ("a.txt", b"no paper")).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let png = png();
        let sent = house.upload(&van, path, &form, "evidence", ("giay.png", &png)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let page = sent.location.unwrap();
        let shown = house.get(&van, &page).await;
        assert!(shown.text.contains("Giấy có chữ ký") && shown.text.contains("12/10/2027"));
        assert!(shown.text.contains("Lê Hồng Vân ghi nhận HTX nông nghiệp Tân Tây đồng ý"), "{}", shown.text);
        let picture = house.get(&van, &format!("{page}/evidence/1")).await;
        assert_eq!(picture.headers["content-type"], "image/jpeg");
        let stranger = officer(bed, PlaceId(bed.ground.clock.new_id()), "Nơi Khác").await;
        for path in [page.clone(), format!("{page}/evidence/1")] {
            assert_eq!(house.get(&stranger, &path).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(house.get(&stranger, path).await.status, StatusCode::FORBIDDEN);
        let withdrawn = house.post(&van, &format!("{page}/withdraw"), &[]).await;
        assert_eq!(withdrawn.location, Some(page.clone()));
        assert!(house.get(&van, &page).await.text.contains("Đã rút lại"));
    }
);

both!(a_consent_is_given_to_someone_of_the_place_alone, rules(), ROOMS, async |bed: &Bed| {
    let (van, house) = (officer(bed, PLACE, "Vân").await, house(bed));
    let stranger = officer(bed, PlaceId(bed.ground.clock.new_id()), "Nơi Khác").await;
    let account = stranger.user.unwrap().to_string();
    let form = [
        ("account", account.as_str()),
        ("scope", "acting"),
        ("how_given", "in-person"),
        ("witness", "Bà Bảy"),
        ("given_on", "12/10/2026"),
        ("expires_on", "12/10/2027"),
    ];
    let refused = house.upload(&van, "/producers/4/consent", &form, "evidence", ("", b"")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Chọn một mục trong danh sách"));
});

fn png() -> Vec<u8> {
    // 1 × 1 pixel.
    const ONE: &str = "89504e470d0a1a0a0000000d49484452000000010000000108020000009077\
                       53de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082";
    hex::decode(ONE.replace(' ', "")).unwrap()
}
