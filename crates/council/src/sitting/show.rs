//! A sitting's page: who is there, the agenda, its papers.

use axum::extract::Path;
use ground::{Refusal, Result};
use web::{Answer, Frame, Here, Wrong, wrongs};

use super::{Moment, SittingId, store};
use crate::case_file::{self, Stage};
use crate::seat::SeatId;

#[derive(serde::Serialize)]
struct MemberLine {
    id: SeatId,
    name: String,
    title: String,
    office: String,
    present: bool,
    noted: bool,
    reason: String,
}

#[derive(serde::Serialize)]
struct CaseLine {
    n: i32,
    href: String,
    product: String,
    producer: String,
    stage: String,
    mark_href: Option<String>,
}

#[derive(Default, serde::Serialize)]
struct May {
    attend: bool,
    open: bool,
    close: bool,
    agenda: bool,
    minutes: bool,
    decide: bool,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "sitting/show.html")]
pub(super) struct SittingPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    id: SittingId,
    council: String,
    council_href: String,
    subject: String,
    line: String,
    quorum: String,
    quorum_holds: bool,
    members: Vec<MemberLine>,
    cases: Vec<CaseLine>,
    decision_href: Option<String>,
    is_closed: bool,
    may: May,
    history: Vec<web::parts::Moment>,
}

/// `GET /sittings/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<SittingId>) -> Answer {
    let page = page(&here, id, None).await?;
    here.show(&page)
}

pub(super) async fn page(here: &Here, id: SittingId, refusal: Option<&Refusal>) -> Result<SittingPage> {
    let reader = here.reader();
    let convened = store::convened(&reader, id).await?;
    let resource = convened.resource();
    crate::seen(here, "see-sitting", &resource)?;
    let cases = case_file::of_sitting(&reader, id).await?;
    let stages = case_file::stages(&reader, &cases).await?;
    let own = convened.seat_of(here.actor.user).filter(|seat| seat.votes && convened.is_present(seat.id));
    let line = |case: &case_file::CaseFile| {
        let stage = stages.get(&case.id).copied().unwrap_or(Stage::Waiting);
        let marking = matches!(stage, Stage::Marking(_)) && own.is_some();
        let args = [("round", stage.round().to_string())];
        CaseLine {
            n: case.n,
            href: format!("/cases/{}", case.id),
            product: case.product_name.clone(),
            producer: case.producer_name.clone(),
            stage: here.app.words.text(here.lang, &format!("case-stage-{}", stage.word()), &args),
            mark_href: marking.then(|| format!("/ballots/{}", case.id)),
        }
    };
    let quorum = convened.quorum();
    let counts = [
        ("present", quorum.present.to_string()),
        ("members", quorum.members.to_string()),
        ("required", quorum.required.to_string()),
    ];
    let is_closed = convened.when(Moment::Closed).is_some();
    let decision = crate::decision::of_sitting(&reader, id).await?;
    let lines = ground::journal::of_record(&reader, &here.actor, "sitting", &id.to_string()).await?;
    let may = |intent: &str| here.may(intent, &resource);
    Ok(SittingPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        id,
        council: convened.council.name.clone(),
        council_href: format!("/councils/{}", convened.council.id),
        subject: convened.sitting.subject.clone(),
        line: format!("{} · {}", convened.sitting.held_on.people(), convened.sitting.venue),
        quorum: here.app.words.text(here.lang, "sitting-quorum", &counts),
        quorum_holds: quorum.holds(),
        members: convened.seats().map(|seat| member(here, &convened, seat)).collect(),
        cases: cases.iter().map(line).collect(),
        may: May {
            attend: !is_closed && may("note-attendance"),
            open: convened.when(Moment::Opened).is_none() && may("open-sitting"),
            close: convened.is_open() && may("close-sitting"),
            agenda: !is_closed && may("put-on-agenda"),
            minutes: may("write-minutes"),
            decide: is_closed && decision.is_none() && may("sign-decision"),
        },
        decision_href: decision.map(|decision| format!("/decisions/{}", decision.id)),
        is_closed,
        history: web::parts::history(here, &lines),
    })
}

fn member(here: &Here, convened: &super::Convened, seat: &crate::seat::Seat) -> MemberLine {
    let noted = convened.attendance.get(&seat.id);
    MemberLine {
        id: seat.id,
        name: seat.name.clone(),
        title: seat.title.clone(),
        office: here.t(&format!("office-{}", seat.office)),
        present: noted.is_some_and(|noted| noted.present),
        noted: noted.is_some(),
        reason: noted.and_then(|noted| noted.reason.clone()).unwrap_or_default(),
    }
}
