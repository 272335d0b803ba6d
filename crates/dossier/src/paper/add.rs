//! `add`: a paper with its file; more files become its next pages.

use askama::Template;
use axum::extract::{Path, RawQuery};
use ground::actor::ProducerId;
use ground::files::Files;
use ground::{Actor, Change, Day, FieldProblem, Ground, Refusal, Resource, Result};
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, DateField, Field, FormData, Frame, Here, Upload, Uploaded, Wrong};

use super::{FREE, PaperId, file_row, row, store};
use crate::application::{ApplicationId, said};

/// Most characters of a title.
const TITLE: usize = 200;
/// Most characters of a number or an issuer.
const SHORT: usize = 120;
/// Most characters of a note.
const NOTE: usize = 1_000;
/// Most files of one paper.
const FILES: usize = 50;
/// The kinds a form offers.
const ACCEPT: &str = "application/pdf,image/jpeg,image/png,image/webp";

/// A paper to be put in.
#[derive(Clone, Debug)]
pub struct NewPaper {
    /// Its row in the evidence table (`E01` to `E15`), or [`FREE`].
    pub code: String,
    /// What it is.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When.
    pub issued_on: Option<Day>,
    /// Until when it holds.
    pub expires_on: Option<Day>,
    /// More.
    pub note: Option<String>,
}

fn parse(form: &FormData, rules: &ocop::Library, today: Day) -> Result<NewPaper> {
    let mut read = form.read();
    let code = read.text("code", 10);
    if code.as_ref().is_some_and(|code| code != FREE && !codes(rules).iter().any(|(known, _)| known == code))
    {
        read.problem(FieldProblem::new("code", "not-a-choice"));
    }
    let title = read.text("title", TITLE);
    let (number, issuer) = (read.optional("number", SHORT), read.optional("issuer", SHORT));
    let (issued_on, expires_on) = (read.optional_day("issued_on"), read.optional_day("expires_on"));
    if issued_on.flatten().is_some_and(|day| day > today) {
        read.problem(FieldProblem::new("issued_on", "date-after-today").with("today", today.people()));
    }
    if let (Some(Some(from)), Some(Some(to))) = (issued_on, expires_on)
        && to < from
    {
        read.problem(FieldProblem::new("expires_on", "before-issued").with("day", from.people()));
    }
    let note = read.optional("note", NOTE);
    read.done(|| {
        let (code, title) = (code?, title?);
        let (issued_on, expires_on) = (issued_on?, expires_on?);
        Some(NewPaper { code, title, number: number?, issuer: issuer?, issued_on, expires_on, note: note? })
    })
}

// The rows of the newest decree's evidence table; older decrees have the same.
pub(super) fn codes(rules: &ocop::Library) -> Vec<(String, ocop::Words)> {
    let pack = rules.packs().last();
    let rows = pack.into_iter().flat_map(ocop::Pack::evidence);
    rows.map(|(code, row)| (code.to_owned(), row.name.clone())).collect()
}

/// Puts a paper into a producer's vault.
///
/// # Errors
/// `not-allowed`; `file-empty` without a file.
pub async fn add(
    ground: &Ground,
    actor: &Actor,
    (producer, vault): (ProducerId, &Resource),
    new: NewPaper,
    uploaded: &[Uploaded],
) -> Result<PaperId> {
    if uploaded.is_empty() {
        return Err(Refusal::field("file", "required"));
    }
    let mut change = ground.change(actor, "add-paper", vault).await?;
    let id: PaperId = change.new_id();
    let paper = row::ActiveModel {
        id: Set(id),
        producer_id: Set(producer),
        code: Set(new.code),
        title: Set(new.title.clone()),
        number: Set(new.number),
        issuer: Set(new.issuer),
        issued_on: Set(new.issued_on),
        expires_on: Set(new.expires_on),
        note: Set(new.note),
        added_by: Set(change.by()),
        added_by_name: Set(change.by_name().to_owned()),
        added_at: Set(change.at()),
        withdrawn_at: Set(None),
        version: Set(1),
    };
    change.insert(paper).await?;
    enter(&mut change, id, 0, uploaded).await?;
    change.say("paper", new.title);
    change.commit().await?;
    Ok(id)
}

