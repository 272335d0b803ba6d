//! For the tests of rooms above, and the demo's: a council with its cast, a sitting under way, ballots.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made is a failed test")]

use dossier::application::{self, Application, ApplicationId, Kind, NewApplication, Stage};
use ground::testing::{Bed, system};
use ground::{Actor, Day, Role};
use ocop::procedure::StepId;
use ocop::{Criterion, Points, Sheet};
use register::place::Place;
use register::product::ProductId;

use crate::ballot::{self, Wanted};
use crate::case_file::{self, CaseFileId, NewCase};
use crate::council::{self, CouncilId, NewCouncil};
use crate::decision::{self, DecisionId, NewDecision};
use crate::seat::{self, NewSeat, Office};
use crate::sitting::{self, NewSitting, Noted, SittingId};

/// A council of a province and its people.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The council.
    pub council: CouncilId,
    /// The secretary, who does not mark.
    pub secretary: Actor,
    /// The chair, who marks.
    pub chair: Actor,
    /// The vice-chair, who marks.
    pub vice_chair: Actor,
    /// All others who mark.
    pub members: Vec<Actor>,
    /// Who leads the province.
    pub leader: Actor,
}

impl Cast {
    /// Everyone who marks, the chair first.
    pub fn markers(&self) -> Vec<Actor> {
        let mut all = vec![self.chair.clone(), self.vice_chair.clone()];
        all.extend(self.members.iter().cloned());
        all
    }
}

/// A council of a place in which so many mark, the chair and a vice-chair among them.
pub async fn council(bed: &Bed, place: &Place, markers: usize) -> Cast {
    let secretary = people::testing::secretary(bed, place.id, "Đỗ Thị Ghi").await;
    let chair = people::testing::chair(bed, place.id, "Trần Chủ Tịch").await;
    let vice_chair = people::testing::council_member(bed, place.id, "Lê Phó Chủ Tịch").await;
    let mut members = Vec::new();
    for n in 3..=markers {
        members.push(people::testing::council_member(bed, place.id, &format!("Ủy Viên {n}")).await);
    }
    let leader = people::testing::holder(bed, Role::Leader, place.id, "Phạm Lãnh Đạo").await;
    let new = NewCouncil {
        place: place.id,
        place_name: "tỉnh Đồng Tháp".to_owned(),
        level: "province".to_owned(),
        name: "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Đồng Tháp".to_owned(),
        mandate_number: "652/QĐ-UBND".to_owned(),
        mandate_on: Day::new(2026, 1, 9).unwrap(),
        mandate_issuer: "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp".to_owned(),
    };
    let id = council::found(&bed.ground, &secretary, new).await.unwrap();
    let cast = Cast { council: id, secretary, chair, vice_chair, members, leader };
    sit(bed, &cast, &cast.chair, Office::Chair, true).await;
    sit(bed, &cast, &cast.vice_chair, Office::ViceChair, true).await;
    for member in &cast.members {
        sit(bed, &cast, member, Office::Member, true).await;
    }
    sit(bed, &cast, &cast.secretary, Office::Secretary, false).await;
    cast
}

async fn sit(bed: &Bed, cast: &Cast, who: &Actor, office: Office, votes: bool) {
    let new = NewSeat {
        account: who.user.unwrap(),
        name: who.name.clone(),
        title: "Sở Nông nghiệp và Môi trường".to_owned(),
        office,
        votes,
    };
    seat::give(&bed.ground, &cast.secretary, cast.council, new).await.unwrap();
}

/// An application of a product that waits for a council: every step before it was taken.
pub async fn ready(bed: &Bed, product: ProductId) -> Application {
    let new = NewApplication { product, kind: Kind::First };
    let mut application = application::open(&bed.ground, &system(), new).await.unwrap();
    while application.stage != Stage::Council {
        let about =
            application::see(&bed.ground, &bed.ground.reader(), &system(), application.id).await.unwrap();
        let mut change = bed.ground.change(&system(), "accept-dossier", &about.resource).await.unwrap();
        let step = StepId::from(application.next_step.as_deref().unwrap());
        application = application::record_step(&mut change, &application, step).await.unwrap();
        change.say("product", &application.product_name);
        change.commit().await.unwrap();
    }
    application
}

/// A sitting called for today with applications on its agenda, not yet opened.
pub async fn called(bed: &Bed, cast: &Cast, applications: &[ApplicationId]) -> (SittingId, Vec<CaseFileId>) {
    let new = NewSitting {
        subject: "Họp đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026".to_owned(),
        venue: "Phòng họp số 2".to_owned(),
        held_on: bed.ground.clock.today(),
    };
    let id = sitting::call(&bed.ground, &cast.secretary, cast.council, new).await.unwrap();
    let mut cases = Vec::new();
    for application in applications {
        let new = NewCase { application: *application };
        cases.push(case_file::enter(&bed.ground, &cast.secretary, id, new).await.unwrap());
    }
    (id, cases)
}

