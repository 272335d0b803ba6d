//! Links that producers added: beside and before those that are computed, by lot, by language, several alike.

use goods::link::{LinkType, NewLink};
use ground::both;
use ground::testing::Bed;
use serde_json::Value;

use super::bed::{BROWSER, GTIN, ROOMS, Scene, a_link, a_lot, rules};

fn kind(name: &str) -> LinkType {
    name.parse().unwrap()
}

both!(the_language_of_the_request_decides, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    scene.add(bed, a_link(kind("recipeInfo"), "https://htx.example/vi", &["vi"])).await;
    scene.add(bed, a_link(kind("recipeInfo"), "https://htx.example/en?a=1#top", &["en"])).await;
    let path = format!("/01/{GTIN}/10/L2610?linkType=gs1:recipeInfo");
    let asked = async |language: &str| scene.leads(&path, &[("accept-language", language)]).await;
    assert_eq!(asked("vi-VN,vi;q=0.9,en;q=0.8").await, "https://htx.example/vi?linkType=gs1:recipeInfo");
    assert_eq!(
        asked("en-GB,en;q=0.9,vi;q=0.2").await,
        "https://htx.example/en?a=1&linkType=gs1:recipeInfo#top"
    );
    let by_parameter = scene.leads(&format!("{path}&lang=vi"), &[("accept-language", "en")]).await;
    assert_eq!(by_parameter, "https://htx.example/vi?linkType=gs1:recipeInfo&lang=vi");
});

both!(several_that_fit_alike_are_a_choice_for_people_and_machines, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for href in ["https://a.example/", "https://b.example/"] {
        scene.add(bed, a_link(kind("hasRetailers"), href, &["vi"])).await;
    }
    scene.add(bed, a_link(kind("homepage"), "https://htx.example/", &[])).await;
    let path = format!("/01/{GTIN}?linkType=gs1:hasRetailers&lang=vi");
    let reply = scene.get(&path).await;
    assert_eq!(reply.status, 300);
    assert_eq!(reply.headers["content-type"], "application/linkset+json");
    let document: Value = serde_json::from_str(&reply.text).unwrap();
    let level = document["linkset"][0].as_object().unwrap();
    assert_eq!(level["https://ref.gs1.org/voc/hasRetailers"].as_array().unwrap().len(), 2);
    assert_eq!(level.len(), 3, "anchor, description and the type alone");
    assert!(reply.location.is_none());
    let reply = scene.ask("GET", &path, &[BROWSER]).await;
    assert_eq!(reply.status, 300);
    assert!(reply.text.contains("Chọn một trang") && reply.text.contains("https://b.example/"));
});

both!(a_link_of_a_lot_is_of_that_lot_alone_and_goes_first, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    a_lot(bed, &scene.item, "L2611").await;
    scene.add(bed, a_link(kind("relatedVideo"), "https://htx.example/all", &[])).await;
    let of_lot =
        NewLink { lot: Some(scene.lot.id), ..a_link(kind("relatedVideo"), "https://htx.example/l2610", &[]) };
    scene.add(bed, of_lot).await;
    let asked = async |rest: &str| {
        let location = scene.leads(&format!("/01/{GTIN}{rest}?linkType=gs1:relatedVideo"), &[]).await;
        location.split('?').next().unwrap().to_owned()
    };
    assert_eq!(asked("/10/L2610").await, "https://htx.example/l2610");
    assert_eq!(asked("/10/L2610/21/S1").await, "https://htx.example/l2610");
    assert_eq!(asked("/10/L2611").await, "https://htx.example/all");
    assert_eq!(asked("").await, "https://htx.example/all");
});

both!(
    what_the_producer_says_goes_before_what_is_computed_but_for_certificates,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        scene.certificate(bed).await;
        scene.add(bed, a_link(kind("pip"), "https://htx.example/sadec", &[])).await;
        scene.add(bed, a_link(kind("certificationInfo"), "https://organic.example/1", &["vi", "en"])).await;
        let location = scene.leads(&format!("/01/{GTIN}?linkType=gs1:pip"), &[]).await;
        assert_eq!(location, "https://htx.example/sadec?linkType=gs1:pip");
        let document = scene.linkset(&format!("/01/{GTIN}")).await;
        let level = &document["linkset"][0];
        assert_eq!(level["https://ref.gs1.org/voc/pip"].as_array().unwrap().len(), 1);
        assert_eq!(level["https://ref.gs1.org/voc/certificationInfo"].as_array().unwrap().len(), 2);
    }
);

both!(a_default_by_language_stands_in_only_where_it_is_asked_for, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let japanese = NewLink { is_default: true, ..a_link(kind("pip"), "https://htx.example/ja", &["ja"]) };
    scene.add(bed, japanese).await;
    let path = format!("/01/{GTIN}");
    let asked = async |headers: &[(&str, &str)]| scene.leads(&path, headers).await;
    assert_eq!(asked(&[]).await, scene.page(""));
    assert_eq!(asked(&[BROWSER, ("accept-language", "fr")]).await, scene.page(""));
    assert_eq!(asked(&[BROWSER, ("accept-language", "vi")]).await, scene.page(""));
    assert_eq!(asked(&[BROWSER, ("accept-language", "*")]).await, scene.page(""));
    assert_eq!(
        asked(&[BROWSER, ("accept-language", "ja-JP,ja;q=0.9,en;q=0.8")]).await,
        "https://htx.example/ja"
    );
    // The page of a lot goes before a page on its kind.
    let of_lot = scene.leads(&format!("{path}/10/L2610"), &[("accept-language", "ja")]).await;
    assert_eq!(of_lot, scene.page("/L2610"));
    let document = scene.linkset(&path).await;
    let level = &document["linkset"][0];
    assert_eq!(level["https://ref.gs1.org/voc/defaultLink"].as_array().unwrap().len(), 1);
    let multi = level["https://ref.gs1.org/voc/defaultLinkMulti"].as_array().unwrap();
    let languages: Vec<&Value> = multi.iter().map(|link| &link["hreflang"]).collect();
    assert_eq!(languages, [&serde_json::json!(["ja"]), &serde_json::json!(["vi", "en"])]);
    assert_eq!(level["https://ref.gs1.org/voc/pip"][0]["href"], "https://htx.example/ja");
});

both!(nothing_stands_in_for_a_page_that_warns, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let of_lot = NewLink {
        lot: Some(scene.lot.id),
        is_default: true,
        ..a_link(kind("pip"), "https://htx.example/ja", &["ja"])
    };
    scene.add(bed, of_lot).await;
    let path = format!("/01/{GTIN}/10/L2610");
    let asked = async || scene.leads(&path, &[("accept-language", "ja")]).await;
    assert_eq!(asked().await, "https://htx.example/ja");
    scene.recall(bed).await;
    assert_eq!(asked().await, scene.page("/L2610"));
});
