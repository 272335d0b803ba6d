//! The designer's page and the files of a run.

use certificate::testing::{certificate, revoke};
use goods::serial::{Scanner, Verdict, check};
use ground::testing::Bed;
use ground::{Actor, Role, both};
use papers::testing::Drawn;
use register::testing::{owner, person};

use crate::shelf::{GTIN, ROOMS, Scene, rules};

type Form<'a> = Vec<(&'a str, &'a str)>;

fn form<'a>(stock: &'a str, count: &'a str, parts: &[&'a str]) -> Form<'a> {
    let mut form = vec![("stock", stock), ("count", count)];
    form.extend(parts.iter().map(|part| ("parts", *part)));
    form
}

async fn file(scene: &Scene, actor: &Actor, ending: &str) -> (u16, Vec<u8>, String) {
    let page = scene.house.get(actor, &scene.page()).await.text;
    let href = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let href = href.into_iter().find(|href| href.ends_with(ending)).unwrap().to_owned();
    let reply = scene.house.get_bytes(actor, &href).await;
    (reply.0, reply.1, href)
}

/// What the first label of a roll of one in a row says.
fn first(pdf: &[u8]) -> Drawn {
    Drawn::page(pdf, 0)
}

both!(a_run_with_serials_is_printed_read_back_and_known, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let me = owner(1, &scene.producer);
    let page = scene.house.get(&me, &scene.page()).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("L2610") && page.text.contains("EAN-13"));
    let made = scene.house.post(&me, &scene.page(), &form("roll-75x50", "3", &["serials", "phone"])).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let (status, pdf, href) = file(&scene, &me, "/1.pdf").await;
    assert_eq!(status, 200);
    let text = first(&pdf).qr().unwrap();
    let public = bed.ground.config.public_url.trim_end_matches('/');
    let before = format!("{public}/01/{GTIN}/10/L2610/21/");
    let serial = text.strip_prefix(&before).and_then(|rest| rest.strip_suffix("?17=271001")).unwrap();
    let now = bed.ground.clock.now();
    let known = check(&bed.ground, &scene.item, &scene.lot, serial, Scanner::default(), now).await.unwrap();
    assert_eq!(known.verdict, Verdict::Genuine { run: 1, index: 1 });
    // The same run printed again has the same codes.
    assert_eq!(scene.house.get_bytes(&me, &href).await.1, pdf);
    let (_, csv, _) = file(&scene, &me, "/codes.csv").await;
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(csv.lines().count(), 4);
    assert_eq!(csv.lines().nth(1).unwrap(), format!("1,{serial},{text}"));
    assert_eq!(scene.house.get(&me, &href.replace("/1.pdf", "/2.pdf")).await.status, 404);
    assert_eq!(scene.house.get(&me, &href.replace("/1.pdf", "/0.pdf")).await.status, 404);
});

both!(without_a_gtin_the_code_is_our_own_and_there_are_no_bars, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let me = owner(1, &scene.producer);
    assert!(!scene.house.get(&me, &scene.page()).await.text.contains("EAN-13"));
    let made = scene.house.post(&me, &scene.page(), &form("roll-75x50", "25", &["ean", "address"])).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let (_, pdf, _) = file(&scene, &me, "/1.pdf").await;
    let public = bed.ground.config.public_url.trim_end_matches('/');
    let text = format!("{public}/p/{}/10/L2610?17=271001", scene.item.code);
    assert_eq!(first(&pdf).qr(), Some(text));
    assert_eq!(first(&pdf).ean(), None);
});

both!(stars_stand_on_labels_only_while_the_certificate_holds, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let me = owner(1, &scene.producer);
    let offered = async || scene.house.get(&me, &scene.page()).await.text.contains("value=\"award\"");
    assert!(!offered().await);
    let issued = "2024-12-20".parse().unwrap();
    let row = certificate(bed, &scene.product, &scene.places.province, issued).await;
    assert!(offered().await);
    let made = scene.house.post(&me, &scene.page(), &form("a4-24", "1", &["award"])).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let with_stars = file(&scene, &me, "/1.pdf").await.1;
    let officer = person(1, Role::Officer, &scene.places.province);
    revoke(bed, &officer, &row, "2026-10-14".parse().unwrap()).await.unwrap();
    assert!(!offered().await);
    // A run of before, printed again, is without them.
    assert_ne!(file(&scene, &me, "/1.pdf").await.1, with_stars);
});

