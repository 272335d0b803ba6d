//! Capture jobs at the desk.

use serde_json::json;

use super::bed::{Desk, link, next, seen};
use crate::rest::bed::document;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_job_tells_what_was_wrong_and_where
    a_list_of_jobs_goes_on_and_repeats_nothing
    a_job_of_another_party_is_not_found
}

async fn a_job_tells_what_was_wrong_and_where(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    program.post("/epcis/capture", document(&[seen("A1", 0)])).await;
    let mut bad = seen("A2", 1);
    bad["eventTime"] = json!("yesterday");
    let proceed = program.with("gs1-capture-error-behaviour", "proceed");
    let reply = proceed.post("/epcis/capture", document(&[seen("A3", 2), bad])).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let all = desk.page(&desk.owner, "/repository/jobs").await;
    assert!(all.contains("Trọn vẹn") && all.contains("Có lỗi"), "{all}");
    let failed = desk.page(&desk.owner, "/repository/jobs?only=errors").await;
    assert_eq!(failed.matches("<tr role=\"row\">").count(), 2, "the head and one job: {failed}");
    let job = desk.page(&desk.member, &link(&failed, "/repository/jobs/")).await;
    assert!(job.contains("/epcisBody/eventList/1/eventTime") && job.contains("yesterday"), "{job}");
    assert!(job.contains("HTX Tân Tây"), "{job}");
    // Who runs it sees whose each is.
    let mixed = desk.page(&desk.administrator, "/repository/jobs").await;
    assert_eq!(mixed.matches("data-l=\"Bên ghi\"").count(), 2, "{mixed}");
}

async fn a_list_of_jobs_goes_on_and_repeats_nothing(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    for n in 0..32 {
        desk.repository.bed.ground.clock.stand_at(desk.repository.bed.ground.clock.now().plus_seconds(60));
        program.post("/epcis/capture", document(&[seen(&format!("L{n}"), n)])).await;
    }
    let first = desk.page(&desk.owner, "/repository/jobs?party=1").await;
    let second = desk.page(&desk.owner, &next(&first).unwrap()).await;
    assert_eq!(next(&second), None);
    let hrefs = |page: &str| -> Vec<String> {
        page.split("href=\"/repository/jobs/")
            .skip(1)
            .map(|rest| rest.split_once('"').unwrap().0.to_owned())
            .collect()
    };
    let mut all = [hrefs(&first), hrefs(&second)].concat();
    assert_eq!((hrefs(&first).len(), all.len()), (30, 32));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 32);
}

async fn a_job_of_another_party_is_not_found(place: &Place) {
    let desk = Desk::at(place).await;
    let program = desk.program_of(&desk.owner).await;
    let reply = program.post("/epcis/capture", document(&[seen("A1", 0)])).await;
    let path = reply.header("location").replace("/epcis/capture/", "/repository/jobs/");
    assert_eq!(desk.status(&desk.owner, &path).await, 200);
    assert_eq!(desk.status(&desk.administrator, &path).await, 200);
    assert_eq!(desk.status(&desk.other, &path).await, 404);
    assert_eq!(desk.status(&desk.stranger, &path).await, 403);
    assert_eq!(desk.status(&desk.other, "/repository/jobs?party=1").await, 404);
    let theirs = desk.page(&desk.other, "/repository/jobs").await;
    assert!(!theirs.contains("href=\"/repository/jobs/"), "{theirs}");
}
