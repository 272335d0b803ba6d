//! Asking for events at the desk.

use serde_json::json;

use super::bed::{Desk, link, named, next, seen};
use crate::rest::bed::document;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    the_form_asks_and_the_answer_calls_things_by_their_names
    what_does_not_hold_is_named_and_what_was_typed_stays
    pages_go_on_by_the_address_alone
    an_event_shows_all_it_says_and_to_its_party_alone
    an_event_shows_its_grade_and_what_keeps_it_from_the_next
}

fn rows(page: &str) -> usize {
    page.matches("href=\"/repository/events/").count()
}

async fn the_form_asks_and_the_answer_calls_things_by_their_names(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    let mut packed = seen("A1", 600);
    packed["bizStep"] = json!("packing");
    packed["bizLocation"] = json!({ "id": "https://id.gs1.org/414/8930000000020" });
    let reply = program.post("/epcis/capture", named(&[seen("A1", 0), seen("A2", 1), packed])).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let all = desk.page(&desk.owner, "/repository/events").await;
    assert_eq!(rows(&all), 3, "{all}");
    assert!(all.contains("Khô cá lóc, lô A1: 20\u{a0}kg") && all.contains("Xưởng Tân Tây"), "{all}");
    assert!(all.contains("Đóng gói") && all.contains("Xuất hàng"), "{all}");
    for (asked, wanted) in [
        ("item=(01)08930000000019(10)A1", 2),
        ("item=8930000000019", 3),
        ("item=urn:epc:class:lgtin:893000.0000001.A2", 1),
        ("step=https://ref.gs1.org/cbv/BizStep-packing", 1),
        ("place=https://id.gs1.org/414/8930000000020", 1),
        ("from=2026-10-01&to=01/10/2026", 3),
        ("from=2026-10-02", 0),
        ("raw=EQ_bizStep%3Dpacking%7Cshipping%0AEQ_action%3DOBSERVE", 3),
        ("raw=EQ_action%3DADD", 0),
        ("item=8930000000019&step=https://ref.gs1.org/cbv/BizStep-packing", 1),
    ] {
        let page = desk.page(&desk.owner, &format!("/repository/events?{asked}")).await;
        assert_eq!(rows(&page), wanted, "{asked}: {page}");
    }
    // The same question as a program asks it.
    let page = desk.page(&desk.owner, "/repository/events?item=(01)08930000000019(10)A1").await;
    let (_, address) = page.split_once("GET /epcis/events?").unwrap();
    let address = address.split_once("</code>").unwrap().0;
    assert_eq!(program.get(&format!("/epcis/events?{address}")).await.events().len(), 2, "{address}");
}

async fn what_does_not_hold_is_named_and_what_was_typed_stays(place: &Place) {
    let desk = Desk::at(place).await;
    desk.program_of(&desk.owner).await.post("/epcis/capture", document(&[seen("A1", 0)])).await;
    let path =
        "/repository/events?item=kh%C3%B4+c%C3%A1&from=hom+qua&raw=EQ_bizStap%3Dshipping%0AGE_eventTime%3D1";
    let reply = desk.house.get(&desk.owner, path).await;
    assert_eq!(reply.status, 422);
    for words in [
        "EQ_bizStap",
        "GE_eventTime",
        "value=\"khô cá\"",
        "EQ_bizStap=shipping",
        "value=\"hom qua\"",
        "#f-item",
    ] {
        assert!(reply.text.contains(words), "{words} in {}", reply.text);
    }
    // More than was asked for at most is told at the parameters.
    let path = "/repository/events?raw=maxEventCount%3D0";
    let reply = desk.house.get(&desk.owner, path).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text.contains("maxEventCount") && reply.text.contains("#f-raw"), "{}", reply.text);
}

async fn pages_go_on_by_the_address_alone(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    let events: Vec<_> = (0..70).map(|n| seen(&format!("L{n}"), n)).collect();
    program.post("/epcis/capture", document(&events)).await;
    for (asked, wanted) in [
        ("step=https://ref.gs1.org/cbv/BizStep-shipping", vec![30, 30, 10]),
        ("raw=eventCountLimit%3D40%26orderBy%3DeventTime", vec![30, 10]),
    ] {
        let mut path = Some(format!("/repository/events?{asked}"));
        let mut counts = Vec::new();
        while let Some(at) = path {
            let page = desk.page(&desk.owner, &at).await;
            counts.push(rows(&page));
            path = next(&page);
        }
        assert_eq!(counts, wanted, "{asked}");
    }
}

async fn an_event_shows_its_grade_and_what_keeps_it_from_the_next(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    let mut own = seen("A1", 0);
    own["bizStep"] = json!("https://example.com/steps/drying");
    let mut pretends = seen("A2", 60);
    pretends["readPoint"] = json!({ "id": "https://id.gs1.org/414/1" });
    let reply = program.post("/epcis/capture", document(&[own, pretends, seen("A3", 120)])).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let page = async |lot: &str| {
        let list =
            desk.page(&desk.member, &format!("/repository/events?item=(01)08930000000019(10){lot}")).await;
        desk.page(&desk.member, &link(&list, "/repository/events/")).await
    };
    let own = page("A1").await;
    assert!(own.contains("Tương thích CBV") && own.contains("<code>/bizStep</code>"), "{own}");
    let pretends = page("A2").await;
    assert!(pretends.contains("không tương thích CBV") && pretends.contains("<code>/readPoint/id</code>"));
    assert!(page("A3").await.contains("Tuân thủ CBV"));
    // And the capture counts them.
    let path = reply.header("location").replace("/epcis/capture/", "/repository/jobs/");
    let job = desk.page(&desk.member, &path).await;
    let after =
        |label: &str| job.split_once(label).unwrap().1.trim_start_matches(|c: char| !c.is_ascii_digit());
    assert!(after("Trong đó tuân thủ CBV").starts_with('1'), "{job}");
    assert!(after("Trong đó chỉ tương thích CBV").starts_with('1'), "{job}");
}

async fn an_event_shows_all_it_says_and_to_its_party_alone(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    let mut event = seen("A1", 0);
    event["ex:price"] = json!("120000");
    program.post("/epcis/capture", document(&[event])).await;
    let list = desk.page(&desk.member, "/repository/events").await;
    let path = link(&list, "/repository/events/");
    let page = desk.page(&desk.member, &path).await;
    assert!(
        page.contains("120000") && page.contains("Xuất hàng") && page.contains("Đang trên đường"),
        "{page}"
    );
    assert!(page.contains("Tuân thủ CBV") && !page.contains("Vì sao chưa đạt"), "{page}");
    assert_eq!(desk.status(&desk.administrator, &path).await, 200);
    assert_eq!(desk.status(&desk.other, &path).await, 404);
    assert_eq!(desk.status(&desk.stranger, &path).await, 403);
    let elsewhere = path.replace("/events/1/", "/events/2/");
    assert_eq!(desk.status(&desk.administrator, &elsewhere).await, 404);
    assert_eq!(rows(&desk.page(&desk.other, "/repository/events").await), 0);
    // Where the item went is one click away.
    assert_eq!(rows(&desk.page(&desk.member, &link(&page, "/repository/events?")).await), 1);
}
