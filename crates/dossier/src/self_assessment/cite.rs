//! `cite`: pages of a paper of the vault prove a criterion.

use askama::Template;
use axum::extract::{Path, RawQuery};
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong};

use super::citation_row::{self, CitationId};
use super::model::{anchor, sheet_of};
use crate::application::{self, ApplicationId, Seen, said};
use crate::paper::{self, PaperId};

/// Most characters of what a citation shows.
const NOTE: usize = 300;

/// A citation to be made.
#[derive(Clone, Debug)]
pub struct NewCitation {
    /// The criterion's number in the sheet.
    pub criterion: String,
    /// The paper.
    pub paper: PaperId,
    /// First page, from 1.
    pub first_page: i32,
    /// Last page.
    pub last_page: i32,
    /// What it shows there.
    pub note: Option<String>,
}

fn parse(form: &FormData) -> Result<NewCitation> {
    let mut read = form.read();
    let criterion = read.text("criterion", 20);
    let paper = read.word("paper");
    let first_page = read.number("first_page", 1..=i32::MAX);
    let last_page =
        if form.get("last_page").is_empty() { first_page } else { read.number("last_page", 1..=i32::MAX) };
    let note = read.optional("note", NOTE);
    read.done(|| {
        let (first_page, last_page) = (first_page?, last_page?);
        Some(NewCitation { criterion: criterion?, paper: paper?, first_page, last_page, note: note? })
    })
}

/// Cites pages of a paper for a criterion.
///
/// # Errors
/// `dossier-in-procedure`, `not-allowed`; at its field: no such criterion, a paper of another producer or taken out,
/// pages it does not have.
pub async fn cite(ground: &Ground, actor: &Actor, seen: &Seen, new: NewCitation) -> Result<CitationId> {
    seen.must_be_open()?;
    let (_, sheet) = sheet_of(&ground.rules, &seen.application)?;
    if sheet.criterion(&new.criterion).is_none() {
        return Err(Refusal::field("criterion", "not-a-choice"));
    }
    let found = paper::load(&ground.reader(), new.paper).await.ok();
    let found = found.filter(|p| p.producer_id == seen.application.producer_id && p.withdrawn_at.is_none());
    let Some(found) = found else { return Err(Refusal::field("paper", "not-a-choice")) };
    let pages = paper::page_count(&ground.reader(), found.id).await?;
    if new.last_page > pages || new.first_page > new.last_page {
        let field = if new.first_page > pages { "first_page" } else { "last_page" };
        let problem = FieldProblem::new(field, "out-of-range");
        return Err(Refusal::invalid(vec![problem.with("least", 1).with("most", pages)]));
    }
    let mut change = ground.change(actor, "cite-paper", &seen.resource).await?;
    let id: CitationId = change.new_id();
    let row = citation_row::ActiveModel {
        id: Set(id),
        application_id: Set(seen.application.id),
        criterion: Set(new.criterion.clone()),
        paper_id: Set(found.id),
        first_page: Set(new.first_page),
        last_page: Set(new.last_page),
        note: Set(new.note),
        cited_by_name: Set(change.by_name().to_owned()),
        cited_at: Set(change.at()),
    };
    change.insert(row).await?;
    change.say("paper", &found.title);
    change.say("criterion", &new.criterion);
    change.commit().await?;
    Ok(id)
}

/// The page that chooses a paper.
#[derive(Template, Serialize)]
#[template(path = "self_assessment/cite.html")]
pub struct CitePage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    fields: CiteFields,
    /// The application.
    pub id: ApplicationId,
    /// The criterion's number.
    pub criterion: String,
    /// The criterion in words.
    pub title: String,
    /// The product.
    pub product: String,
    /// Where a new paper is put in.
    pub add_href: String,
    /// Whether there is anything to choose from.
    pub has_papers: bool,
}

struct CiteFields {
    paper: Field,
    first_page: Field,
    last_page: Field,
    note: Field,
}

