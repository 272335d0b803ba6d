//! Keys, runs and scans in the records.

use goods::entry::scan_of;
use goods::serial::{
    Checked, LotSeal, Scan, Scanner, Suspicion, Verdict, apart_km, check, key, run, scan, suspicion,
};
use ground::testing::{Bed, system};
use ground::{Instant, Role, both};
use register::producer::resource;

use crate::shelf::{GTIN, ROOMS, Scene, a_lot, rules};

async fn a_run(bed: &Bed, scene: &Scene, count: u32) -> (run::Model, LotSeal) {
    let (id, seal) = key::ensure(&bed.ground).await.unwrap();
    let resource = resource(&scene.producer, &[scene.producer.place_id]);
    let mut change = bed.ground.change(&system(), "print-labels", &resource).await.unwrap();
    let run = run::add(&mut change, scene.lot.id, id, count).await.unwrap();
    change.commit().await.unwrap();
    (run, seal.lot(&scene.item.code, &scene.lot.code))
}

fn from(province: &str) -> Scanner {
    Scanner { province: Some(province.to_owned()), has_scanned: false }
}

async fn checked(bed: &Bed, scene: &Scene, serial: &str, scanner: Scanner, at: Instant) -> Checked {
    check(&bed.ground, &scene.item, &scene.lot, serial, scanner, at).await.unwrap()
}

both!(a_million_codes_cost_one_row_and_each_is_known, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let (first, seal) = a_run(bed, &scene, 1_000_000).await;
    let (second, _) = a_run(bed, &scene, 10).await;
    assert_eq!((second.number, second.first), (first.number + 1, 1_000_001));
    let now = bed.ground.clock.now();
    let verdict = async |serial: &str| checked(bed, &scene, serial, Scanner::default(), now).await.verdict;
    let genuine = |run, index| Verdict::Genuine { run, index };
    assert_eq!(verdict(&seal.serial(1, 1_000_000).to_string()).await, genuine(1, 1_000_000));
    assert_eq!(verdict(&seal.serial(2, 1_000_010).to_string()).await, genuine(2, 1_000_010));
    assert_eq!(verdict(&seal.serial(2, 1_000_011).to_string()).await, Verdict::NotIssued);
    assert_eq!(verdict(&seal.serial(2, 1).to_string()).await, Verdict::NotIssued);
    assert_eq!(verdict(&seal.serial(9, 1).to_string()).await, Verdict::NotIssued);
    assert_eq!(verdict("019999900000000").await, Verdict::Forged);
    assert_eq!(verdict("not a serial").await, Verdict::Forged);
    let other = a_lot(bed, &scene.producer, &scene.item, "L2611").await;
    let elsewhere = seal.serial(1, 1).to_string();
    let checked = check(&bed.ground, &scene.item, &other, &elsewhere, Scanner::default(), now).await.unwrap();
    assert_eq!(checked.verdict, Verdict::Forged);
});

both!(a_label_is_known_by_its_link_its_page_and_its_number, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let (plain, code) = (scene.lot.id, &scene.item.code);
    let slashed = a_lot(bed, &scene.producer, &scene.item, "A/B").await.id;
    let reader = bed.ground.reader();
    let found = async |typed: &str| {
        let found = scan_of(&reader, typed).await.unwrap();
        found.map(|(lot, serial)| (lot.id, serial.unwrap_or_default()))
    };
    for (typed, lot, serial) in [
        (format!("https://sen.example/p/{code}/10/A%2FB/21/s%261?x=1"), slashed, "s&1"),
        (format!("https://sen.example/p/{code}/10/L2610/"), plain, ""),
        (format!("sen.example/l/{code}/A%2FB/s%261#top"), slashed, "s&1"),
        (format!("/l/{code}/L2610/"), plain, ""),
        (format!(" {code} A/B "), slashed, ""),
    ] {
        assert_eq!(found(&typed).await, Some((lot, serial.to_owned())), "{typed}");
    }
    for way in [format!("/p/{code}"), format!("/p/{code}/10/A%ZB"), format!("/l/{code}"), format!("{code} B")]
    {
        assert_eq!(found(&way).await, None, "{way}");
    }
});

