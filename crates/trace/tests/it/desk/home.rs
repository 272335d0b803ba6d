//! The overview.

use ground::Actor;

use super::bed::{Desk, seen};
use crate::rest::bed::document;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    the_overview_tells_addresses_limits_and_no_key
    nobody_else_comes_in
}

async fn the_overview_tells_addresses_limits_and_no_key(place: &Place) {
    let desk = Desk::at(place).await;
    let empty = desk.page(&desk.other, "/repository").await;
    assert!(empty.contains("Chưa có sự kiện nào của chủ thể"), "{empty}");
    desk.program_of(&desk.owner)
        .await
        .post("/epcis/capture", document(&[seen("A1", 0), seen("A2", 1)]))
        .await;
    let page = desk.page(&desk.owner, "/repository").await;
    for words in [
        "/epcis/capture",
        "/epcis/events",
        "/epcis/queries",
        "/trace",
        "/openapi.json",
        "$SEN_KEY",
        "5.000",
        "HTX Tân Tây",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(
        page.contains("<strong>2</strong>") && !page.contains("sen_") && !page.contains("href=\"/keys\""),
        "{page}"
    );
    let all = desk.page(&desk.administrator, "/repository").await;
    assert!(all.contains("href=\"/keys\"") && all.contains("Số bên ghi"), "{all}");
}

async fn nobody_else_comes_in(place: &Place) {
    let desk = Desk::at(place).await;
    for path in ["/repository", "/repository/jobs", "/repository/events", "/repository/queries"] {
        assert_eq!(desk.status(&desk.stranger, path).await, 403, "{path}");
        let visitor = desk.house.get(&Actor::anonymous(), path).await;
        assert_eq!(visitor.status, 303, "{path}");
        assert!(visitor.location.unwrap().starts_with("/sign-in?next="));
    }
}
