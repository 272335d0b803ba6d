//! A case's page: for the secretary and the chair how far it is, for members the way to their own ballot, for all of
//! the council the result once it is released. While a round is open it shows of marking only who has handed in, and
//! that only to the secretary and the chair.

use axum::extract::Path;
use dossier::application::said;
use ground::{Refusal, Result};
use web::{Answer, Choice, Frame, Here, Wrong, wrongs};

use super::{CaseFileId, Hearing, Stage, store};
use crate::interest::{self, InterestKind};
use crate::outcome::words::{criterion, figure, reason};
use crate::outcome::{self, Counted};
use crate::seat::SeatId;

#[derive(serde::Serialize)]
struct MemberLine {
    id: SeatId,
    name: String,
    state: String,
    kind: &'static str,
    icon: &'static str,
    tie: Option<String>,
    may_recuse: bool,
}

#[derive(serde::Serialize)]
struct TotalLine {
    name: String,
    totals: Vec<String>,
    is_outlier: bool,
}

#[derive(serde::Serialize)]
struct FindingLine {
    code: String,
    name: String,
    reason: String,
}

/// What came of the closed rounds.
#[derive(serde::Serialize)]
struct Result_ {
    mean: String,
    spread: u16,
    limit: i32,
    spread_exceeded: bool,
    stars: u8,
    reasons: Vec<String>,
    totals: Vec<TotalLine>,
    outliers: Vec<String>,
    agreed: Vec<String>,
}

#[derive(serde::Serialize)]
struct CaseChoices {
    criterion: String,
    name: String,
    options: Vec<Choice>,
}

#[derive(Default, serde::Serialize)]
struct May {
    start: bool,
    close: bool,
    again: bool,
    find: bool,
    release: bool,
    declare: bool,
    mark: bool,
    ballots: bool,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "case_file/show.html")]
pub(super) struct CasePage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    id: CaseFileId,
    sitting_href: String,
    sitting: String,
    dossier_href: String,
    product: String,
    producer: String,
    line: String,
    stage: &'static str,
    stage_words: String,
    round: i32,
    members: Vec<MemberLine>,
    findings: Vec<FindingLine>,
    result: Option<Result_>,
    choices: Vec<CaseChoices>,
    #[serde(skip)]
    codes: Vec<Choice>,
    #[serde(skip)]
    interests: Vec<Choice>,
    may: May,
    history: Vec<web::parts::Moment>,
}

impl CasePage {
    /// The members who may still be recorded as standing back.
    fn marking(&self) -> Vec<&MemberLine> {
        self.members.iter().filter(|member| member.may_recuse).collect()
    }
}

/// `GET /cases/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<CaseFileId>) -> Answer {
    let page = page(&here, id, None).await?;
    here.show(&page)
}

pub(super) async fn page(here: &Here, id: CaseFileId, refusal: Option<&Refusal>) -> Result<CasePage> {
    let reader = here.reader();
    let hearing = store::hearing(&reader, id).await?;
    let resource = hearing.resource();
    crate::seen(here, "see-case", &resource)?;
    let runs = here.may("close-round", &resource);
    let stage = hearing.stage();
    let result = match stage {
        Stage::Closed(_) if here.may("see-count", &resource) => Some(counted(here, &hearing).await?),
        Stage::Released => Some(counted(here, &hearing).await?),
        _ => None,
    };
    let exceeded = result.as_ref().is_some_and(|result| result.spread_exceeded);
    let (pack, sheet) = hearing.sheet(&here.ground().rules)?;
    let lines = ground::journal::of_record(&reader, &here.actor, "case-file", &id.to_string()).await?;
    let case = &hearing.case;
    Ok(CasePage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        id,
        sitting_href: format!("/sittings/{}", case.sitting_id),
        sitting: hearing.convened.sitting.subject.clone(),
        dossier_href: format!("/dossiers/{}", case.application_id),
        product: case.product_name.clone(),
        producer: case.producer_name.clone(),
        line: [case.product_code.as_str(), said(&sheet.name, here.lang), pack.decision().number.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        stage: stage.word(),
        stage_words: here.app.words.text(
            here.lang,
            &format!("case-stage-{}", stage.word()),
            &[("round", stage.round().to_string())],
        ),
        round: hearing.round(),
        members: if runs { members(here, &hearing).await? } else { Vec::new() },
        findings: findings(here, &hearing, pack),
        choices: if stage == Stage::Waiting && runs { choices(here, &hearing).await? } else { Vec::new() },
        codes: codes(here, pack, sheet),
        interests: kinds(here),
        may: may(here, &hearing, exceeded),
        history: web::parts::history(here, &lines),
        result,
    })
}