async fn enter(change: &mut Change, id: PaperId, after: i32, uploaded: &[Uploaded]) -> Result<()> {
    for (file, n) in uploaded.iter().zip(after + 1..) {
        let hash = Files::enter(change, &file.file).await?;
        let row = file_row::ActiveModel {
            id: Set(change.new_id()),
            paper_id: Set(id),
            n: Set(n),
            file_hash: Set(hash),
            name: Set(file.name.clone()),
            pages: Set(file.file.pages),
        };
        change.insert(row).await?;
    }
    Ok(())
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "paper/add.html")]
pub struct AddPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    fields: Fields,
    /// The producer.
    pub producer: String,
    /// Where the form goes.
    pub action: String,
}

struct Fields {
    code: Field,
    title: Field,
    number: Field,
    issuer: Field,
    issued_on: DateField,
    expires_on: DateField,
    note: Field,
    file: Field,
}

fn page(
    here: &Here,
    producer: &register::producer::Producer,
    data: &FormData,
    refusal: Option<&Refusal>,
) -> AddPage {
    let field = |name: &str, label: &str| Field::new(here, name, label, data, refusal);
    let mut choices: Vec<(String, String)> = codes(&here.ground().rules)
        .into_iter()
        .map(|(code, name)| (code, said(&name, here.lang).to_owned()))
        .collect();
    choices.push((FREE.to_owned(), here.t("paper-code-free")));
    let keep = |name: &str| {
        let value = data.get(name);
        if value.is_empty() { String::new() } else { format!("&{name}={value}") }
    };
    AddPage {
        frame: super::show::frame(here, producer.id),
        errors: web::wrongs(here, refusal),
        fields: Fields {
            code: field("code", "paper-code").choices(choices, data),
            title: field("title", "paper-title"),
            number: field("number", "paper-number").optional().width("20"),
            issuer: field("issuer", "paper-issuer").optional(),
            issued_on: DateField::new(here, "issued_on", "paper-issued", data, refusal).optional(),
            expires_on: DateField::new(here, "expires_on", "paper-expires", data, refusal).optional(),
            note: field("note", "paper-note").optional().rows(3),
            file: field("file", "paper-file").accept(ACCEPT),
        },
        producer: producer.name.clone(),
        action: format!("/papers?producer={}{}{}", producer.id, keep("dossier"), keep("criterion")),
    }
}

fn asked(here: &Here, query: Option<&str>) -> Result<(FormData, ProducerId)> {
    let data = web::table::Asked::of(here, query.unwrap_or_default()).query;
    let producer = data.get("producer").parse().map_err(|_| Refusal::not_found())?;
    Ok((data, producer))
}

/// `GET /papers/new?producer=…`.
pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let (data, producer) = asked(&here, query.as_deref())?;
    let (producer, vault) = store::see_vault(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "add-paper", &vault)?;
    here.show(&page(&here, &producer, &data, None))
}

/// `POST /papers?producer=…`; with `dossier` and `criterion` the new paper is cited there next.
pub(super) async fn post(here: Here, RawQuery(query): RawQuery, upload: Upload) -> Answer {
    let (asked, producer) = asked(&here, query.as_deref())?;
    let (producer, vault) = store::see_vault(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "add-paper", &vault)?;
    let mut form = asked.clone();
    let made = async {
        let uploaded = upload.receive("file", &mut form).await?;
        let new = parse(&form, &here.ground().rules, here.ground().clock.today())?;
        add(here.ground(), &here.actor, (producer.id, &vault), new, &uploaded).await
    };
    match made.await {
        Ok(id) => here.done(&next(&asked, id), "paper-added"),
        Err(refusal) => here.show_again(&page(&here, &producer, &form, Some(&refusal)), refusal),
    }
}

fn next(asked: &FormData, id: PaperId) -> String {
    match asked.get("dossier").parse::<ApplicationId>() {
        Ok(dossier) if !asked.get("criterion").is_empty() => {
            format!("/dossiers/{dossier}/cite?criterion={}&paper={id}", asked.get("criterion"))
        }
        _ => format!("/papers/{id}"),
    }
}

/// `POST /papers/{id}/files`: the next pages.
pub(super) async fn post_file(here: Here, Path(id): Path<PaperId>, upload: Upload) -> Answer {
    let (paper, resource) = store::see(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "edit-paper", &resource)?;
    let uploaded = upload.receive("file", &mut FormData::default()).await?;
    let there = store::files(&here.reader(), id).await?;
    if there.len() + uploaded.len() > FILES {
        return Err(Refusal::field("file", "file-too-many").into());
    }
    let mut change = here.ground().change(&here.actor, "edit-paper", &resource).await?;
    enter(&mut change, id, there.last().map_or(0, |file| file.n), &uploaded).await?;
    change.say("paper", &paper.title);
    change.commit().await?;
    here.done(&format!("/papers/{id}"), "paper-pages-added")
}
