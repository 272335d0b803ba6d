//! The way of a dossier: its steps with their clock, what was returned and why, and what the reader may do now.

use askama::Template;
use axum::extract::Path;
use ground::{Day, Refusal, Result};
use serde::Serialize;
use web::parts::{Moment, Step as StepLine, Tag};
use web::{Answer, Field, FormData, Frame, Here, Wrong};

use super::advice_row::AdviceKind;
use super::fields::{Fields, ReturnRow, fields, return_rows};
use super::{screen, send_back, store, submit};
use crate::application::{self, ApplicationId, Outcome, Seen, Stage, StepRow, Walk, said, walk};
use crate::forms::{self, BundleLine};
use crate::self_assessment::stage_tag;

/// An item of a return.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// The field of its answer.
    pub field: String,
    /// What it is about.
    pub subject: String,
    /// Why.
    pub reason: String,
    /// What was done about it.
    pub answer: String,
    /// What is wrong with the answer.
    pub error: Option<String>,
}

/// A matter the commune judges.
#[derive(Clone, Debug, Serialize)]
pub struct Matter {
    /// In words.
    pub title: String,
    /// What the producer says.
    #[serde(skip)]
    pub declared: Field,
    /// What the commune found.
    #[serde(skip)]
    pub found: Field,
    /// The finding as written.
    pub text: String,
}

/// A note of the advisory team.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// What kind, in words.
    pub kind: String,
    /// The criterion.
    pub criterion: String,
    /// What.
    pub body: String,
    /// Whether the evidence carries the mark.
    pub agrees: Option<bool>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Who and when.
    pub by: String,
    /// Where the outcome is entered; none where there is none to enter.
    pub settle_href: Option<String>,
}

/// What the reader may do now.
#[derive(Clone, Debug, Default, Serialize)]
pub struct May {
    /// File it.
    pub submit: bool,
    /// Take it in at the commune.
    pub receive: bool,
    /// Write the commune's findings and send it up.
    pub forward: bool,
    /// Send it back.
    pub send_back: bool,
    /// Take it in at the province.
    pub accept: bool,
    /// Note and report as the advisory team.
    pub advise: bool,
    /// Bind it into one file.
    pub bind: bool,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "procedure/show.html")]
pub struct ProcedurePage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    fields: Fields,
    #[serde(skip)]
    return_rows: Vec<ReturnRow>,
    /// The application.
    pub id: ApplicationId,
    /// The product.
    pub product: String,
    /// The producer.
    pub producer: String,
    /// Where it stands.
    pub stage: Tag,
    /// The council's result was decided.
    pub is_over: bool,
    /// The registration number.
    pub registration_number: Option<String>,
    /// Until when the step at hand is to be done.
    pub due: Option<String>,
    /// The steps of the decree.
    pub steps: Vec<StepLine>,
    /// What happened.
    pub moments: Vec<Moment>,
    /// Items of the return that wait for an answer.
    pub open_items: Vec<Item>,
    /// Items of earlier returns.
    pub items: Vec<Item>,
    /// What the commune judges.
    pub matters: Vec<Matter>,
    /// What the advisory team noted.
    pub notes: Vec<Note>,
    /// What the reader may do now.
    pub may: May,
    /// Files of the bound dossier.
    pub bundles: Vec<BundleLine>,
}

impl ProcedurePage {
    // There is a report to print once a finding is written.
    fn is_reported(&self) -> bool {
        self.matters.iter().any(|matter| !matter.text.is_empty())
    }
}

/// `GET /dossiers/{id}/procedure`.
pub(super) async fn show(here: Here, Path(id): Path<ApplicationId>) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    here.show(&fill(&here, &seen, &FormData::default(), None).await?)
}

/// The page with what was typed and what is wrong with it.
pub(super) async fn again(here: &Here, seen: &Seen, data: &FormData, refusal: Refusal) -> Answer {
    let page = fill(here, seen, data, Some(&refusal)).await?;
    here.show_again(&page, refusal)
}

async fn fill(here: &Here, seen: &Seen, data: &FormData, refusal: Option<&Refusal>) -> Result<ProcedurePage> {
    let application = &seen.application;
    let reader = here.reader();
    let rules = here.ground().rules.clone();
    let rows = application::history(&reader, application.id).await?;
    let walked = walk(&rules, application, &rows)?;
    let since = if application.stage == Stage::Commune { application.received_on } else { None };
    let due = walked.due(&rules, since.unwrap_or(application.since));
    let open: Vec<_> = store::open_items(&reader, &rows).await?;
    let earlier = store::items(&reader, application.id).await?;
    let item = |row: &super::return_row::Model| {
        let field = format!("{}{}", submit::ANSWERS, row.id);
        let problem =
            refusal.and_then(|refusal| refusal.fields.iter().find(|problem| problem.field == field));
        Item {
            subject: if row.subject == send_back::WHOLE {
                here.t("dossier-return-whole")
            } else {
                row.subject.clone()
            },
            reason: row.reason.clone(),
            answer: row.answer.clone().unwrap_or_else(|| data.get(&field).to_owned()),
            error: problem.map(|problem| here.app.words.problem(here.lang, problem)),
            field,
        }
    };
    let may = may(here, seen);
    Ok(ProcedurePage {
        frame: crate::self_assessment::frame(here, application),
        errors: web::wrongs(here, refusal),
        return_rows: return_rows(here, seen, data, refusal)?,
        fields: fields(here, seen, data, refusal)?,
        id: application.id,
        product: application.product_name.clone(),
        producer: application.producer_name.clone(),
        stage: stage_tag(here, application),
        is_over: matches!(application.stage, Stage::Centre | Stage::Closed),
        registration_number: application.registration_number.clone(),
        due: due.map(Day::people),
        steps: steps(here, &walked),
        moments: rows.iter().rev().map(|row| moment(here, &walked, row)).collect(),
        items: earlier.iter().filter(|row| open.iter().all(|now| now.id != row.id)).map(item).collect(),
        open_items: open.iter().map(item).collect(),
        matters: matters(here, seen, data, refusal).await?,
        notes: notes(here, seen, may.advise).await?,
        bundles: if may.bind { forms::bundles(here, application.id).await? } else { Vec::new() },
        may,
    })
}

