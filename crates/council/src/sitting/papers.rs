//! The minutes and the submission as PDF, from what Sen knows.

use std::collections::HashMap;

use axum::extract::Path;
use dossier::application::said;
use ground::{Ground, Instant, Lang, Refusal, Result};
use jiff::civil::DateTime;
use papers::Points;
use papers::paper::{
    self, AgreedOption, Attendance, Attendee, Ballot, Disqualification, Outcome, ProposedProduct, Recusal,
    Round,
};
use web::{Answer, Here};

use super::{Convened, Minutes, Moment, SittingId, store};
use crate::case_file::{self, Hearing, Stage};
use crate::outcome::words::{criterion, points};
use crate::outcome::{self, Counted};
use crate::printing;
use crate::seat::{Office, Seat, SeatId};

type Heard = (Hearing, Option<Counted>);

/// The minutes of a sitting. Cases that are not released stand in it without a figure.
///
/// # Errors
/// `not-found`; `sitting-not-opened`.
pub async fn minutes_paper(ground: &Ground, id: SittingId) -> Result<paper::Minutes> {
    let reader = ground.reader();
    let convened = store::convened(&reader, id).await?;
    let opened = convened.when(Moment::Opened).ok_or_else(|| Refusal::wrong_state("sitting-not-opened"))?;
    let closed = convened.when(Moment::Closed).unwrap_or_else(|| ground.clock.now());
    let written = store::minutes(&reader, id).await?;
    let heard = heard(ground, &convened).await?;
    let quorum = convened.quorum();
    let count = |number: usize| u32::try_from(number).unwrap_or_default();
    let columns: Vec<&Seat> = convened.seats().filter(|seat| seat.votes).collect();
    let council = &convened.council;
    let ballots: Result<Vec<Ballot>> = heard.iter().map(|heard| ballot(ground, heard, &columns)).collect();
    Ok(paper::Minutes {
        letterhead: printing::council_head(
            council,
            written.as_ref().and_then(|w| w.number),
            "BB-HĐOCOP",
            convened.sitting.held_on,
        ),
        subject: convened.sitting.subject.clone(),
        council: council.name.clone(),
        mandate: printing::mandate(council),
        opened: wall(opened),
        closed: wall(closed),
        venue: convened.sitting.venue.clone(),
        chair: attendee(leader(&convened)),
        secretary: attendee(convened.in_office(Office::Secretary)),
        members: columns.iter().map(|seat| attendance(&convened, seat, &heard)).collect(),
        guests: written.as_ref().map(|written| guests(&written.guests)).unwrap_or_default(),
        quorum: paper::Quorum {
            members: count(quorum.members),
            present: count(quorum.present),
            required: count(quorum.required),
        },
        spread_limit: u32::try_from(convened.rules.spread_limit).ok().map(Points::whole),
        ballots: ballots?,
        agreed: agreed(ground, &heard)?,
        disqualified: heard.iter().flat_map(|heard| turned_down(ground, heard)).collect(),
        opinions: lines(written.as_ref(), |written| &written.opinions),
        conclusions: lines(written.as_ref(), |written| &written.conclusions),
        chair_signature: printing::signed("CHỦ TRÌ", leader(&convened).map(|seat| seat.name.as_str())),
        secretary_signature: printing::signed(
            "THƯ KÝ",
            convened.in_office(Office::Secretary).map(|seat| seat.name.as_str()),
        ),
    })
}

async fn heard(ground: &Ground, convened: &Convened) -> Result<Vec<Heard>> {
    let reader = ground.reader();
    let mut heard = Vec::new();
    for case in case_file::of_sitting(&reader, convened.sitting.id).await? {
        let hearing = case_file::store::of_case(&reader, case, convened.clone()).await?;
        let counted = match hearing.stage() {
            Stage::Released => Some(outcome::count(&reader, &ground.rules, &hearing).await?),
            _ => None,
        };
        heard.push((hearing, counted));
    }
    Ok(heard)
}

fn wall(at: Instant) -> DateTime {
    at.in_vietnam().datetime()
}

// The chair, or the vice-chair who led in the chair's place.
fn leader(convened: &Convened) -> Option<&Seat> {
    let present = |seat: &&Seat| convened.is_present(seat.id);
    let chair = convened.in_office(Office::Chair).filter(present);
    chair
        .or_else(|| convened.in_office(Office::ViceChair).filter(present))
        .or_else(|| convened.in_office(Office::Chair))
}

