//! Every page in both languages, with every text there.

use ground::testing::Bed;
use ground::{Role, both};
use register::testing::{person, producer, product, sa_dec};

use crate::bed::{ROOMS, house, rules};

both!(every_page_speaks_both_languages, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let made = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let officer = person(1, Role::Officer, &places.country);
    let house = house(bed);
    let pages = [
        "/places".to_owned(),
        "/places?q=sa+dec".to_owned(),
        "/places/import".to_owned(),
        format!("/places/{}", places.sa_dec.id),
        format!("/places/{}", places.tan_quy_tay.id),
        "/register/producers?q=tan&place=29905&kind=cooperative".to_owned(),
        "/register/producers?q=xyz".to_owned(),
        "/register/producers/new".to_owned(),
        format!("/register/producers/{}", maker.id),
        format!("/register/producers/{}/edit", maker.id),
        format!("/register/producers/{}/members/new", maker.id),
        "/register/products?q=sa&set=14".to_owned(),
        format!("/register/products/new?producer={}", maker.id),
        format!("/register/products/{}", made.id),
        format!("/register/products/{}/edit", made.id),
        "/register/import".to_owned(),
    ];
    for page in pages {
        for lang in ["vi", "en"] {
            let and = if page.contains('?') { '&' } else { '?' };
            let reply = house.get(&officer, &format!("{page}{and}lang={lang}")).await;
            assert_eq!(reply.status, 200, "{page}");
            assert!(reply.text.contains(&format!("<html lang=\"{lang}\">")), "{page}");
            let missing = reply.text.split(['>', '<', '"']).find(|text| text.trim().starts_with("reg-"));
            assert_eq!(missing, None, "{page} in {lang}");
        }
    }
});