fn may(here: &Here, seen: &Seen) -> May {
    let stage = seen.application.stage;
    let may = |at: Stage, intent: &str| stage == at && here.may(intent, &seen.resource);
    let received = seen.application.registration_number.is_some();
    let forward = may(Stage::Commune, "forward-dossier");
    let accept = may(Stage::Province, "accept-dossier");
    let advise = may(Stage::Advisory, "report-dossier");
    May {
        submit: stage.is_open() && here.may("submit-dossier", &seen.resource),
        receive: !received && may(Stage::Commune, "receive-dossier"),
        forward,
        send_back: forward || accept || advise,
        accept,
        advise,
        bind: here.may("bind-dossier", &seen.resource),
    }
}

fn steps(here: &Here, walked: &Walk<'_>) -> Vec<StepLine> {
    let next = walked.next().map(|step| &step.id);
    let path = walked.variant.steps.iter().filter(|step| step.applies(&walked.means));
    path.map(|step| StepLine {
        label: said(&step.does, here.lang).to_owned(),
        note: walked.variant.actors.get(&step.actor).map(|words| said(words, here.lang).to_owned()),
        state: match () {
            () if walked.done.contains(&step.id) => "done",
            () if Some(&step.id) == next => "now",
            () => "",
        },
    })
    .collect()
}

fn moment(here: &Here, walked: &Walk<'_>, row: &StepRow) -> Moment {
    let step = walked.variant.steps.iter().find(|step| step.id.as_str() == row.step);
    let title = step.map_or(row.step.as_str(), |step| said(&step.does, here.lang)).to_owned();
    let (icon, title) = match row.outcome {
        Outcome::Done => ("check", title),
        Outcome::Returned => {
            ("undo-2", here.app.words.text(here.lang, "dossier-step-returned", &[("step", title)]))
        }
    };
    Moment {
        icon,
        title,
        when: web::parts::moment(row.at),
        detail: Some(row.done_by_name.clone()),
        gap: false,
    }
}

async fn matters(
    here: &Here,
    seen: &Seen,
    data: &FormData,
    refusal: Option<&Refusal>,
) -> Result<Vec<Matter>> {
    let found = store::findings(&here.reader(), seen.application.id).await?;
    let judged = screen::matters(&here.ground().rules, &seen.application)?;
    let one = |(n, judged): (i32, ocop::procedure::Judged)| {
        let row = found.iter().find(|row| row.matter == n);
        let title = said(&judged.matter, here.lang).to_owned();
        let field = |name: String, label: &str, stored: Option<&str>| {
            let mut field = Field::new(here, &name, label, data, refusal).rows(3);
            if !data.has(&name) {
                stored.unwrap_or_default().clone_into(&mut field.value);
            }
            field
        };
        Matter {
            declared: field(
                format!("declared-{n}"),
                "matter-declared",
                row.and_then(|row| row.declared.as_deref()),
            )
            .optional(),
            found: field(format!("found-{n}"), "matter-found", row.map(|row| row.found.as_str())),
            text: row.map(|row| row.found.clone()).unwrap_or_default(),
            title,
        }
    };
    Ok((0..).zip(judged).map(one).collect())
}

async fn notes(here: &Here, seen: &Seen, may_advise: bool) -> Result<Vec<Note>> {
    let rows = store::advice(&here.reader(), seen.application.id).await?;
    let note = |row: super::advice_row::Model| {
        let waits = matches!(row.kind, AdviceKind::Visit | AdviceKind::Test) && row.settled_at.is_none();
        Note {
            kind: here.t(&format!("advice-{}", row.kind)),
            criterion: row.criterion.unwrap_or_default(),
            body: row.body,
            agrees: row.agrees,
            outcome: row.outcome,
            by: format!("{} · {}", row.by_name, web::parts::moment(row.at)),
            settle_href: (waits && may_advise)
                .then(|| format!("/dossiers/{}/advice/{}", row.application_id, row.id)),
        }
    };
    Ok(rows.into_iter().map(note).collect())
}