async fn page(here: &Here, seen: &Seen, data: &FormData, refusal: Option<&Refusal>) -> Result<CitePage> {
    let (pack, sheet) = sheet_of(&here.ground().rules, &seen.application)?;
    let id = data.get("criterion").to_owned();
    let (_, criterion) = sheet.criterion(&id).ok_or_else(Refusal::not_found)?;
    let fitting: Vec<&str> = pack.evidence_for(&criterion.key).collect();
    let mut papers = paper::of_producer(&here.reader(), seen.application.producer_id).await?;
    papers.retain(|paper| paper.withdrawn_at.is_none());
    // Papers of the rows that usually prove this criterion come first.
    papers.sort_by_key(|paper| !fitting.contains(&paper.code.as_str()));
    let choices: Vec<(String, String)> =
        papers.iter().map(|paper| (paper.id.to_string(), paper::in_a_line(here, paper))).collect();
    let name = pack.key_name(&criterion.key).map(|words| said(words, here.lang)).unwrap_or_default();
    let code = fitting.first().copied().unwrap_or(paper::FREE);
    let (producer, dossier) = (seen.application.producer_id, seen.application.id);
    Ok(CitePage {
        frame: super::show::frame(here, &seen.application),
        errors: web::wrongs(here, refusal),
        fields: CiteFields {
            paper: Field::new(here, "paper", "dossier-cite-paper", data, refusal)
                .choices(choices.clone(), data),
            first_page: Field::new(here, "first_page", "dossier-cite-first", data, refusal)
                .input("number")
                .width("4"),
            last_page: Field::new(here, "last_page", "dossier-cite-last", data, refusal)
                .input("number")
                .width("4")
                .optional(),
            note: Field::new(here, "note", "dossier-cite-note", data, refusal).optional(),
        },
        id: dossier,
        title: format!("{id} {name}"),
        product: seen.application.product_name.clone(),
        add_href: format!("/papers/new?producer={producer}&code={code}&dossier={dossier}&criterion={id}"),
        has_papers: !choices.is_empty(),
        criterion: id,
    })
}

/// `GET /dossiers/{id}/cite?criterion=1.4`.
pub(crate) async fn show(here: Here, Path(id): Path<ApplicationId>, RawQuery(query): RawQuery) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "cite-paper", &seen.resource)?;
    let mut data = web::table::Asked::of(&here, query.as_deref().unwrap_or_default()).query;
    if !data.has("first_page") {
        data.push("first_page".to_owned(), "1".to_owned());
    }
    here.show(&page(&here, &seen, &data, None).await?)
}

/// `POST /dossiers/{id}/cite`.
pub(crate) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let made = match parse(&form) {
        Ok(new) => cite(here.ground(), &here.actor, &seen, new).await,
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(_) => {
            let place = anchor(&form.get("criterion").into());
            here.done(&format!("/dossiers/{id}#{place}"), "paper-cited")
        }
        Err(refusal) => {
            let page = page(&here, &seen, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

/// Takes a citation out again.
///
/// # Errors
/// `dossier-in-procedure`, `not-allowed`; `not-found` for no citation of this dossier.
pub async fn drop_citation(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    citation: CitationId,
) -> Result<citation_row::Model> {
    seen.must_be_open()?;
    let found = citation_row::Entity::find_by_id(citation).one(&ground.reader()).await?;
    let found =
        found.filter(|row| row.application_id == seen.application.id).ok_or_else(Refusal::not_found)?;
    let mut change = ground.change(actor, "drop-citation", &seen.resource).await?;
    change.say("criterion", &found.criterion);
    change.remove::<citation_row::ActiveModel>(found.clone()).await?;
    change.commit().await?;
    Ok(found)
}

/// `POST /dossiers/{id}/citations/{citation}/drop`.
pub(crate) async fn drop_post(
    here: Here,
    Path((id, citation)): Path<(ApplicationId, CitationId)>,
    Posted(_): Posted,
) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let dropped = drop_citation(here.ground(), &here.actor, &seen, citation).await?;
    let place = anchor(&dropped.criterion.as_str().into());
    here.done(&format!("/dossiers/{id}#{place}"), "citation-dropped")
}
