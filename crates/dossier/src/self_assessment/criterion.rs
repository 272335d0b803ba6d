//! One criterion as the page shows it: options in plain words, papers beside them, the official wording behind a click.

use ground::Lang;
use ocop::sheet::Rule;
use ocop::{Criterion, Mark, Pack, Points, Sheet};
use serde::Serialize;
use web::Here;
use web::parts::{CriterionOption, Evidence, Tag};

use super::changes::Changed;
use super::mark::{MARK, TEXT};
use super::model::{Marks, anchor, applies, value};
use super::store::CitedPaper;
use super::{comment_row, mark_row};
use crate::application::{ApplicationId, said};

/// A paper beside a criterion.
#[derive(Clone, Debug, Serialize)]
pub struct Cited {
    /// The paper and the pages.
    #[serde(flatten)]
    pub paper: Evidence,
    /// Where the citation is dropped; none where it may not be.
    pub drop_href: Option<String>,
}

/// A comment beside a criterion.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    /// Who.
    pub who: String,
    /// When.
    pub when: String,
    /// What.
    pub body: String,
}

/// One criterion.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The element's id.
    pub id: String,
    /// Its number in the sheet.
    pub no: String,
    /// Its name.
    pub name: String,
    /// The chosen option and how many papers prove it.
    pub line: String,
    /// Gates, the commune's matters, what changed.
    pub tags: Vec<Tag>,
    /// Points chosen.
    pub points: String,
    /// Points there are.
    pub points_of: u8,
    /// Something is amiss here.
    pub bad: bool,
    /// Whether it is marked at all.
    pub applies: bool,
    /// The field's name.
    pub field: String,
    /// The options; one list a case.
    pub cases: Vec<Options>,
    /// What the reader should know before choosing.
    pub notes: Vec<String>,
    /// The decision's own wording, option by option.
    pub official: Vec<String>,
    /// The description's field name.
    pub text_field: String,
    /// The description.
    pub text: String,
    /// Papers that prove it.
    pub cited: Vec<Cited>,
    /// Papers that usually prove it, where none is cited.
    pub wanted: Vec<Evidence>,
    /// Where a paper is added.
    pub cite_href: String,
    /// Comments, newest first.
    pub comments: Vec<Said>,
}

/// The options of one case.
#[derive(Clone, Debug, Serialize)]
pub struct Options {
    /// The case in words; empty where the sheet has none.
    pub case: String,
    /// The options.
    pub options: Vec<CriterionOption>,
}

/// What a criterion is shown from.
pub(crate) struct Sources<'a> {
    pub(crate) id: ApplicationId,
    pub(crate) pack: &'a Pack,
    pub(crate) sheet: &'a Sheet,
    pub(crate) marks: &'a Marks,
    pub(crate) rows: &'a std::collections::BTreeMap<String, mark_row::Model>,
    pub(crate) cited: &'a [CitedPaper],
    pub(crate) comments: &'a [comment_row::Model],
    pub(crate) changed: &'a std::collections::BTreeMap<ocop::CriterionId, Changed>,
    /// Keys of criteria the commune judges.
    pub(crate) judged: &'a [ocop::sheet::CriterionKey],
    /// The star the shortest way leads to, and what it raises.
    pub(crate) short: &'a [ocop::CriterionId],
    /// Whether the reader may open the papers cited.
    pub(crate) sees_papers: bool,
    pub(crate) may_cite: bool,
    pub(crate) last_day: ground::Day,
}

