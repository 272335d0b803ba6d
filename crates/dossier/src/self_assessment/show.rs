//! The dossier: the sheet with marks and papers, and beside it what it would come to today.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use ground::journal::of_record;
use ground::{Day, Resource};
use ocop::path::{Effort, to_next_star};
use ocop::sheet::CriterionKey;
use serde::Serialize;
use web::parts::{Moment, Tag, Verdict, history};
use web::table::Link;
use web::{Answer, Behalf, Frame, Here};

use super::criterion::{Row, Said, Sources, row, said_by};
use super::gaps::{Gaps, gaps};
use super::model::{anchor, ballot, sheet_of};
use super::narrative_row::{self, Topic};
use super::verdict::{panel, percent};
use super::{changes, mark, store};
use crate::application::{self, Application, ApplicationId, Kind, said, variant};
use crate::paper;

/// A section of the sheet.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The element's id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Part and points.
    pub line: String,
    /// Points of points.
    pub points: String,
    /// Share, 0–100.
    pub percent: u16,
    /// Its criteria.
    pub criteria: Vec<Row>,
}

/// A told part of the report.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// The field's name.
    pub field: String,
    /// What is told here.
    pub label: String,
    /// The text.
    pub body: String,
}

/// A paper in a line.
#[derive(Clone, Debug, Serialize)]
pub struct PaperLine {
    /// Its page; none for a reader who does not see it.
    pub href: Option<String>,
    /// What is said of it.
    pub label: String,
}

/// What is missing, as links.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Missing {
    /// Criteria without a mark.
    pub unmarked: Vec<Link>,
    /// Criteria with points and no paper.
    pub unproved: Vec<Link>,
    /// Papers that end before the decision.
    pub expiring: Vec<PaperLine>,
    /// The day the decision may be expected.
    pub decision_by: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "self_assessment/show.html")]
pub struct DossierPage {
    #[serde(skip)]
    frame: Frame,
    /// The application.
    pub id: ApplicationId,
    /// The product.
    pub product: String,
    /// The drawing of its group.
    #[serde(skip)]
    pub art: String,
    /// The producer.
    pub producer: String,
    /// Where its papers lie; none for a reader who does not see the vault.
    pub vault_href: Option<String>,
    /// Set and its name.
    pub set: String,
    /// First, upgrade or re-evaluation.
    pub kind: Kind,
    /// The same in words.
    pub kind_words: String,
    /// The decision it goes by.
    pub rules: String,
    /// Where it stands.
    pub stage: Tag,
    /// Its registration number.
    pub registration_number: Option<String>,
    /// The state shown here.
    pub version: i32,
    /// Whether the reader may write.
    pub may_write: bool,
    /// Whether the reader may comment.
    pub may_comment: bool,
    /// If it were marked today.
    pub verdict: Verdict,
    /// What is missing.
    pub missing: Missing,
    /// The sheet.
    pub sections: Vec<Section>,
    /// The told parts.
    pub told: Vec<Told>,
    /// Comments on the whole.
    pub comments: Vec<Said>,
    /// Who did what, and for whom.
    pub history: Vec<Moment>,
}

/// The frame of a page of a dossier, with the band where the reader acts for the producer.
pub(crate) fn frame(here: &Here, application: &Application) -> Frame {
    let mut frame = here.frame();
    frame.behalf = here.actor.consent_of(application.producer_id).map(|consent| Behalf {
        producer: consent.producer_name.clone(),
        consent_date: consent.given_on.people(),
        consent_href: format!("/consents/{}", consent.consent),
    });
    frame
}

/// Stage as a tag.
pub(crate) fn stage_tag(here: &Here, application: &Application) -> Tag {
    let (kind, icon) = application.stage.look();
    Tag::new(kind, icon, here.t(&format!("dossier-stage-{}", application.stage)))
}

/// `GET /dossiers/{id}`.
pub(crate) async fn show(here: Here, Path(id): Path<ApplicationId>) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let page = fill(&here, &seen.application, &seen.resource).await?;
    here.show(&page)
}

