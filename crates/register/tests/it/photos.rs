//! Photos: the public sees those published, by consent, re-encoded; nothing else.

use ground::files::FileKind;
use ground::testing::Bed;
use ground::{Actor, Role, both};
use register::product::photo::of_product;
use register::product::{Product, cover_photo};
use register::testing::{owner, person, producer, product, sa_dec};
use web::testing::House;

use crate::bed::{ROOMS, house, rules};

// A PNG of one pixel.
fn png() -> Vec<u8> {
    const ONE_PIXEL: &str = "89504e470d0a1a0a0000000d4948445200000001000000010806000000\
        1f15c4890000000d4944415478da63f8cfc0f01f00050001ff56c72f0d0000000049454e44ae426082";
    let digits: Vec<u8> = ONE_PIXEL.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

async fn added(house: &House, actor: &Actor, known: &Product) -> u16 {
    let path = format!("/register/products/{}/photos", known.id);
    house.upload(actor, &path, &[("caption", "Chai rượu")], "photos", ("a.png", &png())).await.status.as_u16()
}

both!(a_photo_is_public_only_while_published, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let known = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let (house, owner, anyone) = (house(bed), owner(1, &maker), Actor::anonymous());
    assert_eq!(added(&house, &owner, &known).await, 303);
    let photo = of_product(&bed.ground.reader(), known.id).await.unwrap().remove(0);
    let public = format!("/photos/{}/small", photo.hash);
    let kept = format!("/register/products/{}/photos/{}", known.id, photo.id);
    assert_eq!(house.get(&anyone, &public).await.status, 404);
    assert_eq!(house.get(&owner, &format!("{kept}/small")).await.status, 200);
    assert_eq!(house.get(&anyone, &format!("{kept}/small")).await.status, 404);
    assert_eq!(cover_photo(&bed.ground.reader(), known.id).await.unwrap(), None);
    assert_eq!(house.post(&owner, &format!("{kept}/publish"), &[]).await.status, 303);
    let shown = house.get(&anyone, &public).await;
    assert_eq!(
        (shown.status.as_u16(), &shown.headers["content-type"]),
        (200, &"image/jpeg".parse().unwrap())
    );
    assert_eq!(house.get(&anyone, &format!("/photos/{}/huge", photo.hash)).await.status, 404);
    assert_eq!(cover_photo(&bed.ground.reader(), known.id).await.unwrap(), Some(photo.hash));
    assert_eq!(house.post(&owner, &format!("{kept}/withdraw"), &[]).await.status, 303);
    assert_eq!(house.get(&anyone, &public).await.status, 404);
    assert_eq!(house.post(&owner, &format!("{kept}/remove"), &[]).await.status, 303);
    assert_eq!(house.get(&owner, &format!("{kept}/small")).await.status, 404);
});

both!(an_officer_publishes_only_by_consent, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let known = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let house = house(bed);
    let officer = people::testing::officer(bed, places.sa_dec.id, "Lê Hồng Vân").await;
    assert_eq!(added(&house, &officer, &known).await, 303);
    let photo = of_product(&bed.ground.reader(), known.id).await.unwrap().remove(0);
    let publish = format!("/register/products/{}/photos/{}/publish", known.id, photo.id);
    let refused = house.post(&officer, &publish, &[]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains("/consents/new"));
    people::testing::consent(bed, &officer, maker.id, &maker.name, &[places.sa_dec.id]).await;
    let officer = people::testing::again(bed, &officer).await;
    assert_eq!(house.post(&officer, &publish, &[]).await.status, 303);
});

both!(what_is_no_photo_is_refused_at_its_field, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let known = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.sa_dec);
    let path = format!("/register/products/{}/photos", known.id);
    for (name, bytes) in [("a.svg", &b"<svg/>"[..]), ("", b"")] {
        let again = house.upload(&officer, &path, &[("caption", "Chai")], "photos", (name, bytes)).await;
        assert_eq!(again.status, 422, "{name}");
        assert!(again.text.contains("href=\"#f-photos\""));
        assert!(again.text.contains("value=\"Chai\""), "{name}");
    }
    // A photo cut off on its way says what it is and does not open.
    let (whole, name) = (png(), "ảnh cắt.png");
    let cut = &whole[..whole.len() - 20];
    let again = house.upload(&officer, &path, &[("caption", "Chai")], "photos", (name, cut)).await;
    assert_eq!(again.status, 422);
    assert!(again.text.contains(name) && again.text.contains("value=\"Chai\""), "{}", again.text);
    assert!(of_product(&bed.ground.reader(), known.id).await.unwrap().is_empty());
    let inspector = person(2, Role::Inspector, &places.sa_dec);
    assert_eq!(added(&house, &inspector, &known).await, 403);
    assert_eq!(FileKind::of_content(&png()), Some(FileKind::Png));
});
