//! The pages by which a producer keeps its links, and what they refuse.

use goods::link::of_item;
use ground::testing::Bed;
use ground::{Actor, Role, both};
use register::testing::{owner, person, producer};

use super::bed::{GTIN, ROOMS, Scene, a_link, rules, trade_item};

const GOOD: [(&str, &str); 4] = [
    ("link_type", "recipeInfo"),
    ("href", "https://htx.example/cach-pha"),
    ("title", "Cách pha rượu Sa Đéc"),
    ("hreflang", "vi, en"),
];

fn with<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    GOOD.into_iter().filter(|(known, _)| *known != name).chain([(name, value)]).collect()
}

both!(a_link_is_added_edited_and_removed, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (owner, list) = (scene.owner(), scene.links());
    let page = scene.house.get(&owner, &format!("{list}/new")).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Công thức nấu") && !page.text.contains("value=\"recallStatus\""));
    let reply = scene.house.post(&owner, &format!("{list}/new"), &with("lot", "l2610")).await;
    assert_eq!(
        (reply.status.as_u16(), reply.location.as_deref()),
        (303, Some(list.as_str())),
        "{}",
        reply.text
    );
    let rows = of_item(&bed.ground.reader(), scene.item.id).await.unwrap();
    assert_eq!(rows[0].hreflang.as_deref(), Some("vi en"));
    assert_eq!(rows[0].lot_id, Some(scene.lot.id));
    let shown = scene.house.get(&owner, &list).await.text;
    for text in ["Cách pha rượu Sa Đéc", "lô L2610", GTIN, "https://htx.example/cach-pha"] {
        assert!(shown.contains(text), "{text} is not in {shown}");
    }
    let one = format!("{list}/{}", rows[0].id);
    let form = scene.house.get(&owner, &format!("{one}/edit")).await;
    assert!(form.text.contains("value=\"L2610\"") && form.text.contains("value=\"vi en\""), "{}", form.text);
    let reply =
        scene.house.post(&owner, &format!("{one}/edit"), &with("href", "https://htx.example/moi")).await;
    assert_eq!(reply.status, 303);
    let location = scene.leads(&format!("/01/{GTIN}?linkType=gs1:recipeInfo"), &[]).await;
    assert!(location.starts_with("https://htx.example/moi?"));
    let reply = scene.house.post(&owner, &format!("{one}/remove"), &[]).await;
    assert_eq!(reply.status, 303);
    assert_eq!(scene.get(&format!("/01/{GTIN}?linkType=gs1:recipeInfo")).await.status, 404);
});

both!(
    an_address_that_may_not_be_shown_to_everyone_is_refused_at_its_field,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (owner, path) = (scene.owner(), format!("{}/new", scene.links()));
        let long = format!("https://htx.example/{}", "a".repeat(2_100));
        let back = format!("https://{}/01/{GTIN}", scene.root.split_once("://").unwrap().1);
        for (field, value, says) in [
            ("href", "", ""),
            ("href", "http://htx.example/", "phải bắt đầu bằng https://"),
            ("href", "javascript:alert(1)", "phải bắt đầu bằng https://"),
            ("href", "data:text/html,x", "phải bắt đầu bằng https://"),
            ("href", "//htx.example/", "phải bắt đầu bằng https://"),
            ("href", "https://htx.example/a b", "không phải địa chỉ"),
            ("href", "https://htx.example/\"><script>", "không phải địa chỉ"),
            ("href", "https://user:pass@htx.example/", "không phải địa chỉ"),
            ("href", "https://rượu.example/", "không phải địa chỉ"),
            ("href", "https:///x", "không phải địa chỉ"),
            ("href", &long, "2"),
            ("href", &back, "dẫn ngược"),
            ("link_type", "recallStatus", ""),
            ("link_type", "defaultLink", ""),
            ("link_type", "handledBy", ""),
            ("link_type", "nothing", ""),
            ("title", "", ""),
            ("hreflang", "vietnamese", "hai chữ"),
            ("media_type", "pdf", "text/html"),
            ("context", "Việt", "không dấu"),
            ("lot", "NOSUCH", "Không có lô"),
        ] {
            let reply = scene.house.post(&owner, &path, &with(field, value)).await;
            assert_eq!(reply.status, 422, "{field} {value}");
            assert!(reply.text.contains(&format!("f-{field}-error")), "{field} {value}: {}", reply.text);
            assert!(reply.text.contains(says), "{field} {value} should say {says}");
            assert!(!reply.text.contains("problem-"), "{field} {value}");
        }
        let mut for_everyone = with("hreflang", "");
        for_everyone.push(("is_default", "yes"));
        let reply = scene.house.post(&owner, &path, &for_everyone).await;
        assert_eq!(reply.status, 422);
        assert!(reply.text.contains("f-is_default-error"));
        assert!(of_item(&bed.ground.reader(), scene.item.id).await.unwrap().is_empty());
    }
);

both!(an_item_has_so_many_links_and_no_more, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for n in 0..50 {
        scene.add(bed, a_link("homepage".parse().unwrap(), &format!("https://htx.example/{n}"), &[])).await;
    }
    let reply = scene.house.post(&scene.owner(), &format!("{}/new", scene.links()), &GOOD).await;
    assert_eq!(reply.status, 409);
    assert!(reply.text.contains("nhiều nhất 50"), "{}", reply.text);
});

both!(links_are_kept_by_the_producers_own_people_alone, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let link = scene.add(bed, a_link("homepage".parse().unwrap(), "https://htx.example/", &[])).await;
    let stranger = owner(8, &producer(bed, &scene.places.sa_dec, "HTX khác").await);
    let officer = person(9, Role::Officer, &scene.places.sa_dec);
    let list = scene.links();
    assert_eq!(scene.house.get(&scene.owner(), &list).await.status, 200);
    let seen = scene.house.get(&officer, &list).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.text.contains(&format!("{list}/new")));
    for actor in [&stranger, &Actor::anonymous()] {
        let reply = scene.house.get(actor, &list).await;
        assert!([303, 404].contains(&reply.status.as_u16()), "{}", reply.status);
    }
    for way in
        ["new", "handover", "handover/end", &format!("{}/edit", link.id), &format!("{}/remove", link.id)]
    {
        let path = format!("{list}/{way}");
        assert_eq!(scene.house.post(&officer, &path, &GOOD).await.status, 403, "{way}");
        assert_eq!(scene.house.post(&stranger, &path, &GOOD).await.status, 404, "{way}");
    }
    // Another producer's item is not found below one's own address.
    let other = trade_item(bed, &producer(bed, &scene.places.sa_dec, "Cơ sở Ba").await, None, None, 11).await;
    let path = format!("/goods/{}/items/{}/links", scene.producer.id, other.id);
    assert_eq!(scene.house.get(&scene.owner(), &path).await.status, 404);
});

both!(the_pages_are_there_in_both_languages, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    scene.add(bed, a_link("homepage".parse().unwrap(), "https://htx.example/", &["vi"])).await;
    for lang in ["vi", "en"] {
        for way in ["", "/new", "/handover"] {
            let reply = scene.house.get(&scene.owner(), &format!("{}{way}?lang={lang}", scene.links())).await;
            assert_eq!(reply.status, 200);
            for raw in [">link-", "\"link-", " link-", "{ $", "style="] {
                assert!(!reply.text.contains(raw), "{raw} in {}", reply.text);
            }
        }
    }
});