/// Notes some present and everyone else absent.
pub async fn attended(bed: &Bed, cast: &Cast, id: SittingId, present: &[Actor]) {
    let seats = seat::of_council(&bed.ground.reader(), cast.council).await.unwrap();
    let noted = seats.into_iter().map(|seat| Noted {
        seat: seat.id,
        present: present.iter().any(|actor| actor.user == Some(seat.account_id)),
        reason: Some("đi công tác".to_owned()),
    });
    sitting::attend(&bed.ground, &cast.secretary, id, noted.collect()).await.unwrap();
}

/// A sitting under way with everyone there.
pub async fn convened(
    bed: &Bed,
    cast: &Cast,
    applications: &[ApplicationId],
) -> (SittingId, Vec<CaseFileId>) {
    let (id, cases) = called(bed, cast, applications).await;
    let mut all = cast.markers();
    all.push(cast.secretary.clone());
    attended(bed, cast, id, &all).await;
    sitting::open(&bed.ground, &cast.secretary, id).await.unwrap();
    (id, cases)
}

/// The sheet of a case.
pub async fn sheet_of(bed: &Bed, case: CaseFileId) -> Sheet {
    let hearing = case_file::hearing(&bed.ground.reader(), case).await.unwrap();
    hearing.sheet(&bed.ground.rules).unwrap().1.clone()
}

/// Points for every criterion of a sheet that come to its best total less so many. What a star asks for, and what
/// other criteria hang on, is given away last.
pub fn best_less(sheet: &Sheet, less: u8) -> Vec<(String, u8)> {
    let hangs = |id: &str| {
        let mut others = sheet.criteria().iter();
        others.any(|other| ballot::model::depends_on(sheet, other).any(|on| on == id))
    };
    let mut left = less;
    let mut given = vec![0; sheet.criteria().len()];
    for last in [false, true] {
        for (place, criterion) in sheet.criteria().iter().enumerate() {
            if criterion.gates.is_empty() == last {
                continue;
            }
            let options = options(criterion);
            let best = options.last().copied().unwrap_or(0);
            let lower = options.into_iter().find(|points| best - points <= left).unwrap_or(best);
            given[place] = if hangs(criterion.id.as_str()) { best } else { lower };
            left -= best - given[place];
        }
    }
    assert_eq!(left, 0, "the sheet has no options {less} below its best");
    sheet.criteria().iter().map(|criterion| criterion.id.to_string()).zip(given).collect()
}

fn options(criterion: &Criterion) -> Vec<u8> {
    let mut points: Vec<u8> = criterion.options.iter().map(|option| option.points).map(Points::get).collect();
    points.push(0);
    points.sort_unstable();
    points.dedup();
    points
}

/// Saves marks all at once, as a hurried member would.
pub async fn mark_all(bed: &Bed, who: &Actor, case: CaseFileId, marks: &[(String, u8)]) {
    let wanted = |(criterion, points): &(String, u8)| Wanted {
        case,
        criterion: criterion.clone(),
        points: Some(points.to_string()),
        note: None,
        flagged: false,
    };
    let saved = marks.iter().map(|mark| ballot::save_mark(&bed.ground, who, wanted(mark)));
    for saved in futures::future::join_all(saved).await {
        saved.unwrap();
    }
}

/// Marks and hands in.
pub async fn vote(bed: &Bed, who: &Actor, case: CaseFileId, marks: &[(String, u8)]) {
    mark_all(bed, who, case, marks).await;
    ballot::submit(&bed.ground, who, case).await.unwrap();
}

/// Hears a case from opening to release with everyone giving the best total less so many.
pub async fn heard(bed: &Bed, cast: &Cast, case: CaseFileId, less: u8) {
    case_file::start(&bed.ground, &cast.secretary, case, &std::collections::BTreeMap::new()).await.unwrap();
    let marks = best_less(&sheet_of(bed, case).await, less);
    for marker in cast.markers() {
        vote(bed, &marker, case, &marks).await;
    }
    case_file::close(&bed.ground, &cast.secretary, case).await.unwrap();
    case_file::release(&bed.ground, &cast.chair, case).await.unwrap();
}

/// Closes a sitting and signs the decision on it.
pub async fn decided(bed: &Bed, cast: &Cast, id: SittingId) -> DecisionId {
    sitting::close(&bed.ground, &cast.secretary, id).await.unwrap();
    let new = NewDecision {
        number: 1850,
        symbol: "QĐ-UBND".to_owned(),
        authority: "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp".to_owned(),
        signed_on: bed.ground.clock.today(),
        signer_lines: "CHỦ TỊCH".to_owned(),
        signer_name: cast.leader.name.clone(),
    };
    decision::sign(&bed.ground, &cast.leader, id, new).await.unwrap()
}
