//! A case before a council: members mark and hand in, a second round where totals lie too far apart, the release. The
//! results must be those that are written.

use std::collections::BTreeMap;

use anyhow::{anyhow, bail};
use council::ballot::{self, Wanted, save_mark};
use council::case_file::{self, CaseFileId, Hearing};
use council::outcome;
use dossier::self_assessment::{Marks, applies};
use futures::future::try_join_all;
use ground::Actor;
use ocop::{Mark, Points, Sheet};

use super::play::Play;
use super::written::{Case, Council, Deviations, Expected, Sitting};

/// Criteria marked at a time.
const SHEAF: usize = 8;

/// A member with the ballot they give.
struct Voter {
    login: String,
    actor: Actor,
    /// In the order of the sheet.
    marks: Vec<(String, u8)>,
}

/// Hears a case as far as it came.
///
/// # Errors
/// The program refuses, or comes to another result.
pub(super) async fn hear(
    play: &Play<'_>,
    council: &Council,
    sitting: &Sitting,
    written: &Case,
) -> anyhow::Result<()> {
    let id = play.known.cases.get(&(sitting.key.clone(), written.dossier.clone())).copied();
    let id = id.ok_or_else(|| anyhow!("is not on the agenda"))?;
    let secretary = play.actor(&council.secretary).await?;
    let chair = play.actor(&council.chair).await?;
    let hearing = case_file::hearing(&play.ground.reader(), id).await?;
    let (_, sheet) = hearing.sheet(&play.ground.rules)?;
    play.pause();
    case_file::start(play.ground, &secretary, id, &choices(sheet, written)?).await?;
    let voters = voters(play, &hearing, sheet, council, (written, &written.deviations)).await?;
    mark(play, id, sheet, written, &voters).await?;
    for finding in &written.findings {
        case_file::find(play.ground, &secretary, id, &finding.code, finding.reason.clone()).await?;
    }
    if written.state == "marking" {
        return Ok(());
    }
    play.pause();
    case_file::close(play.ground, &secretary, id).await?;
    compare(play, id, written.expected.as_ref()).await?;
    if let Some(second) = &written.second_round {
        play.pause();
        case_file::again(play.ground, &secretary, id).await?;
        let after = self::voters(play, &hearing, sheet, council, (written, &second.deviations)).await?;
        mark_again(play, id, &voters, &after, second.finished.as_deref()).await?;
        if written.state == "second-round" {
            return Ok(());
        }
        play.pause();
        case_file::close(play.ground, &secretary, id).await?;
        compare(play, id, second.expected.as_ref()).await?;
    }
    play.pause();
    case_file::release(play.ground, &chair, id).await?;
    Ok(())
}

fn choices(sheet: &Sheet, written: &Case) -> anyhow::Result<BTreeMap<String, ocop::Case>> {
    let mut choices = BTreeMap::new();
    for criterion in sheet.criteria().iter().filter(|criterion| criterion.has_cases()) {
        let chosen = written.case.as_deref().and_then(ocop::Case::from_letter);
        let chosen = chosen.ok_or_else(|| anyhow!("criterion {} has two cases", criterion.id))?;
        choices.insert(criterion.id.to_string(), chosen);
    }
    Ok(choices)
}

// Each who marks gives what was agreed, but for their own deviations; what does not apply is not marked.
async fn voters(
    play: &Play<'_>,
    hearing: &Hearing,
    sheet: &Sheet,
    council: &Council,
    (written, deviations): (&Case, &Deviations),
) -> anyhow::Result<Vec<Voter>> {
    let mut voters = Vec::new();
    for login in &council.members {
        let account = play.account(login)?;
        if !hearing.markers().any(|seat| seat.account_id == account) {
            continue;
        }
        let own = deviations.get(login);
        let points = |id: &str| own.and_then(|own| own.get(id)).or(written.agreed.get(id)).copied();
        let mut all = Marks::new();
        for criterion in sheet.criteria() {
            if let Some(points) = points(criterion.id.as_str()) {
                all.insert(criterion.id.clone(), Mark { case: None, points: Points::new(points) });
            }
        }
        let marks = sheet.criteria().iter().filter(|criterion| applies(sheet, criterion, &all));
        let marks =
            marks.filter_map(|criterion| Some((criterion.id.to_string(), points(criterion.id.as_str())?)));
        voters.push(Voter { login: login.clone(), actor: play.actor(login).await?, marks: marks.collect() });
    }
    Ok(voters)
}

