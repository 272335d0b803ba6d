//! A list of units may be imported ahead of its day: what is copied from the register turns when the day comes.

use certificate::testing::{card, certificate};
use dossier::application::{Kind, NewApplication};
use dossier::testing::places;
use ground::jobs::{Registry, due_now};
use ground::testing::{Bed, system};
use ground::{Day, both};
use register::grid::Grid;
use register::place::{Place, by_code, import::import};
use register::testing::{producer, product};

use crate::bed::{ROOMS, day, rules};

async fn listed(bed: &Bed, titled: &str, on: Day) {
    let list = format!("province_code,province,commune_code,type,name\n82,Tỉnh Đồng Tháp,29905,{titled}\n");
    import(&bed.ground, &system(), &Grid::read(list.as_bytes()).unwrap(), on).await.unwrap();
}

async fn ward(bed: &Bed, on: Day) -> Place {
    by_code(&bed.ground.reader(), "29905", on).await.unwrap()
}

/// Does everything that is due.
async fn settle(bed: &Bed) {
    let workers = ROOMS.iter().flat_map(|room| room.workers).copied();
    let registry = Registry::new(workers, ROOMS.iter().flat_map(|room| room.subscribers).copied());
    while due_now(&bed.ground, &registry).await.unwrap() {}
}

both!(what_a_list_says_of_a_later_day_is_heard_on_that_day, rules(), ROOMS, async |bed: &Bed| {
    listed(bed, "Phường,Một", day("2020-01-01")).await;
    let old = ward(bed, day("2026-10-14")).await;
    let maker = producer(bed, &old, "HTX Tân Tây").await;
    let tuu = product(bed, &maker, 14, "Tửu").await;
    let province = by_code(&bed.ground.reader(), "82", day("2026-10-14")).await.unwrap();
    let certificate = certificate(bed, &tuu, &province, day("2026-10-14")).await;
    let new = NewApplication { product: tuu.id, kind: Kind::First };
    let application = dossier::application::open(&bed.ground, &system(), new).await.unwrap();
    let lies_in =
        async |place: &Place| places(bed, &application).await.iter().any(|row| row.place_id == place.id);
    let shown = async || serde_json::to_string(&card(bed, &certificate).await.place).unwrap();

    listed(bed, "Phường,Hai", day("2027-01-01")).await;
    let next = ward(bed, day("2027-01-01")).await;
    for eve in [(2026, 10, 14), (2026, 12, 31)] {
        bed.on(eve.0, eve.1, eve.2);
        settle(bed).await;
        assert!(!lies_in(&next).await && !shown().await.contains("Hai"), "{eve:?}");
    }
    bed.on(2027, 1, 1);
    settle(bed).await;
    assert!(lies_in(&next).await && lies_in(&old).await);
    assert!(shown().await.contains("Hai"), "{}", shown().await);

    // What is in force already turns at once.
    bed.on(2027, 3, 1);
    listed(bed, "Phường,Ba", day("2027-02-01")).await;
    settle(bed).await;
    assert!(lies_in(&ward(bed, day("2027-03-01")).await).await);
    assert!(shown().await.contains("Ba"), "{}", shown().await);
});
