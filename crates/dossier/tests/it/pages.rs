//! Pages: the dossier, the list and its CSV.

use dossier::testing::{self, cast, cite, paper, pdf};
use ground::testing::Bed;
use ground::both;

use crate::{ROOMS, house, rules};

both!(the_page_shows_the_verdict_of_today_and_the_way_up, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let house = house(bed);
    let path = format!("/dossiers/{}", draft.id);
    let blank = house.get(&cast.owner, &path).await;
    assert_eq!(blank.status, 200, "{}", blank.text);
    for words in ["Nếu chấm hôm nay", "Đường ngắn nhất tới 3 sao", "Nguyên văn quyết định", "id=\"c-1-4\"", "Chưa chọn mức"] {
        assert!(blank.text.contains(words), "{words}");
    }
    testing::mark_all(bed, &cast.owner, draft.id).await;
    let contract = paper(bed, &cast.producer, "E03", &pdf("a"), None).await;
    cite(bed, &cast.owner, draft.id, "1.4", contract).await;
    let full = house.get(&cast.owner, &path).await.text;
    assert!(full.contains("5 sao") && full.contains("<b>100</b>"), "{full}");
    assert!(full.contains("Giấy E03") && !full.contains("Đường ngắn nhất"));
    for lang in ["vi", "en"] {
        let page = house.get(&cast.owner, &format!("{path}?lang={lang}")).await.text;
        for missing in ["dossier-", "told-", "paper-", "evidence-"] {
            assert!(!page.contains(&format!(">{missing}")), "a key without its text: {missing} in {lang}");
        }
    }
    let json = house.json(&cast.owner, &path).await.text;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["verdict"]["stars"], 5);
});

both!(a_dossier_in_procedure_is_read_only, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let filed = testing::submitted(bed, &cast).await;
    let house = house(bed);
    let page = house.get(&cast.owner, &format!("/dossiers/{}", filed.id)).await.text;
    assert!(!page.contains("data-autosave"), "nothing is written now");
    let way = house.get(&cast.officer, &format!("/dossiers/{}/procedure", filed.id)).await.text;
    assert!(way.contains("/receive\"") && way.contains("/forward\"") && way.contains("/return\""), "{way}");
    let way = house.get(&cast.owner, &format!("/dossiers/{}/procedure", filed.id)).await.text;
    assert!(!way.contains("/receive\"") && !way.contains("/return\""));
});

both!(a_comment_stands_beside_its_criterion, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let house = house(bed);
    let path = format!("/dossiers/{}/comments", draft.id);
    let said = house.post(&cast.officer, &path, &[("criterion", "1.4"), ("body", "Thiếu hợp đồng của tổ 3")]).await;
    assert_eq!(said.location, Some(format!("/dossiers/{}#c-1-4", draft.id)));
    assert!(house.get(&cast.owner, &format!("/dossiers/{}", draft.id)).await.text.contains("Thiếu hợp đồng của tổ 3"));
    assert_eq!(house.post(&cast.member, &path, &[("body", "x")]).await.status, 404);
});

both!(a_list_holds_what_one_may_see_and_its_csv_the_same, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    testing::received(bed, &cast).await;
    let other = register::testing::producer(bed, &cast.commune, "Hộ Trần Thị Mẹt").await;
    let product = register::testing::product(bed, &other, 3, "Gạo Nàng Hoa").await;
    let owner = people::testing::owner(bed, other.id, "Trần Thị Mẹt").await;
    testing::draft(bed, &testing::Cast { product, owner: owner.clone(), producer: other, ..cast.clone() }).await;
    let house = house(bed);
    let rows = async |actor: &ground::Actor, query: &str| {
        let json = house.json(actor, &format!("/dossiers{query}")).await.text;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let rows = json["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| row["product"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rows(&cast.officer, "?sort=product").await, ["Gạo Nàng Hoa", "Sa Đéc Tửu"]);
    assert_eq!(rows(&owner, "").await, ["Gạo Nàng Hoa"]);
    assert_eq!(rows(&cast.officer, "?q=sa+dec").await, ["Sa Đéc Tửu"]);
    assert_eq!(rows(&cast.officer, "?stage=draft").await, ["Gạo Nàng Hoa"]);
    assert_eq!(rows(&cast.member, "").await, [] as [&str; 0]);
    let csv = house.get(&cast.officer, "/dossiers?stage=commune&format=csv").await;
    assert!(csv.text.contains("Sa Đéc Tửu") && csv.text.contains("PĐK-82") && !csv.text.contains("Nàng Hoa"), "{}", csv.text);
    assert_eq!(house.get(&ground::Actor::anonymous(), "/dossiers").await.location.unwrap(), "/sign-in?next=%2Fdossiers");
    let page = house.get(&cast.officer, "/dossiers").await;
    assert!(page.text.contains("Sa Đéc Tửu"), "{}", page.text);
});

both!(a_dossier_is_opened_from_its_form, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let house = house(bed);
    let form = house.get(&cast.helper, "/dossiers/new").await.text;
    assert!(form.contains("Sa Đéc Tửu"), "{form}");
    let product = cast.product.id.to_string();
    let opened = house.post(&cast.helper, "/dossiers", &[("product", &product), ("kind", "first")]).await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    let wrong = house.post(&cast.helper, "/dossiers", &[("product", &product), ("kind", "sixth")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(house.post(&cast.officer, "/dossiers", &[("product", &product), ("kind", "first")]).await.status, 403);
});