both!(labels_of_an_old_key_stay_genuine_after_it_was_replaced, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let administrator = register::testing::person(9, Role::Administrator, &scene.places.province);
    let (old, seal) = a_run(bed, &scene, 5).await;
    let page = scene.house.get(&administrator, "/serial-keys").await;
    assert!(page.text.contains(&old.key_id), "{}", page.text);
    bed.on(2026, 10, 15);
    assert_eq!(scene.house.post(&administrator, "/serial-keys", &[]).await.status, 303);
    let (new, new_seal) = a_run(bed, &scene, 5).await;
    assert_ne!(old.key_id, new.key_id);
    let now = bed.ground.clock.now();
    let of_old = checked(bed, &scene, &seal.serial(1, 2).to_string(), Scanner::default(), now).await;
    assert_eq!(of_old.verdict, Verdict::Genuine { run: 1, index: 2 });
    let of_new = checked(bed, &scene, &new_seal.serial(2, 6).to_string(), Scanner::default(), now).await;
    assert_eq!(of_new.verdict, Verdict::Genuine { run: 2, index: 6 });
    // The new key does not prove what the old run holds, nor the other way round.
    let mixed = checked(bed, &scene, &new_seal.serial(1, 2).to_string(), Scanner::default(), now).await;
    assert_eq!(mixed.verdict, Verdict::Forged);
});

both!(the_secret_is_in_a_file_of_its_owner_and_nowhere_in_the_records, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let (id, _) = key::ensure(&bed.ground).await.unwrap();
    assert_eq!(key::ensure(&bed.ground).await.unwrap().0, id);
    let file = bed.folder().join("keys").join(format!("serial-{id}.key"));
    let secret = std::fs::read_to_string(&file).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    let administrator = register::testing::person(9, Role::Administrator, &scene.places.province);
    let page = scene.house.get(&administrator, "/serial-keys").await.text;
    assert!(page.contains(&id) && !page.contains(secret.trim()));
    let officer = register::testing::person(1, Role::Officer, &scene.places.province);
    assert_eq!(scene.house.get(&officer, "/serial-keys").await.status, 403);
    assert_eq!(scene.house.post(&officer, "/serial-keys", &[]).await.status, 403);
});

both!(a_copied_label_shows_by_where_it_is_scanned, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let (_, seal) = a_run(bed, &scene, 100).await;
    let serial = seal.serial(1, 7).to_string();
    let at = bed.ground.clock.now();
    let first = checked(bed, &scene, &serial, from("82"), at).await;
    assert_eq!((first.suspicion, first.before), (None, None));
    let again = Scanner { has_scanned: true, ..from("01") };
    let again = checked(bed, &scene, &serial, again, at.plus_seconds(60)).await;
    assert_eq!((again.suspicion, again.before), (None, Some((at, 1))));
    let neighbour = checked(bed, &scene, &serial, from("86"), at.plus_seconds(120)).await;
    assert_eq!(neighbour.suspicion, None);
    let hanoi = checked(bed, &scene, &serial, from("01"), at.plus_seconds(600)).await;
    let travelled = Suspicion::ImpossibleTravel { from: "86".to_owned(), to: "01".to_owned(), minutes: 8 };
    assert_eq!(hanoi.suspicion, Some(travelled));
    let other = checked(bed, &scene, &seal.serial(1, 8).to_string(), from("01"), at).await;
    assert_eq!(other.suspicion, None);
});

both!(no_more_scans_of_one_serial_are_kept_than_say_something, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let (run, seal) = a_run(bed, &scene, 1).await;
    let serial = seal.serial(1, 1).to_string();
    let at = bed.ground.clock.now();
    for n in 0..30 {
        let seen = checked(bed, &scene, &serial, Scanner::default(), at.plus_seconds(n)).await;
        assert_eq!(seen.suspicion.is_some(), n >= 12, "{n}");
    }
    assert_eq!(scan::of_serial(&bed.ground.reader(), run.id, 1).await.unwrap().len(), scan::MOST_KEPT);
});

#[test]
fn provinces_are_as_far_apart_as_they_are() {
    // By the map: about 1,140 km between Hà Nội and Thành phố Hồ Chí Minh, 610 km between Hà Nội and Đà Nẵng.
    assert!((apart_km("01", "79").unwrap() - 1_140.0).abs() < 15.0);
    assert!((apart_km("01", "48").unwrap() - 607.0).abs() < 15.0);
    assert_eq!(apart_km("01", "01"), Some(0.0));
    assert_eq!(apart_km("01", "99"), None);
}

#[test]
fn whoever_had_the_time_is_not_suspected() {
    let at = Instant::from_micros(1_700_000_000_000_000);
    let scan =
        |seconds, province: &str| Scan { at: at.plus_seconds(seconds), province: Some(province.into()) };
    assert_eq!(suspicion(&[scan(0, "79"), scan(2 * 3_600, "01")]), None);
    assert!(suspicion(&[scan(0, "79"), scan(1_800, "01")]).is_some());
    // Whatever the order in which they came in.
    assert!(suspicion(&[scan(1_800, "01"), scan(0, "79")]).is_some());
    // Where nothing is known, nothing is held against anyone.
    let nowhere = Scan { at, province: None };
    assert_eq!(suspicion(&[nowhere, scan(1, "01")]), None);
}