pub(crate) fn row(here: &Here, from: &Sources<'_>, criterion: &Criterion) -> Row {
    let mark = from.marks.get(&criterion.id).copied();
    let id = criterion.id.as_str();
    let cited: Vec<&CitedPaper> = from.cited.iter().filter(|cited| cited.criterion == id).collect();
    let applies = applies(from.sheet, criterion, from.marks);
    let chosen =
        mark.and_then(|mark| criterion.options_of(mark.case).find(|option| option.points == mark.points));
    let count =
        here.app.words.text(here.lang, "dossier-criterion-evidence", &[("count", cited.len().to_string())]);
    let line = match chosen {
        Some(option) => format!("{} · {count}", in_lang(here.lang, &option.vi, &option.en)),
        None if mark.is_some() => format!("{} · {count}", here.t("dossier-mark-nothing-met")),
        None if applies => here.t("dossier-mark-none"),
        None => here.t("dossier-mark-not-asked"),
    };
    let bad = applies
        && (from.short.contains(&criterion.id)
            || (mark.is_some_and(|m| m.points > Points::ZERO) && cited.is_empty()));
    Row {
        id: anchor(&criterion.id),
        no: id.to_owned(),
        name: from
            .pack
            .key_name(&criterion.key)
            .map(|words| said(words, here.lang))
            .unwrap_or_default()
            .to_owned(),
        line,
        tags: tags(here, from, criterion, mark, cited.is_empty()),
        points: mark.map_or_else(|| "–".to_owned(), |mark| mark.points.to_string()),
        points_of: criterion.max.get(),
        bad,
        applies,
        field: format!("{MARK}{id}"),
        cases: cases(here, from.pack, criterion, mark),
        notes: notes(here, criterion),
        official: official(criterion),
        text_field: format!("{TEXT}{id}"),
        text: from.rows.get(id).and_then(|row| row.description.clone()).unwrap_or_default(),
        wanted: if cited.is_empty() { wanted(here, from.pack, criterion) } else { Vec::new() },
        cited: cited.into_iter().map(|paper| evidence(here, from, paper)).collect(),
        cite_href: format!("/dossiers/{}/cite?criterion={id}", from.id),
        comments: from
            .comments
            .iter()
            .filter(|comment| comment.criterion.as_deref() == Some(id))
            .map(said_by)
            .collect(),
    }
}

pub(crate) fn said_by(comment: &comment_row::Model) -> Said {
    Said { who: comment.author.clone(), when: web::parts::moment(comment.at), body: comment.body.clone() }
}

fn in_lang<'a>(lang: Lang, vi: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

fn tags(
    here: &Here,
    from: &Sources<'_>,
    criterion: &Criterion,
    mark: Option<Mark>,
    unproved: bool,
) -> Vec<Tag> {
    let mut tags = Vec::new();
    let text =
        |key: &str, name: &'static str, value: String| here.app.words.text(here.lang, key, &[(name, value)]);
    if from.judged.contains(&criterion.key) {
        tags.push(Tag::new("line", "landmark", here.t("dossier-criterion-judged")));
    }
    if let Some(change) = from.changed.get(&criterion.id) {
        let words = change.points.map_or_else(
            || here.t("dossier-criterion-changed"),
            |points| text("dossier-criterion-was", "points", points.to_string()),
        );
        tags.push(Tag::new("brand", "history", words));
    }
    if let Some(mark) = mark {
        let met = criterion
            .gates
            .iter()
            .filter(|(_, least)| mark.points >= *least)
            .map(|(star, _)| star.number())
            .max();
        let missed = criterion
            .gates
            .iter()
            .filter(|(_, least)| mark.points < *least)
            .map(|(star, _)| star.number())
            .min();
        if let Some(star) = missed.filter(|_| from.short.contains(&criterion.id)) {
            tags.push(Tag::new(
                "late",
                "circle-alert",
                text("dossier-criterion-short", "stars", star.to_string()),
            ));
        } else if let Some(star) = met {
            tags.push(Tag::new("ok", "check", text("dossier-criterion-met", "stars", star.to_string())));
        }
        if unproved && mark.points > Points::ZERO {
            tags.push(Tag::new("soon", "file-warning", here.t("dossier-criterion-unproved")));
        }
    }
    tags
}

