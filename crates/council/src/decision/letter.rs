//! The result letter: where points were lost and how to win them, the cheapest way first.

use axum::extract::Path;
use ground::{Ground, Lang, Refusal, Result};
use ocop::path::{Effort, to_star};
use ocop::{Pack, Part, Sheet, Star};
use papers::Points;
use papers::paper::{DocumentReference, FailedGate, LostPoints, PartResult, ResultLetter};
use web::{Answer, Here};

use super::{Decision, Ruling, resource, store};
use crate::case_file::{self, CaseFileId, Hearing};
use crate::outcome::words::{criterion, points};
use crate::outcome::{self, Counted};
use crate::printing;
use crate::subject::ApplicationId;

/// The letter on one case, once a decision is signed.
///
/// # Errors
/// `decision-missing` before; `not-found`.
pub async fn result_letter(ground: &Ground, id: CaseFileId) -> Result<ResultLetter> {
    let reader = ground.reader();
    let hearing = case_file::hearing(&reader, id).await?;
    let item = store::on_case(&reader, id).await?.ok_or_else(|| Refusal::wrong_state("decision-missing"))?;
    let decision = store::load(&reader, item.decision_id).await?;
    let (pack, sheet) = hearing.sheet(&ground.rules)?;
    let counted = outcome::count(&reader, &ground.rules, &hearing).await?;
    let recognised = item.ruling == Ruling::Recognised;
    let expires = pack.expires(decision.signed_on.0).filter(|_| recognised);
    let council = &hearing.convened.council;
    Ok(ResultLetter {
        letterhead: printing::council_head(council, None, "TB-HĐOCOP", decision.signed_on),
        subject: format!("Kết quả đánh giá, phân hạng sản phẩm {}", hearing.case.product_name),
        addressees: vec![
            hearing.case.producer_name.clone(),
            format!("Ủy ban nhân dân {}", hearing.case.commune),
        ],
        council: council.name.clone(),
        product: hearing.case.product_name.clone(),
        code: hearing.case.product_code.clone(),
        producer: hearing.case.producer_name.clone(),
        total: points(item.mean()),
        star: counted.verdict.star.map_or(0, Star::number),
        decision: recognised.then(|| cited(&decision)),
        expires: expires.and_then(|day| day.yesterday().ok()),
        parts: parts(pack, &counted),
        gates: gates(pack, sheet, &counted),
        lost: lost(pack, sheet, &hearing, &counted),
        contact: None,
        recipients: vec![council.name.clone()],
        signature: printing::signed("TM. HỘI ĐỒNG", Some(&decision.signer_name)),
    })
}

fn cited(decision: &Decision) -> DocumentReference {
    DocumentReference {
        number: decision.cited(),
        date: decision.signed_on.0,
        issuer: decision.authority.clone(),
    }
}

fn parts(pack: &Pack, counted: &Counted) -> Vec<PartResult> {
    let count = u32::try_from(counted.verdict.ballots.len()).unwrap_or_default();
    let part = |part: &Part| {
        let scale = pack.part(*part)?;
        let sum: u32 = counted.verdict.ballots.iter().map(|tally| u32::from(tally.parts[part.place()])).sum();
        Some(PartResult {
            heading: format!("Phần {}: {}", part.letter(), scale.name.vi),
            points: Points::mean(sum, count),
            maximum: Points::whole(scale.max.get().into()),
        })
    };
    Part::ALL.iter().filter_map(part).collect()
}

fn gates(pack: &Pack, sheet: &Sheet, counted: &Counted) -> Vec<FailedGate> {
    let verdict = &counted.verdict;
    let above = |gate: &&ocop::grade::FailedGate| verdict.star.is_none_or(|star| gate.star > star);
    let gate = |gate: &ocop::grade::FailedGate| FailedGate {
        star: gate.star.number(),
        criterion: criterion(sheet, pack, gate.criterion.as_str(), Lang::Vi),
        reached: format!("{} điểm", points(gate.has)),
        needed: option(sheet, gate.criterion.as_str(), gate.needs.get()),
    };
    verdict.failed_gates.iter().filter(above).map(gate).collect()
}

fn option(sheet: &Sheet, id: &str, points: u8) -> String {
    let found = sheet.criterion(id).and_then(|(_, criterion)| {
        criterion.options.iter().find(|option| option.points.get() == points).map(|option| option.vi.clone())
    });
    found.map_or_else(|| format!("{points} điểm"), |text| format!("{text} ({points} điểm)"))
}

// First the raises of the cheapest way to the next star, then what else was lost, the smallest step first.
fn lost(pack: &Pack, sheet: &Sheet, hearing: &Hearing, counted: &Counted) -> Vec<LostPoints> {
    let ballot = counted.agreed_ballot(sheet, hearing);
    let next = match counted.verdict.star {
        Some(star) if pack.recognises(star) => star.next(),
        _ => pack.recognised_stars().next(),
    };
    let way = next.and_then(|star| to_star(pack, sheet, &ballot, star, &Effort::default()));
    let raises = way.map(|way| way.raises).unwrap_or_default();
    let mut lines: Vec<(usize, u8, LostPoints)> = Vec::new();
    for (place, wanted) in sheet.criteria().iter().enumerate() {
        let has = ballot.points_at(place);
        if has >= wanted.max {
            continue;
        }
        let raise = raises.iter().position(|raise| raise.criterion == wanted.id);
        let case = hearing.choices.get(wanted.id.as_str()).copied();
        let better = wanted.options_of(case).filter(|option| option.points > has);
        let target = match raise.and_then(|at| raises.get(at)) {
            Some(raise) => better.into_iter().find(|option| option.points == raise.to),
            None => better.min_by_key(|option| option.points),
        };
        let Some(target) = target else { continue };
        let papers: Vec<&str> = pack.evidence_for(&wanted.key).collect();
        let proof =
            if papers.is_empty() { String::new() } else { format!(" Minh chứng: {}.", papers.join(", ")) };
        let line = LostPoints {
            criterion: criterion(sheet, pack, wanted.id.as_str(), Lang::Vi),
            points: Points::whole(has.get().into()),
            maximum: Points::whole(wanted.max.get().into()),
            advice: format!("{} ({} điểm).{proof}", target.vi.trim_end_matches('.'), target.points),
        };
        lines.push((raise.unwrap_or(usize::MAX), target.points.get() - has.get(), line));
    }
    lines.sort_by_key(|(raise, step, _)| (*raise, *step));
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// `GET /dossiers/{id}/letter.pdf`: the same letter from the dossier, for who knows no councils.
pub(super) async fn of_dossier(here: Here, Path(id): Path<ApplicationId>) -> Answer {
    let item = store::on_application(&here.reader(), id).await?.ok_or_else(Refusal::not_found)?;
    pdf(here, Path(item.case_file_id)).await
}

/// `GET /cases/{id}/letter.pdf`.
pub(super) async fn pdf(here: Here, Path(id): Path<CaseFileId>) -> Answer {
    let item = store::on_case(&here.reader(), id).await?.ok_or_else(Refusal::not_found)?;
    let decision = store::load(&here.reader(), item.decision_id).await?;
    // The producer reads its own letter, not the decision's other cases.
    crate::seen(&here, "see-letter", &resource(&decision, [item.producer_id]).producer(item.producer_id))?;
    let letter = result_letter(here.ground(), id).await?;
    Ok(printing::pdf("thong-bao-ket-qua.pdf", printing::one(letter, here.ground().clock.now()).await?))
}
