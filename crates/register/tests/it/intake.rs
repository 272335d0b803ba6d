//! Producers and products from a file: bad cells by name, all or nothing, look-alikes never silently.

use ground::testing::{Bed, system};
use ground::{Role, both};
use register::grid::Grid;
use register::intake::{Report, import};
use register::product::of_producer;
use register::testing::{person, producer, sa_dec};

use crate::bed::{ROOMS, day, house, rules};

const HEAD: &str = "Tên chủ thể;Loại chủ thể;Số đăng ký kinh doanh;Điện thoại;Phường, xã;Địa chỉ;Người đại diện;\
                    Tên sản phẩm;Bộ sản phẩm;Khác mục đã có (x)";

fn file(rows: &[&str]) -> String {
    format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))
}

async fn imported(bed: &Bed, actor: &ground::Actor, rows: &[&str], dry_run: bool) -> Report {
    let grid = Grid::read(file(rows).as_bytes()).unwrap();
    let house = house(bed);
    import(&bed.ground, actor, &house.app.words, &grid, dry_run).await.unwrap()
}

const GOOD: [&str; 3] = [
    "HTX Tân Tây;Hợp tác xã;51A8-1;0918000111;29905;Khóm 1;Nguyễn Văn An;Sa Đéc Tửu;14 Rượu trắng;",
    "HTX Tân Tây;Hợp tác xã;51A8-1;0918000111;29905;Khóm 1;Nguyễn Văn An;Rượu nếp than;15;",
    "Hộ Sáu;household;;0918000222;tan quy tay;Khóm 2;Trần Thị Sáu;;;",
];

both!(a_row_a_product_makes_one_producer, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let officer = person(1, Role::Officer, &places.country);
    let dry = imported(bed, &officer, &GOOD, true).await;
    assert_eq!((dry.producers, dry.known, dry.products, dry.bad.len()), (2, 0, 2, 0), "{:?}", dry.bad);
    let house = house(bed);
    assert!(!house.json(&officer, "/register/producers").await.text.contains("Hộ Sáu"));
    let real = imported(bed, &officer, &GOOD, false).await;
    assert_eq!((real.producers, real.products), (2, 2));
    let list = house.json(&officer, "/register/products").await.text;
    assert!(list.contains("Sa Đéc Tửu") && list.contains("Rượu nếp than"));
});

both!(
    a_product_is_made_where_its_producer_is_unless_the_row_says_otherwise,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let places = sa_dec(bed).await;
        let officer = person(1, Role::Officer, &places.country);
        let head = HEAD.replace("Khác mục đã có (x)", "Nơi làm ra");
        let rows = [GOOD[0].to_owned(), format!("{}tan phu dong", GOOD[1])].join("\r\n");
        let grid = Grid::read(format!("{head}\r\n{rows}\r\n").as_bytes()).unwrap();
        let house = house(bed);
        let report = import(&bed.ground, &officer, &house.app.words, &grid, false).await.unwrap();
        assert_eq!((report.products, report.bad.len()), (2, 0), "{:?}", report.bad);
        let list = house.json(&officer, "/register/products?sort=name").await.text;
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        let made: Vec<_> =
            list["rows"].as_array().unwrap().iter().map(|row| (&row["name"], &row["place"])).collect();
        assert_eq!(
            made,
            [
                (&"Rượu nếp than".into(), &"xã Tân Dương".into()),
                (&"Sa Đéc Tửu".into(), &"phường Sa Đéc".into())
            ]
        );
        let bad = format!("{head}\r\n{}Nơi Không Có\r\n", GOOD[1]);
        let grid = Grid::read(bad.as_bytes()).unwrap();
        let report = import(&bed.ground, &officer, &house.app.words, &grid, true).await.unwrap();
        assert_eq!(report.bad[0].1.field, "made_in");
    }
);