fn cases(here: &Here, pack: &Pack, criterion: &Criterion, mark: Option<Mark>) -> Vec<Options> {
    let mut cases: Vec<Option<ocop::Case>> = criterion.options.iter().map(|option| option.case).collect();
    cases.dedup();
    cases.sort();
    cases.dedup();
    let of = |case: Option<ocop::Case>| {
        let mut options: Vec<CriterionOption> = Vec::new();
        // A member may find that no option is met, also where the sheet prints no zero.
        if criterion.options_of(case).all(|option| option.points != Points::ZERO) {
            options.push(option(case, Points::ZERO, here.t("dossier-mark-nothing-met"), criterion, mark));
        }
        for choice in criterion.options_of(case) {
            let text = in_lang(here.lang, &choice.vi, &choice.en).to_owned();
            options.push(option(case, choice.points, text, criterion, mark));
        }
        let case = case.and_then(|case| pack.case_name(case)).map(|words| said(words, here.lang).to_owned());
        Options { case: case.unwrap_or_default(), options }
    };
    cases.into_iter().map(of).collect()
}

fn option(
    case: Option<ocop::Case>,
    points: Points,
    text: String,
    criterion: &Criterion,
    mark: Option<Mark>,
) -> CriterionOption {
    let this = Mark { case, points };
    let gate = criterion.gates.iter().filter(|(_, least)| *least == points && points > Points::ZERO);
    CriterionOption {
        value: value(this),
        points: points.get(),
        text,
        gate: gate.map(|(star, _)| star.number()).min(),
        chosen: mark == Some(this),
        key: None,
    }
}

fn notes(here: &Here, criterion: &Criterion) -> Vec<String> {
    let note = |rule: &Rule| match rule {
        Rule::Requirement { text }
        | Rule::Evidence { text }
        | Rule::Guidance { text }
        | Rule::ChooseCase { text } => Some(said(text, here.lang).to_owned()),
        _ => None,
    };
    criterion.rules.iter().filter_map(note).collect()
}

fn official(criterion: &Criterion) -> Vec<String> {
    let options = criterion.options.iter().map(|option| {
        let star = option
            .star
            .map(|star| format!(" {}", "*".repeat(usize::from(star.number()))))
            .unwrap_or_default();
        format!("“{}” ({} điểm{star})", option.official(), option.points)
    });
    criterion.official.iter().cloned().chain(options).collect()
}

fn wanted(here: &Here, pack: &Pack, criterion: &Criterion) -> Vec<Evidence> {
    let codes: Vec<&str> = pack.evidence_for(&criterion.key).collect();
    let rows = pack.evidence().filter(|(code, _)| codes.contains(code));
    rows.map(|(code, row)| Evidence {
        href: None,
        title: here.app.words.text(
            here.lang,
            "evidence-wanted",
            &[("paper", said(&row.name, here.lang).to_owned())],
        ),
        detail: code.to_owned(),
        missing: true,
    })
    .collect()
}

fn evidence(here: &Here, from: &Sources<'_>, cited: &CitedPaper) -> Cited {
    let text = |key: &str, args: &[(&str, String)]| here.app.words.text(here.lang, key, args);
    let pages = if cited.first_page == cited.last_page {
        text("evidence-page", &[("page", cited.first_page.to_string())])
    } else {
        let args = [("first", cited.first_page.to_string()), ("last", cited.last_page.to_string())];
        text("evidence-pages", &args)
    };
    let mut detail = vec![pages];
    detail.extend(cited.note.clone());
    detail.extend(cited.expires_on.map(|day| text("evidence-until", &[("day", day.people())])));
    if cited.withdrawn_at.is_some() {
        detail.push(here.t("evidence-withdrawn"));
    }
    let ends = cited.expires_on.is_some_and(|day| day < from.last_day);
    if ends {
        detail.push(here.t("evidence-ends"));
    }
    Cited {
        paper: Evidence {
            href: from.sees_papers.then(|| format!("/papers/{}?page={}", cited.paper_id, cited.first_page)),
            title: cited.title.clone(),
            detail: detail.join(" · "),
            missing: ends || cited.withdrawn_at.is_some(),
        },
        drop_href: from.may_cite.then(|| format!("/dossiers/{}/citations/{}/drop", from.id, cited.citation)),
    }
}
