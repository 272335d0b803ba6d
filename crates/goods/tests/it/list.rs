//! Lists in, recipes, and what they notice.

use goods::entry::{EntryKind, Quantity, Side, WhichLot, import, log};
use goods::item::Unit;
use goods::recipe::{Details, Part, keep};
use ground::both;
use ground::testing::Bed;
use register::grid::Grid;

use crate::bed::{ROOMS, Scene, entry, hear, product_lot, rules, side, stock};

const GOOD: &str = "Việc;Ngày;Hàng;Số lô;Số lượng;Đơn vị;Dùng từ lô;Bên kia\n\
    Mua vào;12/10/2026;Gạo;G1;100;kg;;Chợ Sa Đéc\n\
    Mua vào;12/10/2026;Men;M1;0,5;kg;;Chợ Sa Đéc\n\
    Chế biến;13/10/2026;Sa Đéc Tửu;T9;40;lít;G1 80; \n\
    bán lẻ;13/10/2026;Sa Đéc Tửu;T9;2;lít;;\n";

async fn imported(bed: &Bed, scene: &Scene, text: &str, dry: bool) -> goods::entry::ImportReport {
    let grid = Grid::read(text.as_bytes()).unwrap();
    let words = &scene.house.app.words;
    import(&bed.ground, &scene.owner, words, (scene.maker.id, &grid), dry).await.unwrap()
}

async fn entries(scene: &Scene) -> usize {
    let text = scene.house.get(&scene.owner, &format!("/goods/{}", scene.maker.id)).await.text;
    text.matches("<li class=\"row\">").count()
}

both!(a_list_comes_in_whole_and_only_once, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let dry = imported(bed, &scene, GOOD, true).await;
    assert_eq!((dry.entries, dry.bad), (4, Vec::new()));
    assert_eq!(entries(&scene).await, 0, "a dry run writes nothing");
    assert_eq!(imported(bed, &scene, GOOD, false).await.entries, 4);
    assert_eq!(entries(&scene).await, 4);
    let again = imported(bed, &scene, GOOD, false).await;
    assert_eq!((again.entries, again.known), (0, 4));
    assert_eq!(entries(&scene).await, 4);
    hear(bed).await;
    let book = scene.house.get(&scene.owner, &format!("/goods/{}", scene.maker.id)).await.text;
    assert!(book.contains("Sa Đéc Tửu, lô T9") && book.contains("38\u{a0}lít"), "{book}");
});

both!(every_bad_cell_is_named_and_then_nothing_is_kept, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let bad = GOOD
        .replace("100;kg", "nhiều;kg")
        .replace("bán lẻ", "biếu")
        .replace("12/10/2026;Men", "32/10/2026;Men");
    let report = imported(bed, &scene, &bad, false).await;
    let cells: Vec<(usize, String)> =
        report.bad.iter().map(|(row, problem)| (*row, problem.field.to_string())).collect();
    for wanted in [(2, "quantity"), (3, "day"), (5, "kind")] {
        assert!(cells.contains(&(wanted.0, wanted.1.to_owned())), "{wanted:?} in {cells:?}");
    }
    assert_eq!(entries(&scene).await, 0);
    let path = format!("/goods/{}/import", scene.maker.id);
    let page = scene.house.upload(&scene.owner, &path, &[], "file", ("so.csv", bad.as_bytes())).await;
    assert!(page.text.contains("Dòng 2, cột Số lượng"), "{}", page.text);
    let template = scene.house.get(&scene.owner, &format!("{path}/template.xlsx")).await;
    assert_eq!(template.status, 200);
});

both!(a_recipe_notices_what_is_beyond_it, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    // The rice is the farmer's; a recipe of the maker's speaks of goods of its own.
    imported(bed, &scene, GOOD.lines().take(2).collect::<Vec<_>>().join("\n").as_str(), false).await;
    let items = goods::item::of_producer(&bed.ground.reader(), scene.maker.id).await.unwrap();
    let own = items.iter().find(|item| item.name == "Gạo").unwrap();
    let of = |text: &str| Quantity::parse(text).unwrap();
    let details = Details {
        out: (of("40"), Unit::Litre),
        tolerance: 10,
        parts: vec![Part { item: own.id, quantity: of("100"), unit: Unit::Kilogram }],
    };
    keep(&bed.ground, &scene.owner, (scene.maker.id, spirit.trade_item_id), &details).await.unwrap();
    let part = Part { item: spirit.trade_item_id, ..details.parts[0].clone() };
    let itself = Details { parts: vec![part], ..details };
    let refused = keep(&bed.ground, &scene.owner, (scene.maker.id, spirit.trade_item_id), &itself).await;
    assert_eq!(refused.unwrap_err().fields[0].code, "goods-made-of-itself");
    let code = goods::lot::LotCode::parse("G1").unwrap();
    let lot = goods::lot::by_code(&bed.ground.reader(), own.id, &code).await.unwrap().unwrap();
    let batch = |key: &str, litres: &str| {
        let lines = vec![
            side(Side::In, WhichLot::Known(lot.id), "50", Unit::Kilogram),
            side(Side::Out, product_lot(scene.spirit.id, key), litres, Unit::Litre),
        ];
        entry(key, EntryKind::Process, 13, lines)
    };
    log(&bed.ground, &scene.owner, scene.maker.id, &batch("B1", "22")).await.unwrap();
    let beyond = log(&bed.ground, &scene.owner, scene.maker.id, &batch("B2", "23")).await.unwrap_err();
    assert_eq!(beyond.fields[0].code, "goods-beyond-recipe");
    assert_eq!(beyond.fields[0].params, [("most", "22".to_owned())]);
    assert_eq!(stock(bed, &scene.maker, rice.id).await, (200_000, 200_000));
});
