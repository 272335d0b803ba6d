//! The marking page: one criterion, its options with gates, the paper the producer cites beside it. It shows nothing of
//! anyone else's marks; in the second round, where the rules say so, how marks differ, without names.

use axum::extract::Path;
use dossier::application::said;
use ground::{Lang, Refusal, Result};
use ocop::sheet::Rule;
use ocop::{Criterion, Pack, Sheet};
use web::parts::{CriterionOption, Evidence, clock_time};
use web::{Answer, Frame, Here, Wrong, wrongs};

use super::evidence::{Paper, papers};
use super::model::{Marks, applies, around};
use super::own;
use crate::case_file::{self, CaseFileId, Hearing, Stage};
use crate::outcome;
use crate::outcome::words::criterion as named;

#[derive(serde::Serialize)]
struct Tick {
    href: String,
    words: String,
    state: &'static str,
    gap: bool,
    part: Option<String>,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "ballot/criterion.html")]
pub(super) struct CriterionPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    case: CaseFileId,
    product: String,
    line: String,
    saved: String,
    progress: String,
    left: String,
    ticks: Vec<Tick>,
    section: String,
    title: String,
    id: String,
    asked: String,
    own: String,
    notes: Vec<String>,
    official: Vec<String>,
    does_not_apply: Option<String>,
    spread: Vec<String>,
    options: Vec<CriterionOption>,
    last_key: u8,
    note: String,
    flagged: bool,
    is_open: bool,
    back: String,
    next: String,
    next_words: String,
    paper: Option<Paper>,
    also: Vec<Evidence>,
}

/// The address of a criterion's page, or of the overview after the last.
pub(super) fn address(case: CaseFileId, criterion: Option<&Criterion>) -> String {
    criterion
        .map_or_else(|| format!("/ballots/{case}"), |criterion| format!("/ballots/{case}/{}", criterion.id))
}

/// The criteria of a round: all in the first, those that differ in the second.
pub(super) async fn shown<'a>(here: &'a Here, hearing: &Hearing, round: i32) -> Result<Vec<&'a Criterion>> {
    let (_, sheet) = hearing.sheet(&here.ground().rules)?;
    if round <= 1 {
        return Ok(sheet.criteria().iter().collect());
    }
    let differing = outcome::differing(&here.reader(), &here.ground().rules, &hearing.case).await?;
    Ok(sheet.criteria().iter().filter(|criterion| differing.contains(criterion.id.as_str())).collect())
}

/// The ballot of whoever is here: the case, the seat, the round.
///
/// # Errors
/// `not-found` for who has no voting seat; `recused`; `case-waiting`.
pub(super) async fn mine(here: &Here, case: CaseFileId) -> Result<(Hearing, crate::seat::Seat, i32)> {
    let hearing = case_file::hearing(&here.reader(), case).await?;
    let seat = hearing.convened.seat_of(here.actor.user).filter(|seat| seat.votes).cloned();
    let seat = seat.ok_or_else(Refusal::not_found)?;
    let recused = hearing.is_recused(seat.id);
    if recused {
        return Err(Refusal::wrong_state("recused").way_out(format!("/cases/{case}")));
    }
    crate::seen(here, "see-ballot", &super::crowd::resource(case, &seat, recused))?;
    let round = hearing.round();
    if round == 0 {
        return Err(case_file::model::stands(Stage::Waiting).way_out(format!("/cases/{case}")));
    }
    Ok((hearing, seat, round))
}

struct At<'a> {
    here: &'a Here,
    hearing: &'a Hearing,
    pack: &'a Pack,
    sheet: &'a Sheet,
    marks: &'a Marks,
    criterion: &'a Criterion,
}

