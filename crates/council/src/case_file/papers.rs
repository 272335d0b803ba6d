//! The ballots (phiếu đánh giá) of a released case as PDF.

use axum::extract::Path;
use ground::Result;
use ocop::{Ballot, Pack, Part, Sheet};
use papers::Points;
use papers::paper::{ScoreSheet, SheetCriterion, SheetOption, SheetPart, SheetSection};
use web::{Answer, Here};

use super::{CaseFileId, Hearing, Stage, store};
use crate::ballot::model::OPINION;
use crate::{ballot, outcome, printing};

/// One member's ballot as the sheet prints it.
pub fn score_sheet(
    hearing: &Hearing,
    (pack, sheet): (&Pack, &Sheet),
    ballot: &Ballot,
    opinion: Option<String>,
) -> ScoreSheet {
    let case = &hearing.case;
    let council = &hearing.convened.council;
    let rejection = sheet.codes().iter().filter(|entry| entry.effect == ocop::sheet::Effect::Disqualify);
    let total: u16 = ballot.parts(sheet).iter().sum();
    ScoreSheet {
        set: sheet.name.vi.clone(),
        classification: sheet.family.vi.clone(),
        product: case.product_name.clone(),
        code: case.product_code.clone(),
        producer: case.producer_name.clone(),
        phone: case.phone.clone(),
        address: case.address.clone(),
        rejection: rejection
            .filter_map(|entry| pack.code_name(&entry.code))
            .map(|name| name.vi.clone())
            .collect(),
        parts: Part::ALL.iter().filter_map(|letter| part(hearing, pack, sheet, ballot, *letter)).collect(),
        maximum: Points::whole(
            Part::ALL.iter().filter_map(|p| pack.part(*p)).map(|p| u32::from(p.max.get())).sum(),
        ),
        total: Some(Points::whole(total.into())),
        opinion,
        place: Some(printing::bare(&council.place_name).to_owned()),
        date: Some(hearing.convened.sitting.held_on.0),
        name: Some(ballot.member.clone()),
    }
}

fn part(hearing: &Hearing, pack: &Pack, sheet: &Sheet, ballot: &Ballot, letter: Part) -> Option<SheetPart> {
    let scale = pack.part(letter)?;
    let sections = sheet.sections().iter().enumerate().filter(|(_, section)| section.part == letter);
    let section = |(n, section): (usize, &ocop::sheet::Section)| SheetSection {
        heading: format!("{}. {}", section.number, section.title.vi),
        maximum: Points::whole(section.max.get().into()),
        criteria: sheet
            .criteria()
            .iter()
            .enumerate()
            .filter(|(_, criterion)| criterion.section == n)
            .map(|(place, criterion)| line(hearing, pack, criterion, ballot, place))
            .collect(),
    };
    Some(SheetPart {
        heading: format!("Phần {}: {}", letter.letter(), scale.name.vi),
        maximum: Points::whole(scale.max.get().into()),
        sections: sections.map(section).collect(),
    })
}

fn line(
    hearing: &Hearing,
    pack: &Pack,
    criterion: &ocop::Criterion,
    ballot: &Ballot,
    place: usize,
) -> SheetCriterion {
    let case = hearing.choices.get(criterion.id.as_str()).copied();
    let mark = ballot.marks().get(place).copied().flatten();
    let wording =
        criterion.official.clone().or_else(|| pack.key_name(&criterion.key).map(|name| name.vi.clone()));
    let option = |option: &ocop::sheet::Choice| SheetOption {
        text: option.official().to_owned(),
        points: Points::whole(option.points.get().into()),
        star: option.star.map(ocop::Star::number),
        ticked: mark.is_some_and(|mark| mark.points == option.points && mark.case == option.case),
    };
    SheetCriterion {
        title: format!("{}. {}", criterion.id, wording.unwrap_or_default()),
        maximum: Points::whole(criterion.max.get().into()),
        notes: Vec::new(),
        options: criterion.options_of(case).map(option).collect(),
    }
}

/// `GET /cases/{id}/ballots.pdf`: all ballots that count, one after the other; before the release there is none.
pub(super) async fn ballots_pdf(here: Here, Path(id): Path<CaseFileId>) -> Answer {
    let hearing = store::hearing(&here.reader(), id).await?;
    crate::seen(&here, "see-count", &hearing.resource())?;
    hearing.must_be(|stage| stage == Stage::Released)?;
    let sheets = sheets(&here, &hearing).await?;
    let titles: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone().unwrap_or_default()).collect();
    let at = here.ground().clock.now();
    let set = printing::typeset(sheets, at).await?;
    let parts = titles.into_iter().zip(set.into_iter().map(papers::Pdf::into_bytes)).collect();
    let title = format!("Phiếu đánh giá: {}", hearing.case.product_name);
    let merged = tokio::task::spawn_blocking(move || printing::merged(&title, parts, at)).await;
    Ok(printing::pdf("phieu-danh-gia.pdf", merged.map_err(ground::Refusal::unexpected)??))
}

async fn sheets(here: &Here, hearing: &Hearing) -> Result<Vec<ScoreSheet>> {
    let on = hearing.sheet(&here.ground().rules)?;
    let counted = outcome::count(&here.reader(), &here.ground().rules, hearing).await?;
    let mut sheets = Vec::new();
    for (seat, ballot) in counted.ballots() {
        let marks = ballot::own(&here.reader(), hearing.case.id, *seat, hearing.round()).await?;
        let opinion = marks.get(OPINION).and_then(|mark| mark.note.clone());
        sheets.push(score_sheet(hearing, on, ballot, opinion));
    }
    Ok(sheets)
}
