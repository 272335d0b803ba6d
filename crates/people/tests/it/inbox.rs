//! The inbox: the most pressing first, each thing once, nothing that is not asked for.

use ground::actor::PlaceId;
use ground::both;
use ground::testing::Bed;
use ground::{Actor, Day};
use people::inbox::{Source, Task, Urgency};
use people::testing::officer;
use std::pin::Pin;
use web::Here;
use web::testing::House;

use crate::caller::{ROOMS, rules};

fn task(title: &str, group: Urgency, due: Option<(i8, i8)>) -> Task {
    Task {
        title: title.to_owned(),
        detail: "HTX nông nghiệp Tân Tây".to_owned(),
        href: format!("/x/{}", title.len()),
        action: "Kiểm tra".to_owned(),
        due: due.map(|(day, month)| Day::new(2026, month, day).unwrap()),
        group,
        subject: title.to_owned(),
    }
}

fn some(here: &Here) -> Pin<Box<dyn Future<Output = ground::Result<Vec<Task>>> + Send + '_>> {
    let _ = here;
    Box::pin(async {
        Ok(vec![
            task("Chờ phiếu kiểm nghiệm", Urgency::Waiting, None),
            task("Kiểm tra hồ sơ Sa Đéc Tửu", Urgency::Soon, Some((19, 10))),
            task("Xem lại hồ sơ", Urgency::Mine, None),
        ])
    })
}

fn late(here: &Here) -> Pin<Box<dyn Future<Output = ground::Result<Vec<Task>>> + Send + '_>> {
    let _ = here;
    Box::pin(async {
        Ok(vec![
            task("Báo cáo của phường", Urgency::Late, Some((12, 10))),
            task("Xem lại hồ sơ", Urgency::Mine, None),
        ])
    })
}

const SOURCES: &[Source] = &[some, late];

both!(the_most_late_task_is_the_first_and_days_are_working_days, rules(), ROOMS, async |bed: &Bed| {
    let van = officer(bed, PlaceId(bed.ground.clock.new_id()), "Vân").await;
    let house = House::new(bed.ground.clone(), ROOMS, people::routes(SOURCES, people::role::no_scopes));
    let page: serde_json::Value = serde_json::from_str(&house.json(&van, "/inbox").await.text).unwrap();
    assert_eq!(page["first"]["title"], "Báo cáo của phường");
    assert_eq!(page["first"]["tag"]["text"], "Quá hạn 2 ngày làm việc");
    assert_eq!(page["today"], "Thứ Tư, 14/10/2026");
    assert_eq!(
        page["state"],
        "1 việc quá hạn, 1 việc sắp đến hạn, 1 việc cần làm, 1 việc đang chờ người khác"
    );
    let groups: Vec<_> = page["groups"].as_array().unwrap().iter().map(|g| g["key"].clone()).collect();
    assert_eq!(groups, ["soon", "mine", "waiting"]);
    // 17 and 18 October are a weekend.
    assert_eq!(page["groups"][0]["rows"][0]["tag"]["text"], "Còn 3 ngày làm việc");
    assert_eq!(page["groups"][1]["rows"].as_array().unwrap().len(), 1, "one thing is listed once");
});

both!(an_empty_inbox_says_so, rules(), ROOMS, async |bed: &Bed| {
    let van = officer(bed, PlaceId(bed.ground.clock.new_id()), "Vân").await;
    let house = House::new(bed.ground.clone(), ROOMS, people::routes(&[], people::role::no_scopes));
    assert!(house.get(&van, "/inbox").await.text.contains("Hôm nay không có việc nào."));
    let visitor = house.get(&Actor::anonymous(), "/inbox").await;
    assert_eq!(visitor.location.as_deref(), Some("/sign-in?next=%2Finbox"));
});