fn attendee(seat: Option<&Seat>) -> Attendee {
    Attendee {
        name: seat.map(|seat| seat.name.clone()).unwrap_or_default(),
        title: seat.map(|seat| seat.title.clone()).unwrap_or_default(),
    }
}

fn office(office: Office) -> &'static str {
    match office {
        Office::Chair => "Chủ tịch Hội đồng",
        Office::ViceChair => "Phó Chủ tịch Hội đồng",
        Office::Member => "Ủy viên",
        Office::Secretary => "Thư ký Hội đồng",
    }
}

fn attendance(convened: &Convened, seat: &Seat, heard: &[Heard]) -> Attendance {
    let recused = heard.iter().filter_map(|(hearing, _)| {
        let recusal = hearing.recusals.get(&seat.id)?;
        Some(Recusal { product: hearing.case.product_name.clone(), reason: recusal.reason.clone() })
    });
    let noted = convened.attendance.get(&seat.id);
    let absent = (!convened.is_present(seat.id))
        .then(|| noted.and_then(|noted| noted.reason.clone()).unwrap_or_else(|| "không rõ lý do".to_owned()));
    Attendance {
        name: seat.name.clone(),
        title: seat.title.clone(),
        role: office(seat.office).to_owned(),
        absent,
        recused: recused.collect(),
    }
}

fn guests(text: &str) -> Vec<Attendee> {
    let guest = |line: String| match line.split_once(',') {
        Some((name, title)) => Attendee { name: name.trim().to_owned(), title: title.trim().to_owned() },
        None => Attendee { name: line, title: String::new() },
    };
    printing::lines(text).into_iter().map(guest).collect()
}

fn lines(written: Option<&Minutes>, part: impl Fn(&Minutes) -> &String) -> Vec<String> {
    written.map(|written| printing::lines(part(written))).unwrap_or_default()
}

fn ballot(ground: &Ground, (hearing, counted): &Heard, columns: &[&Seat]) -> Result<Ballot> {
    let case = &hearing.case;
    let (pack, sheet) = hearing.sheet(&ground.rules)?;
    let rounds = counted.iter().flat_map(|counted| &counted.rounds).map(|round| {
        let totals: HashMap<SeatId, u16> = round
            .ballots
            .iter()
            .zip(&round.verdict.ballots)
            .map(|((seat, _), tally)| (*seat, tally.total))
            .collect();
        Round {
            marks: columns
                .iter()
                .map(|seat| totals.get(&seat.id).map(|total| Points::whole((*total).into())))
                .collect(),
            mean: round.verdict.mean.map_or(Points::whole(0), points),
            spread: Points::whole(round.verdict.spread.unwrap_or(0).into()),
        }
    });
    let held_down = counted.as_ref().and_then(|counted| {
        let gate = counted
            .verdict
            .failed_gates
            .iter()
            .find(|gate| counted.verdict.band.is_some_and(|band| gate.star <= band))?;
        let name = criterion(sheet, pack, gate.criterion.as_str(), Lang::Vi);
        Some(format!("Chưa đạt yêu cầu tối thiểu của {} sao: {name}", gate.star))
    });
    Ok(Ballot {
        product: case.product_name.clone(),
        code: case.product_code.clone(),
        producer: case.producer_name.clone(),
        rounds: rounds.collect(),
        outcome: Outcome {
            star: counted.as_ref().and_then(|counted| counted.verdict.star).map(ocop::Star::number),
            note: held_down,
        },
    })
}

fn agreed(ground: &Ground, heard: &[Heard]) -> Result<Vec<AgreedOption>> {
    let mut options = Vec::new();
    for (hearing, counted) in heard {
        let (pack, sheet) = hearing.sheet(&ground.rules)?;
        // Only where a gate hangs on the option: the rest stands in the ballots.
        let gated = |place: usize| sheet.gates().iter().any(|gate| gate.criterion == place);
        for agreed in counted.iter().flat_map(|counted| &counted.agreed).filter(|agreed| gated(agreed.place))
        {
            let Some(wanted) = sheet.criteria().get(agreed.place) else { continue };
            let case = hearing.choices.get(wanted.id.as_str()).copied();
            let option = wanted.options_of(case).find(|option| option.points == agreed.points);
            options.push(AgreedOption {
                product: hearing.case.product_name.clone(),
                criterion: criterion(sheet, pack, wanted.id.as_str(), Lang::Vi),
                option: option.map_or_else(|| "Không đạt mức nào".to_owned(), |option| option.vi.clone()),
                points: Points::whole(agreed.points.get().into()),
                vote: Some(format!("{}/{} thành viên", agreed.votes, agreed.of)),
            });
        }
    }
    Ok(options)
}

