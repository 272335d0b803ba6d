//! Named queries at the desk.

use ground::testing::system;
use serde_json::json;

use super::bed::{Desk, link, seen};
use crate::rest::bed::document;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_query_tells_what_it_asks_and_what_it_finds
    a_query_is_removed_by_its_owner_and_by_whoever_runs_the_repository
    a_subscription_tells_where_it_sends_and_ends_at_the_desk
}

const NAME: &str = "xuất hàng? tuần này";

async fn kept(desk: &Desk) -> String {
    let program = desk.program_of(&desk.owner).await;
    let mut packed = seen("A2", 1);
    packed["bizStep"] = json!("packing");
    program.post("/epcis/capture", document(&[seen("A1", 0), packed])).await;
    let query = json!({ "name": NAME, "query": { "EQ_bizStep": ["shipping", "receiving"] } });
    let reply = program.post("/epcis/queries", query.to_string()).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    let list = desk.page(&desk.member, "/repository/queries").await;
    assert!(list.contains("EQ_bizStep = ") && list.contains("shipping | "), "{list}");
    link(&list, "/repository/queries/")
}

async fn a_query_tells_what_it_asks_and_what_it_finds(place: &Place) {
    let desk = Desk::at(place).await;
    let path = kept(&desk).await;
    for actor in [&desk.owner, &desk.member, &desk.administrator] {
        let page = desk.page(actor, &path).await;
        assert!(page.contains(NAME) && page.contains("HTX Tân Tây"), "{page}");
        assert_eq!(page.matches("href=\"/repository/events/").count(), 1, "{page}");
        let tried = desk.page(actor, &link(&page, "/repository/events?")).await;
        assert_eq!(tried.matches("href=\"/repository/events/").count(), 1, "{tried}");
    }
    assert_eq!(desk.status(&desk.other, &path).await, 404);
    assert_eq!(desk.status(&desk.stranger, &path).await, 403);
    let theirs = desk.page(&desk.other, "/repository/queries").await;
    assert!(!theirs.contains("href=\"/repository/queries/"), "{theirs}");
}

async fn a_query_is_removed_by_its_owner_and_by_whoever_runs_the_repository(place: &Place) {
    let desk = Desk::at(place).await;
    for by in [&desk.owner, &desk.administrator] {
        let path = kept(&desk).await;
        let remove = format!("{path}/remove");
        for (actor, wanted) in [(&desk.other, 404), (&desk.member, 403), (&desk.stranger, 403)] {
            assert_eq!(desk.status(actor, &remove).await, wanted);
            assert_eq!(desk.house.post(actor, &remove, &[]).await.status, wanted);
        }
        let asked = desk.page(by, &link(&desk.page(by, &path).await, &remove)).await;
        assert!(asked.contains("Xóa hẳn") && asked.contains(NAME), "{asked}");
        let reply = desk.house.post(by, &remove, &[]).await;
        assert_eq!((reply.status.as_u16(), reply.location.as_deref()), (303, Some("/repository/queries")));
        assert_eq!(desk.status(by, &path).await, 404);
        assert_eq!(desk.house.post(by, &remove, &[]).await.status, 404);
        let told = ground::journal::recent(&desk.repository.bed.ground.reader(), &system()).await.unwrap();
        let entry = told.first().unwrap();
        assert!(entry.intent.starts_with("remove-") && entry.words["name"] == NAME, "{entry:?}");
    }
}

async fn a_subscription_tells_where_it_sends_and_ends_at_the_desk(place: &Place) {
    let desk = Desk::at(place).await;
    let path = kept(&desk).await;
    let escaped = path.rsplit_once('/').unwrap().1;
    let subscriptions = format!("/epcis/queries/{escaped}/subscriptions");
    let program = desk.program_of(&desk.owner).await;
    let wish = json!({ "dest": "http://127.0.0.1:9/hook", "signatureToken": "bí mật riêng", "stream": true });
    let reply = program.post(&subscriptions, wish.to_string()).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    let page = desk.page(&desk.member, &path).await;
    assert!(page.contains("http://127.0.0.1:9/hook") && page.contains("Ngay khi có sự kiện"), "{page}");
    assert!(!page.contains("bí mật riêng") && !page.contains("/subscriptions/"), "the owner removes: {page}");
    let remove = link(&desk.page(&desk.owner, &path).await, &format!("{path}/subscriptions/"));
    for (actor, wanted) in [(&desk.other, 404), (&desk.member, 403)] {
        assert_eq!(desk.status(actor, &remove).await, wanted);
        assert_eq!(desk.house.post(actor, &remove, &[]).await.status, wanted);
    }
    assert!(desk.page(&desk.owner, &remove).await.contains("thôi gửi tới http://127.0.0.1:9/hook"));
    let reply = desk.house.post(&desk.owner, &remove, &[]).await;
    assert_eq!((reply.status.as_u16(), reply.location.as_deref()), (303, Some(path.as_str())));
    assert!(program.get(&subscriptions).await.json().as_array().unwrap().is_empty());
    assert_eq!(desk.status(&desk.owner, &remove).await, 404);
}
