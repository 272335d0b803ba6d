//! Products: in a set of the pack in force, warned of look-alikes, found by name, producer, set, group and place.

use ground::testing::Bed;
use ground::{Role, both};
use register::grid::Grid;
use register::product::load;
use register::testing::{owner, person, producer, product, sa_dec};

use crate::bed::{ROOMS, house, key, rules};

both!(a_product_is_added_in_a_set_of_the_pack_in_force, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.sa_dec);
    let path = format!("/register/products/new?producer={}", maker.id);
    let shown = house.get(&officer, &path).await;
    assert!(shown.text.contains("14 Rượu trắng"), "{}", shown.text);
    let form = [("name", "Sa Đéc Tửu"), ("set_number", "14"), ("unit", "chai 500 ml"), ("place", "29905")];
    let done = house.post(&officer, &path, &form).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let stored = load(&bed.ground.reader(), key(done.location.as_ref()).parse().unwrap()).await.unwrap();
    assert_eq!((stored.set_number, stored.place_id), (14, places.sa_dec.id));
    let page = house.get(&officer, done.location.as_ref().unwrap()).await;
    assert!(page.text.contains("Sa Đéc Tửu") && page.text.contains("14 Rượu trắng"));
    for set in ["27", "0", "x", ""] {
        let form = [("name", "Khác"), ("set_number", set), ("place", "29905")];
        assert_eq!(house.post(&officer, &path, &form).await.status, 422, "{set}");
    }
});

both!(the_same_product_again_is_shown_before_saving, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let known = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.sa_dec);
    let path = format!("/register/products/new?producer={}", maker.id);
    let mut form = vec![("name", "sa dec tuu"), ("set_number", "14"), ("place", "29905")];
    let warned = house.post(&officer, &path, &form).await;
    assert_eq!(warned.status, 422);
    assert!(warned.text.contains("Sa Đéc Tửu"));
    let ticked = known.id.to_string();
    form.push(("distinct", &ticked));
    assert_eq!(house.post(&officer, &path, &form).await.status, 303);
});

both!(
    a_product_registered_before_a_merger_looks_like_one_of_the_commune_of_today,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let places = sa_dec(bed).await;
        let old = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
        product(bed, &old, 14, "Sa Đéc Tửu").await;
        let elsewhere = producer(bed, &places.tan_phu_dong, "Cơ sở Tân Dương").await;
        product(bed, &elsewhere, 14, "Rượu nếp than").await;
        let maker = producer(bed, &places.tan_quy_dong, "Cơ sở Bến Sen").await;
        let house = house(bed);
        let officer = person(1, Role::Officer, &places.sa_dec);
        let path = format!("/register/products/new?producer={}", maker.id);
        let form = |name, set| [("name", name), ("set_number", set), ("place", "29905")];
        let warned = house.post(&officer, &path, &form("sa dec tuu", "14")).await;
        assert_eq!(warned.status, 422);
        assert!(warned.text.contains("xã Tân Quy Tây"), "{}", warned.text);
        assert_eq!(house.post(&officer, &path, &form("Sa Đéc Tửu", "15")).await.status, 303);
        assert_eq!(house.post(&officer, &path, &form("Rượu nếp than", "14")).await.status, 303);
    }
);

both!(a_lost_update_of_a_product_shows_both_values, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let known = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let house = house(bed);
    let (officer, owner) = (person(1, Role::Officer, &places.sa_dec), owner(2, &maker));
    let path = format!("/register/products/{}/edit", known.id);
    let form = |story| {
        [("name", "Sa Đéc Tửu"), ("set_number", "14"), ("place", "29905"), ("story", story), ("version", "1")]
    };
    assert_eq!(house.post(&owner, &path, &form("Nấu từ nếp than")).await.status, 303);
    let clash = house.post(&officer, &path, &form("Nấu từ nếp thơm")).await;
    assert_eq!(clash.status, 409);
    assert!(clash.text.contains("nếp than") && clash.text.contains("nếp thơm"));
    assert_eq!(load(&bed.ground.reader(), known.id).await.unwrap().story.as_deref(), Some("Nấu từ nếp than"));
});

both!(a_list_is_searched_filtered_and_sorted, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let old = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let new = producer(bed, &places.tan_duong, "Cơ sở Bột Gạo").await;
    product(bed, &old, 14, "Sa Đéc Tửu").await;
    product(bed, &new, 6, "Hủ tiếu khô").await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.province);
    let found = async |query: &str| {
        let text = house.json(&officer, &format!("/register/products?{query}")).await.text;
        (text.find("Sa Đéc Tửu").is_some(), text.find("Hủ tiếu khô").is_some())
    };
    assert_eq!(found("q=sa+dec").await, (true, false));
    assert_eq!(found("q=bot+gao").await, (false, true));
    assert_eq!(found("set=14").await, (true, false));
    assert_eq!(found("set=group:I").await, (false, true));
    assert_eq!(found("set=group:II").await, (true, false));
    assert_eq!(found("place=tan+quy+tay").await, (true, false));
    let text = house.json(&officer, "/register/products?sort=-set").await.text;
    assert!(text.find("Sa Đéc Tửu") < text.find("Hủ tiếu khô"));
    let csv = house.get(&officer, "/register/products.csv?sort=set").await.text;
    let sheet = Grid::read(csv.as_bytes()).unwrap();
    let columns = ["Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Nơi làm ra", "Tên cũ của nơi làm ra"]
        .map(|name| sheet.column(&[name]).unwrap());
    let lines: Vec<_> = sheet.rows().iter().map(|row| columns.map(|at| row.cell(Some(at)))).collect();
    let rice = ["Hủ tiếu khô", "Cơ sở Bột Gạo", "6 Chế biến từ gạo, ngũ cốc", "xã Tân Dương", ""];
    let spirit =
        ["Sa Đéc Tửu", "HTX nông nghiệp Tân Tây", "14 Rượu trắng", "phường Sa Đéc", "xã Tân Quy Tây"];
    assert_eq!(lines, [rice, spirit], "{csv}");
    let anonymous = house.get(&ground::Actor::anonymous(), "/register/products").await;
    assert_eq!(anonymous.status, 303);
    assert!(anonymous.location.unwrap().starts_with("/sign-in"));
});