// Some criteria after the other, all members at once, as they sit around one table.
async fn mark(
    play: &Play<'_>,
    case: CaseFileId,
    sheet: &Sheet,
    written: &Case,
    voters: &[Voter],
) -> anyhow::Result<()> {
    let has_finished = |login: &String| written.finished.as_ref().is_none_or(|done| done.contains(login));
    let most = |voter: &Voter| {
        let begun = written.begun.get(&voter.login).copied().unwrap_or(0);
        if has_finished(&voter.login) { usize::MAX } else { begun }
    };
    for sheaf in sheaves(sheet) {
        play.pause();
        let saving = voters.iter().flat_map(|voter| {
            let marks = voter.marks.iter().enumerate();
            let mine = marks.filter(|(place, (id, _))| *place < most(voter) && sheaf.contains(&id.as_str()));
            mine.map(|(_, (id, points))| {
                let remark =
                    written.remarks.iter().find(|one| one.member == voter.login && one.criterion == *id);
                let note = remark.map(|one| one.text.clone());
                save_mark(play.ground, &voter.actor, wanted(case, id, *points, note))
            })
        });
        try_join_all(saving).await?;
    }
    for voter in voters.iter().filter(|voter| has_finished(&voter.login)) {
        play.pause();
        ballot::submit(play.ground, &voter.actor, case).await?;
    }
    Ok(())
}

// A few criteria of the sheet at a time; what hangs on another one begins anew.
fn sheaves(sheet: &Sheet) -> Vec<Vec<&str>> {
    let mut sheaves: Vec<Vec<&str>> = Vec::new();
    for criterion in sheet.criteria() {
        match sheaves.last_mut() {
            Some(sheaf) if sheaf.len() < SHEAF && criterion.rules.is_empty() => {
                sheaf.push(criterion.id.as_str());
            }
            _ => sheaves.push(vec![criterion.id.as_str()]),
        }
    }
    sheaves
}

fn wanted(case: CaseFileId, criterion: &str, points: u8, note: Option<String>) -> Wanted {
    let points = Some(points.to_string());
    Wanted { case, criterion: criterion.to_owned(), points, note, flagged: false }
}

// Only what a member changes is marked again; who has not finished has not begun.
async fn mark_again(
    play: &Play<'_>,
    case: CaseFileId,
    before: &[Voter],
    after: &[Voter],
    finished: Option<&[String]>,
) -> anyhow::Result<()> {
    let done = after.iter().filter(|voter| finished.is_none_or(|done| done.contains(&voter.login)));
    for voter in done {
        let first = before.iter().find(|first| first.login == voter.login);
        for (id, points) in &voter.marks {
            if first.is_some_and(|first| first.marks.contains(&(id.clone(), *points))) {
                continue;
            }
            play.pause();
            save_mark(play.ground, &voter.actor, wanted(case, id, *points, None)).await?;
        }
        play.pause();
        ballot::submit(play.ground, &voter.actor, case).await?;
    }
    Ok(())
}

async fn compare(play: &Play<'_>, id: CaseFileId, expected: Option<&Expected>) -> anyhow::Result<()> {
    let expected = expected.ok_or_else(|| anyhow!("nothing is written of its result"))?;
    let reader = play.ground.reader();
    let hearing = case_file::hearing(&reader, id).await?;
    let verdict = outcome::count(&reader, &play.ground.rules, &hearing).await?.verdict;
    let came = (
        verdict.mean.map(|mean| mean.to_string()),
        verdict.star.map(ocop::Star::number),
        verdict.spread,
        verdict.recognised,
    );
    let wanted =
        (Some(expected.mean_exact.clone()), expected.star, Some(expected.spread), expected.recognised);
    if came != wanted {
        bail!("the ballots come to {came:?}, written is {wanted:?}");
    }
    Ok(())
}
