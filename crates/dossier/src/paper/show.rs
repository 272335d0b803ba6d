//! One paper: its facts, its pages, who vouched, where it is cited, and whether the same file lies elsewhere.

use askama::Template;
use axum::extract::{Path, RawQuery};
use ground::actor::ProducerId;
use ground::{Day, Result};
use serde::Serialize;
use web::parts::{Moment, Tag, history};
use web::table::Link;
use web::{Answer, Behalf, Field, FormData, Frame, Here};

use super::{Paper, PaperId, list, store};
use crate::application::{self, said};

/// The page.
#[derive(Template, Serialize)]
#[template(path = "paper/show.html")]
pub struct PaperPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    file: Field,
    /// The paper.
    pub id: PaperId,
    /// What it is.
    pub title: String,
    /// What it is worth today.
    pub tag: Tag,
    /// Its facts in words.
    pub facts: Vec<(String, String)>,
    /// Its pages.
    pub pages: i32,
    /// The page shown.
    pub page: i32,
    /// What the picture of the page is.
    #[serde(skip)]
    pub alt: String,
    /// Its own address.
    pub href: String,
    /// Where more pages go.
    pub files_href: String,
    /// Where the vault is; none for a reader who does not see it.
    pub vault_href: Option<String>,
    /// Who vouched for it.
    pub vouched: Vec<String>,
    /// Where it is cited, as far as the reader may see.
    pub cited: Vec<Link>,
    /// The same file as another paper, as far as the reader may see.
    pub same: Vec<Link>,
    /// The same file lies with another producer whom the reader may not see.
    pub same_hidden: bool,
    /// What happened to it.
    pub history: Vec<Moment>,
    /// Whether the reader may add pages.
    pub may_edit: bool,
    /// Whether the reader may vouch.
    pub may_vouch: bool,
    /// Whether the reader may take it out.
    pub may_withdraw: bool,
    /// Most bytes of a file.
    pub max_bytes: u64,
}

/// The frame of a page of a producer's papers, with the band where the reader acts for it.
pub(super) fn frame(here: &Here, producer: ProducerId) -> Frame {
    let mut frame = here.frame();
    frame.behalf = here.actor.consent_of(producer).map(|consent| Behalf {
        producer: consent.producer_name.clone(),
        consent_date: consent.given_on.people(),
        consent_href: format!("/consents/{}", consent.consent),
    });
    frame
}

/// `GET /papers/{id}?page=2`.
pub(super) async fn show(here: Here, Path(id): Path<PaperId>, RawQuery(query): RawQuery) -> Answer {
    let (paper, resource) = store::see(here.ground(), &here.actor, id).await?;
    let reader = here.reader();
    let files = store::files(&reader, id).await?;
    let pages: i32 = files.iter().map(|file| file.pages).sum();
    let asked = web::table::Asked::of(&here, query.as_deref().unwrap_or_default()).query;
    let (same, same_hidden) = same(&here, &paper, &files).await?;
    let vouched = store::vouchings(&reader, id).await?;
    let lines = ground::journal::of_record(&reader, &here.actor, "paper", &id.to_string()).await?;
    let is_in = paper.withdrawn_at.is_none();
    let page = asked.get("page").parse().unwrap_or(1).clamp(1, pages.max(1));
    let alt = [("page", page.to_string()), ("title", paper.title.clone())];
    here.show(&PaperPage {
        frame: frame(&here, paper.producer_id),
        file: Field::new(&here, "file", "paper-more-pages", &FormData::default(), None),
        id,
        title: paper.title.clone(),
        tag: list::tag(&here, &paper),
        facts: facts(&here, &paper),
        pages,
        page,
        alt: here.app.words.text(here.lang, "paper-page-alt", &alt),
        href: format!("/papers/{id}"),
        files_href: format!("/papers/{id}/files"),
        vault_href: store::vault_href(&here, paper.producer_id).await?,
        vouched: vouched.iter().map(|row| vouching(&here, &row.name, row.at.day())).collect(),
        cited: cited(&here, id).await?,
        same,
        same_hidden,
        history: history(&here, &lines),
        may_edit: is_in && here.may("edit-paper", &resource),
        may_vouch: is_in && here.may("vouch-paper", &resource),
        may_withdraw: is_in && here.may("withdraw-paper", &resource),
        max_bytes: here.ground().config.upload_megabytes * 1_000_000,
    })
}

fn vouching(here: &Here, name: &str, day: Day) -> String {
    here.app.words.text(here.lang, "paper-vouched-line", &[("who", name.to_owned()), ("day", day.people())])
}

fn facts(here: &Here, paper: &Paper) -> Vec<(String, String)> {
    let rows = super::add::codes(&here.ground().rules);
    let code = rows.iter().find(|(code, _)| *code == paper.code);
    let code = code.map_or_else(
        || here.t("paper-code-free"),
        |(code, name)| format!("{code} {}", said(name, here.lang)),
    );
    let facts = [
        ("paper-code", Some(code)),
        ("paper-number", paper.number.clone()),
        ("paper-issuer", paper.issuer.clone()),
        ("paper-issued", paper.issued_on.map(Day::people)),
        ("paper-expires", paper.expires_on.map(Day::people)),
        ("paper-note", paper.note.clone()),
        ("paper-added", Some(vouching(here, &paper.added_by_name, paper.added_at.day()))),
    ];
    facts.into_iter().filter_map(|(key, value)| Some((here.t(key), value?))).collect()
}

async fn cited(here: &Here, id: PaperId) -> Result<Vec<Link>> {
    let mut links: Vec<Link> = Vec::new();
    for row in store::cited_in(&here.reader(), id).await? {
        let Ok(seen) = application::see(here.ground(), &here.reader(), &here.actor, row.application_id).await
        else {
            continue;
        };
        links.push(Link {
            href: format!("/dossiers/{}", row.application_id),
            label: format!("{} · {}", seen.application.product_name, row.criterion),
        });
    }
    Ok(links)
}

// Whether the same content lies elsewhere. With whom is told only to those who may see it there.
async fn same(here: &Here, paper: &Paper, files: &[super::file_row::Model]) -> Result<(Vec<Link>, bool)> {
    let hashes: Vec<_> = files.iter().map(|file| file.file_hash.clone()).collect();
    let (mut links, mut hidden) = (Vec::new(), false);
    for other in store::same_file(&here.reader(), paper, &hashes).await? {
        match store::see(here.ground(), &here.actor, other.id).await {
            Ok(_) => {
                let producer = register::producer::load(&here.reader(), other.producer_id).await?;
                let label = format!("{} · {}", producer.name, other.title);
                links.push(Link { href: format!("/papers/{}", other.id), label });
            }
            Err(_) => hidden |= other.producer_id != paper.producer_id,
        }
    }
    Ok((links, hidden))
}
