//! Issuing: once, of what the rules recognise; a newer certificate takes the place of the older.

use certificate::issue;
use certificate::state::{Standing, State};
use certificate::testing::{card, certificate, new_certificate};
use ground::facts::News;
use ground::testing::{Bed, system};
use ground::{RefusalKind, both};

use crate::bed::{ROOMS, Scene, day, rules, written};

both!(a_certificate_repeats_what_was_certified_and_where, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let row = &scene.certificate;
    assert_eq!((row.product_name.as_str(), row.stars, row.number.as_str()), ("Sa Đéc Tửu", 3, "1/GCN-OCOP"));
    assert_eq!(row.place_name, "xã Tân Quy Tây, thành phố Sa Đéc, tỉnh Đồng Tháp");
    let card = card(bed, row).await;
    assert_eq!(card.place.now.vi, "phường Sa Đéc, tỉnh Đồng Tháp");
    assert_eq!((card.place.until, card.place.since), (Some(day("2025-06-30")), Some(day("2025-07-01"))));
    assert_eq!((card.expires_on, card.months), (day("2027-12-20"), 36));
    assert_eq!(card.offices(), [scene.places.province.id, scene.places.country.id]);
});

both!(the_same_product_by_the_same_decision_is_issued_once, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let again = certificate(bed, &scene.product, &scene.places.old_province, day("2024-12-20")).await;
    assert_eq!(again.id, scene.certificate.id);
});

both!(numbers_run_by_authority_and_year, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let other = register::testing::product(bed, &scene.producer, 6, "Hủ tiếu khô").await;
    let second = certificate(bed, &other, &scene.places.old_province, day("2024-12-21")).await;
    assert_eq!(second.number, "2/GCN-OCOP");
    let next_year = certificate(bed, &scene.product, &scene.places.old_province, day("2025-01-02")).await;
    assert_eq!(next_year.number, "1/GCN-OCOP");
});

both!(a_star_without_certificate_is_refused, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let two = certificate::NewCertificate {
        stars: 2,
        ..new_certificate(&scene.product, &scene.places.province, day("2026-10-14"))
    };
    let refused = issue(&bed.ground, &system(), two).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (RefusalKind::WrongState, "not-recognised"));
});

both!(
    a_newer_certificate_supersedes_the_older_and_a_revoked_one_stays_revoked,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let newer = certificate(bed, &scene.product, &scene.places.province, day("2026-10-14")).await;
        let older = card(bed, &scene.certificate).await;
        assert_eq!((older.standing, older.successor), (Standing::Superseded, Some(newer.code.clone())));
        certificate::testing::revoke(bed, &scene.officer(), &newer, day("2026-10-14")).await.unwrap();
        bed.on(2026, 10, 20);
        let newest = certificate(bed, &scene.product, &scene.places.province, day("2026-10-20")).await;
        assert_eq!(card(bed, &newer).await.standing, Standing::Revoked);
        assert_eq!(card(bed, &newest).await.life().on(day("2026-10-20")), State::Valid);
    }
);

both!(
    a_change_in_the_register_reaches_the_card_and_hearing_it_twice_changes_nothing,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        assert_eq!(card(bed, &scene.certificate).await.phone, None);
        written(bed, "update producer set is_public_phone = true").await;
        let resource = register::producer::resource(&scene.producer, &[scene.producer.place_id]);
        let mut change = bed.ground.change(&system(), "edit-producer", &resource).await.unwrap();
        change.tell(News::new("ProducerChanged", scene.producer.id, &()).unwrap());
        change.commit().await.unwrap();
        let registry = ground::jobs::Registry::new([], certificate::ROOM.subscribers.iter().copied());
        while ground::jobs::due_now(&bed.ground, &registry).await.unwrap() {}
        assert_eq!(card(bed, &scene.certificate).await.phone.as_deref(), Some("0918 123 456"));
        let entries = ground::journal::verify(&bed.ground.reader()).await.unwrap().entries;
        certificate::verdict::rebuild_all(&bed.ground).await.unwrap();
        assert_eq!(ground::journal::verify(&bed.ground.reader()).await.unwrap().entries, entries);
    }
);
