//! The product code: unique, running by commune, kept through the years.

use std::collections::HashSet;

use ground::both;
use ground::testing::{Bed, system};
use register::product::{Product, assign_code, load};
use register::testing::{producer, product, sa_dec};

use crate::bed::{ROOMS, rules};

async fn coded(bed: &Bed, known: &Product, year: i16) -> Product {
    let resource = register::product::resource(known, &[known.place_id]);
    let mut change = bed.ground.change(&system(), "assign-code", &resource).await.unwrap();
    let known = assign_code(&mut change, known.id, year).await.unwrap();
    change.commit().await.unwrap();
    known
}

both!(a_code_names_province_commune_number_and_year, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    // A product of a former commune is numbered by the commune it went into.
    let maker = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let first = coded(bed, &product(bed, &maker, 14, "Sa Đéc Tửu").await, 2026).await;
    assert_eq!(first.product_code.as_deref(), Some("82-29905-01-2026"));
    let second = coded(bed, &product(bed, &maker, 6, "Hủ tiếu").await, 2026).await;
    assert_eq!(second.product_code.as_deref(), Some("82-29905-02-2026"));
    let other = producer(bed, &places.tan_duong, "Hộ khác").await;
    let third = coded(bed, &product(bed, &other, 6, "Bánh phồng").await, 2026).await;
    assert_eq!(third.product_code.as_deref(), Some("82-30214-01-2026"));
});

both!(a_later_evaluation_keeps_the_number, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let known = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    coded(bed, &known, 2026).await;
    let again = coded(bed, &known, 2029).await;
    assert_eq!(again.product_code.as_deref(), Some("82-29905-01-2029"));
    let same = coded(bed, &known, 2029).await;
    assert_eq!(same.version, again.version);
});

both!(twelve_at_once_get_twelve_codes, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let mut products = Vec::new();
    for n in 0..12 {
        products.push(product(bed, &maker, 14, &format!("Rượu {n}")).await);
    }
    futures::future::join_all(products.iter().map(|known| coded(bed, known, 2026))).await;
    let mut codes = HashSet::new();
    for known in &products {
        codes.insert(load(&bed.ground.reader(), known.id).await.unwrap().product_code.unwrap());
    }
    assert_eq!(codes.len(), 12);
    assert!(codes.contains("82-29905-12-2026"));
});

both!(without_the_code_of_its_commune_a_product_gets_none, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.province, "Hộ chưa rõ xã").await;
    let known = product(bed, &maker, 14, "Rượu").await;
    let resource = register::product::resource(&known, &[known.place_id]);
    let mut change = bed.ground.change(&system(), "assign-code", &resource).await.unwrap();
    assert_eq!(assign_code(&mut change, known.id, 2026).await.unwrap_err().code, "register-no-commune-code");
});
