//! Non-interference: nothing that anyone else can observe changes with a hidden mark.

use std::collections::BTreeMap;

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use council::ballot::{Wanted, save_mark};
use council::case_file;
use council::sitting::minutes_paper;
use council::testing::{best_less, mark_all, sheet_of, vote};
use ground::journal::{of_producer, of_record, recent};
use ground::testing::Bed;
use ground::{Actor, both};
use sea_orm::{ConnectionTrait, Statement};
use web::testing::House;
use web::{Answer, Here};

use crate::set_up::{ROOMS, Scene, rules, scene_of};

// What the inbox and its count are made of.
async fn inbox(here: Here) -> Answer {
    Ok(format!("{:?}", council::tasks(&here).await?).into_response())
}

struct Onlooker {
    house: House,
    who: Vec<(&'static str, Actor)>,
    paths: Vec<String>,
}

impl Onlooker {
    async fn new(bed: &Bed, scene: &Scene) -> Self {
        let (province, ward) = (scene.places.province.id, scene.places.sa_dec.id);
        let who = vec![
            ("visitor", Actor::anonymous()),
            ("secretary", scene.cast.secretary.clone()),
            ("chair", scene.cast.chair.clone()),
            ("vice-chair", scene.cast.vice_chair.clone()),
            ("member", scene.cast.members[1].clone()),
            ("leader", scene.cast.leader.clone()),
            ("officer", people::testing::officer(bed, province, "Cán Bộ Tỉnh").await),
            ("ward", people::testing::officer(bed, ward, "Cán Bộ Phường").await),
            ("advisory", people::testing::advisory(bed, province, "Tổ Tư Vấn").await),
            ("owner", people::testing::owner(bed, scene.producer.id, "Chủ Thể").await),
            ("administrator", people::testing::administrator(bed, province, "Quản Trị").await),
        ];
        let (council, sitting, case) = (scene.cast.council, scene.sitting, scene.case);
        let mut paths = vec!["/councils".to_owned(), "/inbox".to_owned(), format!("/councils/{council}")];
        for page in ["", "/agenda", "/minutes", "/decision", "/submission.pdf"] {
            paths.push(format!("/sittings/{sitting}{page}"));
        }
        for page in ["", "/ballots.pdf", "/letter.pdf"] {
            paths.push(format!("/cases/{case}{page}"));
        }
        paths.push(format!("/ballots/{case}"));
        for criterion in ["1.1", "1.2", "3.5", "99"] {
            paths.push(format!("/ballots/{case}/{criterion}"));
        }
        let routes = Router::new().merge(council::routes()).route("/inbox", get(inbox));
        Self { house: House::new(bed.ground.clone(), ROOMS, routes), who, paths }
    }

    async fn sees(&self, bed: &Bed, scene: &Scene) -> BTreeMap<String, String> {
        let mut seen = BTreeMap::new();
        for (name, actor) in &self.who {
            for path in &self.paths {
                for (form, reply) in [
                    ("html", self.house.get(actor, path).await),
                    ("json", self.house.json(actor, path).await),
                ] {
                    let text = anonymous(&reply.text);
                    let said = format!("{} {:?} {:?}\n{text}", reply.status, reply.location, reply.headers);
                    seen.insert(format!("{name} {form} {path}"), said);
                }
            }
            seen.insert(format!("{name} journal"), journal(bed, scene, actor).await);
        }
        seen.insert("facts".to_owned(), facts(bed).await);
        let minutes = minutes_paper(&bed.ground, scene.sitting).await.unwrap();
        seen.insert("minutes".to_owned(), serde_json::to_string(&minutes).unwrap());
        seen
    }
}

// A refusal carries the number of its own request.
fn anonymous(text: &str) -> String {
    match text.split_once("\"instance\":\"") {
        Some((before, after)) => format!("{before}{}", after.split_once('"').map_or("", |(_, rest)| rest)),
        None => text.to_owned(),
    }
}

async fn journal(bed: &Bed, scene: &Scene, actor: &Actor) -> String {
    let reader = bed.ground.reader();
    let hearing = case_file::hearing(&reader, scene.case).await.unwrap();
    let mut lines = recent(&reader, actor).await.unwrap();
    lines.extend(of_producer(&reader, actor, scene.producer.id).await.unwrap());
    let mut keys = vec![("case-file", scene.case.to_string()), ("sitting", scene.sitting.to_string())];
    keys.extend(hearing.convened.seats().map(|seat| ("ballot", format!("{}/{}", scene.case, seat.id))));
    for (noun, key) in keys {
        lines.extend(of_record(&reader, actor, noun, &key).await.unwrap());
    }
    format!("{lines:?}")
}

async fn facts(bed: &Bed) -> String {
    let reader = bed.ground.reader();
    let sql = "select kind, subject, payload from fact order by seq, n";
    let rows =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    let row = |row: &sea_orm::QueryResult| -> (String, String, String) {
        (
            row.try_get("", "kind").unwrap(),
            row.try_get("", "subject").unwrap(),
            row.try_get("", "payload").unwrap(),
        )
    };
    format!("{:?}", rows.iter().map(row).collect::<Vec<_>>())
}

fn same(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) {
    for (what, seen) in before {
        assert_eq!(Some(seen), after.get(what), "{what} changed with a hidden mark");
    }
    assert_eq!(before.len(), after.len());
}

both!(nothing_observable_changes_with_a_hidden_mark, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, hidden) = (scene.case, &scene.cast.members[0]);
    case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
    let onlooker = Onlooker::new(bed, &scene).await;
    // The others are at different points of their own ballots.
    let sheet = sheet_of(bed, case).await;
    vote(bed, &scene.cast.chair, case, &best_less(&sheet, 3)).await;
    mark_all(bed, &scene.cast.members[1], case, &best_less(&sheet, 5)[..7]).await;

