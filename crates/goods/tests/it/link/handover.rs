//! A producer leaves with its codes, and comes back.

use goods::link::{HandOver, hand_over, take_back};
use ground::both;
use ground::testing::Bed;

use super::bed::{GTIN, ROOMS, Scene, rules, trade_item};

both!(another_resolver_answers_with_the_same_path_and_query, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let other = trade_item(bed, &scene.producer, None, None, 9).await;
    let at = (scene.producer.id, scene.item.id);
    let to = HandOver { resolver_root: "https://id.example.vn/r".to_owned() };
    hand_over(&bed.ground, &scene.owner(), at, &to).await.unwrap();
    for rest in ["", "/10/L2610", "/10/NEW/21/S%2F1?linkType=gs1:pip&x=y", "?17=271001"] {
        let path = format!("/01/{GTIN}{rest}");
        let reply = scene.get(&path).await;
        assert_eq!(reply.status, 307);
        assert_eq!(reply.location.unwrap(), format!("https://id.example.vn/r{path}"));
        let link = reply.headers["link"].to_str().unwrap();
        assert!(link.contains("rel=\"https://ref.gs1.org/voc/handledBy\""), "{link}");
    }
    // By its own key too; other items stay.
    let own = format!("/p/{}/10/L2610", scene.item.code);
    assert_eq!(scene.leads(&own, &[]).await, format!("https://id.example.vn/r{own}"));
    let here = scene.leads(&format!("/p/{}", other.code), &[]).await;
    assert_eq!(here, format!("{}/l/{}", scene.root, other.code));
    // What is wrong stays wrong.
    assert_eq!(scene.get("/01/08935001700006").await.status, 400);
    let document = scene.linkset(&format!("/01/{GTIN}/10/L2610")).await;
    let level = &document["linkset"][0];
    let there = format!("https://id.example.vn/r/01/{GTIN}/10/L2610");
    assert_eq!(level["https://ref.gs1.org/voc/handledBy"][0]["href"], there);
    assert_eq!(level["https://ref.gs1.org/voc/defaultLink"][0]["href"], there);
    take_back(&bed.ground, &scene.owner(), at).await.unwrap();
    assert_eq!(scene.leads(&format!("/01/{GTIN}"), &[]).await, scene.page(""));
    let refused = take_back(&bed.ground, &scene.owner(), at).await.unwrap_err();
    assert_eq!(refused.code, "link-not-handed-over");
});

both!(leaving_warns_first_and_takes_another_resolver_alone, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (owner, path) = (scene.owner(), format!("{}/handover", scene.links()));
    let page = scene.house.get(&owner, &path).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Xin đọc trước khi giao"), "{}", page.text);
    for (root, understood, says) in [
        ("https://id.example.vn", "", "Đánh dấu ô này"),
        ("http://id.example.vn", "yes", "phải bắt đầu bằng https://"),
        ("javascript:alert(1)", "yes", "phải bắt đầu bằng https://"),
        ("https://id.example.vn/?x=1", "yes", "không phải địa chỉ"),
        ("https://user@id.example.vn", "yes", "không phải địa chỉ"),
        ("https://localhost", "yes", "không phải địa chỉ"),
    ] {
        let reply =
            scene.house.post(&owner, &path, &[("resolver_root", root), ("understood", understood)]).await;
        assert_eq!(reply.status, 422, "{root}");
        assert!(reply.text.contains(says), "{root}: {}", reply.text);
    }
    let form = [("resolver_root", "https://id.example.vn/"), ("understood", "yes")];
    let reply = scene.house.post(&owner, &path, &form).await;
    assert_eq!((reply.status.as_u16(), reply.location.unwrap()), (303, scene.links()));
    assert_eq!(scene.leads(&format!("/01/{GTIN}"), &[]).await, format!("https://id.example.vn/01/{GTIN}"));
    let list = scene.house.get(&owner, &scene.links()).await.text;
    assert!(list.contains("https://id.example.vn") && list.contains("Lấy lại"));
    let reply = scene.house.post(&owner, &format!("{path}/end"), &[]).await;
    assert_eq!(reply.status, 303);
    assert_eq!(scene.leads(&format!("/01/{GTIN}"), &[]).await, scene.page(""));
});