async fn fill(here: &Here, application: &Application, resource: &Resource) -> ground::Result<DossierPage> {
    let rules = here.ground().rules.clone();
    let reader = here.reader();
    let (pack, sheet) = sheet_of(&rules, application)?;
    let rows = store::mark_rows(&reader, application.id).await?;
    let marks = store::marks_of(rows.values());
    let cited = store::all_citations(&reader, application.id).await?;
    let comments = store::comments(&reader, application.id).await?;
    let changed = changes::since(&reader, &rules, application, &marks).await?;
    let told = store::narrative(&reader, application.id).await?;
    let lines = of_record(&reader, &here.actor, "dossier", &application.id.to_string()).await?;
    let today = here.ground().clock.today();
    let is_open = application.stage.is_open();
    let may_write = is_open && here.may("mark-dossier", resource);
    let ballot = ballot(sheet, &marks);
    let way = to_next_star(pack, sheet, &ballot, &Effort::default());
    let required = way.iter().flat_map(|way| &way.raises).filter(|raise| raise.gate.is_some());
    let short: Vec<_> = required.map(|raise| raise.criterion.clone()).collect();
    let gaps = gaps(pack, sheet, application, &marks, &cited, today);
    let judged: Vec<CriterionKey> = variant(&rules, application)
        .map(|variant| {
            variant.steps.iter().flat_map(|step| &step.judges).flat_map(|j| j.keys.clone()).collect()
        })
        .unwrap_or_default();
    let sources = Sources {
        id: application.id,
        pack,
        sheet,
        marks: &marks,
        rows: &rows,
        cited: &cited,
        comments: &comments,
        changed: &changed,
        judged: &judged,
        short: &short,
        sees_papers: paper::sees_cited(here, application).await?,
        may_cite: is_open && here.may("cite-paper", resource),
        last_day: gaps.decision_by.unwrap_or(today),
    };
    Ok(DossierPage {
        frame: frame(here, application),
        id: application.id,
        product: application.product_name.clone(),
        art: art(sheet.group.as_str()).to_owned(),
        producer: application.producer_name.clone(),
        vault_href: paper::vault_href(here, application.producer_id).await?,
        set: here.app.words.text(
            here.lang,
            "dossier-set",
            &[
                ("number", application.set_number.to_string()),
                ("name", said(&sheet.name, here.lang).to_owned()),
            ],
        ),
        kind: application.kind,
        kind_words: here.t(&format!("dossier-kind-{}", application.kind)),
        rules: pack.decision().number.clone(),
        stage: stage_tag(here, application),
        registration_number: application.registration_number.clone(),
        version: application.version,
        may_write,
        may_comment: here.may("comment-dossier", resource),
        verdict: panel(here, pack, sheet, &ballot),
        missing: missing(here, &sources, &gaps),
        sections: sections(here, &sources),
        told: told_parts(here, application.kind, &told),
        comments: comments.iter().filter(|comment| comment.criterion.is_none()).map(said_by).collect(),
        history: history(here, &lines),
    })
}

fn told_parts(here: &Here, kind: Kind, told: &BTreeMap<Topic, narrative_row::Model>) -> Vec<Told> {
    let asked = Topic::ALL.iter().filter(|topic| **topic != Topic::Changes || kind != Kind::First);
    let part = |topic: &Topic| Told {
        field: format!("{}{topic}", mark::TOLD),
        label: here.t(&format!("told-{topic}")),
        body: told.get(topic).map(|row| row.body.clone()).unwrap_or_default(),
    };
    asked.map(part).collect()
}

// A drawing by product group (Annex I), where there is no photo.
fn art(group: &str) -> &'static str {
    match group {
        "II" => "ruou",
        "V" => "hoa",
        "VI" => "homestay",
        _ => "bot-gao",
    }
}

fn missing(here: &Here, from: &Sources<'_>, gaps: &Gaps) -> Missing {
    let (pack, sheet, sees_papers) = (from.pack, from.sheet, from.sees_papers);
    let link = |id: &ocop::CriterionId| {
        let name = sheet.criterion(id.as_str()).and_then(|(_, c)| pack.key_name(&c.key));
        let name = name.map(|words| said(words, here.lang)).unwrap_or_default();
        Link { href: format!("#{}", anchor(id)), label: format!("{id} {name}") }
    };
    let paper = |cited: &store::CitedPaper| {
        let day = cited.expires_on.map(Day::people).unwrap_or_default();
        let args = [("paper", cited.title.clone()), ("day", day)];
        PaperLine {
            href: sees_papers.then(|| format!("/papers/{}", cited.paper_id)),
            label: here.app.words.text(here.lang, "missing-expiring-line", &args),
        }
    };
    Missing {
        unmarked: gaps.unmarked.iter().map(link).collect(),
        unproved: gaps.unproved.iter().map(link).collect(),
        expiring: gaps.expiring.iter().map(paper).collect(),
        decision_by: gaps.decision_by.map(Day::people).unwrap_or_default(),
    }
}

fn sections(here: &Here, from: &Sources<'_>) -> Vec<Section> {
    let sheet = from.sheet;
    let of = |(place, section): (usize, &ocop::sheet::Section)| {
        let criteria: Vec<&ocop::Criterion> =
            sheet.criteria().iter().filter(|c| c.section == place).collect();
        let points: u16 = criteria
            .iter()
            .filter_map(|c| from.marks.get(&c.id))
            .map(|mark| u16::from(mark.points.get()))
            .sum();
        let most = u16::from(section.max.get());
        let args = [
            ("part", section.part.letter().to_owned()),
            ("points", points.to_string()),
            ("most", most.to_string()),
        ];
        Section {
            id: format!("s-{}-{}", section.part.letter(), section.number.replace('.', "-")),
            title: format!("{}. {}", section.number, said(&section.title, here.lang)),
            line: here.app.words.text(here.lang, "dossier-section-line", &args),
            points: format!("{points}/{most}"),
            percent: percent(points, most),
            criteria: criteria.into_iter().map(|criterion| row(here, from, criterion)).collect(),
        }
    };
    sheet.sections().iter().enumerate().map(of).collect()
}