fn may(here: &Here, hearing: &Hearing, exceeded: bool) -> May {
    let (stage, resource) = (hearing.stage(), hearing.resource());
    let seat = hearing.convened.seat_of(here.actor.user);
    let open = matches!(stage, Stage::Waiting | Stage::Marking(_));
    let closed = matches!(stage, Stage::Closed(_));
    let second = closed && exceeded && hearing.has_round_left() && hearing.findings.is_empty();
    May {
        start: stage == Stage::Waiting && here.may("start-marking", &resource),
        close: matches!(stage, Stage::Marking(_)) && here.may("close-round", &resource),
        again: second && here.may("open-second-round", &resource),
        find: (closed || matches!(stage, Stage::Marking(_))) && here.may("find-code", &resource),
        release: closed && !second && here.may("release-result", &resource),
        declare: open && seat.is_some_and(|seat| seat.votes && !hearing.is_recused(seat.id)),
        mark: matches!(stage, Stage::Marking(round) if seat.is_some_and(|seat| hearing.marks_in(seat, round))),
        ballots: stage == Stage::Released && here.may("see-count", &resource),
    }
}

async fn members(here: &Here, hearing: &Hearing) -> Result<Vec<MemberLine>> {
    let tied = interest::tied(here.ground(), &here.reader(), hearing).await?;
    let open = matches!(hearing.stage(), Stage::Waiting | Stage::Marking(_));
    let round = hearing.round();
    let line = |seat: &crate::seat::Seat| {
        let (key, kind, icon) = if hearing.is_recused(seat.id) {
            ("member-recused", "line", "minus")
        } else if !hearing.convened.is_present(seat.id) {
            ("member-absent", "line", "minus")
        } else if round > 0 && hearing.has_handed_in(seat.id, round) {
            ("member-finished", "ok", "check")
        } else if round > 0 && hearing.marks_in(seat, round) {
            ("member-out", "wait", "hourglass")
        } else {
            ("member-present", "line", "user-check")
        };
        let tie = tied
            .iter()
            .find(|(known, _)| known.id == seat.id)
            .map(|(_, kind)| here.t(&format!("interest-{kind}")));
        MemberLine {
            id: seat.id,
            name: seat.name.clone(),
            state: here.t(key),
            kind,
            icon,
            tie,
            may_recuse: open && !hearing.is_recused(seat.id),
        }
    };
    Ok(hearing.convened.seats().filter(|seat| seat.votes).map(line).collect())
}

async fn counted(here: &Here, hearing: &Hearing) -> Result<Result_> {
    let (pack, sheet) = hearing.sheet(&here.ground().rules)?;
    let counted = outcome::count(&here.reader(), &here.ground().rules, hearing).await?;
    let verdict = &counted.verdict;
    let limit = hearing.convened.rules.spread_limit;
    let outliers = outcome::outliers(verdict, limit);
    let text = |key: &str, args: &[(&str, String)]| here.app.words.text(here.lang, key, args);
    let outlier = |outlier: &outcome::Outlier| {
        let args = [
            ("member", outlier.member.clone()),
            ("total", outlier.total.to_string()),
            ("distance", figure(outlier.distance())),
            ("others", figure(outlier.others)),
        ];
        text("case-outlier", &args)
    };
    let agreed = |agreed: &outcome::Agreed| {
        let name =
            sheet.criteria().get(agreed.place).map(|c| criterion(sheet, pack, c.id.as_str(), here.lang));
        let args = [
            ("criterion", name.unwrap_or_default()),
            ("points", agreed.points.to_string()),
            ("votes", agreed.votes.to_string()),
            ("of", agreed.of.to_string()),
        ];
        text("case-agreed", &args)
    };
    Ok(Result_ {
        mean: verdict.mean.map(figure).unwrap_or_default(),
        spread: verdict.spread.unwrap_or(0),
        limit,
        spread_exceeded: verdict.spread_exceeded,
        stars: verdict.star.map_or(0, ocop::Star::number),
        reasons: verdict.reasons.iter().map(|why| reason(here, pack, sheet, why)).collect(),
        totals: totals(hearing, &counted, &outliers),
        outliers: outliers.iter().map(outlier).collect(),
        agreed: counted.agreed.iter().map(agreed).collect(),
    })
}