    let nothing = onlooker.sees(bed, &scene).await;
    let wanted = |points: Option<&str>, note: Option<&str>, flagged| Wanted {
        case,
        criterion: "1.1".into(),
        points: points.map(str::to_owned),
        note: note.map(str::to_owned),
        flagged,
    };
    for mark in [
        wanted(Some("1"), None, false),
        wanted(Some("4"), None, false),
        wanted(Some("4"), Some("nguồn nguyên liệu chưa rõ"), true),
        Wanted { criterion: "opinion".into(), ..wanted(None, Some("Ý kiến kín"), false) },
    ] {
        save_mark(&bed.ground, hidden, mark).await.unwrap();
        same(&nothing, &onlooker.sees(bed, &scene).await);
    }
    mark_all(bed, hidden, case, &best_less(&sheet, 20)).await;
    same(&nothing, &onlooker.sees(bed, &scene).await);
});

/// What a page says, without its tags.
fn words(page: &str) -> String {
    page.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}

both!(
    handing_in_is_seen_by_who_runs_the_round_and_says_nothing_of_marks,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = scene_of(bed, 4, 14).await;
        let case = scene.case;
        case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
        let house = House::new(bed.ground.clone(), ROOMS, council::routes());
        let page = async |who: &Actor| house.get(who, &format!("/cases/{case}")).await.text;
        let (before, other) = (page(&scene.cast.secretary).await, page(&scene.cast.members[1]).await);
        assert!(!before.contains("Đã nộp phiếu"));
        vote(bed, &scene.cast.members[0], case, &best_less(&sheet_of(bed, case).await, 20)).await;
        let (after, unmoved) = (page(&scene.cast.secretary).await, page(&scene.cast.members[1]).await);
        assert!(after.contains("Đã nộp phiếu") && !words(&after).contains("80"));
        assert_eq!(other, unmoved, "another member learns who has finished");
    }
);

both!(
    before_the_release_a_member_does_not_see_what_a_closed_round_came_to,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = scene_of(bed, 4, 14).await;
        let case = scene.case;
        case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
        let marks = best_less(&sheet_of(bed, case).await, 12);
        for marker in scene.cast.markers() {
            vote(bed, &marker, case, &marks).await;
        }
        case_file::close(&bed.ground, &scene.cast.secretary, case).await.unwrap();
        let house = House::new(bed.ground.clone(), ROOMS, council::routes());
        let result = async |who: &Actor| {
            let reply = house.json(who, &format!("/cases/{case}")).await;
            serde_json::from_str::<serde_json::Value>(&reply.text).unwrap()["result"].clone()
        };
        let (member, chair) = (&scene.cast.members[0], &scene.cast.chair);
        assert!(result(member).await.is_null());
        assert_eq!(result(chair).await["mean"], "88");
        let journal = async |who: &Actor| {
            let lines = recent(&bed.ground.reader(), who).await.unwrap();
            lines.iter().filter(|line| line.intent == "mark-ballot" && line.actor != who.name).count()
        };
        assert_eq!(journal(member).await, 0);
        case_file::release(&bed.ground, chair, case).await.unwrap();
        assert_eq!(result(member).await["mean"], "88");
        assert!(journal(member).await > 0, "the seal is broken by the release");
    }
);