pub(super) async fn page(
    here: &Here,
    case: CaseFileId,
    id: &str,
    refusal: Option<&Refusal>,
) -> Result<CriterionPage> {
    let (hearing, seat, round) = mine(here, case).await?;
    let (pack, sheet) = hearing.sheet(&here.ground().rules)?;
    let criteria = shown(here, &hearing, round).await?;
    let (place, before, next) = around(&criteria, id).ok_or_else(Refusal::not_found)?;
    let criterion = criteria.get(place).copied().ok_or_else(Refusal::not_found)?;
    let marks = own(&here.reader(), case, seat.id, round).await?;
    let at = At { here, hearing: &hearing, pack, sheet, marks: &marks, criterion };
    let mark = marks.get(id);
    let text = |key: &str, args: &[(&str, String)]| here.app.words.text(here.lang, key, args);
    let done =
        criteria.iter().filter(|c| marks.get(c.id.as_str()).is_some_and(|m| m.points.is_some())).count();
    let flagged = criteria.iter().filter(|c| marks.get(c.id.as_str()).is_some_and(|m| m.flagged)).count();
    let options = at.options();
    let (paper, also) = papers(here, &hearing.case, &criterion.id).await?;
    let counts = [
        ("n", (place + 1).to_string()),
        ("of", criteria.len().to_string()),
        ("done", done.to_string()),
        ("flagged", flagged.to_string()),
    ];
    Ok(CriterionPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        case,
        product: hearing.case.product_name.clone(),
        line: at.line(),
        saved: mark.map(|mark| clock_time(mark.at)).unwrap_or_default(),
        progress: text("marking-count", &counts),
        left: text("marking-left", &[("count", (criteria.len() - done).to_string())]),
        ticks: at.ticks(&criteria),
        section: at.section(),
        title: named(sheet, pack, id, here.lang),
        id: id.to_owned(),
        asked: pack.key_name(&criterion.key).map(|name| said(name, here.lang).to_owned()).unwrap_or_default(),
        own: at.own().await?,
        notes: at.notes(),
        official: at.official(),
        does_not_apply: at.does_not_apply(),
        spread: at.spread(round).await?,
        last_key: options.iter().filter_map(|option| option.key).max().unwrap_or(0),
        options,
        note: mark.and_then(|mark| mark.note.clone()).unwrap_or_default(),
        flagged: mark.is_some_and(|mark| mark.flagged),
        is_open: matches!(hearing.stage(), Stage::Marking(_)) && !hearing.has_handed_in(seat.id, round),
        back: address(case, before),
        next: address(case, next),
        next_words: match next {
            Some(next) => text("marking-next", &[("criterion", next.id.to_string())]),
            None => here.t("marking-last"),
        },
        paper,
        also,
    })
}

