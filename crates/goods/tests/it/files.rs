//! Lists as files to keep.

use goods::entry::{EntryKind, WhichLot, withdraw};
use goods::recall::{NewRecall, decide};
use ground::both;
use ground::testing::Bed;
use register::grid::Grid;

use crate::bed::{ROOMS, Scene, entry, logged, of, rules};

both!(a_list_is_the_same_as_csv_and_as_a_workbook, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, _) = scene.spirit_of_rice(bed).await;
    let (owner, book) = (&scene.farmer_owner, format!("/goods/{}", scene.farmer.id));
    let mut sell = entry("sell", EntryKind::Sell, 14, vec![of(WhichLot::Known(rice.id), "1.200,5")]);
    sell.is_confirmed = true;
    let sell = logged(bed, owner, &scene.farmer, sell).await;
    withdraw(&bed.ground, owner, (scene.farmer.id, sell.id), "nhầm lô").await.unwrap();
    let new = NewRecall { reason: "thử".into(), decided_by: "Sở".into(), is_drill: false };
    let recall = decide(&bed.ground, owner, (scene.farmer.id, rice.id), &new).await.unwrap();
    for (path, rows) in [
        (format!("{book}/entries"), 3),
        (format!("{book}/scans"), 0),
        ("/goods/overview".to_owned(), 1),
        (format!("/recalls/{}/receivers", recall.id), 1),
        ("/inspections".to_owned(), 0),
    ] {
        let (status, csv) = scene.house.get_bytes(owner, &format!("{path}.csv")).await;
        let (also, xlsx) = scene.house.get_bytes(owner, &format!("{path}.xlsx")).await;
        assert_eq!((status, also), (200, 200), "{path}");
        assert!(xlsx.starts_with(b"PK"), "{path}");
        let (csv, xlsx) = (read(&csv), read(&xlsx));
        assert_eq!(csv, xlsx, "{path}");
        assert_eq!(csv.map_or(0, |(rows, _)| rows), rows, "{path}");
    }
    let logbook = scene.house.get(owner, &book).await.text;
    assert!(logbook.contains(&format!("{book}/entries.xlsx")), "{logbook}");
    let file = scene.house.get(owner, &format!("{book}/entries.csv")).await;
    assert_eq!(file.headers["cache-control"], "private, no-store");
    let first = file.text.lines().nth(1).unwrap();
    assert!(first.starts_with("14/10/2026 · 8:00,Bán lẻ,Lô,Nếp ngỗng,NEP1,\"1.200,5\",kg,"), "{first}");
    assert!(first.ends_with(",Ba Đồng,nhầm lô"), "{first}");
    for path in [format!("{book}/entries.xlsx"), format!("{book}/scans.csv")] {
        assert_eq!(scene.house.get(&scene.owner, &path).await.status, 404, "{path}");
    }
    let stranger = ground::Actor::anonymous();
    assert_eq!(scene.house.get(&stranger, "/goods/overview.xlsx").await.status, 303);
});

// The rows of a file that has any.
fn read(bytes: &[u8]) -> Option<(usize, String)> {
    let grid = Grid::read(bytes).ok()?;
    Some((grid.rows().len(), grid.as_csv().unwrap()))
}