fn turned_down(ground: &Ground, (hearing, counted): &Heard) -> Vec<Disqualification> {
    if counted.is_none() {
        return Vec::new();
    }
    let name = |code: &str| {
        let pack = ground.rules.pack(&hearing.case.rules)?;
        pack.code_name(&ocop::Code::from(code)).map(|name| said(name, Lang::Vi).to_owned())
    };
    let line = |finding: &case_file::Finding| Disqualification {
        product: hearing.case.product_name.clone(),
        producer: hearing.case.producer_name.clone(),
        reason: format!(
            "{}: {}",
            name(&finding.code).unwrap_or_else(|| finding.code.clone()),
            finding.reason
        ),
    };
    hearing.findings.iter().map(line).collect()
}

async fn submission(ground: &Ground, id: SittingId) -> Result<paper::Submission> {
    let reader = ground.reader();
    let convened = store::convened(&reader, id).await?;
    if convened.when(Moment::Closed).is_none() {
        return Err(Refusal::wrong_state("sitting-not-closed"));
    }
    let written = store::minutes(&reader, id).await?;
    let number =
        written.and_then(|written| written.number).map_or_else(|| "…".to_owned(), |n| format!("{n:02}"));
    let heard = heard(ground, &convened).await?;
    let council = &convened.council;
    let proposed = |(hearing, counted): &Heard| {
        let verdict = &counted.as_ref()?.verdict;
        let star = verdict.star.filter(|_| verdict.recognised)?;
        Some(ProposedProduct {
            product: hearing.case.product_name.clone(),
            producer: hearing.case.producer_name.clone(),
            commune: hearing.case.commune.clone(),
            mean: points(verdict.mean?),
            star: star.number(),
        })
    };
    Ok(paper::Submission {
        letterhead: printing::council_head(council, None, "TTr-HĐOCOP", convened.sitting.held_on),
        subject: format!("Về việc công nhận kết quả: {}", convened.sitting.subject),
        addressees: vec![format!("Chủ tịch Ủy ban nhân dân {}", council.place_name)],
        grounds: vec![
            format!(
                "Căn cứ Quyết định số {} ngày {} của {}",
                council.mandate_number,
                council.mandate_on.people(),
                council.mandate_issuer
            ),
            "Căn cứ Quy chế hoạt động của Hội đồng".to_owned(),
        ],
        council: council.name.clone(),
        minutes: paper::DocumentReference {
            number: format!("{number}/BB-HĐOCOP"),
            date: convened.sitting.held_on.0,
            issuer: "Hội đồng".to_owned(),
        },
        heard: u32::try_from(heard.len()).unwrap_or_default(),
        products: heard.iter().filter_map(proposed).collect(),
        enclosures: vec!["Biên bản họp Hội đồng".to_owned(), "Phiếu đánh giá của các thành viên".to_owned()],
        recipients: vec!["Như trên".to_owned(), "Thành viên Hội đồng".to_owned()],
        signature: printing::signed(
            "TM. HỘI ĐỒNG\nCHỦ TỊCH",
            leader(&convened).map(|seat| seat.name.as_str()),
        ),
    })
}

async fn seen(here: &Here, id: SittingId) -> Result<()> {
    let convened = store::convened(&here.reader(), id).await?;
    crate::seen(here, "see-sitting", &convened.resource())
}

/// `GET /sittings/{id}/minutes.pdf`.
pub(super) async fn minutes_pdf(here: Here, Path(id): Path<SittingId>) -> Answer {
    seen(&here, id).await?;
    let paper = minutes_paper(here.ground(), id).await?;
    Ok(printing::pdf("bien-ban.pdf", printing::one(paper, here.ground().clock.now()).await?))
}

/// `GET /sittings/{id}/submission.pdf`.
pub(super) async fn submission_pdf(here: Here, Path(id): Path<SittingId>) -> Answer {
    seen(&here, id).await?;
    let paper = submission(here.ground(), id).await?;
    Ok(printing::pdf("to-trinh.pdf", printing::one(paper, here.ground().clock.now()).await?))
}