impl At<'_> {
    fn line(&self) -> String {
        let case = &self.hearing.case;
        let args = [
            ("n", case.n.to_string()),
            ("set", case.set_number.to_string()),
            ("name", said(&self.sheet.name, self.here.lang).to_owned()),
            ("decree", self.pack.decision().number.clone()),
            ("day", self.hearing.convened.sitting.held_on.people()),
        ];
        self.here.app.words.text(self.here.lang, "marking-line", &args)
    }

    fn section(&self) -> String {
        let part = self.criterion.part;
        let section = self.sheet.sections().get(self.criterion.section);
        let title =
            section.map(|section| format!("{}. {}", section.number, said(&section.title, self.here.lang)));
        let args = [("part", part.letter().to_owned()), ("section", title.unwrap_or_default())];
        self.here.app.words.text(self.here.lang, "marking-section", &args)
    }

    fn options(&self) -> Vec<CriterionOption> {
        let case = self.hearing.choices.get(self.criterion.id.as_str()).copied();
        let given = self.marks.get(self.criterion.id.as_str()).and_then(|mark| mark.points);
        let gate = |points| {
            let guarded = self.criterion.gates.iter().filter(|(_, needs)| *needs == points);
            guarded.map(|(star, _)| star.number()).min()
        };
        let option = |points: ocop::Points, text: String| CriterionOption {
            value: points.to_string(),
            points: points.get(),
            text,
            gate: gate(points),
            chosen: given == Some(i32::from(points.get())),
            key: (points.get() <= 9).then_some(points.get()),
        };
        let choices = self.criterion.options_of(case).map(|choice| {
            option(
                choice.points,
                if self.here.lang == Lang::Vi { choice.vi.clone() } else { choice.en.clone() },
            )
        });
        let mut options: Vec<CriterionOption> = choices.collect();
        if !options.iter().any(|option| option.points == 0) {
            options.insert(0, option(ocop::Points::ZERO, self.here.t("marking-none-met")));
        }
        options
    }

    fn notes(&self) -> Vec<String> {
        let here = self.here;
        let code = |code: &ocop::Code| {
            self.pack.code_name(code).map_or(code.as_str(), |name| said(name, here.lang)).to_owned()
        };
        let with = |key: &str, text: String| here.app.words.text(here.lang, key, &[("text", text)]);
        let note = |rule: &Rule| match rule {
            Rule::Requirement { text } => Some(with("rule-requirement", said(text, here.lang).to_owned())),
            Rule::Evidence { text } => Some(with("rule-evidence", said(text, here.lang).to_owned())),
            Rule::Guidance { text } | Rule::ChooseCase { text } => Some(said(text, here.lang).to_owned()),
            Rule::Disqualify { code: found } => Some(with("rule-disqualify", code(found))),
            Rule::Stop { code: found, .. } => Some(with("rule-stop", code(found))),
            Rule::AppliesIf { .. } => None,
        };
        let mut notes: Vec<String> = self.criterion.rules.iter().filter_map(note).collect();
        if let Some(case) = self.hearing.choices.get(self.criterion.id.as_str()) {
            let name = self.pack.case_name(*case).map_or(case.letter(), |name| said(name, here.lang));
            notes.push(with("rule-case", name.to_owned()));
        }
        notes
    }

    fn official(&self) -> Vec<String> {
        let case = self.hearing.choices.get(self.criterion.id.as_str()).copied();
        let mut lines: Vec<String> = self.criterion.official.iter().cloned().collect();
        lines.extend(
            self.criterion.options_of(case).map(|option| format!("{}: {}", option.points, option.official())),
        );
        lines
    }

    fn does_not_apply(&self) -> Option<String> {
        let points = |id: &str| self.marks.get(id).and_then(|mark| mark.points);
        if applies(self.sheet, self.criterion, points) {
            return None;
        }
        let other = super::model::depends_on(self.sheet, self.criterion).next()?;
        let name = named(self.sheet, self.pack, other, self.here.lang);
        Some(self.here.app.words.text(self.here.lang, "marking-does-not-apply", &[("criterion", name)]))
    }

    fn ticks(&self, criteria: &[&Criterion]) -> Vec<Tick> {
        let mut section = None;
        let mut part = None;
        let ticks = criteria.iter().enumerate().map(|(n, criterion)| {
            let mark = self.marks.get(criterion.id.as_str());
            let state = match mark {
                _ if criterion.id == self.criterion.id => "c",
                Some(mark) if mark.flagged || mark.note.is_some() => "f",
                Some(mark) if mark.points.is_some() => "m",
                _ => "",
            };
            let words = [("n", (n + 1).to_string()), ("criterion", criterion.id.to_string())];
            let gap = section.is_some_and(|known| known != criterion.section);
            let begins = part != Some(criterion.part);
            (section, part) = (Some(criterion.section), Some(criterion.part));
            let key = match state {
                "c" => "tick-here",
                "f" => "tick-noted",
                "m" => "tick-marked",
                _ => "tick-open",
            };
            Tick {
                href: address(self.hearing.case.id, Some(criterion)),
                words: self.here.app.words.text(self.here.lang, key, &words),
                state,
                gap,
                part: begins.then(|| self.part(criterion.part)),
            }
        });
        ticks.collect()
    }

    fn part(&self, part: ocop::Part) -> String {
        let name = self.pack.part(part).map_or("", |scale| said(&scale.name, self.here.lang));
        format!("{} {name}", part.letter())
    }

    async fn own(&self) -> Result<String> {
        let marks = crate::outside::own_marks(&self.here.reader(), &self.hearing.case).await?;
        let words = &self.here.app.words;
        Ok(match marks.get(&self.criterion.id) {
            Some(mark) => words.text(self.here.lang, "marking-self", &[("points", mark.points.to_string())]),
            None => self.here.t("marking-self-none"),
        })
    }

    // In the second round: how many gave which points in the first, without names.
    async fn spread(&self, round: i32) -> Result<Vec<String>> {
        if round <= 1 || !self.hearing.convened.rules.shows_spread {
            return Ok(Vec::new());
        }
        let counted = outcome::count(&self.here.reader(), &self.here.ground().rules, self.hearing).await?;
        let place = self.sheet.criteria().iter().position(|criterion| criterion.id == self.criterion.id);
        let (Some(place), Some(first)) = (place, counted.rounds.first()) else { return Ok(Vec::new()) };
        let mut votes = std::collections::BTreeMap::<u8, usize>::new();
        for (_, ballot) in &first.ballots {
            *votes.entry(ballot.points_at(place).get()).or_default() += 1;
        }
        let line = |(points, count): (u8, usize)| {
            let args = [("points", points.to_string()), ("count", count.to_string())];
            self.here.app.words.text(self.here.lang, "marking-spread", &args)
        };
        Ok(votes.into_iter().map(line).collect())
    }
}

/// `GET /ballots/{case}/{criterion}`.
pub(super) async fn show(here: Here, Path((case, criterion)): Path<(CaseFileId, String)>) -> Answer {
    let page = page(&here, case, &criterion, None).await?;
    here.show(&page)
}