both!(bad_cells_are_named_and_nothing_is_kept, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let officer = person(1, Role::Officer, &places.country);
    let bad = [
        GOOD[0],
        "Hộ Bảy;Nhà nước;;12;Nơi Không Có;;Lê Bảy;Bánh;6;",
        "Hộ Tám;Trang trại;;;29905;Khóm 3;Lê Tám;Bánh;99;",
    ];
    let report = imported(bed, &officer, &bad, false).await;
    let named: Vec<_> = report.bad.iter().map(|(row, bad)| (*row, bad.field.as_ref(), bad.code)).collect();
    assert_eq!(
        named,
        [
            (3, "kind", "not-a-choice"),
            (3, "phone", "register-not-a-phone"),
            (3, "place", "register-no-such-commune"),
            (3, "address", "required"),
            (4, "set_number", "not-a-choice"),
        ]
    );
    assert!(!house(bed).json(&officer, "/register/producers").await.text.contains("HTX Tân Tây"));
});

both!(a_known_producer_gets_products_and_a_look_alike_is_asked_about, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let officer = person(1, Role::Officer, &places.country);
    let known = producer(bed, &places.tan_quy_tay, "HTX Tân Tây").await;
    let row = "Hợp tác xã Tân Tây;Hợp tác xã;;;29905;Khóm 1;Nguyễn Văn An;Sa Đéc Tửu;14;";
    let report = imported(bed, &officer, &[row], false).await;
    assert_eq!((report.producers, report.known, report.products), (0, 1, 1), "{:?}", report.bad);
    assert_eq!(of_producer(&bed.ground.reader(), known.id).await.unwrap().len(), 1);
    let phone = "Hộ Chín;household;;0918 123 456;29905;Khóm 1;Lê Chín;;;";
    let report = imported(bed, &officer, &[phone], false).await;
    assert_eq!(report.bad[0].1.code, "register-looks-like");
    let report = imported(bed, &officer, &[&phone.replace(";;;", ";;;x")], false).await;
    assert_eq!((report.producers, report.bad.len()), (1, 0), "{:?}", report.bad);
});

both!(an_officer_imports_into_their_own_places_only, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let elsewhere =
        "province_code,province,commune_code,type,name\n01,Thành phố Hà Nội,00004,Phường,Ba Đình\n";
    let units = Grid::read(elsewhere.as_bytes()).unwrap();
    register::place::import::import(&bed.ground, &system(), &units, day(2025, 7, 1)).await.unwrap();
    let row = |place: &str| format!("Hộ A;household;;;{place};Ấp 1;Lê A;;;");
    let officer = person(1, Role::Officer, &places.province);
    let report = imported(bed, &officer, &[&row("00004")], true).await;
    assert_eq!((report.bad[0].1.field.as_ref(), report.bad[0].1.code), ("place", "register-place-not-yours"));
    assert_eq!(imported(bed, &officer, &[&row("30214")], true).await.producers, 1);
    // A ward's officer imports for the ward and for what it was formed from, not for the next commune.
    let ward = person(2, Role::Officer, &places.sa_dec);
    assert_eq!(house(bed).get(&ward, "/register/import").await.status, 200);
    assert_eq!(imported(bed, &ward, &[&row("29905")], true).await.producers, 1);
    let report = imported(bed, &ward, &[&row("29905"), &row("30214").replace("Hộ A", "Hộ B")], false).await;
    assert_eq!((report.bad[0].0, report.bad[0].1.code), (3, "register-place-not-yours"));
    let volunteer = person(3, Role::Volunteer, &places.sa_dec);
    assert_eq!(house(bed).get(&volunteer, "/register/import").await.status, 403);
});

both!(the_template_is_read_back_and_a_file_goes_through_the_page, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let officer = person(1, Role::Officer, &places.country);
    let house = house(bed);
    let template = house.get(&officer, "/register/import/template.xlsx").await;
    assert_eq!(template.status, 200);
    let text = file(&GOOD);
    let checked = house.upload(&officer, "/register/import", &[], "file", ("r.csv", text.as_bytes())).await;
    assert_eq!(checked.status, 200);
    assert!(checked.text.contains("name=\"rows\""), "{}", checked.text);
    let done = house.post(&officer, "/register/import/confirm", &[("rows", &text)]).await;
    assert_eq!(done.location.as_deref(), Some("/register/producers"));
    let wrong = "Tên chủ thể;Cột lạ\r\nA;B\r\n";
    let again = house.upload(&officer, "/register/import", &[], "file", ("r.csv", wrong.as_bytes())).await;
    assert_eq!(again.status, 422);
    assert!(again.text.contains("Cột lạ"));
});