fn totals(hearing: &Hearing, counted: &Counted, outliers: &[outcome::Outlier]) -> Vec<TotalLine> {
    let total = |round: &outcome::RoundCount, seat: SeatId| {
        let place = round.ballots.iter().position(|(known, _)| *known == seat)?;
        Some(round.verdict.ballots.get(place)?.total.to_string())
    };
    let seats = hearing.convened.all_seats.iter().filter(|seat| {
        counted.rounds.iter().any(|round| round.ballots.iter().any(|(known, _)| *known == seat.id))
    });
    let line = |seat: &crate::seat::Seat| TotalLine {
        name: seat.name.clone(),
        totals: counted.rounds.iter().map(|round| total(round, seat.id).unwrap_or_default()).collect(),
        is_outlier: outliers
            .iter()
            .any(|outlier| counted.ballots().get(outlier.place).is_some_and(|(known, _)| *known == seat.id)),
    };
    seats.map(line).collect()
}

fn findings(here: &Here, hearing: &Hearing, pack: &ocop::Pack) -> Vec<FindingLine> {
    let line = |finding: &super::Finding| FindingLine {
        name: code_name(here, pack, &ocop::Code::from(finding.code.as_str())),
        code: finding.code.clone(),
        reason: finding.reason.clone(),
    };
    hearing.findings.iter().map(line).collect()
}

fn code_name(here: &Here, pack: &ocop::Pack, code: &ocop::Code) -> String {
    pack.code_name(code).map_or(code.as_str(), |name| said(name, here.lang)).to_owned()
}

fn codes(here: &Here, pack: &ocop::Pack, sheet: &ocop::Sheet) -> Vec<Choice> {
    let choice = |entry: &ocop::sheet::CodeEntry| Choice {
        value: entry.code.to_string(),
        label: code_name(here, pack, &entry.code),
        hint: None,
        chosen: false,
    };
    sheet.codes().iter().map(choice).collect()
}

fn kinds(here: &Here) -> Vec<Choice> {
    let kinds = InterestKind::ALL.iter().map(|kind| Choice {
        value: kind.to_string(),
        label: here.t(&format!("interest-{kind}")),
        hint: None,
        chosen: false,
    });
    kinds.collect()
}

// What the producer chose stands first; the secretary decides.
async fn choices(here: &Here, hearing: &Hearing) -> Result<Vec<CaseChoices>> {
    let (pack, sheet) = hearing.sheet(&here.ground().rules)?;
    let own = crate::outside::own_marks(&here.reader(), &hearing.case).await?;
    let lines = sheet.criteria().iter().filter(|criterion| criterion.has_cases()).map(|wanted| {
        let chosen = own.get(&wanted.id).and_then(|mark| mark.case);
        let option = |case: ocop::Case| Choice {
            value: case.letter().to_owned(),
            label: pack.case_name(case).map_or(case.letter(), |name| said(name, here.lang)).to_owned(),
            hint: None,
            chosen: chosen == Some(case),
        };
        CaseChoices {
            criterion: wanted.id.to_string(),
            name: criterion(sheet, pack, wanted.id.as_str(), here.lang),
            options: [ocop::Case::A, ocop::Case::B].into_iter().map(option).collect(),
        }
    });
    Ok(lines.collect())
}
