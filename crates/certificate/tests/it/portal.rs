//! The public pages: what is recognised today, and nothing else.

use certificate::testing::{certificate, revoke};
use ground::testing::Bed;
use ground::{Actor, both};

use crate::bed::{ROOMS, Scene, day, rules};

async fn get(scene: &Scene, path: &str) -> String {
    let reply = scene.house.get(&Actor::anonymous(), path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text);
    reply.text
}

both!(every_public_page_speaks_both_languages_and_needs_no_script, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let product = format!("/products/{}", scene.product.id);
    let producer = format!("/producers/{}", scene.producer.id);
    for path in [
        "/",
        "/products",
        &product,
        "/producers",
        &producer,
        "/lookup",
        "/help",
        "/accessibility",
        "/report",
        "/data",
    ] {
        for lang in ["vi", "en"] {
            let text = get(&scene, &format!("{path}?lang={lang}")).await;
            assert!(text.contains(&format!("<html lang=\"{lang}\"")), "{path}");
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
            for wrong in [
                "{ $",
                "<script",
                " style=",
                "/assets/missing/art",
                "products-",
                "portal-",
                "lookup-code-",
                "Nguyễn Văn An",
                "0918",
                "Ấp Tân Lập",
            ] {
                assert!(!text.contains(wrong), "{wrong} in {path} {lang}\n{text}");
            }
        }
    }
});

both!(a_product_is_shown_as_recognised_only_while_it_is, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let never = register::testing::product(bed, &scene.producer, 6, "Hủ tiếu khô").await;
    let product = format!("/products/{}", scene.product.id);
    for path in ["/", "/products", "/data/products.csv", "/sitemap.xml"] {
        assert!(
            get(&scene, path).await.contains(if path.ends_with("xml") { &product } else { "Sa Đéc Tửu" }),
            "{path}"
        );
    }
    let reply = scene.house.get(&Actor::anonymous(), &format!("/products/{}", never.id)).await;
    assert_eq!(reply.status, 404);
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    for path in ["/", "/products", "/producers", "/data/products.csv", "/sitemap.xml"] {
        let text = get(&scene, path).await;
        assert!(!text.contains("Sa Đéc Tửu") && !text.contains(&product), "{path}");
    }
    let page = get(&scene, &product).await;
    assert!(page.contains("Trước đây 3 sao") && page.contains("Đã bị thu hồi"), "{page}");
});

both!(
    a_search_without_marks_finds_by_product_maker_and_place_then_and_now,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        for found in ["sa+dec+tuu", "TAN+TAY", "tan+quy+tay", "phuong+sa+dec"] {
            assert!(get(&scene, &format!("/products?q={found}")).await.contains("Sa Đéc Tửu"), "{found}");
        }
        assert!(get(&scene, "/producers?q=htx").await.contains("HTX nông nghiệp Tân Tây"));
        for other in ["q=nem", "group=I", "stars=5", "place=01999999-0000-7000-8000-000000000000"] {
            assert!(!get(&scene, &format!("/products?{other}")).await.contains("Sa Đéc Tửu"), "{other}");
        }
        for same in [
            "group=II".to_owned(),
            "stars=3".to_owned(),
            format!("place={}", scene.places.sa_dec.id),
            format!("place={}", scene.places.tan_quy_tay.id),
        ] {
            assert!(get(&scene, &format!("/products?{same}")).await.contains("Sa Đéc Tửu"), "{same}");
        }
    }
);

both!(a_mistyped_code_is_helped, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let code = scene.certificate.code.clone();
    let reply = scene
        .house
        .get(&Actor::anonymous(), &format!("/lookup?code={}", code.printed().to_lowercase()))
        .await;
    assert_eq!(reply.location, Some(scene.page()));
    let pasted = format!("/lookup?code=https%3A%2F%2Fsen.example%2Fc%2F{code}%3Flang%3Den");
    assert_eq!(scene.house.get(&Actor::anonymous(), &pasted).await.location, Some(scene.page()));
    let mut typed: Vec<char> = code.as_str().chars().collect();
    typed[2] = if typed[2] == '7' { '8' } else { '7' };
    let page = get(&scene, &format!("/lookup?code={}", typed.iter().collect::<String>())).await;
    assert!(page.contains("Có một chữ gõ nhầm") && page.contains(&scene.page()), "{page}");
    assert!(get(&scene, "/lookup?code=7K3").await.contains("vừa nhập 3"));
    assert!(get(&scene, "/lookup?code=%3Cb%3E").await.contains("&#60;"));
});

both!(a_product_is_listed_once_after_a_new_certificate, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    certificate(bed, &scene.product, &scene.places.province, day("2026-10-14")).await;
    assert_eq!(get(&scene, "/data/products.csv").await.lines().count(), 2);
    assert!(get(&scene, "/products").await.contains("1 sản phẩm"));
});