both!(what_does_not_fit_is_refused_kindly_and_stays_in_the_form, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let me = owner(1, &scene.producer);
    let sent = form("a4-65", "65", &["ean", "serials"]);
    let refused = scene.house.post(&me, &scene.page(), &sent).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("63,5 × 33,9"), "{}", refused.text);
    assert!(refused.text.contains("value=\"a4-65\" selected") && refused.text.contains("value=\"65\""));
    assert!(
        refused.text.contains("value=\"ean\" checked") && !refused.text.contains("value=\"phone\" checked")
    );
    for (stock, count) in [("a4-24", "0"), ("a4-24", "1000001"), ("a4-24", ""), ("a4-24", "x"), ("a5", "1")] {
        assert_eq!(
            scene.house.post(&me, &scene.page(), &form(stock, count, &[])).await.status,
            422,
            "{count}"
        );
    }
    assert!(!scene.house.get(&me, &scene.page()).await.text.contains(".pdf"));
});

both!(a_sample_is_shown_and_nothing_is_kept, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let me = owner(1, &scene.producer);
    let mut sent = form("a4-24", "", &["serials", "ean"]);
    sent.push(("do", "sample"));
    let reply = scene.house.post(&me, &scene.page(), &sent).await;
    assert_eq!((reply.status.as_u16(), &reply.text[..5]), (200, "%PDF-"));
    assert!(!scene.house.get(&me, &scene.page()).await.text.contains(".pdf"));
});

both!(only_its_own_people_print_labels, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let officer = person(1, Role::Officer, &scene.places.sa_dec);
    assert_eq!(scene.house.get(&officer, &scene.page()).await.status, 403);
    let posted = scene.house.post(&officer, &scene.page(), &form("a4-24", "1", &[])).await;
    assert_eq!(posted.status, 403);
    let other = register::testing::producer(bed, &scene.places.sa_dec, "Cơ sở Bến Sen").await;
    let stranger = owner(5, &other);
    assert!(scene.house.get(&stranger, &scene.page()).await.status.is_client_error());
    let elsewhere = format!("/goods/{}/lots/{}/labels", other.id, scene.lot.id);
    assert_eq!(scene.house.get(&stranger, &elsewhere).await.status, 404);
    let anonymous = scene.house.get(&Actor::anonymous(), &scene.page()).await;
    assert!(anonymous.status.is_redirection() || anonymous.status.is_client_error());
});

both!(whoever_acts_for_a_producer_prints_for_it, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, Some(GTIN)).await;
    let places = [scene.producer.place_id];
    let helper = people::testing::volunteer(bed, scene.producer.place_id, "Mỹ").await;
    assert_eq!(scene.house.get(&helper, &scene.page()).await.status, 403);
    people::testing::consent(bed, &helper, scene.producer.id, &scene.producer.name, &places).await;
    let helper = people::testing::again(bed, &helper).await;
    let english = scene.house.get(&helper, &format!("{}?lang=en", scene.page())).await;
    assert!(english.status == 200 && english.text.contains("A number of its own for each label"));
    let made = scene.house.post(&helper, &scene.page(), &form("roll-75x50", "1", &[])).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let (status, pdf, _) = file(&scene, &helper, "/1.pdf").await;
    assert!(status == 200 && first(&pdf).qr().is_some());
});

both!(a_million_serials_are_many_files_and_one_list, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed, None).await;
    let me = owner(1, &scene.producer);
    let made = scene.house.post(&me, &scene.page(), &form("a4-24", "25001", &["serials"])).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = scene.house.get(&me, &scene.page()).await.text;
    assert!(page.contains("/3.pdf") && !page.contains("/4.pdf"));
    let csv = String::from_utf8(file(&scene, &me, "/codes.csv").await.1).unwrap();
    assert_eq!(csv.lines().count(), 25_002);
    assert!(csv.lines().last().unwrap().starts_with("25001,"));
});
